from __future__ import annotations

import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.errors import ReceiptsUnwritable
from flexcare.session.kinds import Kind
from flexcare.session.receipt import GENESIS, Check, Receipt
from flexcare.session.receipt_chain import Chain, read_chain
from flexcare.session.receipt_file import FILE_MAX_BYTES
from flexcare.session.receipts import Receipts, memory_is_erased
from tests.flexcare.session.receipt_power_cut import DIED
from tests.helpers.clock import FakeClock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "receipts.jsonl"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


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


def test_a_line_torn_at_any_byte_is_healed_and_told(path: Path, clock: FakeClock) -> None:
    filled(path, 2, clock)
    whole = path.read_bytes()
    begin = whole.index(b"\n") + 1
    for size in range(begin, len(whole)):
        path.write_bytes(whole[:size])
        receipts = Receipts(path, clock)
        kept = 2 if size == len(whole) - 1 else 1
        assert [fault.line for fault in receipts.told] == ([] if size == begin else [2])
        assert numbers(path) == list(range(1, kept + 1))
        assert Receipts(path, clock).told == []
        assert add(receipts).healed is (size != begin)
        assert add(receipts).healed is False
        assert numbers(path) == list(range(1, kept + 3))


@pytest.mark.parametrize("tail", [b"\0" * 700, b'{"at":"2026' + b"\0" * 300 + b'"}\n', b"\0\n\0\n\0", b"x"])
def test_blocks_that_never_got_their_content_are_cut_away(path: Path, clock: FakeClock, tail: bytes) -> None:
    filled(path, 2, clock)
    with path.open("ab") as file:
        file.write(tail)
    receipts = Receipts(path, clock)
    assert len(receipts.told) == 1
    assert add(receipts).healed
    assert numbers(path) == [1, 2, 3]


@pytest.mark.parametrize("receipts_max", [100, 10])  # the second rewrites the list
def test_a_power_cut_at_any_step(tmp_path: Path, clock: FakeClock, receipts_max: int) -> None:
    before = tmp_path / "before.jsonl"
    last = filled(before, 10, clock).last()
    assert last is not None
    died = 0
    while True:
        path = tmp_path / f"{died}" / "receipts.jsonl"
        path.parent.mkdir()
        shutil.copy(before, path)
        path.with_name("receipts.jsonl.new").write_bytes(b"left over")
        arguments = [sys.executable, "-P", "-m", "tests.flexcare.session.receipt_power_cut", str(path), str(receipts_max), str(died)]
        done = subprocess.run(arguments, timeout=60, check=False, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
        held = numbers(path)
        assert held[-1] in {10, 11}
        assert held == list(range(held[0], held[-1] + 1))
        add(Receipts(path, clock))
        assert numbers(path)[-1] == held[-1] + 1
        assert [entry.name for entry in path.parent.iterdir()] == [path.name]
        if done.returncode == 0:
            break
        assert done.returncode == DIED
        died += 1
    assert died >= {100: 6, 10: 12}[receipts_max]


def test_a_rewriting_cut_at_any_byte_leaves_the_list_as_it_was(path: Path, clock: FakeClock) -> None:
    filled(path, 12, clock)
    before = path.read_bytes()
    add(Receipts(path, clock, receipts_max=10))
    after = path.read_bytes()
    assert after.startswith(b'{"anchor"')
    new = path.with_name("receipts.jsonl.new")
    for size in range(0, len(after), 97):
        path.write_bytes(before)
        new.write_bytes(after[:size])
        assert Receipts(path, clock).told == []
        assert path.read_bytes() == before
        assert not new.exists()


def test_a_full_disk_loses_nothing(path: Path, clock: FakeClock) -> None:
    receipts = filled(path, 2, clock)
    size = path.stat().st_size
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    for room in (0, 1, 100):  # nothing fits; a part of the line fits
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, old[1]))
        try:
            with pytest.raises(ReceiptsUnwritable, match="written") as caught:
                add(receipts)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, old)
        assert caught.value.cure
        assert str(path.parent) not in str(caught.value)
    last = receipts.last()
    assert last is not None
    assert last.number == 5
    assert numbers(path) == [1, 2]
    add(receipts)
    assert numbers(path) == [1, 2, 3, 4, 5, 6]
    assert not any(receipt.healed for receipt in chain(path).receipts)


def test_a_state_folder_that_cannot_be_made_loses_nothing(path: Path, clock: FakeClock) -> None:
    path.parent.write_bytes(b"a file where the folder belongs")
    receipts = Receipts(path, clock)
    assert [fault.line for fault in receipts.told] == [0]
    for number in (1, 2):
        with pytest.raises(ReceiptsUnwritable):
            add(receipts)
        last = receipts.last()
        assert last is not None
        assert last.number == number
    path.parent.unlink()
    receipts.write_missing()
    assert numbers(path) == [1, 2]


def test_a_list_that_can_be_read_only_later_is_continued(path: Path, clock: FakeClock) -> None:
    filled(path, 3, clock)
    hidden = path.with_name("hidden")
    path.rename(hidden)
    path.mkdir()
    receipts = Receipts(path, clock)
    for _ in range(2):
        with pytest.raises(ReceiptsUnwritable):
            add(receipts)
    path.rmdir()
    hidden.rename(path)
    assert add(receipts).number == 6
    assert numbers(path) == [1, 2, 3, 4, 5, 6]


def test_what_waits_in_memory_is_bounded(path: Path, clock: FakeClock) -> None:
    receipts = filled(path, 2, clock, receipts_max=5)
    hidden = path.with_name("hidden")
    path.rename(hidden)
    path.mkdir()
    for _ in range(8):
        with pytest.raises(ReceiptsUnwritable):
            add(receipts)
    path.rmdir()
    hidden.rename(path)
    receipts.write_missing()
    assert numbers(path)[-1] == 10
    assert len(numbers(path)) <= 5


def test_nothing_waits_for_ever_on_what_is_no_file(path: Path, clock: FakeClock) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    receipts = Receipts(path, clock)
    assert receipts.told
    with pytest.raises(ReceiptsUnwritable):
        add(receipts)


def test_a_link_is_not_followed(path: Path, clock: FakeClock, tmp_path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ReceiptsUnwritable):
        add(Receipts(path, clock))
    assert not (tmp_path / "elsewhere").exists()


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
    add(receipts)
    (fault,) = chain(path).faults
    assert (fault.line, "receipt 6 stands where receipt 4 belongs" in fault.what) == (4, True)
    path.unlink()
    add(receipts)
    assert [fault.line for fault in chain(path).faults] == [1]


def test_a_file_of_any_size_is_no_burden(path: Path, clock: FakeClock) -> None:
    path.parent.mkdir()
    with path.open("wb") as file:
        file.truncate(64 * FILE_MAX_BYTES)
    receipts = Receipts(path, clock)
    assert len(receipts.told) == 1
    assert add(receipts).healed
    assert numbers(path) == [1]


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
