"""Lists of receipts for the tests of them."""

from __future__ import annotations

from pathlib import Path

from flexcare.session.kinds import Kind
from flexcare.session.receipt import Check, Receipt
from flexcare.session.receipt_chain import Chain, read_chain
from flexcare.session.receipts import Receipts
from tests.helpers.clock import FakeClock


def add(receipts: Receipts, kind: Kind = Kind.FINISH) -> Receipt:
    return receipts.add(kind, verified=Check, memory_erased=True, cover_ms=2, empty_ms=40, shown_ms=90, standby=True)


def filled(path: Path, count: int, clock: FakeClock, **bounds: int) -> Receipts:
    receipts = Receipts(path, clock, **bounds)
    for _ in range(count):
        clock.advance(60)
        add(receipts)
    return receipts


def chain(path: Path) -> Chain:
    return read_chain(path.read_bytes())


def numbers(path: Path) -> list[int]:
    held = chain(path)
    assert held.faults == ()
    return [receipt.number for receipt in held.receipts]
