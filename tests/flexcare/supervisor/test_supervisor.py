"""What the supervisor makes of sessions and a compositor that misbehave, with real small sessions in the real sandbox."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from flexcare.session.kinds import Kind
from flexcare.session.live import Proof
from flexcare.session.messages import EndRequested, Playing, Renewed, Stuck, Touched
from flexcare.supervisor import standby, supervisor
from flexcare.supervisor.changing import Change, Step
from flexcare.supervisor.happenings import Again
from tests.helpers.clock import FakeClock
from tests.helpers.small_bed import COLD, WARM, SmallBed, until

pytestmark = [pytest.mark.timeout(120)]

NOTHING_PROVED = Proof(processes=False, mounts=False, sockets=False, memory=False, output=False)


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change that failed is tried again soon."""
    monkeypatch.setattr(supervisor, "AGAIN_AFTER_S", 0.5)
    monkeypatch.setattr(standby, "AGAIN_AFTER_S", 0.5)


@contextmanager
def programs_missing() -> Iterator[None]:
    """Neither bubblewrap nor sway can be found."""
    found = os.environ["PATH"]
    os.environ["PATH"] = "/nonexistent"
    try:
        yield
    finally:
        os.environ["PATH"] = found


def test_a_session_that_leaves_its_line_is_replaced_and_the_supervisor_lives() -> None:
    async def live() -> None:
        async with SmallBed(WARM) as bed:
            standby = await bed.led(1)
            await standby.obey("hang-up")
            bed.ask()
            assert (await bed.receipts(2))[-1].kind is Kind.ASKED
            await bed.shown(2)

    asyncio.run(live())


def test_a_session_on_the_screen_that_leaves_its_line_is_replaced_for_the_same_patient() -> None:
    async def live() -> None:
        async with SmallBed(replace(COLD, heartbeat_timeout_s=3)) as bed:
            first = await bed.shown(0)
            first.say(Touched())
            await first.obey("hang-up")
            second = await bed.shown(1)
            assert '"resumed":true' in second.heard[0]
            assert first.gone

    asyncio.run(live())


@pytest.mark.parametrize("how", ["say-and-die", "stuck"])
def test_a_finish_that_was_confirmed_before_a_crash_is_a_finish(how: str) -> None:
    async def live() -> None:
        async with SmallBed() as bed:
            first = await bed.shown(0)
            first.say(Touched())
            if how == "stuck":
                first.say(Stuck())
                first.say(EndRequested())
            else:
                first.order('say-and-die {"type":"end-requested"}')
            await bed.shown(1)
            assert [receipt.kind for receipt in await bed.receipts(2)] == [Kind.BOOT, Kind.FINISH]

    asyncio.run(live())


def test_clear_and_clean_locks_the_next_session_for_its_time_and_no_longer() -> None:
    async def live() -> None:
        clock = FakeClock()
        async with SmallBed(replace(COLD, cleaning_s=300, heartbeat_timeout_s=3), clock=clock) as bed:
            first = await bed.shown(0)
            assert '"cleaning_s":0' in first.heard[0]
            first.say(EndRequested(clean=True))
            second = await bed.shown(1)
            assert '"cleaning_s":300' in second.heard[0]
            # A crash in the middle does not unlock it, and the time goes on.
            clock.advance(100)
            await second.obey("hang-up")
            third = await bed.shown(2)
            assert '"cleaning_s":200' in third.heard[0]
            clock.advance(201)
            third.say(Touched())
            third.say(EndRequested())
            fourth = await bed.shown(3)
            assert '"cleaning_s":0' in fourth.heard[0]

    asyncio.run(live())


def test_a_standby_that_cannot_be_started_leaves_the_session_on_the_screen_alone(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(standby, "AFTER_CHANGE_S", 0.0)
    monkeypatch.setattr(standby, "AGAIN_AFTER_S", 0.5)

    async def live() -> None:
        async with SmallBed(WARM, on_step=lambda step: os.environ.update(PATH="/nonexistent") if step is Step.SHOWN else None) as bed:
            await until("the fault told", lambda: "there is no standby" in caplog.text)
            os.environ["PATH"] = found
            await bed.led(1)
            assert not (await bed.led(0)).gone

    found = os.environ["PATH"]
    try:
        asyncio.run(live())
    finally:
        os.environ["PATH"] = found


def test_a_standby_that_never_gets_ready_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "READY_TIMEOUT_S", 2.0)
    monkeypatch.setattr(standby, "AFTER_FAILURE_S", 0.5)

    async def live() -> None:
        async with SmallBed(WARM, scripts=[["ready"], []]) as bed:
            hung = await bed.led(1)
            await bed.led(2)
            assert hung.gone

    asyncio.run(live())


