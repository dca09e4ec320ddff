"""Sources of the guide over a real network: only what has changed comes, and nothing takes the last good content away."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flexcare.guide.fetching import KEPT_FREE_BYTES, Fetched, FetchLimits, Shelf
from tests.helpers.clock import FakeClock
from tests.helpers.guide_source import GuideServer, guide_server, xmltv
from tests.helpers.hostile_server import HTML, Answering, bomb

START = datetime(2026, 6, 1, 12, tzinfo=UTC)
OLD, NEW = xmltv("Old", start_s=1_780_000_000), xmltv("New", start_s=1_780_000_000)
LIMITS = FetchLimits(max_bytes=1024 * 1024, timeout_s=60.0)
HASTY = replace(LIMITS, timeout_s=0.7)
"""For those that would never come to an end."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[GuideServer]:
    with guide_server(tmp_path) as running:
        yield running


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(START)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "guide"


def fetch_and_take(shelf: Shelf, address: str) -> Fetched:
    fetched = shelf.fetch(address)
    if fetched.candidate:
        shelf.take(address)
    return fetched


def content(shelf: Shelf, address: str) -> bytes | None:
    file = shelf.file(address)
    return file.read_bytes() if file else None


@pytest.mark.parametrize("tag", [True, False], ids=["ETag", "Last-Modified"])
def test_what_has_not_changed_does_not_come_again(tag: bool, server: GuideServer, folder: Path, clock: FakeClock) -> None:
    server.put(OLD, tag=tag)
    shelf = Shelf(folder, clock, LIMITS)
    assert fetch_and_take(shelf, server.address()).trouble == ""
    assert (content(shelf, server.address()), shelf.fetched_at_s(server.address())) == (OLD, int(START.timestamp()))
    clock.advance(3600)
    # Also after a start: what is known of a source lies on the disk.
    shelf = Shelf(folder, clock, LIMITS)
    assert shelf.fetch(server.address()) == Fetched()
    assert server.statuses == [200, 304]
    assert shelf.fetched_at_s(server.address()) == int(START.timestamp()) + 3600  # it was confirmed
    server.put(NEW, tag=tag)
    fetch_and_take(shelf, server.address())
    assert (content(shelf, server.address()), server.statuses) == (NEW, [200, 304, 200])


def test_a_candidate_is_not_the_last_good_before_somebody_said_so(server: GuideServer, folder: Path, clock: FakeClock) -> None:
    server.put(OLD)
    shelf = Shelf(folder, clock, LIMITS)
    fetch_and_take(shelf, server.address())
    server.put(NEW)
    candidate = shelf.fetch(server.address()).candidate
    assert candidate is not None
    assert candidate.read_bytes() == NEW
    assert content(shelf, server.address()) == OLD
    # A loss of power here: the old one is there, and the new one comes again.
    again = Shelf(folder, clock, LIMITS)
    assert content(again, server.address()) == OLD
    fetch_and_take(again, server.address())
    assert content(again, server.address()) == NEW


def test_what_was_no_guide_does_not_come_again_until_it_changes(server: GuideServer, folder: Path, clock: FakeClock) -> None:
    server.put(OLD)
    shelf = Shelf(folder, clock, LIMITS)
    fetch_and_take(shelf, server.address())
    clock.advance(60)
    server.put(HTML)
    assert shelf.fetch(server.address()).candidate
    shelf.refuse(server.address())
    assert Shelf(folder, clock, LIMITS).fetch(server.address()) == Fetched(trouble="it is still what was no guide before")
    assert (content(shelf, server.address()), shelf.fetched_at_s(server.address())) == (OLD, int(START.timestamp()))
    assert server.statuses == [200, 200, 304]
    server.put(OLD)
    assert fetch_and_take(shelf, server.address()).trouble == ""
    assert shelf.fetch(server.address()) == Fetched()


def test_what_was_too_much_for_once_may_come_again(server: GuideServer, folder: Path, clock: FakeClock) -> None:
    server.put(OLD)
    shelf = Shelf(folder, clock, LIMITS)
    shelf.fetch(server.address())
    shelf.refuse(server.address(), remember=False)
    assert fetch_and_take(shelf, server.address()).candidate
    assert server.statuses == [200, 200]


