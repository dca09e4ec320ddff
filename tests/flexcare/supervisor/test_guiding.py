"""From sources on a real network, through a real child, into ward folders: what is new follows, what breaks changes nothing."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import psutil
import pytest

from flexcare.errors import GuideSourceUnusable, GuideUnusable
from flexcare.guide.build import GuideSource
from flexcare.guide.fetching import FetchLimits, Shelf
from flexcare.guide.report import GuideReport
from flexcare.guide.store import GUIDE_FILE, Guide
from flexcare.lineup.channel import Channel, Stream
from flexcare.supervisor.feed import Feed, FeedSource
from flexcare.supervisor.guiding import REBUILD_S, STALE_S, Guiding
from flexcare.supervisor.importer import alone, import_guide
from tests.helpers.clock import FakeClock
from tests.helpers.guide_source import GuideServer, guide_server, xmltv
from tests.helpers.hostile_server import HTML, Answering, bomb
from tests.helpers.in_loop import in_loop

START = datetime(2026, 6, 1, 12, tzinfo=UTC)
NOW_S = int(START.timestamp())
CHANNELS = (Channel(1, "One", Stream(""), guide_id="one.demo"), Channel(2, "Two", Stream(""), guide_id="two.demo"))
HOUR_S = 3600.0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[GuideServer]:
    with guide_server(tmp_path) as running:
        yield running


class Tablet:
    """A guiding with one ward folder, on a clock that a test moves."""

    def __init__(self, folder: Path, clock: FakeClock | None = None, *, patience_s: float = 60.0) -> None:
        self._patience_s = patience_s
        self.clock = clock or FakeClock(START)
        self.state, self.ward = folder / "state" / "guide", folder / "ward"
        self.ward.mkdir(exist_ok=True)
        self.told = 0
        self.guiding = self.start()

    def start(self) -> Guiding:
        """Another supervisor over the same disk."""
        shelf = Shelf(self.state, self.clock, FetchLimits(4 * 1024 * 1024, self._patience_s))
        self.guiding = Guiding(self.state, self.clock, shelf=shelf)
        self.guiding.renewed = self._tell
        return self.guiding

    def _tell(self) -> None:
        self.told += 1

    def feed(self, *sources: FeedSource, channels: tuple[Channel, ...] = CHANNELS) -> None:
        self.guiding.use(Feed(sources, channels, refresh_s=HOUR_S))

    def titles(self, channel: int = 1, folder: Path | None = None) -> list[str]:
        """What the ward folder says is on now and next; nothing where it has no guide."""
        file = (folder or self.ward) / GUIDE_FILE
        if not file.is_file():
            return []
        with closing(Guide(file)) as guide:
            found = guide.now_next(int(self.clock.now().timestamp()), "da").get(channel)
        return [slot.title for slot in (found.now, found.next) if slot] if found else []


def source_of(server: GuideServer, name: str = "guide.xml", shift_minutes: int = 0) -> FeedSource:
    return FeedSource(server.address(name), shift_minutes=shift_minutes)


@in_loop
async def test_a_guide_comes_and_a_newer_one_follows(server: GuideServer, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    tablet = Tablet(tmp_path)
    tablet.feed(source_of(server))
    tablet.guiding.furnish(tablet.ward)
    assert tablet.titles() == []
    server.put(xmltv("Morning", start_s=NOW_S))
    await tablet.guiding.turn()
    assert (tablet.titles(), tablet.told) == (["Morning 0", "Morning 1"], 1)
    assert oct((tablet.ward / GUIDE_FILE).stat().st_mode)[-3:] == "644"
    assert tablet.guiding.standing.state == "ok"
    # Not before its time, and then only what has changed.
    await tablet.guiding.turn()
    assert server.statuses == [200]
    tablet.clock.advance(HOUR_S)
    await tablet.guiding.turn()
    assert (server.statuses, tablet.told) == ([200, 304], 1)
    server.put(xmltv("Evening", start_s=NOW_S))
    tablet.clock.advance(HOUR_S)
    await tablet.guiding.turn()
    assert (tablet.titles(), tablet.told) == (["Evening 2", "Evening 3"], 2)
    assert [path.name for path in tablet.ward.iterdir()] == [GUIDE_FILE]
    log = " ".join(caplog.messages)
    assert "the guide is new: 1 of 2 channels, 4 programmes" in log
    for word in ("127.0.0.1", "guide.xml", "Morning", "one.demo", "One"):
        assert word not in log


@in_loop
async def test_whoever_has_a_guide_open_reads_on(server: GuideServer, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path)
    server.put(xmltv("Old", start_s=NOW_S))
    tablet.feed(source_of(server))
    tablet.guiding.furnish(tablet.ward)
    await tablet.guiding.turn()
    with closing(Guide(tablet.ward / GUIDE_FILE)) as opened:
        server.put(xmltv("New", start_s=NOW_S))
        tablet.clock.advance(HOUR_S)
        await tablet.guiding.turn()
        now = opened.now_next(NOW_S, "da")[1].now
        assert now is not None
        assert now.title == "Old 0"
    assert tablet.titles() == ["New 1", "New 2"]


@in_loop
async def test_without_a_network_the_last_guide_is_there_after_a_start(server: GuideServer, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path)
    server.put(xmltv("Kept", start_s=NOW_S))
    tablet.feed(source_of(server))
    tablet.guiding.furnish(tablet.ward)
    await tablet.guiding.turn()
    shutil.rmtree(tablet.ward)  # it lies in memory
    tablet.ward.mkdir()
    server.wrong["guide.xml"] = Answering.reset
    tablet.start()
    tablet.feed(source_of(server))
    tablet.guiding.furnish(tablet.ward)
    assert tablet.titles() == ["Kept 0", "Kept 1"]
    tablet.clock.advance(2 * HOUR_S)
    await tablet.guiding.turn()
    assert tablet.titles() == ["Kept 2", "Kept 3"]
    assert "1 of 1 sources failed" in tablet.guiding.standing.alarm
    assert "what there is stays, from 2026-06-01" in tablet.guiding.standing.alarm
    states = [tablet.guiding.standing.state]
    tablet.clock.advance(STALE_S)
    await tablet.guiding.turn()
    assert [*states, tablet.guiding.standing.state] == ["ok", "stale"]


@in_loop
async def test_another_lineup_never_shows_the_guide_of_the_one_before(server: GuideServer, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path)
    server.put(xmltv("One", start_s=NOW_S))
    tablet.feed(source_of(server))
    tablet.guiding.furnish(tablet.ward)
    await tablet.guiding.turn()
    swapped = (replace(CHANNELS[0], number=2), replace(CHANNELS[1], number=1))
    tablet.feed(source_of(server), channels=swapped)
    other = tmp_path / "other"
    other.mkdir()
    tablet.guiding.furnish(other)
    assert tablet.titles(1, other) == []
    await tablet.guiding.turn()
    assert (tablet.titles(2, other), tablet.titles(1, other)) == (["One 0", "One 1"], [])
    # A session that still reads the folder before keeps the guide of its own lineup.
    assert tablet.titles(1) == ["One 0", "One 1"]
    assert server.statuses == [200]  # the network has nothing to do with it
    third = tmp_path / "third"
    third.mkdir()
    tablet.guiding.furnish(third)
    assert tablet.titles(2, third) == ["One 0", "One 1"]


@in_loop
async def test_the_first_of_several_sources_counts_and_each_has_its_shift(server: GuideServer, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path)
    server.put(xmltv("First", start_s=NOW_S), "a.xml")
    file = tmp_path / "b.xml"
    file.write_bytes(xmltv("Second", start_s=NOW_S, channel="two.demo", name="Two"))
    tablet.feed(source_of(server, "a.xml", shift_minutes=-60), FeedSource(file=file))
    tablet.guiding.furnish(tablet.ward)
    await tablet.guiding.turn()
    assert tablet.titles(1) == ["First 1", "First 2"]
    assert tablet.titles(2) == ["Second 0", "Second 1"]


@in_loop
async def test_a_source_that_is_no_longer_asked_gives_nothing(server: GuideServer, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path)
    server.put(xmltv("One", start_s=NOW_S))
    tablet.feed(source_of(server))
    tablet.guiding.furnish(tablet.ward)
    await tablet.guiding.turn()
    tablet.feed()
    other = tmp_path / "other"
    other.mkdir()
    tablet.guiding.furnish(other)
    tablet.clock.advance(HOUR_S)
    await tablet.guiding.turn()
    assert (tablet.titles(1, other), server.statuses) == ([], [200])
    assert tablet.guiding.standing.state == "none"


@in_loop
async def test_what_is_over_goes_though_nothing_is_new(server: GuideServer, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path)
    server.put(xmltv("Long ago", start_s=NOW_S, hours=2))
    tablet.feed(source_of(server))
    tablet.guiding.furnish(tablet.ward)
    await tablet.guiding.turn()
    tablet.clock.advance(3 * REBUILD_S)
    await tablet.guiding.turn()
    assert server.statuses == [200, 304]
    with closing(Guide(tablet.ward / GUIDE_FILE)) as guide:
        assert guide.channels == frozenset()


BROKEN: dict[str, Callable[[GuideServer], None]] = {
    "500": lambda server: server.wrong.update({"guide.xml": lambda request: request.status(500)}),
    "hangs": lambda server: server.wrong.update({"guide.xml": Answering.silent}),
    "cut on the way": lambda server: server.wrong.update({"guide.xml": lambda request: request.truncated(xmltv(start_s=NOW_S))}),
    "cut before": lambda server: server.put(xmltv("Half", start_s=NOW_S)[:-200]),
    "a web page": lambda server: server.put(HTML),
    "nothing": lambda server: server.put(b""),
    "noise": lambda server: server.put(os.urandom(5000)),
    "bomb": lambda server: server.put(bomb(128 * 1024**2, begin=b"<tv><!--"), encoding="gzip"),
    "entities": lambda server: server.put(
        b'<!DOCTYPE tv [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(12))
        + b"]><tv>&m;</tv>"
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
@in_loop
async def test_a_broken_source_changes_nothing_and_the_other_counts(broken: str, server: GuideServer, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path, patience_s=3.0 if broken == "hangs" else 60.0)
    server.put(xmltv("Good", start_s=NOW_S))
    other = partial(xmltv, start_s=NOW_S, channel="two.demo", name="Two")
    server.put(other("Old"), "other.xml")
    tablet.feed(source_of(server), source_of(server, "other.xml"))
    tablet.guiding.furnish(tablet.ward)
    await tablet.guiding.turn()
    BROKEN[broken](server)
    server.put(other("New"), "other.xml")
    tablet.clock.advance(HOUR_S)
    await tablet.guiding.turn()
    assert (tablet.titles(1), tablet.titles(2)) == (["Good 1", "Good 2"], ["New 1", "New 2"])
    assert "1 of 2 sources failed" in tablet.guiding.standing.alarm
    assert "127.0.0.1" not in tablet.guiding.standing.alarm
    server.put(xmltv("Healed", start_s=NOW_S))
    tablet.clock.advance(HOUR_S)
    await tablet.guiding.turn()
    assert (tablet.titles(1), tablet.guiding.standing.alarm) == (["Healed 2", "Healed 3"], "")


def is_deadly(source: GuideSource) -> bool:
    return b"Deadly" in source.file.read_bytes()


@in_loop
async def test_an_import_that_dies_keeps_out_only_what_killed_it(server: GuideServer, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path)
    jobs: list[Sequence[GuideSource]] = []

    async def importer(sources: Sequence[GuideSource], channels: Sequence[Channel], file: Path, now_s: int, ahead_s: int) -> GuideReport:
        jobs.append(sources)
        if any(map(is_deadly, sources)):
            raise GuideUnusable("the import failed with exit code -9")
        return await import_guide(sources, channels, file, now_s, ahead_s)

    tablet.guiding = Guiding(tablet.state, tablet.clock, importer=importer)
    server.put(xmltv("Deadly", start_s=NOW_S), "a.xml")
    server.put(xmltv("Harmless", start_s=NOW_S, channel="two.demo", name="Two"), "b.xml")
    tablet.feed(source_of(server, "a.xml"), source_of(server, "b.xml"))
    tablet.guiding.furnish(tablet.ward)
    await tablet.guiding.turn()
    assert (tablet.titles(1), tablet.titles(2)) == ([], ["Harmless 0", "Harmless 1"])
    assert "no guide could be made of it" in tablet.guiding.standing.alarm
    assert len(jobs) == 3


@in_loop
async def test_a_ward_folder_that_takes_nothing_is_told(server: GuideServer, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    tablet = Tablet(tmp_path)
    server.put(xmltv(start_s=NOW_S))
    tablet.feed(source_of(server))
    tablet.guiding.furnish(tablet.ward)
    (tablet.ward / GUIDE_FILE).mkdir()
    await tablet.guiding.turn()
    assert tablet.told == 0
    assert "a ward folder does not take the guide" in " ".join(caplog.messages)
    # What could not be put there does not take its room.
    assert [path.name for path in tablet.ward.iterdir()] == [GUIDE_FILE]


@in_loop
async def test_a_clock_that_is_set_right_brings_the_guide_back(
    server: GuideServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tablet from a drawer: everything is over or far away by its clock, until the time server answers."""
    monkeypatch.setattr("flexcare.supervisor.guiding.LOOK_AT_CLOCK_S", 0.01)
    tablet = Tablet(tmp_path)
    right = tablet.clock.now()
    tablet.clock.set_wall(right - timedelta(days=40))
    server.put(xmltv(start_s=NOW_S))
    tablet.feed(source_of(server))
    tablet.guiding.furnish(tablet.ward)
    await tablet.guiding.turn()
    assert tablet.titles() == []
    running = asyncio.create_task(tablet.guiding.run())
    renewed = asyncio.Event()
    tablet.guiding.renewed = renewed.set
    await asyncio.sleep(0)
    tablet.clock.set_wall(right)
    async with asyncio.timeout(60):
        while not tablet.titles():
            renewed.clear()
            await renewed.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


