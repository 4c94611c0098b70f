"""What a user of pandas and scikit-learn writes to score an assessment.

scikit_learn_script.py GOLD SUBMISSION
"""

import sys

import pandas as pd
from sklearn import metrics

LABELS = ["none", "low", "moderate", "severe"]

gold = pd.read_csv(sys.argv[1], sep="\t", na_filter=False)
answers = pd.read_csv(sys.argv[2], sep="\t", comment="#", na_filter=False)
table = gold.merge(answers, on="item", suffixes=("", "_predicted"), validate="one_to_one")
assert len(table) == len(gold) == len(answers)

codes = {label: code for code, label in enumerate(LABELS)}
label = table["label"].map(codes).to_numpy()
predicted = table["label_predicted"].map(codes).to_numpy()
score = table["score"].to_numpy()
severe = label == codes["severe"]

values = {
    "AUC": metrics.roc_auc_score(severe, score),
    "AveragePrecision": metrics.average_precision_score(severe, score),
    "nDCG@100": metrics.ndcg_score([label], [score], k=100),
    "F1": metrics.f1_score(severe, predicted == codes["severe"]),
    "MCC": metrics.matthews_corrcoef(label, predicted),
    "Brier": metrics.brier_score_loss(severe, score),
    "LogLoss": metrics.log_loss(severe, score),
}
for name, value in values.items():
    print(f"{name}\t{value:.6f}")
