"""cltask's comparisons, as read from its JSON."""

import itertools

from ..answers import Answers

Pair = tuple[int, int]


def answers(comparison: dict, name: str) -> Answers:
    """What is said of each pair under `name`, the system of the lower number first."""
    found = Answers()
    for pair in comparison["pairs"]:
        first, second = (int(pair[side]["run"][1:]) for side in "ab")
        sign = 1 if first < second else -1
        unit = pair_name((min(first, second), max(first, second)))

        def add(what: str, value: float | None) -> None:
            found.add(name, f"{unit} {what}", value)

        add("p", pair["p"])
        add("adjusted p", pair["p_adjusted"])
        add("exact", pair["exact"] if "exact" in pair else None)
        add("difference", sign * pair["difference"])
        if pair.get("effect") is not None:
            add("effect", sign * pair["effect"])
        if interval := pair.get("interval"):
            ends = sorted(sign * interval[end] for end in ("low", "high"))
            add("low", ends[0])
            add("high", ends[1])
        if equivalence := pair.get("equivalence"):
            add("equivalence p", equivalence["p"])
            add("adjusted equivalence p", equivalence["p_adjusted"])
        if power := pair.get("power"):
            add("units", power["units"])
            add("smallest difference", power["smallest_difference"])
    return found


def pair_name(pair: Pair) -> str:
    return f"s{pair[0]:02d} and s{pair[1]:02d}"


def pairs(systems: int) -> list[Pair]:
    return list(itertools.combinations(range(systems), 2))
