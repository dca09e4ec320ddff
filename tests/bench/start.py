"""From process start to the first painted frame of Welcome, against a minimal PySide6 QML window."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Hospital, Offer
from flexcare.session.ward_writer import write_ward
from flexcare.supervisor.compositor import Compositor, Screen

RATIO_TARGET = 2.0
CHANNELS = 60
RUN_TIMEOUT_S = 30.0


def start_ms(program: str, arguments: list[str], environment: dict[str, str]) -> float:
    """Milliseconds from the start of a process to the first frame it showed."""
    started = time.monotonic_ns()
    command = [sys.executable, "-m", f"tests.bench.{program}", *arguments]
    told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, timeout=RUN_TIMEOUT_S).stdout
    return (int(told.split()[0]) - started) / 1e6


def main() -> int:
    """Measure both in turn, print a table and a line of JSON."""
    parser = argparse.ArgumentParser(prog="deploy/bench start", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="flexcare-bench-") as folder, Compositor(Screen()) as compositor:
        ward = Path(folder) / "ward"
        channels = tuple(Channel(number, f"Channel {number}", Stream("udp://@239.0.0.1:1234")) for number in range(1, CHANNELS + 1))
        write_ward(ward, Offer(Hospital("Bench hospital"), channels), {})
        environment = {**os.environ, **compositor.client_environment()}
        measured: dict[str, list[float]] = {"start_kiosk": [], "start_plain": []}
        for turn in range(rounds + 1):
            for program, times in measured.items():
                took = start_ms(program, [str(ward)], environment)
                if turn:  # the first of each only warms the disk's cache
                    times.append(took)
    ours, plain = (statistics.median(measured[program]) for program in ("start_kiosk", "start_plain"))
    ratio = statistics.median(ours_ms / plain_ms for ours_ms, plain_ms in zip(*measured.values(), strict=True))
    print(f"{'first frame of':28}{'median':>10}{'fastest':>10}{'slowest':>10}")
    for name, program in (("Welcome", "start_kiosk"), ("a minimal QML window", "start_plain")):
        times = measured[program]
        print(f"{name:28}{statistics.median(times):>7.0f} ms{min(times):>7.0f} ms{max(times):>7.0f} ms")
    print(f"ratio {ratio:.2f} (goal: at most {RATIO_TARGET})")
    print(
        json.dumps({"bench": "start", "ratio": round(ratio, 3), "kiosk_ms": round(ours, 1), "plain_ms": round(plain, 1), "rounds": rounds})
    )
    return 0 if ratio <= RATIO_TARGET else 1


if __name__ == "__main__":
    raise SystemExit(main())
