"""The command line; `Tests/Benchmarks/run` calls it."""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from . import machine
from .comparison import progress
from .process import Failed
from .suite import SECTIONS, Suite

COMMAND = "Tests/Benchmarks/run --write FILE"
# Cores that other programs take, above which times are not to be published.
BUSY = 0.1


def main() -> int:
    arguments = parse()
    start = time.monotonic()
    bystanders = machine.Bystanders()
    with tempfile.TemporaryDirectory() as scratch:
        suite = Suite(
            cltask=arguments.cltask.resolve(),
            trec_eval=arguments.trec_eval and arguments.trec_eval.resolve(),
            inputs=arguments.inputs.resolve(),
            repository=arguments.repository.resolve(),
            scratch=Path(scratch),
            repeat=1 if arguments.small else arguments.repeat,
            small=arguments.small,
        )
        try:
            names = [name for name in SECTIONS if name in (arguments.only or SECTIONS)]
            sections = [SECTIONS[name](suite) for name in names]
        except Failed as problem:
            progress(f"benchmarks: {problem}")
            return 1
    report = "\n".join([preamble(suite, bystanders.cores()), *sections])
    if arguments.write:
        write(arguments.write, report)
    else:
        print(report, end="")
    progress(f"{(time.monotonic() - start) / 60:.1f} minutes")
    return 0


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="Tests/Benchmarks/run", description=__doc__)
    parser.add_argument("--cltask", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--inputs", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--repository", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--trec-eval", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table to FILE")
    parser.add_argument("--only", choices=SECTIONS, action="append", help="one comparison")
    parser.add_argument("--repeat", type=positive, default=10, metavar="N", help="repetitions")
    parser.add_argument("--small", action="store_true", help="seconds, to try the harness")
    return parser.parse_args()


def positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def preamble(suite: Suite, elsewhere: float) -> str:
    lines = [
        f"Made by `{COMMAND}`:\n",
        machine.described(suite.cltask),
        (
            "Each program ran as a whole process, from files to printed values, in turn with the"
            " others and after a warm-up; it counts only if its values are those of cltask to 4"
            " decimals. *Wall* is the median, *user + sys* the median of all cores together. Memory is"
            " from runs that are not timed: the kernel's mark of resident memory (VmHWM), and the"
            " largest anonymous part seen in `/proc/PID/status` (RssAnon) at 0.2 ms intervals."
            " A MB is 10⁶ bytes.\n"
        ),
    ]
    if suite.small:
        lines.append("**A trial of the harness on small inputs: these times mean nothing.**\n")
    elif elsewhere > BUSY:
        lines.append(f"**Other programs kept {elsewhere:.1f} cores busy: times are too long.**\n")
    return "\n".join(lines)


def write(path: Path, text: str) -> None:
    """Whole or not at all."""
    partial = path.with_name(path.name + ".partial")
    partial.write_text(text, encoding="utf-8", newline="\n")
    os.replace(partial, path)


if __name__ == "__main__":
    sys.exit(main())
