"""Writes a ward folder whose one channel carries marks: `python -m tests.privacy.ward`, told what on standard input.

A program of its own, so that the test never holds the marks.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import msgspec

from flexcare.lineup.channel import Channel, Stream
from flexcare.session.ward_writer import write_ward
from tests.privacy.garden import OFFER
from tests.privacy.markers import mark
from tests.privacy.stores import LINEUP

PATIENCE_S = 20


class Task(msgspec.Struct, frozen=True):
    """Whose marks, which station, and where to."""

    seed: str
    station: str
    folder: str


def write_marked(task: Task) -> None:
    """Have the ward folder written."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    program = [sys.executable, "-P", "-m", "tests.privacy.ward"]
    subprocess.run(program, input=msgspec.json.encode(task), env=environment, timeout=PATIENCE_S, check=True)


def main() -> int:
    """Write what standard input asks for."""
    task = msgspec.json.decode(sys.stdin.buffer.read(), type=Task)
    words = {name: mark(task.seed, number) for name, number in LINEUP.items()}
    channel = Channel(1, f"Channel {words['channel-name']}", Stream(f"{task.station}/film.ts?{words['channel-address']}"))
    write_ward(Path(task.folder), replace(OFFER, channels=(channel,)), {})
    return 0


if __name__ == "__main__":
    sys.exit(main())
