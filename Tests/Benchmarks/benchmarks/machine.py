"""Where it was measured, and with what."""

import os
import platform
import shutil
import subprocess
import time
from importlib.metadata import version
from pathlib import Path

PEERS = (
    "pytrec-eval-terrier", "ir_measures", "ranx", "divexplorer", "fairlearn", "numba", "numpy",
    "pandas", "scikit-learn",
)  # fmt: skip


def described(cltask: Path) -> str:
    """Lines of a Markdown list."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    lines = [
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB of memory",
        f"{system}, {platform.system()} {platform.release()}",
        f"cltask {_printed(str(cltask), '--version')}, {_swift()}",
        f"Python {platform.python_version()}, "
        + ", ".join(f"{peer} {version(peer)}" for peer in PEERS),
    ]
    return "".join(f"- {line}\n" for line in lines)


class Bystanders:
    """What other programs take of the processor while the benchmark runs."""

    def __init__(self) -> None:
        self._start = self._now()

    def cores(self) -> float:
        """How many cores they kept busy on average."""
        clock, all_programs, own = (
            now - then for now, then in zip(self._now(), self._start, strict=True)
        )
        return max(0.0, (all_programs - own) / clock)

    @staticmethod
    def _now() -> tuple[float, float, float]:
        """Seconds: the clock's, those of all programs, and our own with those we waited for."""
        with open("/proc/stat", encoding="ascii") as file:
            ticks = [int(field) for field in file.readline().split()[1:9]]
        user, nice, system, _, _, interrupt, soft_interrupt, stolen = ticks
        busy = user + nice + system + interrupt + soft_interrupt + stolen
        own = os.times()
        return (
            time.monotonic(),
            busy / os.sysconf("SC_CLK_TCK"),
            own.user + own.system + own.children_user + own.children_system,
        )


def _processor() -> str:
    """The model; what the kernel says of the architecture where it names none."""
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return value.strip()
    return platform.machine()


def _swift() -> str:
    if not shutil.which("swift"):
        return "built elsewhere"
    return next(
        (line for line in _printed("swift", "--version").splitlines() if "Swift version" in line),
        "Swift of an unknown version",
    ).strip()


def _printed(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
