"""Defects of peers that no comparison can show: what they do wrong is asked of cltask alone.

Others stand in `rules.py`, where a peer's value is there to compare with.
"""

from collections.abc import Callable
from pathlib import Path

from .answers import Answers
from .cltask import Cltask, Outcome
from .comparison import Tally

DATA_ERROR = 65

Lines = list[str]
Check = Callable[[Outcome], str | None]


def compare(cltask: Cltask, folder: Path, tally: Tally) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, (claim, qrels, run, options, check) in enumerate(_cases()):
        paths = folder / f"{number}.qrels", folder / f"{number}.run"
        for path, lines in zip(paths, (qrels, run), strict=True):
            path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        outcome = cltask.run("eval", *paths, *options, "--format", "json", "--replicates", "0")
        tally.check("defects", claim, check(outcome))


def _cases() -> list[tuple[str, Lines, Lines, list[str], Check]]:
    qrels = ["1 0 a 1", "1 0 b 0"]
    run = ["1 Q0 a 1 3.00000002 x", "1 Q0 b 2 3.00000001 x"]
    measures = ["AP", "RR", "nDCG", "nDCG@10", "P@10", "R@10", "bpref", "infAP", "Rprec", "ERR"]
    return [
        (
            "a topic whose grades are all negative scores 0 (pytrec_eval corrupts its memory)",
            ["1 0 a -1", "1 0 b -2"],
            run,
            measures,
            _values(dict.fromkeys(measures, 0.0)),
        ),
        (
            "a topic that the run leaves out scores 0 (trec_eval 10 stops without -c)",
            [*qrels, "4 0 a 1"],
            run,
            ["RR"],
            _values({"RR": 0.5}),
        ),
        (
            "scores that differ beyond Float are not tied (trec_eval 9 ties them)",
            qrels,
            run,
            ["RR"],
            _values({"RR": 1.0}),
        ),
        (
            "--ties trec9 ties them all the same",
            qrels,
            run,
            ["RR", "--ties", "trec9"],
            _values({"RR": 0.5}),
        ),
        (
            "a score that is not a number is refused (trec_eval reads nan)",
            qrels,
            ["1 Q0 a 1 nan x", run[1]],
            ["RR"],
            _refused,
        ),
        (
            "a score that is text is refused (trec_eval reads it as 0)",
            qrels,
            ["1 Q0 a 1 abc x", run[1]],
            ["RR"],
            _refused,
        ),
        (
            "an item twice is refused and nothing printed (ranx keeps the last, trec_eval stops"
            " half way)",
            qrels,
            [*run, "1 Q0 a 3 1.0 x"],
            ["RR"],
            _refused,
        ),
        (
            "an empty run is refused",
            qrels,
            [],
            ["RR"],
            _refused,
        ),
        (
            "a line of five fields is refused (trectools reads it)",
            qrels,
            ["1 Q0 a 1 3.0", run[1]],
            ["RR"],
            _refused,
        ),
        (
            "retrieved items do not make the ideal (scikit-learn and torchmetrics forget the rest)",
            [*qrels, "1 0 c 1"],
            run,
            ["nDCG", "R@10"],
            _values({"nDCG": 0.6131471927654584, "R@10": 0.5}),
        ),
        (
            "graded RBP does not depend on the compiler (trec_eval 10's reads what was never set)",
            ["1 0 a 3", "1 0 b 0"],
            run,
            ["RBP"],
            _values({"RBP": 0.2}),
        ),
    ]


def _values(expected: dict[str, float]) -> Check:
    def check(outcome: Outcome) -> str | None:
        if outcome.status != 0:
            return f"status {outcome.status}: {outcome.errors}"
        answers = Answers.read(outcome.output)
        for measure, value in expected.items():
            ours = answers.value(measure, "overall")
            if ours is None or not abs(ours - value) < 1e-12:
                return f"{measure} is {ours}, not {value}"
        return None

    return check


def _refused(outcome: Outcome) -> str | None:
    if outcome.status != DATA_ERROR:
        return f"status {outcome.status}, not {DATA_ERROR}"
    return f"printed {outcome.output!r}" if outcome.output else None
