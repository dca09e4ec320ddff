"""How often a PIN can be tried at one tablet: the waits, the budget, and what cannot get round them."""

from __future__ import annotations

import bisect
import random
from datetime import timedelta
from pathlib import Path

import pytest

from flexcare.errors import StaffClosed
from flexcare.staff import lockout
from flexcare.staff.lockout import BUDGET, WINDOW_S, Lockout
from tests.helpers.clock import FakeClock

DAY_S = 24 * 3600


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tries.json"


def again(file: Path) -> tuple[Lockout, FakeClock]:
    """After a reboot: the monotonic clock begins anew, and the wall clock says what it likes."""
    clock = FakeClock()
    return Lockout(file, clock), clock


def test_three_tries_are_free_and_then_the_waiting_doubles_to_an_hour(file: Path, clock: FakeClock) -> None:
    pad = Lockout(file, clock)
    waits = []
    for _ in range(14):
        pad.begin()
        waits.append(pad.wait_s())
        clock.advance(pad.wait_s())
    assert waits == [0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600, 3600]


def test_a_try_that_is_too_soon_is_refused_with_its_time_and_not_counted(file: Path, clock: FakeClock) -> None:
    pad = Lockout(file, clock)
    for _ in range(3):
        pad.begin()
    clock.advance(10)
    for _ in range(5):
        with pytest.raises(StaffClosed) as refused:
            pad.begin()
        assert refused.value.wait_s == 20
    clock.advance(20)
    pad.begin()
    assert pad.wait_s() == 60


def test_a_right_entry_ends_the_waiting_and_gives_nothing_back(file: Path, clock: FakeClock) -> None:
    pad = Lockout(file, clock)
    for _ in range(BUDGET // 2):
        pad.begin()
        pad.begin()
        if pad.wait_s() == 0:
            pad.begin()
            pad.was_right()
    with pytest.raises(StaffClosed) as refused:
        pad.begin()
    assert refused.value.wait_s > 29 * DAY_S
    assert pad.is_alarming


def test_right_entries_alone_never_close_the_pad(file: Path, clock: FakeClock) -> None:
    pad = Lockout(file, clock)
    for _ in range(BUDGET + 1):
        pad.begin()
        pad.was_right()
    assert pad.wait_s() == 0
    assert not pad.is_alarming


def test_tries_are_counted_before_they_are_made(file: Path, clock: FakeClock) -> None:
    """Whoever pulls the plug while a PIN is compared has had that try."""
    for _ in range(3):
        Lockout(file, clock).begin()
    assert Lockout(file, clock).wait_s() == 30


def test_a_reboot_does_not_shorten_the_waiting(file: Path, clock: FakeClock) -> None:
    pad = Lockout(file, clock)
    for _ in range(4):
        clock.advance(pad.wait_s())
        pad.begin()
    rebooted, _ = again(file)
    assert rebooted.wait_s() == 60


def test_time_that_was_noted_counts_after_a_reboot(file: Path, clock: FakeClock) -> None:
    pad = Lockout(file, clock)
    for _ in range(10):
        clock.advance(pad.wait_s())
        pad.begin()
    for _ in range(50):
        clock.advance(60)
        pad.note_time()
    rebooted, later = again(file)
    assert rebooted.wait_s() == 600
    later.advance(600)
    rebooted.begin()


@pytest.mark.parametrize("days", [-4000, 4000])
def test_the_wall_clock_counts_for_nothing(file: Path, clock: FakeClock, days: int) -> None:
    pad = Lockout(file, clock)
    for _ in range(5):
        clock.advance(pad.wait_s())
        pad.begin()
    clock.set_wall(clock.now() + timedelta(days=days))
    assert pad.wait_s() == 120
    assert Lockout(file, clock).wait_s() == 120


def test_an_unlock_forgets_everything(file: Path, clock: FakeClock) -> None:
    pad = Lockout(file, clock)
    for _ in range(12):
        clock.advance(pad.wait_s())
        pad.begin()
    assert pad.is_alarming
    pad.unlock()
    assert (pad.wait_s(), pad.is_alarming) == (0, False)
    assert Lockout(file, clock).wait_s() == 0


@pytest.mark.parametrize("rubbish", [b"", b"{", b"\xff" * 40, b'{"wrong": -1}', b'{"version": 2}', b"[" * 9000, b" " * 100_000])
def test_a_damaged_count_is_one_of_many_tries_and_not_of_none(file: Path, clock: FakeClock, rubbish: bytes) -> None:
    file.write_bytes(rubbish)
    pad = Lockout(file, clock)
    assert pad.wait_s() == 3600
    assert pad.is_alarming
    assert tries_of_a_patient_one(pad, clock, DAY_S * 20) == lockout.AFTER_DAMAGE


def test_what_cannot_be_counted_is_not_tried(tmp_path: Path, clock: FakeClock) -> None:
    pad = Lockout(tmp_path / "nowhere" / "tries.json", clock)
    with pytest.raises(StaffClosed, match="cannot be counted"):
        pad.begin()


def test_the_file_is_its_owners_alone(file: Path, clock: FakeClock) -> None:
    Lockout(file, clock).begin()
    assert file.stat().st_mode & 0o777 == 0o600


def tries_of_a_patient_one(pad: Lockout, clock: FakeClock, for_s: int) -> int:
    """Try whenever it is allowed."""
    end_s, tries = clock.monotonic_s() + for_s, 0
    while clock.monotonic_s() + pad.wait_s() <= end_s:
        clock.advance(pad.wait_s())
        pad.begin()
        tries += 1
    return tries


def test_thirty_days_of_trying_give_no_more_than_the_budget(file: Path, clock: FakeClock) -> None:
    tries = tries_of_a_patient_one(Lockout(file, clock), clock, WINDOW_S)
    assert 700 <= tries <= BUDGET


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.long
def test_no_thirty_days_of_forty_hold_more_than_the_budget_whatever_happens(file: Path, seed: int) -> None:
    """A patient tries whenever it is allowed; nurses come with the right PIN; the tablet is unplugged and its wall clock jumps."""
    chance = random.Random(seed)
    clock = FakeClock()
    pad, begun_s, lived_s = Lockout(file, clock), clock.monotonic_s(), 0.0
    moments: list[float] = []
    while lived_s < 40 * DAY_S:
        if pad.wait_s() == 0:
            pad.begin()
            if chance.random() < 0.3:
                pad.was_right()
            else:
                moments.append(lived_s)
        happens = chance.random()
        if happens < 0.02:
            pad, clock = again(file)
            begun_s = clock.monotonic_s() - lived_s
        elif happens < 0.05:
            clock.set_wall(clock.now() + timedelta(days=chance.uniform(-300, 300)))
        clock.advance(max(1.0, min(pad.wait_s(), 3600) * chance.choice([0.5, 1, 1])))
        pad.note_time()
        lived_s = clock.monotonic_s() - begun_s
    most = max(bisect.bisect_left(moments, first + WINDOW_S) - index for index, first in enumerate(moments))
    assert BUDGET * 0.9 <= most <= BUDGET
