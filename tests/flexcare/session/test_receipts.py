from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.session.kinds import Kind
from flexcare.session.receipt import GENESIS, Check, Receipt
from flexcare.session.receipt_chain import read_chain
from flexcare.session.receipts import Receipts, memory_is_erased
from tests.flexcare.session.receipt_lists import add, chain, filled, numbers
from tests.helpers.clock import FakeClock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "receipts.jsonl"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def test_a_receipt_says_what_was_and_a_stranger_can_check_it(path: Path) -> None:
    clock = FakeClock(datetime(2026, 3, 2, 10, 42, 5, 999, timezone(timedelta(hours=1))))
    receipts = Receipts(path, clock)
    assert receipts.last() is None
    first = add(receipts)
    assert receipts.last() == first
    assert first == Receipt(
        1, "2026-03-02T10:42:05+01:00", Kind.FINISH, 2, 40, 90, True, tuple(sorted(Check)), True, False, GENESIS, first.hash
    )
    assert first.proved
    assert first.time == clock.now().replace(microsecond=0)
    second = receipts.add(Kind.BOOT, verified=[Check.MOUNTS, Check.MOUNTS], memory_erased=False)
    assert (second.number, second.previous, second.verified, second.proved) == (2, first.hash, (Check.MOUNTS,), False)
    for line in path.read_text(encoding="ascii").splitlines():
        fields = json.loads(line)
        stated = fields.pop("hash")
        assert hashlib.sha256(json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()).hexdigest() == stated
    assert path.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_list_is_continued_after_a_restart(path: Path, clock: FakeClock) -> None:
    last = filled(path, 3, clock).last()
    receipts = Receipts(path, clock)
    assert receipts.last() == last
    assert receipts.told == []
    add(receipts)
    assert numbers(path) == [1, 2, 3, 4]


def test_the_last_daily_reset_is_known_after_a_restart(path: Path, clock: FakeClock) -> None:
    receipts = filled(path, 1, clock)
    assert receipts.last_daily() is None
    daily = add(receipts, Kind.DAILY)
    add(receipts)
    assert receipts.last_daily() == daily
    assert Receipts(path, clock).last_daily() == daily


def test_the_number_is_bounded_and_the_chain_begins_at_its_anchor(path: Path, clock: FakeClock) -> None:
    receipts = Receipts(path, clock, receipts_max=20)
    for count in range(1, 100):
        clock.advance(60)
        add(receipts)
        held = chain(path)
        assert held.faults == ()
        assert [receipt.number for receipt in held.receipts] == list(range(held.trimmed + 1, count + 1))
        assert min(count, 16) <= len(held.receipts) <= 20
    assert chain(path).trimmed > 70
    receipts = Receipts(path, clock, receipts_max=20)
    assert add(receipts).number == 100


def test_the_age_is_bounded_and_the_newest_stays(path: Path, clock: FakeClock) -> None:
    filled(path, 3, clock)
    clock.advance(89 * 86400)
    receipts = filled(path, 1, clock)
    assert numbers(path) == [1, 2, 3, 4]
    clock.advance(86400)
    add(receipts)
    assert numbers(path) == [4, 5]
    clock.advance(500 * 86400)
    add(Receipts(path, clock))
    assert numbers(path) == [6]
    assert chain(path).trimmed == 5


def test_a_line_damaged_in_the_middle_is_named_and_kept(path: Path, clock: FakeClock) -> None:
    filled(path, 5, clock)
    damaged = path.read_bytes().replace(b'"number":3', b'"number":8')
    path.write_bytes(damaged)
    receipts = Receipts(path, clock)
    add(receipts)
    held = chain(path)
    assert path.read_bytes().startswith(damaged)
    assert [(fault.line, bool(fault.cure)) for fault in held.faults] == [(3, True)]
    assert [receipt.number for receipt in held.receipts] == [1, 2, 4, 5, 6]


def test_a_list_that_somebody_shortened_shows_the_gap(path: Path, clock: FakeClock) -> None:
    receipts = filled(path, 5, clock)
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:3]))
    assert add(receipts).number == 6
    (fault,) = chain(path).faults
    assert (fault.line, "receipt 6 stands where number 4 belongs" in fault.what) == (4, True)
    path.unlink()
    assert add(receipts).number == 7
    assert [fault.line for fault in chain(path).faults] == [1]


@given(data=st.binary(max_size=300), cut=st.integers(0, 2000), at=st.integers(0, 2000))
def test_any_bytes_are_opened_and_continued(tmp_path_factory: pytest.TempPathFactory, data: bytes, cut: int, at: int) -> None:
    clock = FakeClock()
    path = tmp_path_factory.mktemp("any") / "receipts.jsonl"
    filled(path, 3, clock)
    whole = path.read_bytes()
    path.write_bytes(whole[:at] + data + whole[at + cut :])
    receipts = Receipts(path, clock)
    receipt = add(receipts)
    held = chain(path)
    assert held.receipts[-1] == receipt
    assert Receipts(path, clock).last() == receipt


def test_a_receipt_has_no_place_for_a_text(path: Path, clock: FakeClock) -> None:
    good = add(Receipts(path, clock))
    line = path.read_bytes()
    for place, text in (
        ("at", "DR1 was on from ten to twelve"),
        ("kind", "news"),
        ("verified", ["DR1"]),
        ("note", "DR1"),
        ("previous", "DR1"),
    ):
        fields = {**json.loads(line), place: text}
        assert read_chain(json.dumps(fields, sort_keys=True, separators=(",", ":")).encode() + b"\n").receipts == ()
    assert replace(good, hash="") != good


@pytest.mark.parametrize(
    ("cmdline", "erased"),
    [
        ("BOOT_IMAGE=/vmlinuz root=/dev/sda1 init_on_free=1 quiet\n", True),
        ("init_on_free=0 init_on_free=1", True),
        ("init_on_free=1 init_on_free=0", False),
        ("quiet", False),
        ("", False),
        ("init_on_alloc=1 xinit_on_free=1", False),
        ("init_on_free", False),
        ("quiet -- init_on_free=1", False),
        ('note="x init_on_free=1 y"', False),
    ],
)
def test_whether_the_kernel_erases_memory(cmdline: str, erased: bool) -> None:
    assert memory_is_erased(cmdline) is erased
