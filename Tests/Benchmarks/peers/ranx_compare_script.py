"""What a user of ranx writes to compare a few runs by Fisher's randomization test.

ranx_compare_script.py WORKSPACE SYSTEMS PERMUTATIONS
"""

import sys
from pathlib import Path

from ranx import Qrels, Run, compare

workspace = Path(sys.argv[1])
qrels = Qrels.from_file(str(workspace / "tasks/pairs/test/gold.tsv"), kind="trec")
folder = workspace / "submissions/pairs/systems"
runs = [
    Run.from_file(str(folder / f"s{number:02}.run"), kind="trec") for number in range(int(sys.argv[2]))
]
for number, run in enumerate(runs):
    run.name = f"s{number:02}"
report = compare(
    qrels, runs, metrics=["map"], stat_test="fisher", n_permutations=int(sys.argv[3]), max_p=0.05
)
print(report)
