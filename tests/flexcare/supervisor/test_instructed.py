"""The hospital's instruction to clear, in a real supervisor with sessions that a test leads."""

from __future__ import annotations

import asyncio

from flexcare.session.kinds import Kind
from flexcare.session.messages import Renewed, Touched
from flexcare.session.triggers import State
from flexcare.supervisor.happenings import Instructed
from tests.helpers.small_bed import COLD, WARM, SmallBed, until


def test_it_asks_whoever_is_there_and_tells_that_somebody_answered() -> None:
    async def live() -> None:
        answers: list[None] = []
        async with SmallBed(COLD) as bed:
            first = await bed.shown(0)
            first.say(Touched())
            await until("in use", lambda: bed.supervisor._triggers.state is State.IN_USE)
            bed.supervisor.happened(Instructed(False, lambda: answers.append(None)))
            await until("asked", lambda: any("ask-still-there" in heard for heard in first.heard))
            assert answers == []
            first.say(Touched())
            await until("told", lambda: answers == [None])
            await until("no longer asked", lambda: any("stop-asking" in heard for heard in first.heard))
            assert len(await bed.receipts(1)) == 1
            bed.supervisor.happened(Instructed(True, lambda: answers.append(None)))
            assert [receipt.kind for receipt in await bed.receipts(2)] == [Kind.BOOT, Kind.SIGNED]
            assert answers == [None]

    asyncio.run(live())


def test_every_session_hears_of_a_new_notice() -> None:
    async def live() -> None:
        async with SmallBed(WARM) as bed:
            shown, standby = await bed.shown(0), await bed.led(1)
            bed.supervisor.tell(Renewed("notice"))
            await until("both heard", lambda: all(any("renewed" in heard for heard in led.heard) for led in (shown, standby)))

    asyncio.run(live())
