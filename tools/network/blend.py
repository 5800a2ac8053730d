#!/usr/bin/env python3
"""Blends networks taught from different beginnings into one, weight by weight: nearly as good as asking all of them, at the price of one.

Wortsman et al. 2022, "Model soups". The corrections' ranks add up; the first may know more kinds than the others. Measure the result with teach.py --rounds 0. See README.md.
"""

import argparse
import pathlib

import numpy as np
import onnx
from onnx import numpy_helper


def blended(name, all_values):
    if name.endswith(".down.half"):
        return np.concatenate(all_values, axis=1)
    if name.endswith(".up.half"):
        return np.concatenate([values / len(all_values) for values in all_values], axis=0)
    shared = min(values.shape[-1] for values in all_values) if all_values[0].ndim else 0
    if name.startswith("head.kind") and shared < all_values[0].shape[-1]:  # kinds that the others were not taught yet
        known = np.mean([values[..., :shared].astype(np.float32) for values in all_values], axis=0)
        return np.concatenate([known, all_values[0][..., shared:]], axis=-1).astype(all_values[0].dtype)
    if np.issubdtype(all_values[0].dtype, np.floating):
        return np.mean([values.astype(np.float32) for values in all_values], axis=0).astype(all_values[0].dtype)
    return all_values[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("models", nargs="+")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    models = [onnx.load(path) for path in options.models]
    values = [{i.name: numpy_helper.to_array(i) for i in model.graph.initializer} for model in models]
    first = models[0]
    for initializer in first.graph.initializer:
        name = initializer.name
        initializer.CopyFrom(numpy_helper.from_array(blended(name, [one[name] for one in values]), name))
    pathlib.Path(options.out).write_bytes(first.SerializeToString())


if __name__ == "__main__":
    main()
