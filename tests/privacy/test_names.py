"""Which channel somebody watches is known in sessions alone, however much they and the supervisor are made to say.

What is proved: the name and the address of a channel that is played are, while it plays and after its reset, in the memory of sessions
and nowhere else: not in the supervisor's memory, its log at debug level or its receipts, nor in the compositor or any file. What cannot be
proved: that the next session does not hold them, because it reads the same lineup. What a session learns only by playing (the address
that a server sends it on to, titles, cookies) is gone with it: `test_audit.py`.
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from tests.privacy.garden import Station, garden, told
from tests.privacy.markers import new_seed
from tests.privacy.search import Hit
from tests.privacy.stores import LINEUP
from tests.privacy.ward import Task, write_marked

pytestmark = [pytest.mark.long, pytest.mark.timeout(500)]

SESSION = "-m tests.privacy.planted"
LOUD_LINES_MIN = 500


def elsewhere(hits: list[Hit]) -> list[Hit]:
    """What was found outside the memory of sessions, and of this test, whose witness in the session reads the screen to it."""
    return [hit for hit in hits if hit.kind != "memory" or not (SESSION in hit.place or hit.place.endswith(f"[{os.getpid()}]"))]


def test_no_name_of_a_channel_leaves_the_session(tmp_path: Path) -> None:
    seed = new_seed()
    station = Station(seed)

    def furnish(ward: Path) -> None:
        write_marked(Task(seed, station.address, str(ward)))

    try:
        with garden(tmp_path, "--log", "DEBUG", "--word=--loud", furnish=furnish) as grown:
            # The lineup was written before, by the hospital as it were; what is written from now on is told by somebody.
            grown.seed, grown.since_s = seed, time.time()
            grown.begin()
            grown.patient.tap("Television")
            grown.patient.see("the channel", lambda screen: screen.number == 1 and screen.player == "Playing", steady=False)
            station.end()
            alive = grown.search()
            assert {hit.number for hit in alive} >= set(LINEUP.values()), "the session itself holds them"
            assert elsewhere(alive) == [], f"while it plays:\n{told(elsewhere(alive))}"
            grown.patient.key("Home")
            grown.finish()
            left = grown.search()
            assert elsewhere(left) == [], f"afterwards:\n{told(elsewhere(left))}"
            assert said(grown.bed.log) >= LOUD_LINES_MIN, "the session was not loud, so this proves little"
    finally:
        station.end()


def said(log: Path) -> int:
    """How many lines of sessions the supervisor counted."""
    lines = [line for line in log.read_text().splitlines() if "session output: " in line]
    return sum(int(count) for line in lines for count in re.findall(r"\w+ (\d+)", line.partition("session output: ")[2]))
