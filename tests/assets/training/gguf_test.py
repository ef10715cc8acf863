"""GGUF files written by the recipe read back as they were, and Q8_0 keeps its error bound."""
import os
import tempfile
import unittest

try:
    import numpy as np
    import gguf
except ImportError as missing:
    raise unittest.SkipTest(f"not run: {missing}")


class GgufTest(unittest.TestCase):
    def test_metadata_and_tensors_read_back(self):
        rng = np.random.default_rng(1)
        matrix = rng.standard_normal((3, 64)).astype(np.float32)
        metadata = [("a.text", gguf.STRING, "größe"), ("a.count", gguf.U32, 7), ("a.flag", gguf.BOOL, True),
                    ("a.words", (gguf.ARRAY, gguf.STRING), ["x", "yz"]), ("a.kinds", (gguf.ARRAY, gguf.I32), [1, -3])]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "t.gguf")
            gguf.write(path, metadata, [("m", matrix, gguf.TENSOR_F32), ("h", matrix, gguf.TENSOR_F16), ("q", matrix, gguf.TENSOR_Q8_0)])
            read = gguf.Reader(path)
        self.assertEqual(read.metadata, {key: value for key, _, value in metadata})
        np.testing.assert_array_equal(read.tensors["m"], matrix)
        np.testing.assert_allclose(read.tensors["h"], matrix, rtol=1e-3, atol=1e-4)
        bound = np.abs(matrix.reshape(-1, 32)).max(1, keepdims=True) / 127 * 0.51
        self.assertTrue((np.abs(read.tensors["q"] - matrix).reshape(-1, 32) <= bound).all())

    def test_q8_0_of_zeros_and_size(self):
        data = gguf.quantise_q8_0(np.zeros((2, 32), np.float32))
        self.assertEqual(len(data), 2 * 34)
        self.assertFalse(gguf.dequantise_q8_0(data, 64).any())

    def test_other_files_are_refused(self):
        with tempfile.NamedTemporaryFile() as file:
            file.write(b"not a model" * 10)
            file.flush()
            with self.assertRaisesRegex(ValueError, "no GGUF file"):
                gguf.Reader(file.name)


if __name__ == "__main__":
    unittest.main()
