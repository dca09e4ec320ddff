"""The privacy page under the hand: two taps from Welcome, scrolled by finger and keys, and left by every way home."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from deploy.demo_notice import NOTICE
from deploy.tour.snapshot import accessible_name, notice
from flexcare.session.offer import Offer
from flexcare.session.privacy import HEADINGS, PrivacyNotice, ServiceNotice
from kiosk.privacy.privacy import SCREENS
from kiosk.shell.focus import scene_rectangle
from kiosk.shell.keys import Action
from tests.helpers.bedside import Bedside, channel, offer
from tests.helpers.clock import FakeClock

NewBedside = Callable[..., Bedside]
NOW = datetime(2026, 11, 24, 12, 5).astimezone()
SERVICES = 10
LONG_TEXT = ("word " * 400).strip()
ROWS_AT_ONCE = 40
"""More rows than this are never made at the same time."""
PRESSES_MAX = 60
EDGE_PX = 4
DARK = 128
PLAIN_WORDS = ("We do not know who you are.", "When you finish, everything you did here is erased.", "Cleared today at 10:42.")


def with_notice(told: PrivacyNotice | None) -> Offer:
    return replace(offer(channel(1, "http://127.0.0.1:9/nothing.ts")), privacy=told)


def long_notice() -> PrivacyNotice:
    service = ServiceNotice({"en": "Service"}, *({"en": LONG_TEXT} for _ in HEADINGS))
    return replace(NOTICE, services=(service,) * SERVICES)


def reading(new_bedside: NewBedside, told: PrivacyNotice | None = NOTICE) -> Bedside:
    """Touch Start, then Privacy: that is all."""
    bedside = new_bedside(with_notice(told), clock=FakeClock(NOW))
    bedside.kiosk.cleared.tell(int(NOW.replace(hour=10, minute=42).timestamp()))
    bedside.touch("Start")
    bedside.touch("Privacy")
    bedside.see(lambda screen: screen.page == "Privacy")
    return bedside


def page(bedside: Bedside) -> QQuickItem:
    found = notice(bedside.kiosk)
    assert found is not None
    return found


def place(bedside: Bedside) -> int:
    """How far one has read, in pixels below the beginning, once the page stands still."""
    return bedside.see(lambda _: True).read


def at_end(bedside: Bedside) -> bool:
    return bool(page(bedside).property("atYEnd"))


def said(bedside: Bedside) -> str:
    """Every text on the screen, in the window's part that is seen or not."""
    return "\n".join(str(item.property("text")) for kind in ("Label", "Heading", "ClearedLabel") for item in bedside.items(kind))


def press_until(bedside: Bedside, key: Qt.Key, condition: Callable[[], bool]) -> None:
    """Press a key until something holds, waiting each time until the page has moved."""
    for _ in range(PRESSES_MAX):
        if condition():
            return
        before = place(bedside)
        bedside.press(key)
        bedside.see(lambda screen, before=before: screen.read != before)  # type: ignore[misc]  # mypy cannot type a lambda's default
    raise AssertionError(f"not reached by {PRESSES_MAX} presses")


def leftmost_ink(bedside: Bedside, label: QQuickItem) -> float:
    """How far left the ink of a text reaches, in window pixels."""
    picture, place = bedside.picture(), scene_rectangle(label).toRect()
    rows = range(max(0, place.top()), min(picture.height(), place.bottom()))
    dark = [x for y in rows for x in range(place.left(), place.right()) if picture.pixelColor(x, y).lightness() < DARK]
    return min(dark)


def test_two_taps_from_welcome_to_the_plain_words(new_bedside: NewBedside) -> None:
    bedside = reading(new_bedside)
    words = said(bedside)
    assert [sentence for sentence in PLAIN_WORDS if sentence not in words] == []
    assert place(bedside) == 0
    assert [target.name for target in bedside.see(lambda _: True).targets] == ["Home"]


def test_without_a_known_agreement_there_are_only_plain_words(new_bedside: NewBedside) -> None:
    bedside = reading(new_bedside, None)
    assert set(said(bedside).splitlines()) == {"Home", "Privacy", *PLAIN_WORDS}
    assert at_end(bedside)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Back, Qt.Key.Key_HomePage])
def test_keys_lead_home(new_bedside: NewBedside, key: Qt.Key) -> None:
    bedside = reading(new_bedside)
    bedside.press(key)
    bedside.see(lambda screen: screen.page == "Home")


def test_home_is_touched_and_the_page_begins_anew_next_time(new_bedside: NewBedside) -> None:
    bedside = reading(new_bedside)
    press_until(bedside, Qt.Key.Key_PageDown, lambda: at_end(bedside))
    bedside.touch("Home")
    bedside.see(lambda screen: screen.page == "Home")
    bedside.touch("Privacy")
    bedside.see(lambda screen: screen.page == "Privacy")
    assert place(bedside) == 0


