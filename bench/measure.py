"""Pairs of whole processes, run in turn, so that a change in the machine's speed hits both."""

import os
import statistics
import subprocess
import sys
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
    """Two commands, each as arguments, environment and folder, and the ratio that is aimed at."""

    name: str
    ours: tuple
    other: str
    theirs: tuple
    aim: Optional[float]
    before: Optional[Callable[[], None]] = None

    def run(self, runs):
        ours, theirs = [], []
        for number in range(runs + 1):
            if self.before:
                self.before()
            first, second = seconds(*self.ours), seconds(*self.theirs)
            # The first pair fills caches of files and of compiled Python.
            if number:
                ours.append(first)
                theirs.append(second)
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


def seconds(arguments, environment, folder):
    start = time.monotonic()
    result = subprocess.run(
        arguments, env={**os.environ, **environment}, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True)
    duration = time.monotonic() - start
    # 3 says that there are differences, which some commands are there to find.
    if result.returncode not in (0, 3):
        sys.exit(f"{' '.join(arguments)} failed:\n{result.stdout.decode()}{result.stderr.decode()}")
    return duration
