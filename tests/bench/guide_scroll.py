"""Television and the guide under the finger while a guide is imported: 720p50, 1,000 channels, 14 days.

`python -m tests.bench.guide_scroll` prints a table, then one JSON object on the last line: `delivered` (pictures on the sink to those of
the film), `stall_ms` (longest time in which the session's main thread came round to nothing else) and `busy_ms` (how much of such a time it
worked itself: on a machine that is not quiet the rest is waiting for a processor).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from flexcare.guide.build import GuideSource
from flexcare.guide.job import to_job
from flexcare.guide.store import GUIDE_FILE
from flexcare.lineup.channel import Stream
from flexcare.session.offer import Device, Hospital, Offer
from flexcare.session.ward_writer import write_ward
from flexcare.supervisor.compositor import Compositor, Screen
from flexcare.supervisor.importer import COMMAND
from tests.bench.guide_maker import CHANNELS, DAYS, FIRST, lineup, write_guide
from tests.kiosk.player.films import Cinema, Film

SECONDS = 20.0
SPARE_S = 15
DELIVERED_MIN, STALL_MS_MAX = 0.98, 50.0
IMPORT_TIMEOUT_S = 900
WORKER_TIMEOUT_S = 180


def measure(channels: int = CHANNELS, days: int = DAYS, seconds: float = SECONDS) -> dict[str, Any]:
    """Make film and guide, import it once for the session to read, and measure while it is imported once more."""
    with tempfile.TemporaryDirectory(prefix="flexcare-bench-") as name, Compositor(Screen()) as compositor:
        folder = Path(name)
        cinema = Cinema(folder)
        try:
            address = cinema.show(Film("testsrc2=s=1280x720:r=50", round(seconds) + SPARE_S))
            first, *others = lineup(channels)
            # Only the first is ever played; the others have an address that the offer can name.
            known = (replace(first, stream=Stream(address)), *(replace(each, stream=Stream(address)) for each in others))
            write_guide(folder / "guide.xml", channels, days)
            write_ward(folder / "ward", Offer(Hospital("Bench"), known, device=Device("Bench")), {})
            for job, file in (("first", folder / "ward" / GUIDE_FILE), ("again", folder / "again.sqlite")):
                (folder / job).write_bytes(to_job([GuideSource(folder / "guide.xml")], known, file, int(FIRST.timestamp())))
            subprocess.run([*COMMAND, str(folder / "first")], check=True, stdout=subprocess.DEVNULL, timeout=IMPORT_TIMEOUT_S)
            worker = [sys.executable, "-m", "tests.bench.guide_scroll_worker", str(folder / "ward"), str(folder / "again"), str(seconds)]
            environment = os.environ | compositor.client_environment()
            done = subprocess.run(worker, check=True, stdout=subprocess.PIPE, text=True, timeout=WORKER_TIMEOUT_S, env=environment)
            figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
            return figures
        finally:
            cinema.end()


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(prog="bench guide_scroll", description=__doc__)
    parser.add_argument("--channels", type=int, default=CHANNELS)
    parser.add_argument("--days", type=int, default=DAYS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    asked = parser.parse_args()
    figures = measure(asked.channels, asked.days, asked.seconds)
    for name, value in figures.items():
        print(f"{name:<12}{value:>12.4g}")
    print(f"\nwanted: delivered >= {DELIVERED_MIN}, stall <= {STALL_MS_MAX:g} ms, an import all the time\n")
    print(json.dumps({"bench": "guide_scroll", **figures}))


if __name__ == "__main__":
    main()
