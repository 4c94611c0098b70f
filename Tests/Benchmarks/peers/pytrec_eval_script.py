"""What a user of pytrec_eval writes to evaluate a run, after its documentation.

pytrec_eval_script.py QRELS RUN
"""

import sys

import pytrec_eval

MEASURES = {
    "nDCG": "ndcg",
    "nDCG@10": "ndcg_cut_10",
    "AP": "map",
    "RR": "recip_rank",
    "P@10": "P_10",
    "R@1000": "recall_1000",
}

with open(sys.argv[1]) as file:
    qrels = pytrec_eval.parse_qrel(file)
with open(sys.argv[2]) as file:
    run = pytrec_eval.parse_run(file)

evaluator = pytrec_eval.RelevanceEvaluator(
    qrels, {"ndcg", "ndcg_cut.10", "map", "recip_rank", "P.10", "recall.1000"}
)
topics = evaluator.evaluate(run).values()
for name, measure in MEASURES.items():
    mean = pytrec_eval.compute_aggregated_measure(measure, [topic[measure] for topic in topics])
    print(f"{name}\t{mean:.6f}")
