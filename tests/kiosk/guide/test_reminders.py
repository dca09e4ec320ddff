"""Reminders: what is told when, and what is never told. The notice itself, under the hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from flexcare.guide.programme import Slot as GuideSlot
from kiosk.guide.listings import Listings
from kiosk.guide.reminders import NOTICE_S, Reminder, Reminders
from kiosk.shell.focus import reachable, scene_rectangle
from tests.helpers.bedside import Bedside, offer
from tests.helpers.clock import FakeClock
from tests.helpers.evening import NOW, evening, give_guide, lineup, moment
from theme.measures import TEXT_SCALES

NewBedside = Callable[..., Bedside]
SPORT = GuideSlot(0, 1, moment(21, 28), moment(23), "Sporten")
NEWS = GuideSlot(0, 2, moment(23), moment(23, 30), "Nyhederne")


@pytest.fixture
def reminders(tmp_path: Path) -> Reminders:
    made = Reminders(Listings(tmp_path))
    made.pass_time(moment(21), None)
    return made


def title(reminders: Reminders) -> str | None:
    return reminders.notice.title if reminders.notice else None


def test_it_is_told_from_its_begin_for_ten_minutes(reminders: Reminders) -> None:
    reminders.toggle(SPORT)
    for at_s, told in (
        (SPORT.start_s - 1, None),
        (SPORT.start_s, "Sporten"),
        (SPORT.start_s + NOTICE_S - 1, "Sporten"),
        (SPORT.start_s + NOTICE_S, None),
    ):
        reminders.pass_time(at_s, None)
        assert title(reminders) == told
    assert reminders.all == ()


def test_taken_back_it_is_not_told(reminders: Reminders) -> None:
    reminders.toggle(SPORT)
    assert reminders.has(SPORT)
    reminders.toggle(SPORT)
    reminders.pass_time(SPORT.start_s, None)
    assert title(reminders) is None


def test_what_has_begun_is_not_taken(reminders: Reminders) -> None:
    reminders.pass_time(SPORT.start_s, None)
    reminders.toggle(SPORT)
    assert not reminders.has(SPORT)


def test_who_watches_the_channel_is_told_nothing(reminders: Reminders) -> None:
    reminders.toggle(SPORT)
    reminders.pass_time(SPORT.start_s, SPORT.channel)
    assert title(reminders) is None
    reminders.pass_time(SPORT.start_s + 60, None)
    assert title(reminders) is None


def test_going_there_by_oneself_ends_the_notice(reminders: Reminders) -> None:
    reminders.toggle(SPORT)
    reminders.pass_time(SPORT.start_s, None)
    reminders.pass_time(SPORT.start_s + 5, SPORT.channel)
    assert title(reminders) is None


def test_a_machine_that_slept_through_it_tells_nothing(reminders: Reminders) -> None:
    reminders.toggle(SPORT)
    reminders.pass_time(SPORT.stop_s, None)
    assert title(reminders) is None
    assert reminders.all == ()


def test_two_at_once_come_one_after_the_other(reminders: Reminders) -> None:
    other = GuideSlot(0, 3, SPORT.start_s, SPORT.stop_s, "Vejret")
    reminders.toggle(SPORT)
    reminders.toggle(other)
    reminders.pass_time(SPORT.start_s, None)
    assert title(reminders) == "Sporten"
    reminders.close()
    assert title(reminders) == "Vejret"
    reminders.close()
    assert title(reminders) is None


@example([(30, 1, 50)], [5, 50, 5])  # a clock that is set back to where it was before
@given(
    st.lists(st.tuples(st.integers(0, 100), st.integers(1, 5), st.integers(1, 50)), max_size=8), st.lists(st.integers(0, 200), max_size=12)
)
def test_nothing_is_told_before_its_time_or_after_its_end(slots: list[tuple[int, int, int]], times: list[int]) -> None:
    reminders = Reminders(Listings(Path("/nowhere")))
    reminders.bring_back(Reminder(start, channel, start + length, "title") for start, channel, length in slots)
    latest_s = 0
    for at_s in times:
        latest_s = max(latest_s, at_s)
        reminders.pass_time(at_s, None)
        notice = reminders.notice
        assert notice is None or notice.start_s <= latest_s
        assert notice is None or at_s < notice.stop_s


# Under the hand.


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
def bedside(new_bedside: NewBedside, tmp_path: Path, clock: FakeClock) -> Bedside:
    made = new_bedside(offer(*lineup()), clock=clock)
    give_guide(made, tmp_path / "ward-0", *evening())
    made.touch("Start")
    made.see(lambda screen: screen.page == "Home")
    return made


def remind(bedside: Bedside, slot: GuideSlot = SPORT) -> None:
    """Ask for it on the programme's sheet, as a patient does."""
    bedside.touch("Guide")
    bedside.see(lambda screen: screen.sheet == "Guide")
    bedside.kiosk.guide.tell(next(one for one in lineup() if one.number == slot.channel), slot)
    bedside.touch("Remind me")
    bedside.see(lambda screen: screen.target("You will be reminded") is not None)
    bedside.kiosk.shell.closeSheet()
    bedside.see(lambda screen: screen.sheet == "Nothing")


