"""What most people write for a bootstrap of AUC: scikit-learn on every resample.

auc_bootstrap_loop_script.py GOLD SUBMISSION REPLICATES
"""

import sys

import numpy as np
import pandas as pd
from sklearn.metrics import roc_auc_score

gold = pd.read_csv(sys.argv[1], sep="\t", na_filter=False)
answers = pd.read_csv(sys.argv[2], sep="\t", comment="#", na_filter=False)
table = gold.merge(answers, on="item", suffixes=("", "_predicted"), validate="one_to_one")
severe = (table["label"] == "severe").to_numpy()
score = table["score"].to_numpy()

random = np.random.default_rng(20260101)
areas = []
for _ in range(int(sys.argv[3])):
    drawn = random.integers(0, len(score), len(score))
    areas.append(roc_auc_score(severe[drawn], score[drawn]))
low, high = np.quantile(areas, [0.025, 0.975])
assert low <= high
print(f"AUC\t{roc_auc_score(severe, score):.6f}")
