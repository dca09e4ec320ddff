"""Sound and night in a real supervisor, with a real PipeWire and sessions that a test leads."""

from __future__ import annotations

import asyncio
import json
from datetime import time
from pathlib import Path

from flexcare.fleet.health import Monitor, read_health
from flexcare.supervisor.sensing import sense
from tests.helpers.clock import FakeClock
from tests.helpers.small_bed import COLD, Led, SmallBed, until
from tests.helpers.sound_server import SoundServer


def told(led: Led) -> list[dict[str, object]]:
    return [message for heard in led.heard if (message := json.loads(heard))["type"] == "conditions"]


def test_each_session_is_told_before_it_is_shown_and_the_next_patient_begins_as_the_bed_does(tmp_path: Path) -> None:
    async def live(server: SoundServer) -> None:
        clock = FakeClock()
        async with SmallBed(COLD) as bed:
            monitor = Monitor(tmp_path / "health.json", clock)
            senses, running = sense(bed.supervisor, clock, monitor, server.socket)
            first = await bed.shown(0)
            await until("the ceiling is the machine's", lambda: told(first) and server.level() == (80, False))
            assert told(first)[-1] == {"type": "conditions", "night": False, "loudest_percent": 100, "light_percent": 100, "silent": False}
            senses.night_until(time(12))
            await until("night", lambda: told(first)[-1]["night"])
            assert server.level() == (40, False)
            bed.ask()
            second = await bed.shown(1)
            kinds = [json.loads(heard)["type"] for heard in second.heard]
            assert kinds.index("conditions") < kinds.index("show")
            assert told(second)[0] == told(first)[-1]
            clock.advance(2 * 3600)
            senses.stir()
            await until("day", lambda: not told(second)[-1]["night"] and server.level() == (80, False))
            running.cancel()
            await asyncio.wait([running])
            health = read_health(tmp_path / "health.json")
            assert health is not None
            assert (health.equipment.sound, health.equipment.headphones) == ("server", "unseen")

    with SoundServer(tmp_path / "sound") as server:
        asyncio.run(live(server))
