"""The false positive rate of every frequent conjunction of attributes, with DivExplorer.

divexplorer_script.py GOLD SUBMISSION GROUPS LEAST_SUPPORT
"""

import sys

import pandas as pd
from divexplorer import DivergenceExplorer

gold, submission, groups = (
    pd.read_csv(path, sep="\t", comment="#", na_filter=False) for path in sys.argv[1:4]
)
assert gold["item"].equals(submission["item"]) and gold["item"].equals(groups["item"])
table = groups.drop(columns="item")
attributes = list(table.columns)
# 1 is a false positive, 0 a true negative, NaN neither.
table["fpr"] = (submission["label"] == "yes").where(gold["label"] == "no").astype(float)

patterns = DivergenceExplorer(table).get_pattern_divergence(
    min_support=float(sys.argv[4]), boolean_outcomes=["fpr"], attributes=attributes
)
for itemset, rate in zip(patterns["itemset"], patterns["fpr"], strict=True):
    if itemset:
        print("&".join(sorted(itemset)), rate, sep="\t")
