"""What an expert of pandas and NumPy writes for a bootstrap of AUC: sorted once, then counts.

The pairs that a positive item is in come from sums over all items before it, looked up at both ends
of its group of equal scores, so that ties count one half at no price. Sums are of whole numbers.
Draws of 32 bits take half the time of those of 64, and `bincount` a thirtieth of `multinomial`.

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
score = score[order]
n = len(score)

positives = np.flatnonzero((table["label"] == "severe").to_numpy()[order])
# Of each positive item: where its group begins and ends, among all items and among the positives.
first = np.searchsorted(score, score[positives], side="left")
last = np.searchsorted(score, score[positives], side="right")
first_positive = np.searchsorted(positives, first)
last_positive = np.searchsorted(positives, last)
items_before = np.zeros(n + 1, dtype=np.int64)
positives_before = np.zeros(len(positives) + 1, dtype=np.int64)


def area(counts):
    drawn = counts[positives]
    np.cumsum(counts, out=items_before[1:])
    np.cumsum(drawn, out=positives_before[1:])
    negatives_twice = items_before[first] + items_before[last]
    negatives_twice -= positives_before[first_positive] + positives_before[last_positive]
    p = positives_before[-1]
    return drawn @ negatives_twice / (2 * p * (items_before[-1] - p))


random = np.random.default_rng(20260101)
areas = np.empty(int(sys.argv[3]))
for replicate in range(len(areas)):
    drawn = random.integers(0, n, n, dtype=np.int32)
    areas[replicate] = area(np.bincount(drawn, minlength=n))
low, high = np.quantile(areas, [0.025, 0.975])
assert low <= high
print(f"AUC\t{area(np.ones(n, dtype=np.int64)):.6f}")
