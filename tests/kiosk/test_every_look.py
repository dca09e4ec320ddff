"""Every screen in every palette, text size and language: loaded, without a warning, nothing cut, and touchable.

`FLEXCARE_PICTURES=DIR` keeps a picture of each look.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaObject, QRectF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from deploy.demo_notice import NOTICE
from deploy.tour.snapshot import notice
from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Cleaning, Offer
from kiosk.app import Kiosk
from kiosk.shell.focus import reachable, scene_rectangle
from tests.helpers.bedside import Bedside, offer
from tests.helpers.clock import FakeClock
from tests.helpers.evening import NOW as EVENING
from tests.helpers.evening import WITHOUT_GUIDE, evening, give_guide, moment
from tests.helpers.evening import lineup as evening_lineup
from tests.helpers.guide import Show
from theme.measures import TEXT_SCALES
from theme.palettes import PALETTES
from theme.translations.translations import LANGUAGES

NewBedside = Callable[..., Bedside]
NAMES = ("Kanal Ét", "Nyt 24", "Natur", "Det Lange Navn For En Kanal", "قناة البيت", "Heimatfernsehen Nord")
NOWHERE = Stream("http://127.0.0.1:9/nothing.ts")
NOW = datetime(2026, 11, 24, 12, 5).astimezone()
TODAY = int(NOW.replace(hour=10, minute=42).timestamp())
EARLIER = int((NOW - timedelta(days=6)).timestamp())
PRIVACY_PARTS = 5
BY_PALETTE = [pytest.param(palette, marks=() if palette == "day" else pytest.mark.long) for palette in PALETTES]
"""Palettes differ in colours alone: one of them is in every run."""
PICTURES = os.environ.get("FLEXCARE_PICTURES", "")


def whole_offer() -> Offer:
    return replace(offer(*lineup()), privacy=NOTICE)


def lineup() -> list[Channel]:
    television = [Channel(number, name, NOWHERE) for number, name in enumerate(NAMES, start=1)]
    return [*television, *(Channel(100 + number, f"Radio {number}", NOWHERE, radio=True) for number in range(1, 4))]


def screens(kiosk: Kiosk) -> Iterator[tuple[str, Callable[[], None]]]:
    """Every screen but Welcome, in an order in which each leads to the next."""
    shell, television = kiosk.shell, kiosk.television
    yield "home", lambda: (kiosk.still_there.stop(), None)[1]
    yield "finish", shell.askToFinish
    yield "comfort", lambda: (shell.closeSheet(), shell.openComfort())[0]
    yield "languages", lambda: (shell.closeSheet(), shell.openLanguages())[0]
    yield "privacy", lambda: (shell.closeSheet(), shell.openPrivacy())[0]
    for part in range(1, PRIVACY_PARTS):
        yield f"privacy-{part}", lambda part=part: read_on(kiosk, part / (PRIVACY_PARTS - 1))  # type: ignore[misc]  # mypy cannot type a lambda's default
    yield "tv-banner", lambda: (shell.goHome(), shell.open("tv"))[0]
    yield "tv-overlay", television.showOverlay
    yield "tv-still-there", lambda: kiosk.still_there.ask(118)
    yield "tv-typed", lambda: (kiosk.still_there.stop(), television.digit(9))[1]
    yield "radio", lambda: (shell.goHome(), shell.open("radio"))[0]
    yield "radio-playing", lambda: kiosk.radio.choose(0)
    yield "easy", shell.openEasy
    yield "easy-typed", lambda: television.digit(9)
    yield "easy-off", television.leave
    yield "home-again", shell.leaveEasy
    yield "still-there", lambda: kiosk.still_there.ask(1)


def guide_screens(bedside: Bedside, ward: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    """What a guide adds, in an order in which each leads to the next."""
    kiosk = bedside.kiosk
    shell, television, guide = kiosk.shell, kiosk.television, kiosk.guide

    def give(*shows: Show, made_at_s: int) -> Callable[[], None]:
        return lambda: give_guide(bedside, ward, *shows, made_at_s=made_at_s)

    fresh = give(*evening(), made_at_s=moment(18))
    yield "home-guide", fresh
    yield "guide", shell.openGuide
    yield "guide-days", guide.openDays
    yield "guide-tomorrow", lambda: guide.jumpToDay(1)
    yield "guide-programme", all_of(guide.jumpToNow, lambda: open_programme(kiosk, 1))
    yield "guide-tomorrows-programme", all_of(shell.back, lambda: guide.jumpToDay(1), lambda: open_programme(kiosk, 0))
    yield "guide-unknown", all_of(shell.back, guide.jumpToNow, lambda: open_programme(kiosk, WITHOUT_GUIDE - 1))
    yield "guide-stale", all_of(shell.back, give(*evening(), made_at_s=moment(18, day=-2)))
    yield "guide-empty", all_of(give(*evening(days=range(-9, -8)), made_at_s=moment(18, day=-9)), shell.goHome, shell.openGuide)
    yield "tv-banner-guide", all_of(fresh, shell.goHome, lambda: shell.open("tv"))
    yield "tv-overlay-guide", television.showOverlay
    yield "guide-over-tv", shell.openGuide
    yield "radio-guide", all_of(shell.goHome, lambda: shell.open("radio"))
    yield "radio-guide-playing", lambda: kiosk.radio.choose(0)
    yield "home-again", shell.goHome


def all_of(*acts: Callable[[], object]) -> Callable[[], None]:
    """Everything, one after the other."""

    def act() -> None:
        for each in acts:
            each()

    return act


def open_programme(kiosk: Kiosk, row: int) -> None:
    kiosk.guide.press(row, kiosk.guide.property("cursorAt"), 0)
    kiosk.guide.openPressed()


def read_on(kiosk: Kiosk, share: float) -> None:
    """Scroll the privacy page to a share of its length."""
    page = notice(kiosk)
    assert page is not None
    last = float(page.property("contentHeight")) - page.height()
    page.setProperty("contentY", float(page.property("originY")) + share * last)
    QMetaObject.invokeMethod(page, "returnToBounds")


def texts(item: QQuickItem) -> Iterator[QQuickItem]:
    if not item.isVisible() or item.opacity() == 0:
        return
    if item.inherits("QQuickText") and item.property("text"):
        yield item
    for child in item.childItems():
        yield from texts(child)


def lies_on(item: QQuickItem | None, fits: Callable[[QQuickItem], bool]) -> bool:
    while item is not None:
        if fits(item):
            return True
        item = item.parentItem()
    return False


def scrolls(item: QQuickItem) -> bool:
    """Whether an item lies on something that can be scrolled to show it, or that goes along with that."""
    return lies_on(item, lambda each: each.inherits("QQuickFlickable") or each.objectName() == "goesAlong")


def may_be_cut(item: QQuickItem) -> bool:
    """Whether this is a programme's title in the grid or beside its channel: as much as there is room for, and its sheet tells all."""
    return lies_on(item, lambda each: each.objectName() in ("programme", "programmeTitle"))


