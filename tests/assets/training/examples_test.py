"""What the model reads and is to say, token by token."""
import json
import os
import unittest

try:
    import examples
    from tokenizer import BOS, END, USER, ASSISTANT, Tokenizer, control_tokens, normalise
except ImportError as missing:
    raise unittest.SkipTest(f"not run: {missing}")

RECIPE = os.path.dirname(os.path.abspath(examples.__file__))
CALL = {"fn": "create_event", "args": [["title", "lunch"], ["time", "noon"]]}


class ExamplesTest(unittest.TestCase):
    def setUp(self):
        with open(os.path.join(RECIPE, "functions.json"), encoding="utf-8") as text:
            functions = json.load(text)
        self.tokenizer = Tokenizer(control_tokens(functions), [])
        self.encoder = examples.Encoder(self.tokenizer, functions)

    def encode(self, *turns, **more):
        return self.encoder.encode({"turns": [{"text": t, "calls": [CALL], **more} for t in turns], "group": "made"})

    def test_a_request_stands_twice_and_is_answered_once(self):
        ids, weights, kinds, twins = self.encode("Lunch at  noon")
        request = self.tokenizer.encode(normalise("lunch at noon"))
        asked = [BOS, USER] + request + [self.tokenizer.id["<again>"]] + request + [ASSISTANT]
        self.assertEqual(ids[:len(asked)], asked)
        answer = "".join(self.tokenizer.tokens[i] for i in ids[len(asked):-1])
        self.assertEqual(answer, "<fn:create_event><arg:title>lunch<arg:time>noon")
        self.assertEqual(ids[-1], END)
        self.assertEqual({len(row) for row in (weights, kinds, twins)}, {len(ids)})
        self.assertEqual(weights[len(asked)], examples.FUNCTION_WEIGHT)
        again = asked.index(self.tokenizer.id["<again>"])
        self.assertTrue(all(w == 0 for w in weights[again:len(asked)]), "nothing is learnt from the second reading")
        self.assertTrue(all(w == examples.LANGUAGE_WEIGHT for w in weights[2:again]))

    def test_both_readings_lose_the_same_words(self):
        ids, _, kinds, twins = self.encode("lunch at noon", "lunch today at noon")
        for at, twin in enumerate(twins):
            self.assertLessEqual(twin, at)
            self.assertEqual((ids[at], kinds[at]), (ids[twin], kinds[twin]))
        self.assertEqual(len(set(twins)), len(ids) - len(self.tokenizer.encode(" lunch at noon lunch today at noon")))

    def test_what_is_not_in_the_text_cannot_be_learnt(self):
        self.assertIsNone(self.encode("dinner at noon"))

    def test_arguments_of_partial_labels_weigh_nothing(self):
        ids, weights, _, _ = self.encode("lunch at noon", partial=True)
        self.assertEqual(sum(w > examples.LANGUAGE_WEIGHT for w in weights), 1)
        self.assertEqual(weights[-1], 0)


if __name__ == "__main__":
    unittest.main()
