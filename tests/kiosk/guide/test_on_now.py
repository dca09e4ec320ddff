"""Now and next as time passes: at a programme's end, at midnight, when the clock is set, and when the guide is another one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy

from flexcare.guide.store import GUIDE_FILE
from kiosk.guide.airing import Airing
from kiosk.guide.listings import Listings
from kiosk.guide.moments import Moments
from kiosk.guide.on_now import OnNow
from kiosk.shell.timepiece import Timepiece
from tests.helpers.clock import FakeClock
from tests.helpers.evening import NOW, TITLES, evening, moment
from tests.helpers.guide import Show, make_guide


class Evening:
    """A session's now and next, beside a clock that stands still until it is moved."""

    def __init__(self, ward: Path, now: datetime = NOW) -> None:
        self.ward = ward
        self.clock = FakeClock(now)
        self.timepiece = Timepiece(self.clock)
        self.listings = Listings(ward)
        self.moments = Moments(now.tzinfo)
        self.on_now = OnNow(self.listings, self.clock, self.moments, self.timepiece)
        self.airing = Airing()

    def give(self, *shows: Show) -> None:
        make_guide(self.ward / GUIDE_FILE, *shows)
        self.listings.hear("guide")

    def wait(self, minutes: float) -> None:
        self.clock.advance(60 * minutes)
        self.timepiece.refresh()

    def told(self, channel: int) -> tuple[str, str]:
        """What is on and what follows, as a screen says it."""
        self.on_now.tell(self.airing, channel)
        return self.airing.property("title"), self.airing.property("nextTitle")


@pytest.fixture
def night(tmp_path: Path, qapp: object) -> Iterator[Evening]:
    del qapp
    evening_ = Evening(tmp_path)
    yield evening_
    evening_.listings.close()


def test_what_is_on_and_what_follows(night: Evening) -> None:
    night.give(*evening())
    assert night.told(1) == ("TV Avisen", "Vejret")
    told = {name: night.airing.property(name) for name in ("times", "until", "nextTime", "progress")}
    assert told == {"times": "20:55\N{EN DASH}21:25", "until": "21:25", "nextTime": "21:25", "progress": pytest.approx(0.3)}


def test_a_channel_that_the_guide_does_not_know_says_nothing(night: Evening) -> None:
    night.give(*evening())
    assert night.told(7) == ("", "")
    assert night.on_now.title(7) == ""


def test_at_the_end_of_a_programme_the_next_one_is_on(night: Evening) -> None:
    night.give(*evening())
    night.wait(21)
    assert night.told(1) == ("Vejret", "Sporten")
    night.wait(3)
    assert night.told(1)[0] == "Sporten"


def test_nothing_is_asked_before_something_ends(night: Evening) -> None:
    night.give(*evening())
    changed = QSignalSpy(night.on_now.changed)
    night.wait(20)
    assert changed.count() == 0
    night.told(1)
    assert night.airing.property("progress") == pytest.approx(29 / 30)
    night.wait(1)
    assert changed.count() == 1


def test_after_the_last_programme_there_is_only_what_follows(night: Evening) -> None:
    night.give(*evening(days=range(1)))
    night.wait(130)
    assert night.told(1) == ("", "")


def test_what_begins_tomorrow_is_not_next(night: Evening) -> None:
    night.give(*evening())
    night.wait(125)
    assert night.told(1) == ("", "")


def test_midnight_passes(night: Evening) -> None:
    night.give(Show(1, moment(23, 30), moment(23, 30) + 3600, "Midnat"), Show(1, moment(23, 30) + 3600, moment(3, day=1), "Nat"))
    night.wait(150)
    assert night.told(1) == ("Midnat", "Nat")
    night.wait(60)
    assert night.told(1) == ("Nat", "")


def test_a_clock_that_is_set_back_or_forward_is_followed(night: Evening) -> None:
    night.give(*evening())
    night.clock.set_wall(NOW - timedelta(hours=2))
    night.timepiece.refresh()
    assert night.told(1) == ("Aftenfilmen", "TV Avisen")
    night.clock.set_wall(NOW + timedelta(hours=1))
    night.timepiece.refresh()
    assert night.told(1)[0] == "Sporten"
    night.clock.set_wall(NOW + timedelta(days=300))
    night.timepiece.refresh()
    assert night.told(1) == ("", "")
    night.clock.set_wall(NOW)
    night.timepiece.refresh()
    assert night.told(1) == ("TV Avisen", "Vejret")


def test_titles_come_in_the_language_of_the_screen(night: Evening) -> None:
    night.give(*evening())
    night.listings.speak("da")
    assert night.on_now.title(2) == TITLES["da"]
    night.listings.speak("en")
    assert night.on_now.title(2) == TITLES["en"]
    night.listings.speak("ar")
    assert night.on_now.title(2) == TITLES["da"]


def test_a_new_guide_takes_the_place_of_the_old_one(night: Evening) -> None:
    night.give(*evening())
    night.give(Show(1, moment(20), moment(22), "Ekstra"))
    assert night.told(1) == ("Ekstra", "")


def test_only_a_new_guide_is_opened(night: Evening) -> None:
    make_guide(night.ward / GUIDE_FILE, *evening())
    night.listings.hear("notice")
    assert not night.listings.is_there


def test_without_a_guide_nothing_is_known(night: Evening, caplog: pytest.LogCaptureFixture) -> None:
    night.listings.open()
    assert night.told(1) == ("", "")
    assert not night.listings.is_there
    assert caplog.records == []


def test_a_file_that_is_no_guide_knows_nothing_and_says_so_without_content(night: Evening, caplog: pytest.LogCaptureFixture) -> None:
    (night.ward / GUIDE_FILE).write_bytes(b"TV Avisen" * 1000)
    night.listings.open()
    assert night.told(1) == ("", "")
    assert len(caplog.records) == 1
    assert "Avisen" not in caplog.text


def test_a_guide_that_is_damaged_in_the_middle_gives_up_once(night: Evening, caplog: pytest.LogCaptureFixture) -> None:
    shows = [
        Show(channel, moment(0) + 600 * place, moment(0) + 600 * place + 600, f"Udsendelse {place}")
        for channel in range(1, 40)
        for place in range(144)
    ]
    make_guide(night.ward / "whole", *shows)
    content = bytearray((night.ward / "whole").read_bytes())
    page = 4096
    content[3 * page :] = b"\xff" * (len(content) - 3 * page)
    (night.ward / GUIDE_FILE).write_bytes(content)
    night.listings.open()
    assert night.on_now.title(1) == ""
    assert not night.listings.is_there
    assert len(caplog.records) == 1
    shutil.copyfile(night.ward / "whole", night.ward / GUIDE_FILE)
    night.listings.hear("guide")
    assert night.on_now.title(1) == "Udsendelse 126"
