from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.session.kinds import Kind
from flexcare.session.receipt_chain import FAULTS_MAX, read_chain
from flexcare.session.receipts import Receipts
from tests.helpers.clock import FakeClock


@pytest.fixture
def lines(tmp_path: Path) -> list[bytes]:
    receipts = Receipts(tmp_path / "receipts.jsonl", FakeClock())
    for _ in range(5):
        receipts.add(Kind.FINISH, verified=(), memory_erased=True)
    return (tmp_path / "receipts.jsonl").read_bytes().splitlines(keepends=True)


def faults(lines: list[bytes]) -> list[int]:
    return [fault.line for fault in read_chain(b"".join(lines)).faults]


def test_a_sound_list(lines: list[bytes]) -> None:
    assert faults(lines) == []
    assert faults([]) == []
    assert read_chain(b"".join(lines)).trimmed == 0


def test_every_line_that_is_missing_moved_or_doubled_is_named(lines: list[bytes]) -> None:
    one, two, three, four, five = lines
    assert faults([two, three]) == [1]
    assert faults([one, two, four, five]) == [3]
    assert faults([one, three, two, four, five]) == [2, 3, 4]
    assert faults([one, two, two, three]) == [3]
    assert faults([one, b"\n", three]) == [2]
    assert faults([one, two[:-1]]) == [2]


def test_another_tablets_receipt_does_not_fit(lines: list[bytes], tmp_path: Path) -> None:
    other = Receipts(tmp_path / "other.jsonl", FakeClock())
    for _ in range(3):
        other.add(Kind.IDLE, verified=(), memory_erased=True)
    others = (tmp_path / "other.jsonl").read_bytes().splitlines(keepends=True)
    assert faults([*lines[:2], others[2]]) == [3]


def test_a_mark_counts_only_at_the_beginning(lines: list[bytes], tmp_path: Path) -> None:
    path = tmp_path / "receipts.jsonl"
    Receipts(path, FakeClock(), receipts_max=5).add(Kind.FINISH, verified=(), memory_erased=True)
    mark, *kept = path.read_bytes().splitlines(keepends=True)
    assert faults([mark, *kept]) == []
    assert read_chain(b"".join([mark, *kept])).trimmed == 2
    assert faults([*lines[:2], mark, *kept]) == [3]
    assert faults([mark, *kept[1:]]) == [2]
    assert faults([mark.replace(b'"trimmed":2', b'"trimmed":3'), *kept]) == [1]


@given(st.binary(), st.booleans())
def test_any_bytes_are_read(data: bytes, closed: bool) -> None:
    held = read_chain(data + b"\n" if closed else data)
    assert held.receipts == ()
    assert held.faults or not data or data == b"\n"


@pytest.mark.parametrize("rubbish", [b"\n", b"[" * 1023 + b"\n", b'{"anchor"\n', b'"\xff"\n', b'{"at":1e999}\n'])
def test_rubbish_is_named_a_hundred_times_and_no_more(rubbish: bytes) -> None:
    assert len(read_chain(rubbish * 5000).faults) == FAULTS_MAX
