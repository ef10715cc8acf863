"""The PyTorch network computes what the llama architecture of GGUF means: the logit fixtures agree."""
import gzip
import os
import unittest

try:
    import numpy as np
    import torch
    import gguf
    from model import Llama, Shape
except ImportError as missing:
    raise unittest.SkipTest(f"not run: {missing}; the network needs PyTorch")

SHARED = os.environ.get("HEARTH_SHARED", "../shared")
FIXTURE = os.path.join(SHARED, "conformance/logits/arch-llama")
PROMPT = [1, 72, 101, 108, 108, 111, 44, 250, 33, 17, 99, 200, 5, 61, 128, 77]


def from_gguf(path):
    file = gguf.Reader(path)
    meta = {key.split(".", 1)[1]: value for key, value in file.metadata.items() if key.startswith("llama.")}
    shape = Shape(vocab=meta["vocab_size"], dim=meta["embedding_length"], layers=meta["block_count"], heads=meta["attention.head_count"],
                  kv_heads=meta["attention.head_count_kv"], ffn=meta["feed_forward_length"], rope_base=meta["rope.freq_base"],
                  norm_eps=meta["attention.layer_norm_rms_epsilon"])
    model = Llama(shape)
    if "output.weight" in file.tensors:
        model.output = torch.nn.Linear(shape.dim, shape.vocab, bias=False)
    model.load_state_dict({name: torch.from_numpy(array.copy()) for name, array in file.tensors.items()})
    return model.eval()


class ModelTest(unittest.TestCase):
    def test_fixture_logits(self):
        if not os.path.exists(FIXTURE + ".gguf"):
            self.skipTest(f"{FIXTURE}.gguf is not there; set HEARTH_SHARED to the folder of the shared data")
        model = from_gguf(FIXTURE + ".gguf")
        with open(FIXTURE + ".greedy", encoding="utf-8") as text:
            greedy = [int(token) for token in text.read().split()]
        with gzip.open(FIXTURE + ".f32.gz") as data:
            expected = np.frombuffer(data.read(), "<f4").reshape(28, -1)
        with torch.no_grad():
            got = model.logits(model(torch.tensor([PROMPT + greedy])))[0].numpy()
        self.assertLessEqual(((got - expected) ** 2).sum() / (expected ** 2).sum(), 1e-8)
        self.assertEqual([int(row.argmax()) for row in got[15:27]], greedy)

    def test_padding_behind_changes_nothing(self):
        torch.manual_seed(3)
        model = Llama(Shape(vocab=64, dim=64, layers=2, heads=2, kv_heads=1, ffn=96)).eval()
        with torch.no_grad():
            short, long = model(torch.tensor([[5, 6, 7]])), model(torch.tensor([[5, 6, 7, 0, 0]]))
        torch.testing.assert_close(short, long[:, :3])


if __name__ == "__main__":
    unittest.main()
