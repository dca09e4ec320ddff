"""A clearing's receipt on a disk that takes it, and on one that does not."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from flexcare.clock import SystemClock
from flexcare.session.kinds import Kind
from flexcare.session.receipt_chain import read_chain
from flexcare.session.receipts import Receipts
from flexcare.supervisor.book import Book
from flexcare.supervisor.changing import ALL_PROVED, Change, Changed

CLEARED = Changed(Kind.FINISH, 1, 20, 300, standby=True, proof=ALL_PROVED)


def command_line(folder: Path, text: str) -> Path:
    (folder / "cmdline").write_text(text)
    return folder / "cmdline"


def test_a_receipt_says_what_the_change_says_and_what_the_kernel_was_told(tmp_path: Path) -> None:
    book = Book(Receipts(tmp_path / "receipts.jsonl", SystemClock()), command_line(tmp_path, "quiet init_on_free=1"))
    assert asyncio.run(book.write(CLEARED)) == "receipt 1 written"
    [receipt] = read_chain((tmp_path / "receipts.jsonl").read_bytes()).receipts
    assert (receipt.kind, receipt.cover_ms, receipt.empty_ms, receipt.shown_ms, receipt.standby) == (Kind.FINISH, 1, 20, 300, True)
    assert set(receipt.verified) == set(ALL_PROVED.checks)
    assert receipt.memory_erased


def test_a_disk_that_does_not_take_it_is_told_and_gets_it_later(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    state = tmp_path / "state"
    state.touch()
    book = Book(Receipts(state / "receipts.jsonl", SystemClock()), command_line(tmp_path, ""))
    assert "init_on_free=1" in caplog.text
    assert asyncio.run(book.write(CLEARED)) == "receipts cannot be written"
    assert "Fault(" not in caplog.text
    state.unlink()
    assert asyncio.run(book.write(CLEARED)) == "receipt 2 written"
    chain = read_chain((state / "receipts.jsonl").read_bytes())
    assert not chain.faults
    assert [receipt.number for receipt in chain.receipts] == [1, 2]


@pytest.mark.parametrize(
    ("change", "due", "made"),
    [
        (Change(Kind.CRASH, resume=True, receipt=False), None, Change(Kind.CRASH, resume=True, receipt=False)),
        (Change(Kind.CRASH, resume=True, receipt=False), Change(Kind.FINISH), Change(Kind.FINISH)),
        (Change(Kind.ASKED), Change(Kind.CRASH, resume=True, receipt=False), Change(Kind.ASKED)),
        (Change(Kind.ASKED), Change(Kind.FINISH), Change(Kind.FINISH)),
    ],
)
def test_a_change_in_place_of_one_that_is_due_clears_and_owes_what_both_do(change: Change, due: Change | None, made: Change) -> None:
    assert change.instead_of(due) == made
