"""One run of a program: how long it took, and how much memory it had."""

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass

Command = tuple[str, ...]

# Between two looks at a program's memory, in seconds.
INTERVAL = 0.0002

# Peers start as their users start them: what the harness's own Python was told is not theirs.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


class Failed(Exception):
    """A program ended with a status other than 0, or printed what it should not."""


@dataclass(frozen=True)
class Timing:
    """Seconds from start to end, and of all its threads on the processor."""

    wall: float
    processor: float
    output: str


@dataclass(frozen=True)
class Memory:
    """Peaks in bytes: of everything resident, and of the part that is no file's."""

    resident: int = 0
    anonymous: int = 0

    def with_peaks_of(self, other: "Memory") -> "Memory":
        return Memory(max(self.resident, other.resident), max(self.anonymous, other.anonymous))


def timed(command: Command) -> Timing:
    """A run that nothing disturbs."""
    timing, _ = _run(command, watch=False)
    return timing


def watched(command: Command) -> tuple[Timing, Memory]:
    """A run whose memory is looked at all the time; its time is not to be believed."""
    return _run(command, watch=True)


def _run(command: Command, watch: bool) -> tuple[Timing, Memory]:
    memory = Memory()
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, env=ENVIRONMENT
        )
        if watch:
            memory = _peaks(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode != 0:
            raise Failed(
                f"status {process.returncode} from {' '.join(command)}\n"
                + errors.read().decode(errors="replace")
            )
        text = output.read().decode()
    return Timing(wall, usage.ru_utime + usage.ru_stime, text), memory


def _peaks(process: int) -> Memory:
    """Looks until the program has ended, without collecting it.

    The kernel keeps the peak of resident memory itself (VmHWM). getrusage's would do only for
    programs larger than this one: it begins with the memory of whoever started them.
    """
    memory = Memory()
    running = os.WEXITED | os.WNOHANG | os.WNOWAIT
    with open(f"/proc/{process}/status", "rb", buffering=0) as status:
        while os.waitid(os.P_PID, process, running) is None:
            status.seek(0)
            memory = memory.with_peaks_of(_memory(status.read(4096)))
            time.sleep(INTERVAL)
    return memory


def _memory(status: bytes) -> Memory:
    kilobytes = {
        name: int(value.split()[0])
        for name, _, value in (line.partition(b":") for line in status.splitlines())
        if name in (b"VmHWM", b"RssAnon")
    }
    return Memory(1024 * kilobytes.get(b"VmHWM", 0), 1024 * kilobytes.get(b"RssAnon", 0))
