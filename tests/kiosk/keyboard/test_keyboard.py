"""The keyboard on the screen under real touches: what its keys type, that they are large enough, and that it covers no field."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from deploy.tour.snapshot import accessible_name
from deploy.tour.snapshot import keys as keys_below
from kiosk.keyboard.keyboard import Face
from kiosk.keyboard.layouts import LAYOUTS
from kiosk.shell.focus import scene_rectangle
from tests.helpers.bedside import Bedside, channel, offer
from theme.measures import TARGET_MM, TEXT_SCALES
from theme.palettes import PALETTES

NewBedside = Callable[..., Bedside]
DIGITS, LETTERS, OTHER_LETTERS = "أرقام ورموز", "حروف", "حروف أخرى"
NOWHERE = "http://127.0.0.1:9/nothing.ts"
PIXELS_PER_MM = 1509.4 / (10.1 * 25.4)


def keys(bedside: Bedside) -> list[QQuickItem]:
    return list(keys_below(bedside.kiosk.window.contentItem()))


def searching(new_bedside: NewBedside, language: str = "en", size: str = "standard") -> Bedside:
    """The search page with the keyboard up."""
    bedside = new_bedside(offer(channel(1, NOWHERE, "Kanal Ét"), channel(12, NOWHERE, "Natur")))
    bedside.kiosk.shell.start(language)
    bedside.kiosk.comfort.setTextSize(size)
    bedside.kiosk.shell.openSearch()
    bedside.see(lambda screen: screen.sheet == "Search" and bedside.kiosk.keyboard.property("covered") > 0)
    return bedside


def type_word(bedside: Bedside, word: str) -> None:
    for letter in word:
        bedside.touch(letter)


def turn(bedside: Bedside, key: str) -> None:
    """Touch a key that puts others in the place of all, and see them."""
    bedside.touch(key)
    bedside.settle()


def face(bedside: Bedside, key: str) -> str:
    """What stands on the key with this name; nothing where there is no such key."""
    return "".join(str(item.property("text")) for item in keys(bedside) if accessible_name(item) == key)


def field(bedside: Bedside) -> QQuickItem:
    found = bedside.kiosk.window.findChild(QQuickItem, "typing")
    assert found is not None
    return found


def test_nothing_is_loaded_before_a_field_is_focused(new_bedside: NewBedside) -> None:
    bedside = new_bedside(offer(channel(1, NOWHERE)))
    bedside.touch("Start")
    bedside.see(lambda screen: screen.page == "Home")
    assert keys(bedside) == []
    assert not bedside.kiosk.keyboard.property("needed")


@pytest.mark.parametrize(("language", "word"), [("en", "news"), ("da", "blåbærgrød"), ("de", "größe"), ("ar", "قناة"), ("da", "tv-avis")])
def test_every_language_types_its_own_letters(new_bedside: NewBedside, language: str, word: str) -> None:
    bedside = searching(new_bedside, language)
    type_word(bedside, word)
    assert bedside.kiosk.search.property("typed") == word


def test_a_capital_is_one_letter_long(new_bedside: NewBedside) -> None:
    bedside = searching(new_bedside, "de")
    turn(bedside, "Großbuchstaben")
    turn(bedside, "Ö")
    bedside.touch("l")
    assert bedside.kiosk.search.property("typed") == "Öl"


def test_digits_space_and_delete(new_bedside: NewBedside) -> None:
    bedside = searching(new_bedside)
    type_word(bedside, "tv")
    bedside.touch("Space")
    turn(bedside, "Digits and signs")
    type_word(bedside, "23")
    bedside.touch("Delete")
    turn(bedside, "Letters")
    bedside.touch("q")
    assert bedside.kiosk.search.property("typed") == "tv 2q"
    assert bedside.see(lambda _: True).page == "Home"


def test_arabic_types_latin_letters_too_and_comes_back_to_its_own(new_bedside: NewBedside) -> None:
    bedside = searching(new_bedside, "ar")
    assert face(bedside, OTHER_LETTERS) == "abc"
    turn(bedside, OTHER_LETTERS)
    assert face(bedside, OTHER_LETTERS) == "أبج"
    turn(bedside, "أحرف كبيرة")
    turn(bedside, "D")
    type_word(bedside, "r")
    turn(bedside, OTHER_LETTERS)
    assert face(bedside, "أحرف كبيرة") == ""
    bedside.touch("مسافة")
    type_word(bedside, "قناة")
    assert bedside.kiosk.search.property("typed") == "Dr قناة"


def test_digits_lead_back_to_the_letters_that_were_shown_and_to_the_others(new_bedside: NewBedside) -> None:
    bedside = searching(new_bedside, "ar")
    turn(bedside, DIGITS)
    assert (face(bedside, LETTERS), face(bedside, OTHER_LETTERS)) == ("أبج", "abc")
    bedside.touch("؟")
    turn(bedside, LETTERS)
    bedside.touch("ق")
    turn(bedside, DIGITS)
    turn(bedside, OTHER_LETTERS)
    bedside.touch("a")
    turn(bedside, DIGITS)
    assert (face(bedside, LETTERS), face(bedside, OTHER_LETTERS)) == ("abc", "أبج")
    type_word(bedside, "@?")
    turn(bedside, LETTERS)
    bedside.touch("b")
    assert bedside.kiosk.search.property("typed") == "؟قa@?b"


@pytest.mark.parametrize(("language", "other_letters"), [("en", "Other letters"), ("da", "Andre bogstaver"), ("de", "Andere Buchstaben")])
def test_latin_letters_have_no_others(new_bedside: NewBedside, language: str, other_letters: str) -> None:
    bedside = searching(new_bedside, language)
    assert face(bedside, other_letters) == ""
    bedside.kiosk.keyboard.otherLetters()
    assert bedside.kiosk.keyboard.property("alphabet") == "abc"
    assert bedside.kiosk.keyboard.property("locale") == LAYOUTS[language].locale


def test_the_next_field_keeps_the_letters_and_a_language_brings_its_own(new_bedside: NewBedside) -> None:
    bedside = searching(new_bedside, "ar")
    turn(bedside, OTHER_LETTERS)
    bedside.touch("الرئيسية")
    bedside.see(lambda screen: screen.sheet == "Nothing" and not any(key.isVisible() for key in keys(bedside)))
    bedside.kiosk.shell.openSearch()
    bedside.see(lambda screen: screen.sheet == "Search" and bedside.kiosk.keyboard.property("covered") > 0)
    type_word(bedside, "dr")
    assert bedside.kiosk.search.property("typed") == "dr"
    bedside.kiosk.shell.speak("en")
    bedside.settle()
    assert face(bedside, "Other letters") == ""
    bedside.kiosk.shell.speak("ar")
    bedside.settle()
    assert face(bedside, OTHER_LETTERS) == "abc"
    bedside.touch("ق")
    assert bedside.kiosk.search.property("typed") == "drق"


def test_a_look_at_the_same_field_leaves_the_digits_where_they_are(new_bedside: NewBedside) -> None:
    """A visit looks whether a page's field has the focus a moment after each touch, also while a number is being typed."""
    bedside = searching(new_bedside)
    turn(bedside, "Digits and signs")
    type_word(bedside, "1")
    bedside.kiosk.keyboard.look()
    assert bedside.kiosk.keyboard.face is Face.SIGNS
    type_word(bedside, "2")
    assert field(bedside).property("text") == "12"


