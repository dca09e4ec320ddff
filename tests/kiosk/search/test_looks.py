"""Search, keyboard and reminder in every palette, text size and language: nothing cut, nothing off the screen, everything large enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from kiosk.guide.reminders import Reminder
from tests.helpers.bedside import Bedside, offer
from tests.helpers.clock import FakeClock
from tests.helpers.evening import NOW, evening, give_guide, lineup
from tests.kiosk.test_every_look import PICTURES, faults, keep
from theme.measures import TEXT_SCALES
from theme.palettes import PALETTES
from theme.translations.translations import LANGUAGES

NewBedside = Callable[..., Bedside]
# Where things lie is the same in every palette: each is looked at once, and all of them where pictures are kept.
LOOKS = list(product(PALETTES, LANGUAGES)) if PICTURES else [*(("day", code) for code in LANGUAGES), ("night", "da"), ("contrast", "ar")]
GROUPS = (("Danmark", "Børn"), ("Udland", "Sport og fritid"))


def screens(bedside: Bedside) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every screen, in an order in which each leads to the next."""
    kiosk = bedside.kiosk
    shell, search = kiosk.shell, kiosk.search
    yield "search", shell.openSearch
    yield "search-found", lambda: search.setProperty("typed", "na")
    yield "search-programmes", lambda: search.setProperty("typed", "tv av")
    yield "search-without-keys", kiosk.keyboard.hide
    yield "search-group", lambda: (search.clear(), search.chooseGroup("Danmark"))
    yield "search-nothing-in-group", lambda: (search.setProperty("typed", "xyz"), kiosk.keyboard.show())
    yield "search-nothing", lambda: search.chooseGroup("")
    yield "search-signs", kiosk.keyboard.turn
    if kiosk.keyboard.property("hasOtherLetters"):
        yield "search-other-letters", kiosk.keyboard.otherLetters
    yield "reminder-over-search", lambda: remind(bedside)
    yield "reminder-over-tv", lambda: (shell.closeSheet(), shell.open("tv"))
    yield "reminder-over-overlay", kiosk.television.showOverlay
    yield "home", lambda: (kiosk.reminders.close(), shell.goHome())


def remind(bedside: Bedside) -> None:
    now_s = int(NOW.timestamp())
    bedside.kiosk.reminders.bring_back([Reminder(now_s, 2, now_s + 900, "Havet: dybet under isen")])
    bedside.kiosk.reminding.look()


@pytest.mark.parametrize(("palette", "language"), LOOKS)
@pytest.mark.long
def test_every_look(new_bedside: NewBedside, tmp_path: Path, palette: str, language: str) -> None:
    channels = [replace(one, groups=GROUPS[one.number % 2]) for one in lineup()]
    bedside = new_bedside(offer(*channels), clock=FakeClock(NOW))
    give_guide(bedside, tmp_path / "ward-0", *evening())
    kiosk = bedside.kiosk
    kiosk.comfort.setPalette(palette)
    kiosk.shell.start(language)
    found = []
    for size in TEXT_SCALES:
        kiosk.comfort.setTextSize(size)
        for name, show in screens(bedside):
            show()
            bedside.settle()
            keep(bedside, f"{palette}-{language}-{size}-{name}")
            found += [f"{name}, {size}: {fault}" for fault in faults(kiosk)]
    assert found == []
