"""The recipe's byte-level BPE: trained merges, encoding, offsets; GPT-2's fixture where the shared data is there."""
import os
import unittest

try:
    import gguf
    from tokenizer import END, Tokenizer, control_tokens, normalise, train_merges
except ImportError as missing:
    raise unittest.SkipTest(f"not run: {missing}")

SHARED = os.environ.get("HEARTH_SHARED", "../shared")
FIXTURE = os.path.join(SHARED, "conformance/tokenizers/ggml-vocab-gpt-2.gguf")


class TokenizerTest(unittest.TestCase):
    def setUp(self):
        self.tokenizer = Tokenizer(["<pad>", "<bos>", "<end>"], train_merges({" alarm": 9, " alarms": 3, " set": 5, " größe": 2}, 20))

    def test_frequent_words_become_one_token(self):
        self.assertEqual(len(self.tokenizer.encode(" set")), 1)
        self.assertEqual(self.tokenizer.tokens[self.tokenizer.encode(" alarm")[0]], "Ġalarm")

    def test_encoding_reads_back(self):
        for text in (" set an alarm", " größe 7:30pm – naïve 漢字 🙂", "", "'s' ''ll"):
            self.assertEqual(self.tokenizer.decode(self.tokenizer.encode(text)), text)

    def test_offsets_cover_the_bytes(self):
        text = " set alarms größe"
        _, spans = self.tokenizer.encode_with_offsets(text)
        self.assertEqual(spans[0][0], 0)
        self.assertEqual(spans[-1][1], len(text.encode()))
        self.assertTrue(all(a[1] == b[0] for a, b in zip(spans, spans[1:])))

    def test_text_is_normalised(self):
        self.assertEqual(normalise("  Set\tAN   Alarm\n"), " set an alarm")

    def test_control_tokens_hold_functions_and_arguments_once(self):
        functions = {"functions": [{"name": "f", "arguments": [{"name": "x"}]}, {"name": "g", "arguments": [{"name": "x"}, {"name": "y"}]}]}
        tokens = control_tokens(functions)
        self.assertEqual(tokens[END], "<end>")
        self.assertEqual([t for t in tokens if t[:3] in ("<fn", "<ar")], ["<fn:f>", "<fn:g>", "<arg:x>", "<arg:y>"])

    def test_matches_the_gpt2_fixture(self):
        if not os.path.exists(FIXTURE):
            self.skipTest(f"{FIXTURE} is not there; set HEARTH_SHARED to the folder of the shared data")
        stored = gguf.Reader(FIXTURE).metadata
        words = stored["tokenizer.ggml.tokens"]
        theirs = {word: i for i, word in enumerate(words)}
        ours = Tokenizer([], [tuple(m.split(" ")) for m in stored["tokenizer.ggml.merges"]])
        with open(FIXTURE + ".inp", encoding="utf-8", newline="") as text:
            inputs = text.read().split("\n__ggml_vocab_test__\n")
        with open(FIXTURE + ".out", encoding="utf-8") as text:
            expected = text.read().splitlines()
        self.assertGreater(len(inputs), 20)
        for given, wanted in zip(inputs, expected):
            got = [theirs[ours.tokens[i]] for i in ours.encode(given)]
            self.assertEqual(got, [int(i) for i in wanted.split()], repr(given))


if __name__ == "__main__":
    unittest.main()