def test_hide_and_a_touch_on_the_field_bring_it_down_and_up(new_bedside: NewBedside) -> None:
    bedside = searching(new_bedside)
    bedside.touch("Hide keys")
    bedside.see(lambda _: bedside.kiosk.keyboard.property("covered") == 0)
    bedside.touch_at(scene_rectangle(field(bedside)).center().toPoint())
    bedside.see(lambda _: bedside.kiosk.keyboard.property("covered") > 0)


def test_it_leaves_with_its_page(new_bedside: NewBedside) -> None:
    bedside = searching(new_bedside)
    bedside.touch("Home")
    bedside.see(lambda screen: screen.sheet == "Nothing" and not any(key.isVisible() for key in keys(bedside)))
    assert not bedside.kiosk.keyboard.is_typing


def test_real_keys_type_too_and_never_zap(new_bedside: NewBedside) -> None:
    bedside = searching(new_bedside)
    for key in (Qt.Key.Key_M, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Space, Qt.Key.Key_Backspace):
        bedside.press(key)
    assert bedside.kiosk.search.property("typed") == "m12"
    assert not bedside.kiosk.player.sound.is_muted
    bedside.press(Qt.Key.Key_Escape)
    bedside.see(lambda screen: screen.sheet == "Nothing")
    bedside.press(Qt.Key.Key_M)
    assert bedside.kiosk.player.sound.is_muted


def test_nothing_goes_to_the_clipboard_or_comes_from_it(new_bedside: NewBedside) -> None:
    bedside = searching(new_bedside)
    type_word(bedside, "abc")
    clipboard = QGuiApplication.clipboard()
    before = clipboard.text()
    field(bedside).setProperty("selectionStart", 0)
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V):
        bedside.press_with(key, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == before
    assert bedside.kiosk.search.property("typed") == "abc"


@pytest.mark.parametrize("size", TEXT_SCALES)
@pytest.mark.parametrize(("language", "others"), [*((language, False) for language in LAYOUTS), ("ar", True)])
def test_every_key_can_be_hit_and_read_and_no_field_is_covered(new_bedside: NewBedside, language: str, others: bool, size: str) -> None:
    bedside = searching(new_bedside, language, size)
    if others:
        bedside.kiosk.keyboard.otherLetters()
    bedside.settle()
    found = keys(bedside)
    assert len(found) > 25
    window = scene_rectangle(bedside.kiosk.window.contentItem()).adjusted(-1, -1, 1, 1)
    places = [scene_rectangle(key) for key in found]
    assert all(window.contains(place) for place in places)
    assert min(place.width() for place in places) >= TARGET_MM * PIXELS_PER_MM - 1
    assert min(place.height() for place in places) >= TARGET_MM * PIXELS_PER_MM - 1
    assert scene_rectangle(field(bedside)).bottom() < min(place.top() for place in places)


@pytest.mark.parametrize("palette", PALETTES)
def test_every_palette(new_bedside: NewBedside, palette: str) -> None:
    bedside = searching(new_bedside, "da")
    bedside.kiosk.comfort.setPalette(palette)
    bedside.settle()
    background = str(bedside.kiosk.theme.property("background").name())
    assert bedside.picture().pixelColor(3, 797).name() == background
