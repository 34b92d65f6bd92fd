"""Pairs of whole processes, run in turn, so that a change in the machine's speed hits both."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import Callable, Optional


def report_header(server, trust):
    login = "no password" if trust else "SCRAM"
    return (
        f"PostgreSQL {server}, fsync on, {login}; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n"
        "Medians of whole processes; the ratio is the median of the ratios of pairs.\n"
    )


@dataclass
class Pair:
    """Two commands, each as arguments, environment and folder, and the ratio that is aimed at.

    Ours may print the seconds that count, of a part of its work. The most memory (MiB) that it may take can be an aim too.
    """

    name: str
    ours: tuple
    other: str
    theirs: tuple
    aim: Optional[float]
    before: Optional[Callable[[], None]] = None
    prints: bool = False
    memory: Optional[int] = None

    def run(self, runs):
        ours, theirs, peaks = [], [], []
        for number in range(runs + 1):
            if self.before:
                self.before()
                # What it left to the disk to do is no part of what is measured.
                os.sync()
            # Whoever goes second finds the machine as the first one left it.
            if number % 2:
                mine, other = run(*self.ours), run(*self.theirs)
            else:
                other, mine = run(*self.theirs), run(*self.ours)
            # The first pair fills caches of files and of compiled Python.
            if number:
                ours.append(float(mine.output) if self.prints else mine.seconds)
                theirs.append(other.seconds)
                peaks.append(mine.peak)
        ratio = statistics.median(a / b for a, b in zip(ours, theirs))
        if self.aim is None:
            verdict = ""
        else:
            verdict = f"aim {self.aim:.2f}  {'ok' if ratio <= self.aim else 'MISSED'}"
        print(
            f"{self.name:44} {statistics.median(ours):7.3f} s  {self.other:8} {statistics.median(theirs):7.3f} s"
            f"  ratio {ratio:5.2f}  {verdict}  (n={runs})",
            flush=True,
        )
        if self.memory is not None:
            peak = max(peaks)
            verdict = "ok" if peak <= self.memory else "MISSED"
            print(f"{'  its memory':44} {peak:7.0f} MiB at most  aim {self.memory}  {verdict}", flush=True)


@dataclass
class Finished:
    """A process that has ended: how long it took, the most memory it had (MiB), and what it printed."""

    seconds: float
    peak: float
    output: str


def run(arguments, environment, folder):
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        process = subprocess.Popen(
            arguments, env={**os.environ, **environment}, cwd=folder, stdin=subprocess.DEVNULL, stdout=output,
            stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        duration = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode()
    # 3 says that there are differences, which some commands are there to find.
    if process.returncode not in (0, 3):
        sys.exit(f"{' '.join(map(str, arguments))} failed:\n{text}")
    return Finished(duration, usage.ru_maxrss / 1024, text)
