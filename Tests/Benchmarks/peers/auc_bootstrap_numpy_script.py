"""What a careful user of pandas and NumPy writes for a bootstrap of AUC: sorted once, then counts.

Equal scores are one group each, so that ties count one half.

auc_bootstrap_numpy_script.py GOLD SUBMISSION REPLICATES
"""

import sys

import numpy as np
import pandas as pd

gold = pd.read_csv(sys.argv[1], sep="\t", na_filter=False)
answers = pd.read_csv(sys.argv[2], sep="\t", comment="#", na_filter=False)
table = gold.merge(answers, on="item", suffixes=("", "_predicted"), validate="one_to_one")
score = table["score"].to_numpy()
order = np.argsort(score, kind="stable")
positive = (table["label"] == "severe").to_numpy()[order]
score = score[order]
starts = np.flatnonzero(np.diff(score, prepend=-np.inf))
n = len(score)
has_ties = len(starts) < n


def area(counts):
    positives = np.where(positive, counts, 0)
    negatives = counts - positives
    if has_ties:
        positives = np.add.reduceat(positives, starts)
        negatives = np.add.reduceat(negatives, starts)
    below = np.cumsum(negatives)
    found = positives @ (below - negatives / 2)
    return found / (positives.sum() * below[-1])


random = np.random.default_rng(20260101)
areas = np.empty(int(sys.argv[3]))
for replicate in range(len(areas)):
    drawn = random.integers(0, n, n, dtype=np.int32)
    areas[replicate] = area(np.bincount(drawn, minlength=n))
low, high = np.quantile(areas, [0.025, 0.975])
assert low <= high
print(f"AUC\t{area(np.ones(n, dtype=np.int64)):.6f}")
