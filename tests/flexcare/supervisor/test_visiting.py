"""A session has its visit shown in its place, and no visit stays on the screen that nobody stands for any more."""

from __future__ import annotations

import asyncio
import json
import subprocess

import pytest

from flexcare.session.kinds import Kind
from flexcare.session.messages import Visiting, encode
from tests.helpers.small_bed import COLD, WARM, SmallBed, until

pytestmark = [pytest.mark.timeout(120)]


def on_screen(bed: SmallBed) -> str:
    """The workspace that is on the screen."""
    ipc = next((bed.options.paths.run / "display").glob("sway-ipc.*.sock"))
    said = subprocess.run(
        ["swaymsg", "-s", str(ipc), "-t", "get_workspaces"], capture_output=True, text=True, check=True, timeout=20
    ).stdout
    return next(str(space["name"]) for space in json.loads(said) if space["focused"])


async def shown(bed: SmallBed, name: str) -> None:
    await until(f"{name} on the screen", lambda: on_screen(bed) == name)


def test_a_visit_comes_in_its_sessions_place_and_goes() -> None:
    async def live() -> None:
        async with SmallBed(COLD) as bed:
            session = await bed.shown(0)
            for _ in range(2):
                session.say(Visiting(True))
                await shown(bed, f"visit-{session.slot}")
                session.say(Visiting(False))
                await shown(bed, f"session-{session.slot}")

    asyncio.run(live())


def test_a_reset_out_of_a_visit_ends_in_the_next_session() -> None:
    async def live() -> None:
        async with SmallBed(WARM) as bed:
            session, standby = await bed.shown(0), await bed.led(1)
            session.say(Visiting(True))
            await shown(bed, f"visit-{session.slot}")
            bed.ask()
            assert (await bed.receipts(2))[-1].kind is Kind.ASKED
            await shown(bed, f"session-{standby.slot}")
            assert session.gone

    asyncio.run(live())


def test_one_that_waits_cannot_have_a_visit_shown() -> None:
    async def live() -> None:
        async with SmallBed(WARM) as bed:
            session, standby = await bed.shown(0), await bed.led(1)
            await standby.obey(f"say {encode(Visiting(True)).decode()}")
            # What is said later is heard later: this one's is in force, so the other's was passed over.
            session.say(Visiting(True))
            await shown(bed, f"visit-{session.slot}")
            session.say(Visiting(False))
            await shown(bed, f"session-{session.slot}")

    asyncio.run(live())