@in_loop
async def test_files_that_nothing_can_be_made_of_are_told(tmp_path: Path) -> None:
    tablet = Tablet(tmp_path)
    (tmp_path / "guide.xml").write_bytes(HTML)
    tablet.feed(FeedSource(file=tmp_path / "guide.xml"))
    await tablet.guiding.turn()
    assert "nothing can be made of any source" in tablet.guiding.standing.alarm
    (tmp_path / "good.xml").write_bytes(xmltv(start_s=NOW_S))
    tablet.feed(FeedSource(file=tmp_path / "good.xml"))
    await tablet.guiding.turn()
    assert tablet.guiding.standing.alarm == ""


@in_loop
async def test_it_runs_until_it_is_cancelled_and_looks_at_once_when_told_of_something(server: GuideServer, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path)
    renewed = asyncio.Event()
    tablet.guiding.renewed = renewed.set
    running = asyncio.create_task(tablet.guiding.run())
    server.put(xmltv(start_s=NOW_S))
    await asyncio.sleep(0)
    tablet.feed(source_of(server))
    tablet.guiding.furnish(tablet.ward)
    async with asyncio.timeout(60):
        await renewed.wait()
    assert tablet.titles()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


@in_loop
async def test_no_more_days_are_kept_than_the_hospital_wants(server: GuideServer, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path)
    server.put(xmltv(start_s=NOW_S, hours=100))
    for days in (3, 1):
        tablet.guiding.use(Feed((source_of(server),), CHANNELS, HOUR_S, ahead_s=days * 24 * 3600))
        tablet.guiding.furnish(tablet.ward)
        await tablet.guiding.turn()
        with closing(Guide(tablet.ward / GUIDE_FILE)) as guide:
            assert guide.last_s == NOW_S + days * 24 * 3600
    assert server.statuses == [200]


