"""What a user of fairlearn writes for the measures of all groups, with resamples.

MetricFrame resamples rows of a table and calls each metric for each group of each resample, and
takes quantiles of what came. A group with one class has no AUC.

fairlearn_script.py GOLD SUBMISSION GROUPS REPLICATES TABLE...
"""

import sys
import warnings

import numpy as np
import pandas as pd
from fairlearn.metrics import MetricFrame
from sklearn import metrics

LABELS = ["none", "low", "moderate", "severe"]
SEVERE = 3

warnings.simplefilter("ignore")
gold, answers, groups = (
    pd.read_csv(path, sep="\t", comment="#", na_filter=False) for path in sys.argv[1:4]
)
table = gold.merge(answers, on="item", suffixes=("", "_predicted"), validate="one_to_one")
table = table.merge(groups.replace("", "(missing)"), on="item", how="left", validate="one_to_one")
codes = {label: code for code, label in enumerate(LABELS)}
truth = table["label"].map(codes).to_numpy()
predicted = table["label_predicted"].map(codes).to_numpy()
score = table["score:severe"].to_numpy()


def area(truth, predicted, score):
    severe = truth == SEVERE
    return metrics.roc_auc_score(severe, score) if 0 < severe.sum() < len(severe) else np.nan


def average_precision(truth, predicted, score):
    severe = truth == SEVERE
    return metrics.average_precision_score(severe, score) if severe.any() else np.nan


def gain(truth, predicted, score):
    # scikit-learn has no nDCG of a single item.
    return metrics.ndcg_score([truth], [score], k=20) if len(truth) > 1 else float(max(truth) > 0)


def brier(truth, predicted, score):
    return np.mean((score - (truth == SEVERE)) ** 2)


def f1(least):
    def value(truth, predicted, score):
        members, given = truth >= least, predicted >= least
        both = members.sum() + given.sum()
        return 2 * (members & given).sum() / both if both else np.nan

    return value


def macro(truth, predicted, score):
    return metrics.f1_score(truth, predicted, average="macro")


def kappa(truth, predicted, score):
    # With all labels, or those that a group lacks would bring the others nearer to each other.
    labels = range(len(LABELS))
    return metrics.cohen_kappa_score(truth, predicted, labels=labels, weights="quadratic")


FUNCTIONS = {
    "AUC": area,
    "AveragePrecision": average_precision,
    "nDCG@20": gain,
    "F1(macro)": macro,
    "F1(flagged)": f1(1),
    "F1(urgent)": f1(2),
    "QWK": kappa,
    "Brier": brier,
}
for names in sys.argv[5:]:
    frame = MetricFrame(
        metrics=FUNCTIONS,
        y_true=truth,
        y_pred=predicted,
        sensitive_features=table[names.split(",")],
        sample_params={name: {"score": score} for name in FUNCTIONS},
        n_boot=int(sys.argv[4]),
        ci_quantiles=[0.025, 0.975],
        random_state=20260101,
    )
    assert len(frame.by_group_ci) == 2
    for group, row in frame.by_group.dropna(how="all").iterrows():
        group = ",".join(group) if isinstance(group, tuple) else group
        for measure, value in row.items():
            if np.isfinite(value):
                print(f"{names}:{group}:{measure}\t{value:.6f}")
