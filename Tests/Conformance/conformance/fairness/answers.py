"""cltask's values of groups, gaps and subgroups, as read from its JSON."""

from math import nan

from ..answers import Answers

Card = dict


def of_groups(card: Card) -> Answers:
    """Values of groups under the unit `sex: F`, gaps and measures between groups under `sex`."""
    answers = Answers()
    for table, groups in card["groups"].items():
        for group, entry in groups.items():
            unit = f"{table}: {group}"
            answers.add("units", unit, entry["units"])
            if (base := entry.get("base_rate")) is not None:
                answers.add("base rate", unit, base["value"])
            for name, value in entry["measures"].items():
                answers.add(name, unit, value["value"])
                _add_interval(answers, name, unit, value)
                rest = value.get("rest")
                answers.add(f"{name} of the rest", unit, rest)
    for table, gaps in card["gaps"].items():
        for name, gap in gaps.items():
            answers.add(f"gap({name})", table, gap["value"])
            answers.add(f"ratio({name})", table, gap.get("ratio"))
            _add_interval(answers, f"gap({name})", table, gap)
    for table, found in card.get("between", {}).items():
        for name, value in found.items():
            answers.add(name, table, value["value"])
    return answers


def _add_interval(answers: Answers, name: str, unit: str, value: Card) -> None:
    if (interval := value.get("interval")) is not None:
        for end in ["low", "high"]:
            answers.add(f"{name} {interval['method']}", f"{end} of {unit}", interval[end])


def of_audit(card: Card) -> Answers:
    """The numbers of each subgroup under `sex=F & age=45+`."""
    answers = Answers()
    outcome = f"audit {card['outcome']}"
    overall = card["overall"]
    total = next((overall[key] for key in ["rate", "mean", "area"] if key in overall), None)
    answers.add(f"{outcome}: value", "all", total)
    answers.add(f"{outcome}: γ of any set", "all", card.get("gamma_max"))
    answers.add(f"{outcome}: subgroups", "tested", len(card["subgroups"]))
    for kind, count in card["conjunctions"].items():
        answers.add(f"{outcome}: conjunctions", kind, count)
    for found in card["subgroups"]:
        unit = " & ".join(f"{name}={found['where'][name]}" for name in card["attributes"]
                          if name in found["where"])  # fmt: skip
        value = next(found[key] for key in ["rate", "mean", "area"] if key in found)
        numbers = {
            "value": value, "n": found["n"], "counted": found["counted"], "gap": found["gap"],
            "γ": found["gamma"], "α": found["mass"], "p": found["p"],
            **{name: found["adjusted"].get(name) for name in ["holm", "bh", "by"]},
        }  # fmt: skip
        for name, number in numbers.items():
            answers.add(f"{outcome}: {name}", unit, nan if number is None else number)
        if (interval := found.get("interval")) is not None:
            for end in ["low", "high"]:
                answers.add(f"{outcome}: Wilson", f"{end} of {unit}", interval[end])
    return answers