@in_loop
async def test_who_asks_in_the_middle_of_a_look_is_not_forgotten(server: GuideServer, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path)
    server.put(xmltv("Old", start_s=NOW_S))
    tablet.feed(source_of(server))
    tablet.guiding.furnish(tablet.ward)

    def change_and_ask() -> None:
        tablet.told += 1
        server.put(xmltv("New", start_s=NOW_S))
        tablet.guiding.look_now()

    tablet.guiding.renewed = change_and_ask
    await tablet.guiding.turn()
    tablet.guiding.renewed = lambda: None
    await tablet.guiding.turn()
    assert (tablet.titles(), server.statuses) == (["New 0", "New 1"], [200, 200])


# The child.

UP = """
import pathlib, sys, time
pathlib.Path({0!r}, "up").touch()
time.sleep(600)
"""
MADE, HOURS_S = "made.sqlite", 24 * 3600


def made_of(folder: Path, *sources: Path) -> tuple[list[GuideSource], tuple[Channel, ...], Path, int, int]:
    """What an import is asked."""
    return [GuideSource(source) for source in sources], CHANNELS, folder / MADE, NOW_S, HOURS_S


async def started(folder: Path, before: list[psutil.Process]) -> list[psutil.Process]:
    """The children of this test, once the innermost is up; those from before are other tests'."""
    async with asyncio.timeout(60):
        while not (folder / "up").exists():  # noqa: ASYNC110 - another process makes it
            await asyncio.sleep(0.02)
    return [child for child in psutil.Process().children(recursive=True) if child not in before]


