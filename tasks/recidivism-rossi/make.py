#!/usr/bin/env python3
"""Makes the files of this task and its two submissions from the Rossi table.

    pip download lifelines==0.30.3 --no-deps
    python3 -m zipfile -e lifelines-0.30.3-py3-none-any.whl lifelines
    python3 tasks/recidivism-rossi/make.py lifelines/lifelines/datasets/rossi.csv

Run it in the root of the repository. It needs Python 3.9 and numpy. Random numbers play no part:
the same table gives the same bytes.
"""

import csv
import hashlib
import os
import sys

import numpy as np

SHA256 = "0214400170e07f3015a285edca2014cac0dae8aac125fcbaad642490e05f892c"
TASK = "recidivism-rossi"
FOLDER = os.path.join("tasks", TASK)

# What is known of a person on release. `week`, the week of the arrest, is the answer: left out.
FEATURES = ["fin", "age", "race", "wexp", "mar", "paro", "prio"]
AGE_BANDS = [(25, "under 25"), (35, "25-34"), (200, "35+")]


def main(path):
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    if digest != SHA256:
        sys.exit(f"{path} is not the table of lifelines 0.30.3: its SHA-256 is {digest}")
    with open(path, newline="") as file:
        people = [{key: int(value) for key, value in row.items()} for row in csv.DictReader(file)]
    for number, person in enumerate(people, start=1):
        person["item"] = f"r{number:03d}"
    # Odd rows to fit on, even rows to test on.
    splits = {"dev": people[0::2], "test": people[1::2]}

    write(
        f"{FOLDER}/groups.tsv",
        ["item", "race", "age"],
        [[p["item"], "black" if p["race"] else "other", band(p["age"])] for p in people],
    )
    for split, rows in splits.items():
        write(f"{FOLDER}/{split}/items.tsv", ["item"], [[p["item"]] for p in rows])
        write(
            f"{FOLDER}/{split}/people.tsv",
            ["item"] + FEATURES,
            [[p["item"]] + [p[name] for name in FEATURES] for p in rows],
        )
        write(
            f"{FOLDER}/{split}/gold.tsv",
            ["item", "label"],
            [[p["item"], label(p["arrest"])] for p in rows],
        )

    coefficients = fit(design(splits["dev"]), outcome(splits["dev"]))
    print("coefficients:")
    for name, value in zip(["intercept"] + FEATURES, coefficients):
        print(f"  {name:9} {value:+.6f}")
    probabilities = 1 / (1 + np.exp(-design(splits["test"]) @ coefficients))
    threshold = base_rate_threshold(splits["dev"], coefficients)
    print(f"threshold: {threshold:.4f}")
    submit(
        "regression",
        "logistic",
        f"logistic regression fitted on dev; label at {threshold:.4f}, "
        "which flags as many of dev as were arrested",
        [
            [p["item"], f"{value:.6f}", label(round(value, 6) >= threshold)]
            for p, value in zip(splits["test"], probabilities)
        ],
    )
    most = max(p["prio"] for p in people)
    submit(
        "counting",
        "prior-convictions",
        f"prior convictions divided by {most}, the most in the table; label at 4",
        [
            [p["item"], f"{p['prio'] / most:.4f}", label(p["prio"] >= 4)]
            for p in splits["test"]
        ],
    )


def design(people):
    return np.array([[1.0] + [float(p[name]) for name in FEATURES] for p in people])


def outcome(people):
    return np.array([float(p["arrest"]) for p in people])


def fit(design, outcome):
    """Maximum likelihood without a penalty, by Newton's method."""
    coefficients = np.zeros(design.shape[1])
    for _ in range(25):
        probability = 1 / (1 + np.exp(-design @ coefficients))
        gradient = design.T @ (outcome - probability)
        information = design.T @ (design * (probability * (1 - probability))[:, None])
        coefficients += np.linalg.solve(information, gradient)
    return coefficients


def base_rate_threshold(people, coefficients):
    """Halfway between two people of the fitting half, with as many above it as were arrested."""
    values = np.sort(1 / (1 + np.exp(-design(people) @ coefficients)))[::-1]
    arrested = int(outcome(people).sum())
    return round(float(values[arrested - 1] + values[arrested]) / 2, 4)


def label(arrested):
    return "arrested" if arrested else "free"


def band(age):
    return next(name for limit, name in AGE_BANDS if age < limit)


def submit(team, run, description, rows):
    write(
        f"submissions/{TASK}/{team}/{run}.tsv",
        ["item", "score", "label"],
        rows,
        [
            f"# team: {team}",
            f"# run: {run}",
            f"# task: {TASK}",
            f"# description: {description}",
        ],
    )


def write(path, columns, rows, metadata=()):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    lines = list(metadata) + ["\t".join(columns)]
    lines += ["\t".join(str(field) for field in row) for row in rows]
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: make.py ROSSI_CSV")
    main(sys.argv[1])
