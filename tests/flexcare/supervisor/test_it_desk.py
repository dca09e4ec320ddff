"""What IT can do at the bed, with real files, real sockets and a real sound server."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from flexcare.fleet.health import Monitor
from flexcare.paths import Paths
from flexcare.session.kinds import Act, By, Kind, Outcome
from flexcare.session.receipt import Check
from flexcare.session.receipts import Receipts
from flexcare.session.ward_writer import write_ward
from flexcare.staff import it_messages as words
from flexcare.staff.audit import Audit
from flexcare.staff.diagnosis import Part, State, Verdict
from flexcare.staff.messages import ToStaff
from flexcare.staff.stick import Sticks
from flexcare.supervisor.it_desk import ItDesk, Means
from flexcare.supervisor.it_facts import CLEARINGS_SHOWN, latest
from flexcare.supervisor.looking import Looking, sound_state
from flexcare.supervisor.senses.pulse import PulseSound
from flexcare.supervisor.tone import samples, sound_tone
from flexcare.trust.enrolment import Tablet
from flexcare.trust.enrolment import stick as enrolment_file
from tests.flexcare.session.receipt_lists import add, chain
from tests.flexcare.staff.test_stick import plug
from tests.flexcare.trust.test_enrolment import ENROLMENT, SECRETS
from tests.helpers.bedside import channel, offer
from tests.helpers.clock import FakeClock
from tests.helpers.in_loop import in_loop
from tests.helpers.sound_server import SoundServer


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "state", tmp_path / "run")


@pytest.fixture
def means(paths: Paths, tmp_path: Path) -> Means:
    clock = FakeClock()
    ward = tmp_path / "ward"
    write_ward(ward, offer(channel(1, "http://127.0.0.1:9/planted-stream", "Planted Channel")), {})
    Monitor(paths.health, clock).begin()
    return Means(paths, clock, Looking(ward, ()), Audit(Receipts(paths.receipts, clock)), sticks=Sticks(tmp_path / "kernel"))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder on a real disk, which the fake kernel says can be pulled out."""
    place = tmp_path / "stick"
    place.mkdir()
    number = place.stat().st_dev
    plug(tmp_path / "kernel", f"{os.major(number)}:{os.minor(number)}", str(place))
    return place


def ask(desk: ItDesk, *asked: words.ItSays) -> list[ToStaff]:
    """What is answered to this, in order."""
    said: list[ToStaff] = []

    async def all_of_them() -> None:
        for word in asked:
            await desk.hear(word, said.append)

    asyncio.run(all_of_them())
    return said


def deeds(means: Means) -> list[tuple[Act, By, Outcome]]:
    return [(deed.act, deed.by, deed.outcome) for deed in chain(means.paths.receipts).deeds]


def test_a_tablet_that_was_never_enrolled_tells_what_it_knows(means: Means) -> None:
    facts = ItDesk(None, None, means).opened().facts
    assert (facts.version != "", facts.device, facts.serial, facts.age_days, facts.clearings) == (True, "", 0, -1, ())


def test_the_last_receipts_newest_first(paths: Paths) -> None:
    receipts = Receipts(paths.receipts, FakeClock())
    for _ in range(40):
        add(receipts)
        receipts.add_deed(Act.OPEN, By.IT, Outcome.DONE)
    receipts.add(Kind.CRASH, verified=[Check.MOUNTS], memory_erased=True)
    shown = latest(paths.receipts)
    assert [one.kind for one in shown] == ["crash", *["finish"] * (CLEARINGS_SHOWN - 1)]
    assert [one.proved for one in shown[:2]] == [False, True]
    assert latest(paths.state / "none") == ()


def test_the_network_is_measured_and_the_deed_written(means: Means) -> None:
    (measured,) = ask(ItDesk(None, None, means), words.TestNetwork())
    assert isinstance(measured, words.Measured)
    # Nobody listens on the port for discarding; whatever this machine's network is, no stream comes.
    assert measured.verdict not in (Verdict.FINE, Verdict.SOME_STREAMS)
    assert (measured.figures[-1].part, measured.figures[-1].state, measured.figures[-1].place) == (
        Part.STREAM,
        State.REFUSED,
        "127.0.0.1:9",
    )
    assert deeds(means) == [(Act.TEST_NETWORK, By.IT, Outcome.DONE)]


def test_the_bundle_on_the_stick_holds_figures_and_no_trace_of_use(means: Means, stick: Path, caplog: pytest.LogCaptureFixture) -> None:
    add(Receipts(means.paths.receipts, FakeClock()))
    means = replace(means, audit=Audit(Receipts(means.paths.receipts, FakeClock())))
    measured, done, bundled = ask(ItDesk(None, None, means), words.TestNetwork(), words.Export("stick"), words.Export("screen"))
    assert done == words.Did("stick", "done")
    (file,) = stick.iterdir()
    told = json.loads(file.read_bytes())
    assert (told["kinds"], told["looked"][-1]["state"]) == ({"finish": 1}, "refused")
    assert isinstance(measured, words.Measured)
    assert isinstance(bundled, words.Bundled)
    for said in (file.read_text(), bundled.words, caplog.text, means.paths.receipts.read_text()):
        assert not any(word in said for word in ("Planted", "planted-stream", "127.0.0.1", "http"))


