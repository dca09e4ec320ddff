"""Receipts and the disk: power cuts, no room, no right to write, what lies there that is none of ours."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flexcare.errors import ReceiptsUnwritable
from flexcare.session.receipt_file import FILE_MAX_BYTES
from flexcare.session.receipts import Receipts
from tests.flexcare.session.receipt_lists import add, chain, filled, numbers
from tests.flexcare.session.receipt_power_cut import DIED
from tests.helpers.clock import FakeClock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "receipts.jsonl"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


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


def test_a_write_that_stopped_half_way_is_healed_by_the_next(path: Path, clock: FakeClock) -> None:
    receipts = filled(path, 2, clock)
    with path.open("ab") as file:
        file.write(b'{"at":"20')
    add(receipts)
    assert numbers(path) == [1, 2, 3]
    assert [fault.line for fault in receipts.told] == [3]
    assert add(receipts).healed


def test_a_write_that_reached_the_disk_after_all_is_not_repeated(path: Path, clock: FakeClock) -> None:
    receipts = filled(path, 2, clock)
    hidden = path.with_name("hidden")
    path.rename(hidden)
    path.mkdir()
    for _ in range(2):
        with pytest.raises(ReceiptsUnwritable):
            add(receipts)
    path.rmdir()
    hidden.rename(path)
    later = Receipts(path, clock)
    third = add(later)  # the same clock, so the same receipt that waits
    assert add(receipts).number == 5
    assert numbers(path) == [1, 2, 3, 4, 5]
    assert chain(path).receipts[2] == third


def test_a_disk_that_is_read_only_is_read(path: Path, clock: FakeClock) -> None:
    last = filled(path, 2, clock).last()
    program = (
        "import sys; from pathlib import Path; from flexcare.session.receipts import Receipts; from flexcare.clock import SystemClock; "
        "receipts = Receipts(Path(sys.argv[1]), SystemClock()); print(len(receipts.told), receipts.last().hash)"
    )
    # A namespace of its own, in which the folder is mounted upon itself read-only.
    mount = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec "$2" -P -c "$3" "$1/receipts.jsonl"'
    done = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, "sh", str(path.parent), sys.executable, program],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert last is not None
    assert (done.stdout.split(), done.stderr) == (["0", last.hash], "")


def test_a_file_of_any_size_is_no_burden(path: Path, clock: FakeClock) -> None:
    path.parent.mkdir()
    with path.open("wb") as file:
        file.truncate(64 * FILE_MAX_BYTES)
    receipts = Receipts(path, clock)
    assert len(receipts.told) == 1
    assert add(receipts).healed
    assert numbers(path) == [1]
