"""Pictures that reach the screen, against libvlc alone in the same run: 720p50 and 1080p25 with an overlay that moves."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from flexcare.supervisor.compositor import Compositor, Screen
from tests.kiosk.player.films import Cinema, Film

SECONDS = 20.0
STREAMS = {"720p50": "testsrc2=s=1280x720:r=50", "1080p25": "testsrc2=s=1920x1080:r=25"}
DELIVERED_MIN, PYTHON_MS_MAX, GROWTH_MB_MAX = 0.99, 0.3, 2.0
SPARE_S = 6
WORKER_TIMEOUT_S = 90.0

Figures = dict[str, float]


def _in_own_process(how: str, address: str, seconds: float, environment: dict[str, str]) -> Figures:
    command = [sys.executable, "-m", "tests.bench.video_worker", how, address, str(seconds)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=WORKER_TIMEOUT_S, env=os.environ | environment)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def _measure_stream(address: str, seconds: float, environment: dict[str, str]) -> Figures:
    alone = _in_own_process("libvlc", address, seconds, {})
    ours = _in_own_process("kiosk", address, seconds, environment)
    return {
        "alone": alone["frames"],
        "frames": ours["frames"],
        "delivered": round(ours["frames"] / alone["frames"], 4),
        "python_ms_per_frame": round(ours["python_ms_per_frame"], 3),
        "waiting_ms_per_frame": round(ours["waiting_ms_per_frame"], 3),
        "growth_mb": round(ours["growth_mb"], 2),
        "resident_mb": round(ours["resident_mb"], 1),
    }


def measure(seconds: float = SECONDS) -> dict[str, Figures]:
    """Make the films, play each with libvlc alone and then in a window, and return the figures of each."""
    with tempfile.TemporaryDirectory(prefix="flexcare-bench-") as folder, Compositor(Screen()) as compositor:
        cinema = Cinema(Path(folder))
        try:
            films = {name: cinema.show(Film(picture, round(seconds) + SPARE_S)) for name, picture in STREAMS.items()}
            environment = compositor.client_environment()
            return {name: _measure_stream(address, seconds, environment) for name, address in films.items()}
        finally:
            cinema.end()


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(prog="bench video", description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="how long each stream is counted; figures are wanted for 20")
    figures = measure(parser.parse_args().seconds)
    head = f"{'stream':<10}{'libvlc alone':>14}{'on the sink':>13}{'delivered':>11}{'Python, ms':>12}"
    print(f"{head}{'waiting, ms':>13}{'growth, MB':>12}{'resident, MB':>14}")
    for name, told in figures.items():
        print(
            f"{name:<10}{told['alone']:>14.0f}{told['frames']:>13.0f}{told['delivered']:>11.4f}"
            f"{told['python_ms_per_frame']:>12.3f}{told['waiting_ms_per_frame']:>13.3f}{told['growth_mb']:>12.2f}{told['resident_mb']:>14.1f}"
        )
    print("\nPython: processor time of our code, all threads; waiting: what it waited there for a processor or for another thread")
    print(f"wanted: delivered >= {DELIVERED_MIN}, Python <= {PYTHON_MS_MAX} ms a frame, growth < {GROWTH_MB_MAX} MB\n")
    worst = {
        "delivered": min(told["delivered"] for told in figures.values()),
        "python_ms_per_frame": max(told["python_ms_per_frame"] for told in figures.values()),
        "growth_mb": max(told["growth_mb"] for told in figures.values()),
    }
    print(json.dumps({"bench": "video", **worst, "streams": figures}))


if __name__ == "__main__":
    main()
