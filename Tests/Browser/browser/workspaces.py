"""Workspaces to build boards in: the repository's, one that means harm, and a large one."""

import json
import random
import shutil
from pathlib import Path

TASK = "suicide-risk"
LABELS = ["none", "low", "moderate", "severe"]


def repository(root: Path, folder: Path) -> None:
    for name in ["tasks", "submissions"]:
        shutil.copytree(root / name, folder / name)


def many(root: Path, folder: Path, count: int) -> None:
    """Submissions of noisy scores for every item of a task."""
    _task(root, folder, TASK)
    items = _items(folder)
    draw = random.Random(20260501)
    for number in range(count):
        skill = draw.random() * 0.3
        rows = [
            (item, min(1.0, max(0.0, draw.random() + skill * LABELS.index(label) / 3)))
            for item, label in items
        ]
        table = "item\tscore\tlabel\n" + "".join(
            f"{item}\t{score:.6f}\t{LABELS[min(3, int(score * 4))]}\n" for item, score in rows
        )
        _write(folder, TASK, f"team-{number:04}", "run", table.encode())


TEAMS = [
    "<script>alert(1)<",
    "<img src=x onerror=alert(1)>",
    "{{x}}",
    "{{{title}}}",
    "\"quoted\" and 'quoted'",
    "&lt;b&gt; &amp;",
    "w" * 90,
    "many words " * 8 + "end",
    "🧪🧬",
    "שלום",
    "日本語のチーム",
    "e\u0301" * 20,
    "a#b?c=%2e%2e&d;e",
    "javascript:alert(1)",
    "\\end{table}%$_^~".replace("\\", "＼"),
    "=HYPERLINK(1)",
    "`code` | [x](y) *b*",
    "]]>--><!--",
]
"""Names that folders may have."""

UNUSABLE = "\u202egnp.exe"
"""A name that turns the writing direction round: no board shows it."""

RUNS = ["run", "</title><script>alert(2)<".replace("/", "∕"), "'\"><svg onload=alert(3)>"]

METADATA = [
    "team: somebody else",
    "description: <img src=x onerror=alert(4)> <b>bold</b> {{x}} ]]> --> \u202eback",
    "url: javascript:alert(5)",
    "authors: </script><script>alert(6)</script>",
    "license: " + "x" * 3000,
]


def hostile(root: Path, folder: Path) -> None:
    """Three tasks: one of names and files that mean harm, one without submissions, and one of
    which all are refused."""
    for name in ["hostile", "empty", "refused"]:
        _task(root, folder, name)
    # Without Brier, which refuses what is no probability.
    _change(folder, "hostile", "  Brier]", "  BalancedAccuracy]")
    title = '</title><script>alert(0)</script> {{x}} "quoted" \\end{table} %'
    _change(folder, "hostile", "Risk of suicide from posts (synthetic)", json.dumps(title))
    draw = random.Random(7)
    items = _items(folder, "hostile")
    head = "".join(f"# {line}\n" for line in METADATA)
    for team in [*TEAMS, UNUSABLE, "baseline"]:
        for run in RUNS if team in TEAMS[:3] else RUNS[:1]:
            scores = [(item, draw.random()) for item, _ in items]
            _write(folder, "hostile", team, run, (head + _scores(scores)).encode())
    for run, table in _files(items).items():
        _write(folder, "hostile", "files", run, table)
        _write(folder, "refused", "baseline", run, table)
    for run in ["one-class", "huge", "tiny"]:
        (folder / "submissions" / "refused" / "baseline" / f"{run}.tsv").unlink()


def _files(items: list[tuple[str, str]]) -> dict[str, bytes]:
    good = _scores([(item, 0.5) for item, _ in items])
    return {
        "empty": b"",
        "not-utf8": good.encode().replace(b"0.5", b"\xff\xfe", 1),
        "utf16": good.encode("utf-16"),
        "zeros": b"\0" * 4096,
        "one-class": good.encode(),
        "huge": _scores([(item, 1.7e308 / (n + 1)) for n, (item, _) in enumerate(items)]).encode(),
        "tiny": _scores([(item, 5e-324 * n) for n, (item, _) in enumerate(items)]).encode(),
        "beyond": good.replace("0.5", "1e999").encode(),
        "html": b"<!DOCTYPE html><script>alert(7)</script>\n",
        "strangers": b"item\tscore\tlabel\n<script>alert(8)</script>\t1\tsevere\n",
    }


def _scores(scores: list[tuple[str, float]]) -> str:
    return "item\tscore\tlabel\n" + "".join(
        f"{item}\t{score!r}\t{LABELS[min(3, int(min(score, 0.99) * 4))]}\n"
        for item, score in scores
    )


def _task(root: Path, folder: Path, name: str) -> None:
    """The task under another name."""
    shutil.copytree(root / "tasks" / TASK, folder / "tasks" / name)
    _change(folder, name, f"id: {TASK}\n", f"id: {name}\n")
    (folder / "submissions" / name).mkdir(parents=True)


def _change(folder: Path, task: str, old: str, new: str) -> None:
    """Another word in a definition."""
    definition = folder / "tasks" / task / "task.yaml"
    text = definition.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{definition} does not say {old}")
    definition.write_text(text.replace(old, new), encoding="utf-8")


def _items(folder: Path, task: str = TASK) -> list[tuple[str, str]]:
    """Items with their labels."""
    lines = (folder / "tasks" / task / "test" / "gold.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(row[0], row[1]) for row in rows[1:]]


def _write(folder: Path, task: str, team: str, run: str, table: bytes) -> None:
    path = folder / "submissions" / task / team / f"{run}.tsv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(table)