@in_loop
async def test_a_cancelled_import_leaves_no_child(tmp_path: Path) -> None:
    before = psutil.Process().children(recursive=True)
    running = asyncio.create_task(import_guide(*made_of(tmp_path), program=(sys.executable, "-c", UP.format(str(tmp_path)))))
    children = await started(tmp_path, before)
    assert children
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    _, alive = psutil.wait_procs(children, timeout=20)
    assert not alive


@in_loop
async def test_an_import_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    with pytest.raises(GuideUnusable, match="not ready after 3 s"):
        await import_guide(*made_of(tmp_path), program=(sys.executable, "-c", UP.format(str(tmp_path))), timeout_s=3.0)


@pytest.mark.parametrize(
    "code",
    [
        *("raise SystemExit(1)", "print('nonsense')", "import sys; sys.stdin.read(); print('x' * 100_000)", ""),
        # What a guide could have a broken child say.
        'import sys; sys.stdout.buffer.write(b\'{"error":"\\xff"}\')',
        "import sys; sys.stdout.write('{\"a\":' + '[' * 100_000)",
        """print('{"report":{"channels":1,"showings":1,"sources":[]},"code":0}')""",
    ],
)
@in_loop
async def test_a_child_that_fails_is_no_answer(code: str, tmp_path: Path) -> None:
    sources, _, *more = made_of(tmp_path)
    many = tuple(replace(CHANNELS[0], number=number) for number in range(1, 2000))
    with pytest.raises(GuideUnusable):
        await import_guide(sources, many, *more, program=(sys.executable, "-c", code))  # type: ignore[arg-type]


