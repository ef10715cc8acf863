"""Whether the fixtures are what the reference computes from them, and the reference what other engines computed."""
import os
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("HEARTH_SHARED", HERE.parents[1] / "../shared")) / "conformance/logits"
try:
    import numpy as np
except ImportError:
    np = None
else:
    sys.path[:0] = [str(HERE)]
    import make


@unittest.skipIf(np is None, "NumPy is not installed")
class Reference(unittest.TestCase):
    def test_fixtures_are_what_it_computes(self):
        paths = sorted((HERE / "architectures").glob("*.gguf"), key=lambda path: path.stem)
        self.assertEqual([path.stem for path in paths], sorted(make.cases.CASES))
        for path in paths:
            with self.subTest(path.stem):
                self.assertLess(make.error_of(path), 1e-12)

    @unittest.skipUnless(SHARED.exists(), "no conformance cases beside the checkout")
    def test_other_engines_agree(self):
        for name, error in make.compare(SHARED):
            with self.subTest(name):
                self.assertLess(error, 1e-11)


if __name__ == "__main__":
    unittest.main()
