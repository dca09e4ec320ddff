"""A program that adds receipts and dies, as by a power cut, at the step of the disk's work that it is told. Ends with 7 where it died."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flexcare.session.kinds import Kind
from flexcare.session.receipts import Receipts
from tests.helpers.clock import FakeClock

DIED = 7
_STEPS = ("open", "write", "fsync", "ftruncate", "replace", "rename", "unlink", "pwrite")


def _count_down(steps_left: int) -> None:
    """Let every call that reaches the disk be the last one, once `steps_left` are done."""
    left = steps_left

    def dying(step: Callable[..., Any]) -> Callable[..., Any]:
        def stepping(*arguments: Any, **options: Any) -> Any:
            nonlocal left
            if not left:
                os._exit(DIED)
            left -= 1
            return step(*arguments, **options)

        return stepping

    for name in _STEPS:
        setattr(os, name, dying(getattr(os, name)))


def main() -> None:
    path, receipts_max, steps_left = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    clock = FakeClock()
    _count_down(steps_left)
    receipts = Receipts(path, clock, receipts_max=receipts_max)
    receipts.add(Kind.ASKED, verified=(), memory_erased=True)


if __name__ == "__main__":
    main()
