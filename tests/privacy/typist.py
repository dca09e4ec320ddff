"""Types a mark with real keys or by touching the keyboard on the screen: `python -m tests.privacy.typist`, told where on standard input.

A program of its own, so that the test never holds the mark.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec

from deploy.tour.hand import Hand
from flexcare.supervisor.compositor import Screen
from tests.privacy.markers import mark
from tests.privacy.search import ScreenPlace
from tests.privacy.stores import NUMBERS

PATIENCE_S = 60


class Task(msgspec.Struct, frozen=True):
    """What to type, and where. keys: where each digit is on the screen; None where real keys type. store: whose mark."""

    seed: str
    screen: ScreenPlace
    width: int
    height: int
    keys: dict[str, tuple[float, float]] | None = None
    store: str = ""


def type_mark(task: Task) -> None:
    """Have the mark typed."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    program = [sys.executable, "-P", "-m", "tests.privacy.typist"]
    subprocess.run(program, input=msgspec.json.encode(task), env=environment, timeout=PATIENCE_S, check=True)


def main() -> int:
    """Type what standard input asks for."""
    task = msgspec.json.decode(sys.stdin.buffer.read(), type=Task)
    with Hand(Screen(task.width, task.height), Path(task.screen.runtime_folder, task.screen.display)) as hand:
        if task.keys is None:
            for digit in mark(task.seed, NUMBERS[task.store or "typed"]):
                hand.key(digit)
        else:
            for digit in mark(task.seed, NUMBERS[task.store or "touched"]):
                hand.tap(*task.keys[digit])
    return 0


if __name__ == "__main__":
    sys.exit(main())
