"""The pad and the nurse's page under a finger: what they say, and that nothing typed is shown or kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from flexcare.session.offer import Offer
from flexcare.staff.messages import Entered, Left, Pad, Ready, Touched
from flexcare.staff.nurse_messages import BeginWith, Clear, Loudest, Night, NurseOpened, Place, PutAt, PutOutOfOrder, Welcome
from tests.helpers.bedside import channel, offer
from tests.helpers.clock import FakeClock
from tests.helpers.staff_program import AtPad, NewPad, new_pad

__all__ = ["new_pad"]

BED = NurseOpened(
    settable=True,
    place="tablet-1",
    places=(Place("tablet-1", "B7-1"), Place("tablet-2", "B7-2")),
    languages=("en", "da"),
    loudest_percent=60,
    usual_percent=80,
    night_until="06:00",
)


def given() -> Offer:
    return offer(channel(1, "udp://@127.0.0.1:9"))


@pytest.fixture
def pad(new_pad: NewPad) -> AtPad:
    made = new_pad(given(), FakeClock())
    made.until(Ready)
    made.say(Pad())
    return made


@pytest.fixture
def at_page(pad: AtPad) -> AtPad:
    pad.say(BED)
    pad.see(lambda: pad.program.staff.current_role == "nurse")
    return pad


def words(pad: AtPad) -> set[str]:
    """What can be touched, by name."""
    return {target.name for target in pad.targets()}


def test_a_pin_is_sent_once_and_forgotten(pad: AtPad) -> None:
    pad.touch(*"648201")
    assert pad.program.staff.property("typed") == 6
    pad.touch("Enter")
    assert pad.until(Entered) == Entered("648201")
    assert pad.program.staff.property("typed") == 0
    assert "648201" not in repr(vars(pad.program.staff))
    # Until it is answered, nothing more is taken.
    pad.press(Qt.Key.Key_1)
    pad.press(Qt.Key.Key_Return)
    assert pad.program.staff.property("typed") == 0


def test_keys_of_a_keyboard_do_the_same(pad: AtPad) -> None:
    for key in (Qt.Key.Key_6, Qt.Key.Key_4, Qt.Key.Key_9, Qt.Key.Key_Backspace, Qt.Key.Key_8, Qt.Key.Key_2, Qt.Key.Key_0, Qt.Key.Key_1):
        pad.press(key)
    pad.press(Qt.Key.Key_Return)
    assert pad.until(Entered) == Entered("648201")


def test_too_few_digits_are_not_tried_and_too_many_not_taken(pad: AtPad) -> None:
    for _ in range(5):
        pad.press(Qt.Key.Key_1)
    pad.press(Qt.Key.Key_Return)
    for _ in range(30):
        pad.press(Qt.Key.Key_1)
    assert pad.program.staff.property("typed") == 16
    assert not any(isinstance(word, Entered) for word in pad.heard())


def test_while_it_waits_nothing_is_taken_and_it_counts_down(pad: AtPad) -> None:
    pad.press(Qt.Key.Key_1)
    pad.say(Pad(wait_s=45))
    pad.see(lambda: pad.program.staff.property("waitTime") == "0:45")
    pad.press(Qt.Key.Key_1)
    assert pad.program.staff.property("typed") == 0
    pad.see(lambda: words(pad).isdisjoint("0123456789"))
    pad.say(Pad())
    pad.touch("1")
    assert pad.program.staff.property("typed") == 1


def test_clearing_asks_once_and_takes_no_pin(pad: AtPad) -> None:
    pad.touch("Clear now")
    pad.touch("Keep it as it is")
    assert not any(isinstance(word, Clear) for word in pad.heard())
    pad.touch("Clear and clean")
    pad.see(lambda: pad.program.staff.property("asking") == "clean")
    pad.touch("Clear and clean")
    assert pad.until(Clear) == Clear(clean=True)


def test_escape_goes_one_step_back(pad: AtPad) -> None:
    pad.touch("Clear now")
    pad.press(Qt.Key.Key_Escape)
    assert pad.program.staff.property("asking") == ""
    assert not any(isinstance(word, Left) for word in pad.heard())
    pad.press(Qt.Key.Key_Escape)
    pad.until(Left)


def test_escape_puts_a_sheet_of_the_nurses_away_before_it_leaves(at_page: AtPad) -> None:
    nurse = at_page.program.nurse
    at_page.touch("Which bed this is", "B7-2")
    at_page.see(lambda: nurse.property("wantedBed") == "B7-2")
    for key, sheet in ((Qt.Key.Key_Escape, "bed"), (Qt.Key.Key_Back, "")):
        at_page.press(key)
        assert (nurse.property("wantedBed"), nurse.current_sheet) == ("", sheet)
    assert not any(isinstance(word, Left) for word in at_page.heard())
    at_page.press(Qt.Key.Key_Escape)
    at_page.until(Left)


def test_touches_keep_it_open_and_are_told_at_most_once_a_second(pad: AtPad) -> None:
    pad.heard()
    pad.touch(*"123")
    assert [word for word in pad.heard() if isinstance(word, Touched)] == [Touched()]


def test_a_bed_is_asked_back_about(at_page: AtPad) -> None:
    at_page.touch("Which bed this is", "B7-2")
    at_page.see(lambda: at_page.program.nurse.property("wantedBed") == "B7-2")
    at_page.touch("No, back")
    assert not any(isinstance(word, PutAt) for word in at_page.heard())
    at_page.touch("B7-2", "Yes, it is")
    assert at_page.until(PutAt) == PutAt("tablet-2")


def test_each_of_the_nurses_actions_says_what_it_is(at_page: AtPad) -> None:
    nurse = at_page.program.nurse
    at_page.touch("Text and colours", "Largest")
    assert at_page.until(BeginWith) == BeginWith(text_size="largest")
    nurse.setPalette("contrast")
    assert at_page.until(BeginWith) == BeginWith(palette="contrast")
    nurse.setPalette("")
    assert at_page.until(BeginWith) == BeginWith(palette="usual")
    nurse.setEasy(True)
    assert at_page.until(BeginWith) == BeginWith(easy=True)
    at_page.touch("Close", "Language of Welcome", "Dansk")
    assert at_page.until(Welcome) == Welcome("da")
    at_page.touch("Close", "Loudest volume", "Quieter")
    assert at_page.until(Loudest) == Loudest(50)
    at_page.touch("As the hospital has it (80 percent)")
    assert at_page.until(Loudest) == Loudest(None)
    at_page.touch("Close", "Night", "Until 7 o'clock")
    assert at_page.until(Night) == Night("07:00")
    at_page.touch("Night", "End the night now")
    assert at_page.until(Night) == Night(None)
    at_page.touch("Out of order")
    at_page.see(lambda: nurse.current_sheet == "order")
    at_page.touch("Out of order")
    assert at_page.until(PutOutOfOrder) == PutOutOfOrder(so=True)


def test_at_a_tablet_that_is_not_enrolled_nothing_can_be_set(pad: AtPad) -> None:
    pad.say(NurseOpened())
    pad.find("TV problem")
    assert {"Night", "Loudest volume", "Which bed this is", "Out of order"}.isdisjoint(words(pad))