def begin(bedside: Bedside, clock: FakeClock, slot: GuideSlot = SPORT) -> None:
    """Let the programme begin."""
    clock.advance(slot.start_s - clock.now().timestamp())
    bedside.kiosk.timepiece.refresh()
    bedside.settle()


def shown(bedside: Bedside) -> list[QQuickItem]:
    """The notice, where it is on the screen."""
    hosts = bedside.kiosk.window.findChildren(QQuickItem, "comesAndGoes")
    return [host for host in hosts if host.isVisible() and host.property("channel") is not None]


def notices(bedside: Bedside) -> list[str]:
    return [str(item.property("title")) for item in shown(bedside)]


def test_the_notice_comes_over_television_and_leads_there(bedside: Bedside, clock: FakeClock) -> None:
    remind(bedside)
    bedside.kiosk.shell.watch(3)
    begin(bedside, clock)
    assert notices(bedside) == ["Sporten"]
    bedside.touch("Watch")
    screen = bedside.see(lambda screen: screen.number == 1)
    assert screen.page == "Television"
    bedside.see(lambda _: notices(bedside) == [])


@pytest.mark.parametrize("sheet", ["openComfort", "openGuide", "openSearch"])
def test_it_comes_over_a_page_and_its_sheet_and_closes(bedside: Bedside, clock: FakeClock, sheet: str) -> None:
    remind(bedside)
    getattr(bedside.kiosk.shell, sheet)()
    begin(bedside, clock)
    assert notices(bedside) == ["Sporten"]
    notice = shown(bedside)[0]
    close = next(item for item in reachable(notice) if item.property("text") == "Close")
    bedside.touch_at(scene_rectangle(close).center().toPoint())
    bedside.see(lambda _: notices(bedside) == [])


def test_keys_reach_it(bedside: Bedside, clock: FakeClock) -> None:
    remind(bedside)
    begin(bedside, clock)
    for _ in range(12):
        bedside.press(Qt.Key.Key_Up)
        focused = next((target.name for target in bedside.see(lambda _: True).targets if target.focused), "")
        if focused in ("Watch", "Close"):
            break
    bedside.press(Qt.Key.Key_Return)
    bedside.see(lambda _: notices(bedside) == [])


def test_it_waits_behind_the_question_whether_somebody_is_there(bedside: Bedside, clock: FakeClock) -> None:
    remind(bedside)
    bedside.kiosk.still_there.ask(90)
    begin(bedside, clock)
    assert not bedside.kiosk.reminding.is_shown
    bedside.kiosk.still_there.stop()
    bedside.see(lambda _: notices(bedside) == ["Sporten"])


def test_the_question_takes_its_place(bedside: Bedside, clock: FakeClock) -> None:
    remind(bedside)
    begin(bedside, clock)
    bedside.kiosk.still_there.ask(90)
    bedside.see(lambda _: notices(bedside) == [])


def test_an_ended_session_never_shows_one(bedside: Bedside, clock: FakeClock) -> None:
    remind(bedside)
    bedside.kiosk.ending.clear()
    clock.advance(SPORT.start_s - clock.now().timestamp())
    bedside.kiosk.timepiece.refresh()
    assert not bedside.kiosk.reminding.is_shown
    assert bedside.kiosk.reminders.all == ()


def test_silent_and_still(bedside: Bedside, clock: FakeClock) -> None:
    remind(bedside)
    begin(bedside, clock)
    before = bedside.picture()
    clock.advance(timedelta(seconds=7).total_seconds())
    bedside.settle()
    assert bedside.picture() == before
    assert bedside.see(lambda _: True).player == "Idle"


@pytest.mark.parametrize("language", ["da", "de", "ar"])
@pytest.mark.parametrize("size", TEXT_SCALES)
@pytest.mark.long
def test_it_is_whole_in_every_size_and_language(bedside: Bedside, clock: FakeClock, size: str, language: str) -> None:
    remind(bedside)
    bedside.kiosk.shell.speak(language)
    bedside.kiosk.comfort.setTextSize(size)
    begin(bedside, clock)
    window = scene_rectangle(bedside.kiosk.window.contentItem()).adjusted(-1, -1, 1, 1)
    assert window.contains(scene_rectangle(shown(bedside)[0]))