def test_no_stick_is_said_and_the_deed_failed(means: Means) -> None:
    assert ask(ItDesk(None, None, means), words.Export("stick")) == [words.Did("stick", "none")]
    assert deeds(means) == [(Act.EXPORT, By.IT, Outcome.FAILED)]


def test_pulling_where_there_is_nowhere_to_pull_from(means: Means) -> None:
    (pulled,) = ask(ItDesk(None, None, means), words.Pull())
    assert isinstance(pulled, words.Pulled)
    assert not pulled.reached
    assert deeds(means) == [(Act.PULL, By.IT, Outcome.FAILED)]


def test_an_enrolment_is_found_shown_and_taken_and_the_tablet_starts_anew(means: Means, stick: Path, tmp_path: Path) -> None:
    (stick / "a-holiday.txt").write_text("nothing of ours")
    (stick / "b7-1").write_bytes(enrolment_file(ENROLMENT, SECRETS))
    restarted = tmp_path / "restarted"
    means = replace(means, restart=("touch", str(restarted)))
    found, *rest = ask(ItDesk(None, None, means), words.FindEnrolment(), words.TakeEnrolment())
    assert isinstance(found, words.Enrolment)
    assert (found.result, found.device, found.ward, found.words) == ("done", "b7-1", "b7", ENROLMENT.pin.fingerprint.words)
    taken = Tablet(means.paths.trust).enrolment()
    assert taken is not None
    assert (taken.device, taken.pin.fingerprint.words) == ("b7-1", found.words)
    assert (rest, restarted.exists(), deeds(means)) == ([], True, [(Act.ENROL, By.IT, Outcome.DONE)])


def test_what_was_not_shown_is_not_taken(means: Means, stick: Path) -> None:
    (stick / "b7-1").write_bytes(enrolment_file(ENROLMENT, SECRETS))
    desk = ItDesk(None, None, means)
    assert ask(desk, words.TakeEnrolment()) == []
    ask(desk, words.FindEnrolment())
    desk.opened()
    assert ask(desk, words.TakeEnrolment()) == []
    assert Tablet(means.paths.trust).enrolment() is None


def test_a_stick_without_an_enrolment_and_none_at_all(means: Means, stick: Path) -> None:
    (stick / "a.json").write_text("{}")
    (stick / "large").write_bytes(b"x" * 4_000_000)
    (stick / "folder").mkdir()
    assert ask(ItDesk(None, None, means), words.FindEnrolment()) == [words.Enrolment("failed")]
    shutil.rmtree(means.sticks.root)
    assert ask(ItDesk(None, None, means), words.FindEnrolment()) == [words.Enrolment("none")]


@pytest.mark.parametrize("command", [(), ("false",), ("/nonexistent/reboot",)])
def test_a_tablet_that_does_not_restart_says_so(means: Means, command: tuple[str, ...]) -> None:
    assert ask(ItDesk(None, None, replace(means, restart=command)), words.Restart()) == [words.Did("restart", "failed")]
    assert deeds(means) == [(Act.RESTART, By.IT, Outcome.DONE)]


def test_the_test_of_the_screen_is_written_down(means: Means) -> None:
    assert ask(ItDesk(None, None, means), words.TestedScreen(done=False)) == []
    assert deeds(means) == [(Act.TEST_SCREEN, By.IT, Outcome.FAILED)]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    with SoundServer(tmp_path_factory.mktemp("sound") / "s") as running:
        yield running


@in_loop
async def test_the_tone_is_heard_by_a_real_sound_server(server: SoundServer) -> None:
    listening = await asyncio.create_subprocess_exec(
        "parec", "--device=bed.monitor", "--format=s16le", "--channels=1", env=server.environment(), stdout=asyncio.subprocess.PIPE
    )
    assert listening.stdout is not None
    try:
        # The monitor sends silence from when it is joined.
        await listening.stdout.readexactly(1024)
        assert await sound_tone(server.socket)
        heard = 0
        async with asyncio.timeout(20):
            while heard < 1000:
                data = await listening.stdout.readexactly(4096)
                heard = max(heard, *(abs(sample) for sample in memoryview(data).cast("h")))
    finally:
        listening.kill()
        await listening.wait()
    assert heard < 32767 / 2


@in_loop
async def test_how_the_sound_stands_is_told_by_a_real_sound_server(server: SoundServer) -> None:
    sound = PulseSound(server.socket)
    (bed,) = await sound.outputs()
    found = []
    for percent, muted in ((60, False), (60, True), (0, False)):
        await sound.set(bed, percent, muted=muted)
        found.append(await sound_state([sound]))
    await sound.set(bed, 60, muted=False)
    assert found == ["ok", "muted", "silent"]


@in_loop
async def test_sound_that_is_not_there(tmp_path: Path) -> None:
    assert await sound_state([]) == "none"
    assert await sound_state([PulseSound(tmp_path / "nobody")]) == "none"


def test_the_tone_is_soft_and_begins_and_ends_in_silence() -> None:
    values = memoryview(samples()).cast("h")
    assert (values[0], abs(values[-1]) < 100, max(values) < 32767 / 3) == (0, True, True)
