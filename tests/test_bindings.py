"""PySide6's own book-keeping: a call that loses a reference to None or True ends a playing kiosk within minutes (deploy/DECISIONS.md)."""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, Signal

CALLS = 1000
TOLERANCE = 100


class Speaker(QObject):
    said = Signal(bool)


def test_calls_that_return_nothing_keep_none() -> None:
    speaker = Speaker()
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        speaker.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < TOLERANCE


def test_signals_keep_true() -> None:
    speaker = Speaker()
    heard: list[int] = []
    speaker.said.connect(lambda said: heard.append(int(said)))
    gc.collect()
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        speaker.said.emit(True)
    assert sum(heard) == CALLS
    assert abs(sys.getrefcount(True) - before) < TOLERANCE
