"""What a user of ranx writes to evaluate a run, after its documentation.

ranx_script.py QRELS RUN
"""

import sys

from ranx import Qrels, Run, evaluate

MEASURES = {
    "nDCG": "ndcg",
    "nDCG@10": "ndcg@10",
    "AP": "map",
    "RR": "mrr",
    "P@10": "precision@10",
    "R@1000": "recall@1000",
}

qrels = Qrels.from_file(sys.argv[1], kind="trec")
run = Run.from_file(sys.argv[2], kind="trec")
means = evaluate(qrels, run, list(MEASURES.values()), make_comparable=True)
for name, measure in MEASURES.items():
    print(f"{name}\t{means[measure]:.6f}")
