"""Sound and light as a whole: a real PipeWire, a made-up /sys, and the clock in the test's hands."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from flexcare.fleet.health import Equipment
from flexcare.session.messages import Conditions
from flexcare.session.night import Night
from flexcare.session.offer import Sound
from flexcare.supervisor.senses import senses as module
from flexcare.supervisor.senses.hours import Hours
from flexcare.supervisor.senses.jack import Jack
from flexcare.supervisor.senses.light import Light
from flexcare.supervisor.senses.pulse import PulseSound
from flexcare.supervisor.senses.senses import Machine, Senses
from tests.flexcare.supervisor.senses.test_jack import PLUG, UNPLUG, machine
from tests.flexcare.supervisor.senses.test_light import backlight
from tests.helpers.clock import FakeClock
from tests.helpers.in_loop import in_loop
from tests.helpers.sound_server import SoundServer

NIGHT = Night("22:00", "07:00", dim_percent=30, cap_percent=35)
BY_DAY = Conditions()
BY_NIGHT = Conditions(night=True)


@dataclass
class Report:
    equipment: Equipment = field(default_factory=Equipment)
    alarms: set[str] = field(default_factory=set)

    def equipped(self, equipment: Equipment) -> None:
        self.equipment = equipment

    def alarm(self, alarm: str, *, on: bool) -> None:
        (self.alarms.add if on else self.alarms.discard)(alarm)


class Bed:
    """What a test holds in its hands."""

    def __init__(self, root: Path, server: SoundServer | None, night: Night | None = NIGHT, *, jack: bool = False) -> None:
        self.clock = FakeClock(datetime(2026, 3, 2, 21, 59, tzinfo=UTC))
        self.report = Report()
        self.told: list[Conditions] = []
        self.night = night
        self.kernel = machine(root, **({"event1": "4"} if jack else {}))
        sounds = (PulseSound(server.socket),) if server is not None else ()
        what = Machine(sounds, Light(root / "sys"), Jack(root, lambda _: 0))
        self.senses = Senses(what, Hours(self.clock), lambda: (Sound(cap_percent=80), self.night), self.told.append, self.report)

    def pass_minutes(self, minutes: float) -> None:
        self.clock.advance(minutes * 60)
        self.senses.stir()


@asynccontextmanager
async def at(bed: Bed) -> AsyncIterator[Bed]:
    running = asyncio.ensure_future(bed.senses.run())
    try:
        yield bed
    finally:
        running.cancel()
        await asyncio.wait([running])
        assert running.cancelled(), "it ended by itself"


async def until(what: str, condition: Callable[[], object]) -> None:
    try:
        async with asyncio.timeout(40):
            while not await asyncio.to_thread(condition):  # noqa: ASYNC110 - the server is another process
                await asyncio.sleep(0.02)
    except TimeoutError:
        raise AssertionError(what) from None


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SoundServer]:
    with SoundServer(tmp_path / "sound") as running:
        yield running


@in_loop
async def test_the_machine_holds_the_ceiling_and_the_light_through_the_hours(tmp_path: Path, server: SoundServer) -> None:
    light = backlight(tmp_path / "sys", most="1000")
    async with at(Bed(tmp_path, server)) as bed:
        await until("day", lambda: server.level() == (80, False) and light.read_text() == "1000")
        await until("told", lambda: bed.told == [BY_DAY])
        bed.pass_minutes(1)
        await until("night", lambda: server.level() == (35, False) and light.read_text() == "300")
        await until("told of night", lambda: bed.told == [BY_DAY, BY_NIGHT])
        bed.pass_minutes(9 * 60)
        await until("day again", lambda: server.level() == (80, False) and light.read_text() == "1000")
        await until("told of day", lambda: bed.told == [BY_DAY, BY_NIGHT, BY_DAY])
    assert bed.report.equipment == Equipment("server", "file", "unseen")
    assert bed.report.alarms == set()


@in_loop
async def test_before_anything_is_known_a_session_holds_everything_itself(tmp_path: Path) -> None:
    bed = Bed(tmp_path, None)
    assert bed.senses.conditions == Conditions(loudest_percent=80)
    bed.clock.advance(60)
    async with at(bed):
        await until("looked", lambda: bed.told)
    assert bed.told == [Conditions(night=True, loudest_percent=35, light_percent=30)]
    assert bed.report.equipment == Equipment("none", "none", "unseen")
    assert bed.report.alarms == set()


@in_loop
async def test_what_somebody_else_turns_is_turned_back(tmp_path: Path, server: SoundServer) -> None:
    async with at(Bed(tmp_path, server)):
        await until("held", lambda: server.level() == (80, False))
        for words in (("set-sink-volume", "bed", "100%"), ("set-sink-mute", "bed", "1")):
            server.pactl(*words)
            await until("turned back", lambda: server.level() == (80, False))


@in_loop
async def test_what_is_plugged_in_while_it_runs_is_no_louder(tmp_path: Path, server: SoundServer) -> None:
    async with at(Bed(tmp_path, server)):
        await until("held", lambda: server.level() == (80, False))
        server.add("late")
        await until("held too", lambda: server.level("late") == (80, False))


@in_loop
async def test_by_night_headphones_alone_are_heard_where_the_hospital_wants_that(tmp_path: Path, server: SoundServer) -> None:
    bed = Bed(tmp_path, server, Night("22:00", "07:00", cap_percent=35, headphones_only=True), jack=True)
    async with at(bed):
        await until("day", lambda: server.level() == (80, False))
        bed.pass_minutes(1)
        await until("the speaker is off", lambda: server.level() == (35, True))
        await until("said", lambda: bed.senses.conditions.silent)
        headset = server.add("headset", "headset")
        await until("a headset is heard", lambda: server.level("headset") == (35, False) and server.level() == (35, True))
        await until("it can be heard", lambda: not bed.senses.conditions.silent)
        server.remove(headset)
        await until("off again", lambda: bed.senses.conditions.silent)
        _write(bed, PLUG)
        await until("headphones in the jack are heard", lambda: server.level() == (35, False))
        await until("it can be heard again", lambda: not bed.senses.conditions.silent)
        _write(bed, UNPLUG)
        await until("off once more", lambda: server.level() == (35, True) and bed.senses.conditions.silent)
        bed.pass_minutes(9 * 60)
        await until("by day it speaks", lambda: server.level() == (80, False) and not bed.senses.conditions.silent)
    assert bed.report.alarms == set()


@in_loop
async def test_where_nobody_can_tell_of_headphones_the_speaker_plays_quietly_and_it_is_said(tmp_path: Path, server: SoundServer) -> None:
    bed = Bed(tmp_path, server, Night("21:00", "07:00", cap_percent=35, headphones_only=True))
    async with at(bed):
        await until("quiet", lambda: server.level() == (35, False) and bed.report.alarms == {"headphones"})
        assert not bed.senses.conditions.silent


@in_loop
async def test_the_next_patient_begins_with_the_beds_own_values(tmp_path: Path, server: SoundServer) -> None:
    light = backlight(tmp_path / "sys", most="1000")
    async with at(Bed(tmp_path, server)) as bed:
        await until("held", lambda: server.level() == (80, False) and light.read_text() == "1000")
        light.write_text("10")
        bed.senses.reset()
        await until("as it was", lambda: light.read_text() == "1000")


@in_loop
async def test_staff_turn_the_night_on_and_the_volume_down(tmp_path: Path, server: SoundServer) -> None:
    async with at(Bed(tmp_path, server, None)) as bed:
        await until("day", lambda: server.level() == (80, False))
        bed.senses.loudest(20)
        await until("softer", lambda: server.level() == (20, False))
        bed.senses.reset()
        bed.senses.night_until(time(23, 30))
        await until("night", lambda: bed.senses.conditions.night)
        bed.pass_minutes(92)
        await until("over", lambda: not bed.senses.conditions.night)
        bed.senses.loudest(None)
        await until("the hospital's", lambda: server.level() == (80, False))


@in_loop
async def test_a_server_that_is_started_again_is_held_again(tmp_path: Path, server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LISTEN_AGAIN_S", 0.1)
    monkeypatch.setattr(module, "LOOK_EVERY_S", 0.2)
    async with at(Bed(tmp_path, server)) as bed:
        await until("held", lambda: bed.senses.conditions == BY_DAY and server.level() == (80, False))
        await asyncio.to_thread(server.stop)
        await until("the session holds it", lambda: bed.senses.conditions.loudest_percent == 80 and bed.report.alarms == {"sound"})
        await asyncio.to_thread(server.start)
        await until("held again", lambda: server.level() == (80, False) and bed.senses.conditions == BY_DAY)
        await until("no alarm", lambda: bed.report.alarms == set())


def _write(bed: Bed, event: bytes) -> None:

    os.write(bed.kernel["event1"], event)
