"""What programs print, read as values by the name of the measure."""

import csv
import json

from .process import Failed

Values = dict[str, float]

# Apart by less than this is the same to 4 decimals.
TOLERANCE = 5e-5

TREC_EVAL = {
    "ndcg": "nDCG",
    "ndcg_cut_10": "nDCG@10",
    "map": "AP",
    "recip_rank": "RR",
    "P_10": "P@10",
    "recall_1000": "R@1000",
}


def of_cltask(text: str) -> Values:
    """From `--format json` of eval and score; of compare by the run, of audit by the subgroup, of
    score with groups by table, group and measure, of a leaderboard by team and measure."""
    document = json.loads(text)
    if "subgroups" in document:
        return {
            "&".join(sorted(f"{name}={value}" for name, value in subgroup["where"].items())): (
                subgroup["rate"]
            )
            for subgroup in document["subgroups"]
        }
    if "groups" in document:
        return {
            f"{names}:{group}:{measure}": entry["value"]
            for names, groups in document["groups"].items()
            for group, found in groups.items()
            for measure, entry in found["measures"].items()
            if entry.get("value") is not None
        }
    if "standings" in document:
        return {
            f"{entry['team']}:{measure}": found["value"]
            for entry in document["standings"]
            for measure, found in entry["measures"].items()
        }
    if "systems" in document:
        return {system["run"]: system["value"] for system in document["systems"]}
    return {name: entry["value"] for name, entry in document["measures"].items()}


def of_csv(text: str) -> Values:
    """From `--format csv` of eval."""
    return {row["measure"]: float(row["value"]) for row in csv.DictReader(text.splitlines())}


def of_lines(text: str) -> Values:
    """From lines of a name and a value."""
    return {name: float(value) for name, value in (line.split() for line in text.splitlines())}


def of_trec_eval(text: str) -> Values:
    """From lines of a name, `all` and a value."""
    rows = (line.split() for line in text.splitlines())
    return {TREC_EVAL[name]: float(value) for name, _, value in rows}


def check(name: str, values: Values, expected: Values) -> None:
    """A program that prints other values than cltask has done other work."""
    if values.keys() != expected.keys():
        raise Failed(f"{name} printed {sorted(values)}, cltask {sorted(expected)}")
    for measure, value in values.items():
        # Not `>=`, so that a NaN is refused as well.
        if not abs(value - expected[measure]) < TOLERANCE:
            raise Failed(f"{measure} is {value} in {name}, {expected[measure]} in cltask")
