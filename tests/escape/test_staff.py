"""What a session, or a staff program that was taken over, can do at the pad: nothing that touching it could not."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from flexcare.session.kinds import Kind
from flexcare.session.messages import EndRequested, StaffRequested, Touched
from flexcare.staff.it_messages import Pull
from flexcare.staff.messages import Entered, FromStaff, encode
from flexcare.staff.nurse_messages import Clear, Help, Loudest, PutAt, PutOutOfOrder
from tests.helpers.in_loop import in_loop
from tests.helpers.small_bed import Led, SmallBed, until

pytestmark = [pytest.mark.timeout(240)]

NOT_OPEN = "asked for what is not open to it"


@asynccontextmanager
async def visited() -> AsyncIterator[tuple[SmallBed, Led, Led]]:
    """A bed whose session was pressed on the clock, and the staff program over it."""
    async with SmallBed() as bed:
        session = await bed.shown(0)
        session.say(Touched())
        session.say(StaffRequested())
        staff = await bed.staff()
        await until("the pad", lambda: staff.heard)
        yield bed, session, staff


@in_loop
async def test_a_session_stands_still_and_hears_nothing_while_staff_are_there() -> None:
    async with visited() as (bed, session, staff):
        before = list(session.heard)
        session.say(EndRequested())
        staff.order(f"say {encode(Entered('648201')).decode()}")
        await until("an answer", lambda: any('"shut":true' in heard for heard in staff.heard))
        assert session.heard == before
        # What it was told to say it says when it goes on, and not before.
        assert len(await bed.receipts(1)) == 1
        staff.order('say {"type":"left"}')
        receipts = await bed.receipts(2)
        assert receipts[-1].kind is Kind.FINISH


@pytest.mark.parametrize(
    "word", [PutOutOfOrder(so=True), PutAt("tablet-1"), Loudest(100), Help(), Pull()], ids=lambda word: type(word).__name__
)
def test_without_a_pin_nothing_but_clearing_is_done(word: FromStaff, caplog: pytest.LogCaptureFixture) -> None:
    @in_loop
    async def attempt() -> None:
        async with visited() as (bed, _, staff):
            pad = staff.heard[0]
            staff.order(f"say {encode(word).decode()}")
            await until("the refusal", lambda: NOT_OPEN in caplog.text)
            assert set(staff.heard) == {pad}  # it is told more than once, on the way to the screen
            assert not (bed.options.paths.state / "bed.json").exists()
            staff.order(f"say {encode(Clear()).decode()}")
            assert (await bed.receipts(2))[-1].kind is Kind.STAFF

    attempt()


@pytest.mark.parametrize(
    "order",
    ["say nonsense", 'say {"type":"show"}', "say " + json.dumps({"type": "entered", "pin": "x" * 100}), "flood 2500", "die 3", "die 0"],
    ids=["nonsense", "another's word", "no PIN", "flood", "crash", "end"],
)
def test_one_that_fails_leaves_the_patient_as_before(order: str) -> None:
    @in_loop
    async def attempt() -> None:
        async with visited() as (bed, session, staff):
            staff.order(order)
            await until("its end", lambda: staff.gone)
            await session.obey('say {"type":"touched"}')
            assert len(await bed.receipts(1)) == 1
            assert not session.gone
            # And staff can come again.
            session.say(StaffRequested())
            again = await bed.staff(1)
            await until("the pad", lambda: again.heard)

    attempt()


@in_loop
async def test_a_session_that_asks_again_and_again_gets_one_pad() -> None:
    async with visited() as (bed, session, staff):
        for _ in range(20):
            session.say(StaffRequested())
        staff.order('say {"type":"left"}')
        await until("another pad", lambda: len([led for led in bed.sessions if led.slot == staff.slot]) > 1)
        assert sum(not led.gone for led in bed.sessions if led.slot == staff.slot) <= 1