def test_home_is_reached_by_keys_alone(new_bedside: NewBedside) -> None:
    bedside = reading(new_bedside)
    bedside.press(Qt.Key.Key_Return)
    bedside.see(lambda screen: any(target.focused for target in screen.targets))
    bedside.press(Qt.Key.Key_Return)
    bedside.see(lambda screen: screen.page == "Home")


@pytest.mark.parametrize(("down", "up"), [(Qt.Key.Key_Down, Qt.Key.Key_Up), (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)])
@pytest.mark.long
def test_keys_scroll_to_the_end_and_back(new_bedside: NewBedside, down: Qt.Key, up: Qt.Key) -> None:
    bedside = reading(new_bedside)
    press_until(bedside, down, lambda: at_end(bedside))
    assert "dt@datatilsynet.dk" in said(bedside)
    press_until(bedside, up, lambda: place(bedside) == 0)


def test_presses_in_haste_are_all_obeyed(new_bedside: NewBedside) -> None:
    bedside = reading(new_bedside)
    for _ in range(3):
        bedside.press(Qt.Key.Key_Down)
    assert place(bedside) == pytest.approx(3 * SCREENS[Action.DOWN] * page(bedside).height(), abs=2)


def test_a_finger_scrolls(new_bedside: NewBedside) -> None:
    bedside = reading(new_bedside)
    bedside.drag(QPoint(640, 600), QPoint(640, 200))
    bedside.see(lambda screen: screen.read > 0)


def test_a_key_pressed_for_the_question_does_not_scroll(new_bedside: NewBedside) -> None:
    bedside = reading(new_bedside)
    bedside.kiosk.still_there.ask(118)
    bedside.see(lambda screen: screen.sheet == "StillThere")
    bedside.press(Qt.Key.Key_Down)
    screen = bedside.see(lambda screen: screen.sheet == "Nothing")
    assert (screen.page, place(bedside)) == ("Privacy", 0)


def test_a_touch_answers_the_question_and_reading_goes_on(new_bedside: NewBedside) -> None:
    bedside = reading(new_bedside)
    press_until(bedside, Qt.Key.Key_PageDown, lambda: place(bedside) > 0)
    before = place(bedside)
    bedside.kiosk.still_there.ask(118)
    bedside.touch("I am still here")
    screen = bedside.see(lambda screen: screen.sheet == "Nothing")
    assert (screen.page, place(bedside)) == ("Privacy", before)


def test_the_language_changes_everything_at_once(new_bedside: NewBedside) -> None:
    bedside = reading(new_bedside)
    bedside.kiosk.shell.speak("da")
    bedside.see(lambda _: "Fjernsyn og radio" in said(bedside))
    words = said(bedside)
    assert "Vi ved ikke, hvem du er." in words
    assert "Formål" in words
    assert "Purpose" not in words


def test_a_left_to_right_text_on_an_arabic_page_is_a_block_at_the_pages_edge(new_bedside: NewBedside) -> None:
    english = {"en": "To show you television."}
    mixed = replace(NOTICE, services=(replace(NOTICE.services[0], purpose=english, categories={"en": LONG_TEXT}),))
    bedside = reading(new_bedside, mixed)
    bedside.kiosk.shell.speak("ar")
    bedside.settle()
    short, long = (next(label for label in bedside.items("Label") if label.property("text") == text) for text in (english["en"], LONG_TEXT))
    assert scene_rectangle(short).right() == pytest.approx(scene_rectangle(long).right(), abs=1)
    assert short.width() < long.width()
    assert leftmost_ink(bedside, long) == pytest.approx(scene_rectangle(long).left(), abs=EDGE_PX)


def test_a_long_notice_makes_only_the_rows_near_by(new_bedside: NewBedside) -> None:
    bedside = reading(new_bedside, long_notice())
    assert page(bedside).property("count") > 2 * ROWS_AT_ONCE
    for _ in range(5):
        bedside.press(Qt.Key.Key_PageDown)
        bedside.settle()
        assert 0 < len(page(bedside).childItems()[0].childItems()) < ROWS_AT_ONCE


def test_a_screen_reader_finds_a_document_with_headings_and_texts(new_bedside: NewBedside) -> None:
    bedside = reading(new_bedside)
    bedside.settle()
    role = QAccessible.Role

    def heard(item: QQuickItem) -> tuple[str, QAccessible.Role]:
        return accessible_name(item), QAccessible.queryAccessibleInterface(item).role()

    assert heard(page(bedside)) == ("Privacy", role.Document)
    titles = [heard(item) for item in bedside.items("Heading")]
    assert ("We do not know who you are.", role.Heading) in titles
    assert ("Television and radio", role.Heading) in titles
    texts = [
        heard(item) for kind in ("Label", "ClearedLabel") for item in bedside.items(kind) if QAccessible.queryAccessibleInterface(item)
    ]
    assert {
        (words, role.StaticText) for words in (*PLAIN_WORDS[1:], "Purpose", "To show you television and radio during your stay.")
    } <= set(texts)