def test_a_standby_whose_player_is_stuck_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standby, "AFTER_FAILURE_S", 0.5)

    async def live() -> None:
        async with SmallBed(WARM) as bed:
            (await bed.led(1)).say(Stuck())
            await bed.led(2)

    asyncio.run(live())


@pytest.mark.usefixtures("hurried")
def test_a_change_that_failed_does_not_come_back_over_a_later_session(caplog: pytest.LogCaptureFixture) -> None:
    async def live() -> None:
        async with SmallBed() as bed:
            first = await bed.shown(0)
            first.say(Touched())
            with programs_missing():
                first.order("die 1")
                await until("the fault told", lambda: "nothing is on the screen" in caplog.text)
            await bed.shown(1)
            bed.supervisor.happened(Again(Change(Kind.CRASH, resume=True, receipt=False)))
            bed.ask()
            assert [receipt.kind for receipt in await bed.receipts(2)] == [Kind.BOOT, Kind.ASKED]
            await bed.shown(2)
            assert len(bed.sessions) == 3

    asyncio.run(live())


@pytest.mark.usefixtures("hurried")
def test_what_was_not_proved_before_a_change_failed_is_not_claimed_when_it_succeeds(caplog: pytest.LogCaptureFixture) -> None:
    found = os.environ["PATH"]

    def on_step(step: Step) -> None:
        if step is Step.PROVED and "nothing is on the screen" not in caplog.text:
            os.environ["PATH"] = "/nonexistent"

    async def live() -> None:
        bed = SmallBed(before=NOTHING_PROVED, on_step=on_step)
        entering = asyncio.create_task(bed.__aenter__())
        await until("the fault told", lambda: "nothing is on the screen" in caplog.text)
        os.environ["PATH"] = found
        await entering
        try:
            assert [receipt.verified for receipt in await bed.receipts(1)] == [()]
            assert '"cleared_at":null' in (await bed.shown(0)).heard[0]
        finally:
            await bed.__aexit__(None, None, None)

    try:
        asyncio.run(live())
    finally:
        os.environ["PATH"] = found


@pytest.mark.usefixtures("hurried")
def test_a_clearing_that_fails_gets_its_receipt_when_the_compositor_is_back(caplog: pytest.LogCaptureFixture) -> None:
    async def live() -> None:
        async with SmallBed() as bed:
            first = await bed.shown(0)
            first.say(Touched())
            with programs_missing():
                first.say(EndRequested())
                await until("the fault told", lambda: "nothing is on the screen" in caplog.text)
                os.kill(bed.compositor_pid, signal.SIGKILL)
                await until("the death told", lambda: "the compositor went away" in caplog.text)
            await bed.shown(1)
            assert [receipt.kind for receipt in await bed.receipts(2)] == [Kind.BOOT, Kind.FINISH]

    asyncio.run(live())


@pytest.mark.long
def test_a_compositor_that_does_not_answer_is_started_again() -> None:
    async def live() -> None:
        async with SmallBed() as bed:
            frozen = bed.compositor_pid
            os.kill(frozen, signal.SIGSTOP)
            bed.ask()
            await bed.receipts(2)
            assert bed.compositor_pid != frozen

    asyncio.run(live())