@in_loop
async def test_a_child_that_cannot_be_started_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(GuideUnusable, match="cannot be started"):
        await import_guide(*made_of(tmp_path))


@in_loop
async def test_the_child_gives_way_and_is_limited(tmp_path: Path) -> None:
    fifo = tmp_path / "source.xml"
    os.mkfifo(fifo)  # so that it waits
    running = asyncio.create_task(import_guide(*made_of(tmp_path, fifo)))
    writing = await asyncio.to_thread(os.open, fifo, os.O_WRONLY)  # it has opened it now
    try:
        child = psutil.Process().children(recursive=True)[-1]
        assert child.nice() == 19
        assert os.sched_getscheduler(child.pid) == os.SCHED_IDLE
        assert child.ionice().ioclass == psutil.IOPRIO_CLASS_IDLE
        assert child.rlimit(psutil.RLIMIT_AS)[0] <= 1024**3
        assert child.rlimit(psutil.RLIMIT_CPU)[0] <= 3600
        assert child.rlimit(psutil.RLIMIT_FSIZE)[0] <= 1024**3
    finally:
        os.close(writing)
    with pytest.raises(GuideSourceUnusable):
        await running


LOOK_AROUND = """
import json, os, pathlib, socket
def tried(what):
    try:
        return str(what())
    except OSError as error:
        return type(error).__name__
print(json.dumps({{
    "network": tried(lambda: socket.create_connection(("127.0.0.1", {0}), 5)),
    "secret": tried(lambda: pathlib.Path({1!r}).read_text()),
    "written": tried(lambda: pathlib.Path({2!r}).write_text("x")),
    "source": tried(lambda: pathlib.Path({2!r}).read_text()),
    "own": tried(lambda: pathlib.Path({3!r}, "own").write_text("x")),
    "processes": len([name for name in os.listdir("/proc") if name.isdigit()]),
    "home": sorted(os.environ),
}}))
raise SystemExit(3)
"""


def test_the_child_sees_its_folder_and_the_sources_and_nothing_else(server: GuideServer, tmp_path: Path) -> None:
    folder, secret, source = tmp_path / "guide", tmp_path / "secret", tmp_path / "source.xml"
    folder.mkdir()
    secret.write_text("pepper")
    source.write_text("<tv/>")
    port = int(server.address().rsplit(":", 1)[1].partition("/")[0])
    code = LOOK_AROUND.format(port, str(secret), str(source), str(folder))
    told = subprocess.run([*alone(folder, [source]), sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    found = json.loads(told.stdout)
    assert told.returncode == 3
    assert found["network"] in ("ConnectionRefusedError", "OSError")
    assert server.asked == []
    assert (found["secret"], found["source"], found["own"]) == ("FileNotFoundError", "<tv/>", "1")
    assert found["written"] == "OSError"
    assert found["processes"] <= 3
    assert "HOME" not in found["home"]
