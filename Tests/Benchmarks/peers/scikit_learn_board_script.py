"""What a user of scikit-learn writes for the values of many submissions.

scikit_learn_board_script.py GOLD SUBMISSIONS
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn import metrics

LABELS = ["none", "low", "moderate", "severe"]
CODES = {label: code for code, label in enumerate(LABELS)}
SEVERE = 3

gold = pd.read_csv(sys.argv[1], sep="\t", comment="#", na_filter=False)


def f1(truth, predicted, least):
    members, given = truth >= least, predicted >= least
    return 2 * (members & given).sum() / (members.sum() + given.sum())


for path in sorted(Path(sys.argv[2]).glob("*/run.tsv")):
    answers = pd.read_csv(path, sep="\t", comment="#", na_filter=False)
    table = gold.merge(answers, on="item", suffixes=("", "_predicted"), validate="one_to_one")
    truth = table["label"].map(CODES).to_numpy()
    predicted = table["label_predicted"].map(CODES).to_numpy()
    score = table["score:severe"].to_numpy()
    severe = truth == SEVERE
    values = {
        "AUC": metrics.roc_auc_score(severe, score),
        "AveragePrecision": metrics.average_precision_score(severe, score),
        "nDCG@20": metrics.ndcg_score([truth], [score], k=20),
        "F1(macro)": metrics.f1_score(truth, predicted, average="macro"),
        "F1(flagged)": f1(truth, predicted, 1),
        "F1(urgent)": f1(truth, predicted, 2),
        "QWK": metrics.cohen_kappa_score(truth, predicted, weights="quadratic"),
        "Brier": np.mean((score - severe) ** 2),
    }
    for measure, value in values.items():
        print(f"{path.parent.name}:{measure}\t{value:.8f}")