def faults(kiosk: Kiosk) -> list[str]:
    """What a tired person could not read or touch."""
    content = kiosk.window.contentItem()
    window = scene_rectangle(content).adjusted(-1, -1, 1, 1)
    found = []
    for text in texts(content):
        # A row that a list has only just made ahead of what is seen has its place, and its words have none yet.
        if text.width() == 0:
            lay_out(text)
        words, place = str(text.property("text")), scene_rectangle(text)
        if not may_be_cut(text) and (text.property("truncated") or text.property("contentWidth") > text.width() + 1.5):
            found.append(f"'{words}' is cut: {text.property('contentWidth'):.0f} of {text.width():.0f} px")
        if not scrolls(text) and not window.contains(place):
            found.append(f"'{words}' leaves the screen: {place.getRect()}")
    found += [f"{item} is too small to touch" for item in reachable(content) if too_small(item, kiosk)]
    return found


def lay_out(item: QQuickItem) -> None:
    """Have everything that an item stands in take its place now."""
    above = item.parentItem()
    if above is not None:
        lay_out(above)
    item.ensurePolished()


def too_small(item: QQuickItem, kiosk: Kiosk) -> bool:
    target = int(kiosk.theme.property("target"))
    return item.width() < target - 1 or item.height() < target - 1


def keep(bedside: Bedside, name: str) -> None:
    if PICTURES:
        folder = Path(PICTURES)
        folder.mkdir(parents=True, exist_ok=True)
        assert bedside.picture().save(str(folder / f"{name}.png"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("palette", BY_PALETTE)
def test_every_screen(new_bedside: NewBedside, qtbot: QtBot, palette: str, language: str) -> None:
    del qtbot
    bedside = new_bedside(whole_offer(), clock=FakeClock(NOW))
    bedside.kiosk.cleared.tell(TODAY)
    kiosk = bedside.kiosk
    kiosk.comfort.setPalette(palette)
    kiosk.shell.speak(language)
    found = []
    for size in TEXT_SCALES:
        kiosk.comfort.setTextSize(size)
        if kiosk.shell.current_page.name == "Welcome":
            bedside.settle()
            keep(bedside, f"{palette}-{language}-{size}-welcome")
            found += [f"welcome, {size}: {fault}" for fault in faults(kiosk)]
            kiosk.shell.start()
        for name, show in screens(kiosk):
            show()
            bedside.settle()
            keep(bedside, f"{palette}-{language}-{size}-{name}")
            found += [f"{name}, {size}: {fault}" for fault in faults(kiosk)]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("palette", BY_PALETTE)
def test_every_screen_of_a_guide(new_bedside: NewBedside, tmp_path: Path, palette: str, language: str) -> None:
    bedside = new_bedside(offer(*evening_lineup()), clock=FakeClock(EVENING))
    kiosk = bedside.kiosk
    kiosk.comfort.setPalette(palette)
    kiosk.shell.speak(language)
    kiosk.television.recall(2)
    kiosk.shell.start()
    found = []
    # Palettes differ in colours alone: one of them at every size is enough to find what is cut.
    for size in TEXT_SCALES if palette == "day" else ("large",):
        kiosk.comfort.setTextSize(size)
        for name, show in guide_screens(bedside, tmp_path / "ward-0"):
            show()
            bedside.settle()
            keep(bedside, f"{palette}-{language}-{size}-{name}")
            found += [f"{name}, {size}: {fault}" for fault in faults(kiosk)]
    assert found == []


@pytest.mark.parametrize("size", TEXT_SCALES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_welcome_at_every_size(new_bedside: NewBedside, language: str, size: str) -> None:
    bedside = new_bedside(offer(*lineup()), clock=FakeClock(NOW))
    bedside.kiosk.shell.speak(language)
    bedside.kiosk.comfort.setTextSize(size)
    found = []
    for name, at in (("never", None), ("today", TODAY), ("earlier", EARLIER)):
        bedside.kiosk.cleared.tell(at)
        bedside.settle()
        keep(bedside, f"welcome-{language}-{size}-{name}")
        found += [f"{name}: {fault}" for fault in faults(bedside.kiosk)]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("steps", [0, 5])
def test_the_lock_for_cleaning(new_bedside: NewBedside, language: str, steps: int) -> None:
    own = tuple(f"{number}: the hospital's own words for a step, which may be long" for number in range(steps))
    bedside = new_bedside(replace(offer(*lineup()), cleaning=Cleaning({language: own} if own else {})), clock=FakeClock(NOW))
    bedside.kiosk.shell.speak(language)
    bedside.kiosk.cleaning.lock(118)
    found = []
    for palette, size in itertools.product(PALETTES, TEXT_SCALES):
        bedside.kiosk.comfort.setPalette(palette)
        bedside.kiosk.comfort.setTextSize(size)
        bedside.settle()
        keep(bedside, f"cleaning-{steps}-{palette}-{language}-{size}")
        found += [f"{palette}, {size}: {fault}" for fault in faults(bedside.kiosk)]
    assert found == []


def test_the_rule_about_leaving_the_screen_can_fail(new_bedside: NewBedside) -> None:
    bedside = new_bedside(offer(*lineup()))
    bedside.settle()
    text = next(texts(bedside.kiosk.window.contentItem()))
    text.setX(text.x() - 5000)
    assert scene_rectangle(text) != QRectF()
    assert any("leaves the screen" in fault for fault in faults(bedside.kiosk))
