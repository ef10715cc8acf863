"""Averages checkpoints of one run, by weight: late ones are exact, early ones are general, and the mean is both.

usage: average.py --build BUILD --out average.pt actions.pt=0.6 later.pt=0.25 early.pt=0.15
Copy BUILD/actions.pt aside while training runs to have checkpoints to average.
"""
import argparse
import os

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("parts", nargs="+", help="FILE=WEIGHT, the last checkpoint first")
    options = parser.parse_args()
    parts = [(name, float(weight)) for name, weight in (part.rsplit("=", 1) for part in options.parts)]
    total = sum(weight for _, weight in parts)
    stored = [torch.load(os.path.join(options.build, name), map_location="cpu") for name, _ in parts]
    mean = {key: sum(s["average"][key] * (weight / total) for s, (_, weight) in zip(stored, parts)) for key in stored[0]["average"]}
    about = {key: stored[0][key] for key in ("shape", "steps", "seen", "elapsed")}
    torch.save({"average": mean, **about}, os.path.join(options.build, options.out))


if __name__ == "__main__":
    main()
