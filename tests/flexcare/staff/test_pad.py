"""Who stands at the pad, by real hashes; and that nothing opens it but a PIN."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest

from flexcare.errors import StaffClosed
from flexcare.staff.lockout import Lockout
from flexcare.staff.pad import Pad
from flexcare.staff.pin import Role, hash_pin
from flexcare.trust.secrets import Secret
from tests.helpers.clock import FakeClock

NURSE, IT, WRONG = "274913", "80315572", "274914"
PEPPER = Secret("p" * 64)


@pytest.fixture(scope="module")
def pins() -> dict[Role, str]:
    return {Role.NURSE: hash_pin(NURSE, Role.NURSE, PEPPER), Role.IT: hash_pin(IT, Role.IT, PEPPER)}


@pytest.fixture
def lockout(tmp_path: Path) -> Lockout:
    return Lockout(tmp_path / "tries.json", FakeClock())


def attempts(pad: Pad, *tried: str) -> list[Role | None]:
    async def all_of_them() -> list[Role | None]:
        return [(await pad.attempt(pin)).role for pin in tried]

    return asyncio.run(all_of_them())


def test_each_role_is_known_by_its_pin(pins: dict[Role, str], lockout: Lockout) -> None:
    pad = Pad(lambda: pins, lambda: PEPPER, lockout)
    assert attempts(pad, NURSE, WRONG, IT) == [Role.NURSE, None, Role.IT]


@pytest.mark.parametrize("tried", ["", "0", "27491", NURSE + "0", NURSE * 1000, "٢٧٤٩١٣", "\0", " " + NURSE])
def test_whatever_else_is_typed_opens_nothing(pins: dict[Role, str], lockout: Lockout, tried: str) -> None:
    assert attempts(Pad(lambda: pins, lambda: PEPPER, lockout), tried) == [None]


def test_a_pin_that_was_changed_counts_at_the_next_try(pins: dict[Role, str], lockout: Lockout) -> None:
    in_force = dict(pins)
    pad = Pad(lambda: in_force, lambda: PEPPER, lockout)
    assert attempts(pad, NURSE) == [Role.NURSE]
    in_force[Role.NURSE] = hash_pin("615248", Role.NURSE, PEPPER)
    assert attempts(pad, NURSE, "615248") == [None, Role.NURSE]


def test_another_sites_pepper_fits_nothing(pins: dict[Role, str], lockout: Lockout) -> None:
    assert attempts(Pad(lambda: pins, lambda: Secret("q" * 64), lockout), NURSE) == [None]


@pytest.mark.parametrize(("pepper", "known"), [(None, True), (PEPPER, False)])
def test_without_pepper_or_pins_staff_functions_are_shut_and_no_try_is_counted(
    pins: dict[Role, str], lockout: Lockout, pepper: Secret | None, known: bool
) -> None:
    pad = Pad(lambda: pins if known else {}, lambda: pepper, lockout)
    for _ in range(5):
        with pytest.raises(StaffClosed, match="cannot be told"):
            attempts(pad, NURSE)
    assert lockout.wait_s() == 0


def test_the_third_wrong_one_says_when_the_next_may_be(pins: dict[Role, str], lockout: Lockout) -> None:
    pad = Pad(lambda: pins, lambda: PEPPER, lockout)
    attempts(pad, WRONG, WRONG)
    assert asyncio.run(pad.attempt(WRONG)).wait_s == 30
    with pytest.raises(StaffClosed) as refused:
        attempts(pad, NURSE)
    assert refused.value.wait_s == 30


def test_many_at_once_are_counted_one_by_one(pins: dict[Role, str], lockout: Lockout) -> None:
    pad = Pad(lambda: pins, lambda: PEPPER, lockout)

    async def crowd() -> list[object]:
        return list(await asyncio.gather(*(pad.attempt(WRONG) for _ in range(8)), return_exceptions=True))

    answers = asyncio.run(crowd())
    assert sum(isinstance(answer, StaffClosed) for answer in answers) == 5


def test_neither_pin_nor_role_nor_time_is_logged(pins: dict[Role, str], lockout: Lockout, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        attempts(Pad(lambda: pins, lambda: PEPPER, lockout), NURSE, WRONG)
    assert [record.getMessage() for record in caplog.records if record.name.startswith("flexcare")] == []
