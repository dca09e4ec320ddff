"""The audit: marks in every store of a real session, then its end, then a search of the whole machine that has to find none of them.

Each audit first proves that it sees: every mark is found while the session lives. The naive twin in `test_naive.py` proves that the same
search finds what a build without a sandbox leaves.
"""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.privacy.garden import Garden, Station, garden, kinds, told
from tests.privacy.stores import BY_NAME

pytestmark = [pytest.mark.long, pytest.mark.timeout(500)]

WIRE = "wire"
"""Planted by itself: a session that says nonsense is replaced."""
ALL = tuple(name for name in BY_NAME if name != WIRE)
REFUSED = {"key", "kernel-log", "system-log"}
"""What the sandbox does not let a session touch."""
UNPROVED = "it could not be proved"
"""What the supervisor logs where something of an ended session was still there when it looked."""


def plant_everywhere(grown: Garden) -> None:
    """Plant in every store, and see every mark alive."""
    station = Station(grown.seed)
    try:
        grown.plant(ALL, station.address)
        refused = {name for name, outcome in grown.planted.outcomes.items() if outcome != "planted"}
        assert refused == REFUSED, grown.planted.outcomes
        alive = kinds(grown.search())
    finally:
        station.end()
    for name in set(ALL) - REFUSED:
        seen_in = BY_NAME[name].seen_in or {"memory"}
        assert alive.get(name, set()) & seen_in, f"{name} was planted and is seen only in {alive.get(name, 'nothing')}"


def assert_nothing_left(grown: Garden) -> None:
    hits = grown.search()
    assert hits == [], f"the session is gone and this is left of it:\n{told(hits)}"


def test_nothing_is_left_after_finish(tmp_path: Path) -> None:
    with garden(tmp_path, "--log", "DEBUG") as grown:
        grown.begin()
        plant_everywhere(grown)
        grown.finish()
        assert_nothing_left(grown)
        assert UNPROVED not in grown.bed.words()


def test_a_crash_leaves_the_memory_file_alone_and_finish_takes_that_too(tmp_path: Path) -> None:
    with garden(tmp_path, "--log", "DEBUG") as grown:
        grown.begin()
        plant_everywhere(grown)
        grown.replaced(grown.crash)
        left = kinds(grown.search())
        for kept in ("memory-file", "favourite", "reminder"):
            assert left.pop(kept, None), f"the same patient's session lost its memory: {kept}"
        assert left.pop("thread", {"kernel log"}) == {"kernel log"}, "only the kernel's log may name a thread that crashed"
        assert left == {}
        assert UNPROVED not in grown.bed.words()
        grown.patient.see("Home again", lambda screen: screen.page == "Home")
        grown.finish()
        assert set(kinds(grown.search())) <= {"thread"}


def test_nothing_is_left_after_the_third_crash(tmp_path: Path) -> None:
    with garden(tmp_path, "--log", "DEBUG") as grown:
        grown.begin()
        grown.plant(("memory-file", "home", "shm", "title", "memfd", "ram"))
        grown.replaced(grown.crash)
        assert set(kinds(grown.search())) == {"memory-file"}
        # However long that search took: one of these is the third within a minute.
        for _ in range(3):
            grown.replaced(grown.crash)
        assert_nothing_left(grown)


def test_nothing_is_left_after_the_supervisor_was_killed(tmp_path: Path) -> None:
    with garden(tmp_path, "--log", "DEBUG") as grown:
        grown.begin()
        plant_everywhere(grown)
        grown.bed.end(signal.SIGKILL)
        grown.await_end_of_sessions()
        assert_nothing_left(grown)
        grown.patient.let_go()
        grown.bed.start()
        grown.patient.see("Welcome again", lambda screen: screen.page == "Welcome")
        assert_nothing_left(grown)


def test_nothing_of_nonsense_is_kept(tmp_path: Path) -> None:
    """What a session writes into the supervisor's socket is in nobody's memory and no log, though it was read and refused."""
    with garden(tmp_path, "--log", "DEBUG") as grown:
        grown.begin()
        grown.replaced(lambda: grown.plant_last(WIRE))
        assert "the session failed: it talked nonsense" in grown.bed.log.read_text()
        assert_nothing_left(grown)