def test_sessions_that_crash_untouched_are_not_started_without_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rounds of three crashes, then a pause; it is what the second receipt and no third one shows."""
    monkeypatch.setattr(supervisor, "AGAIN_AFTER_S", 1000.0)
    crashes = 6

    async def live() -> None:
        async with SmallBed() as bed:
            for number in range(crashes):
                (await bed.shown(number)).order("die 1")
            await until("the last crash", lambda: bed.sessions[-1].gone)
            bed.ask()
            kinds = [receipt.kind for receipt in await bed.receipts(3)]
            assert kinds == [Kind.BOOT, Kind.CRASH, Kind.ASKED]
            assert len(bed.sessions) == crashes + 1

    asyncio.run(live())


def test_crashes_of_one_patients_session_do_not_count_for_the_next_patient() -> None:
    async def live() -> None:
        async with SmallBed() as bed:
            for number in range(2):
                session = await bed.shown(number)
                session.say(Touched())
                session.order("die 1")
            (await bed.shown(2)).say(EndRequested())
            session = await bed.shown(3)
            session.say(Touched())
            session.order("die 1")
            assert '"resumed":true' in (await bed.shown(4)).heard[0]

    asyncio.run(live())


def test_a_new_ward_reaches_an_untouched_welcome_and_the_standby_but_no_patient() -> None:
    async def live() -> None:
        async with SmallBed(WARM) as bed:
            old = [await bed.led(0), await bed.led(1)]
            bed.write_ward("natur")
            await until("both of the old ward gone", lambda: all(led.gone for led in old))
            patients = await bed.shown(2)
            standby = await bed.led(3)
            patients.say(Touched())
            patients.say(Playing(playing=True))
            await patients.obey("say " + '{"type":"heartbeat"}')
            bed.write_ward("et")
            await until("the standby of the old ward gone", lambda: standby.gone)
            await bed.led(4)
            assert not patients.gone

    asyncio.run(live())


def test_the_watchdog_is_patted_while_a_change_takes_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pats = 4
    manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    manager.bind(str(tmp_path / "notify"))
    manager.setblocking(False)
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
    monkeypatch.setenv("WATCHDOG_USEC", "1000")

    async def live() -> None:
        async with SmallBed(scripts=[["ready"], []]) as bed:
            bed.ask()
            slow = await bed.led(1)
            loop = asyncio.get_running_loop()
            heard = 0
            async with asyncio.timeout(20):
                while heard < pats:
                    heard += await loop.sock_recv(manager, 100) == b"WATCHDOG=1"
            slow.order("ready")
            await bed.receipts(2)

    with manager:
        asyncio.run(live())


@pytest.mark.parametrize("step", [Step.COVERED, Step.KILLED, Step.PROVED, Step.SHOWN])
def test_the_end_of_the_supervisor_at_any_step_of_a_reset_leaves_nothing(step: Step) -> None:
    async def live() -> None:
        changes = 0

        def end(reached: Step) -> None:
            nonlocal changes
            changes += reached is Step.COVERED
            if changes == 2 and reached is step and bed.running is not None:
                bed.running.cancel()

        async with SmallBed(WARM, on_step=end) as bed:
            await bed.led(1)
            compositor = bed.compositor_pid
            bed.ask()
            assert bed.running is not None
            await asyncio.wait([bed.running], timeout=30)
            await until("every session gone", lambda: all(led.gone for led in bed.sessions))
            assert not psutil.pid_exists(compositor)
            assert "display" not in os.listdir(bed.options.paths.run)  # noqa: PTH208

    asyncio.run(live())


def test_without_a_sandbox_no_receipt_claims_what_nobody_could_look_for() -> None:
    async def live() -> None:
        async with SmallBed(confined=False) as bed:
            bed.ask()
            assert set((await bed.receipts(2))[-1].verified) == {"sockets", "memory", "output"}

    asyncio.run(live())


def test_a_session_that_does_not_come_on_the_screen_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    async def live() -> None:
        async with SmallBed(WARM, scripts=[["ready"], ["deaf", "ready"], ["die 3"]]) as bed:
            await bed.led(1)
            monkeypatch.setattr("flexcare.supervisor.changing.SHOWN_TIMEOUT_S", 1.0)
            bed.ask()
            receipts = await bed.receipts(2)
            assert not receipts[-1].standby
            await bed.shown(3)

    asyncio.run(live())


def test_what_is_new_beside_the_offer_is_told_to_the_session_and_to_the_one_that_waits() -> None:
    async def live() -> None:
        async with SmallBed(WARM) as bed:
            both = [await bed.led(0), await bed.led(1)]
            bed.supervisor.tell(Renewed("guide"))
            for led in both:
                await until("it heard", lambda led=led: any('"guide"' in heard for heard in led.heard))  # type: ignore[misc]

    asyncio.run(live())
