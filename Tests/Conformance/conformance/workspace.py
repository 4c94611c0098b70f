"""A generated task with one submission, as files in a workspace."""

import json
from pathlib import Path

Columns = dict[str, list[str]]
"""A table by the names of its columns."""


def write_task(
    workspace: Path, settings: dict[str, object], split: dict[str, Columns], submission: Columns
) -> Path:
    """The task's folder, its only split and the submission; returns the submission's path."""
    name = str(settings["id"])
    task = workspace / "tasks" / name
    path = workspace / "submissions" / name / "peer" / "run.tsv"
    (task / "test").mkdir(parents=True, exist_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    (task / "README.md").write_text(f"# {name}\n\nGenerated.\n")
    common = {
        "schema": "cltask.task/1",
        "id": name,
        "title": f"Generated: {name}",
        "splits": ["test"],
        "primary": settings["measures"][0],
    }
    lines = [f"{key}: {json.dumps(value)}\n" for key, value in (common | settings).items()]
    (task / "task.yaml").write_text("".join(lines))
    for table, columns in split.items():
        write_table(task / "test" / f"{table}.tsv", columns)
    write_table(path, submission)
    return path


def write_table(path: Path, columns: Columns) -> None:
    rows = zip(*columns.values(), strict=True)
    lines = ["\t".join(columns), *("\t".join(row) for row in rows)]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def numbers(values) -> list[str]:
    """Numbers as text that reads back to the same bits."""
    return [repr(float(value)) for value in values]