WRONG: dict[str, tuple[Callable[[Answering], None], str]] = {
    "500": (lambda request: request.status(500), "the server answers 500"),
    "cut": (lambda request: request.truncated(NEW), "the answer broke off or is not HTTP"),
    "reset": (lambda request: request.reset(), "the server cannot be reached|the answer broke off or is not HTTP"),
    "hangs": (lambda request: request.silent(), "the answer was not complete after 0.7 s"),
    "drips": (lambda request: request.drip(), "the answer was not complete after 0.7 s"),
    "endless": (lambda request: request.endless(), "the answer is larger than 1 MiB"),
    "redirects": (lambda request: request.redirect("http://127.0.0.1:9/"), "the address redirects"),
    "brotli": (lambda request: request.body(NEW, encoding="br"), "the server packs its answer in a way that was not asked for"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_source_that_fails_keeps_the_last_good(wrong: str, server: GuideServer, folder: Path, clock: FakeClock) -> None:
    server.put(OLD)
    shelf = Shelf(folder, clock, LIMITS)
    fetch_and_take(shelf, server.address())
    clock.advance(60)
    shelf = Shelf(folder, clock, HASTY if wrong in ("hangs", "drips") else LIMITS)
    server.wrong["guide.xml"], expected = WRONG[wrong]
    fetched = shelf.fetch(server.address())
    assert fetched.candidate is None
    assert fetched.trouble in expected.split("|")
    assert "127.0.0.1" not in fetched.trouble
    assert (content(shelf, server.address()), shelf.fetched_at_s(server.address())) == (OLD, int(START.timestamp()))
    assert sorted(path.suffix for path in folder.iterdir()) == [".json", ".xmltv"]
    server.put(NEW)
    assert fetch_and_take(Shelf(folder, clock, LIMITS), server.address()).candidate


@pytest.mark.parametrize("encoding", ["gzip", ""])
def test_packed_content_stays_packed(encoding: str, server: GuideServer, folder: Path, clock: FakeClock) -> None:
    packed = gzip.compress(OLD)
    server.put(packed, encoding=encoding)
    shelf = Shelf(folder, clock, LIMITS)
    fetch_and_take(shelf, server.address())
    assert content(shelf, server.address()) == packed


def test_a_bomb_is_as_small_on_the_disk_as_on_the_way(server: GuideServer, folder: Path, clock: FakeClock) -> None:
    server.put(bomb(64 * 1024 * 1024), encoding="gzip")
    candidate = Shelf(folder, clock, LIMITS).fetch(server.address()).candidate
    assert candidate is not None
    assert candidate.stat().st_size < 100_000


def test_a_disk_that_takes_nothing_is_told(server: GuideServer, folder: Path, clock: FakeClock) -> None:
    server.put(OLD)
    folder.parent.mkdir()
    folder.write_text("a file in the folder's place")
    fetched = Shelf(folder, clock, LIMITS).fetch(server.address())
    assert fetched.candidate is None
    assert fetched.trouble.startswith("this tablet's disk does not take it")


def test_a_damaged_state_costs_one_more_fetch(server: GuideServer, folder: Path, clock: FakeClock) -> None:
    server.put(OLD)
    fetch_and_take(Shelf(folder, clock, LIMITS), server.address())
    (folder / "sources.json").write_bytes(b"\xff\x00")
    shelf = Shelf(folder, clock, LIMITS)
    assert content(shelf, server.address()) == OLD
    assert shelf.fetched_at_s(server.address()) > 0
    assert fetch_and_take(shelf, server.address()).candidate
    assert server.statuses == [200, 200]


def test_what_nobody_asks_for_any_more_is_deleted(server: GuideServer, folder: Path, clock: FakeClock) -> None:
    server.put(OLD, "a.xml")
    server.put(NEW, "b.xml")
    shelf = Shelf(folder, clock, LIMITS)
    fetch_and_take(shelf, server.address("a.xml"))
    fetch_and_take(shelf, server.address("b.xml"))
    shelf.forget_others([server.address("b.xml")])
    assert (content(shelf, server.address("a.xml")), content(shelf, server.address("b.xml"))) == (None, NEW)
    assert shelf.fetched_at_s(server.address("a.xml")) == 0


def test_no_source_takes_the_room_that_everything_else_needs(
    server: GuideServer, folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.put(OLD)
    shelf = Shelf(folder, clock, LIMITS)
    fetch_and_take(shelf, server.address())
    disk = os.statvfs(folder.parent.parent)
    almost_full = os.statvfs_result((*disk[:4], (KEPT_FREE_BYTES + 100) // disk.f_frsize, *disk[5:]))
    monkeypatch.setattr("flexcare.guide.fetching.os.statvfs", lambda _: almost_full)
    clock.advance(60)
    server.put(NEW)
    assert "larger" in shelf.fetch(server.address()).trouble
    assert content(shelf, server.address()) == OLD
