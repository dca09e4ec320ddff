"""The list of services, and what is said when one is on its way or ended, in every palette, language and text size: nothing cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import Qt

from deploy.tour.snapshot import accessible_name
from flexcare.session.offer import Tile
from flexcare.session.web_service import Hours
from kiosk.shell.focus import reachable
from tests.helpers.bedside import Bedside, offer
from tests.helpers.clock import FakeClock
from tests.helpers.evening import NOW
from tests.helpers.evening import lineup as evening_lineup
from tests.kiosk.home.test_tiles import services
from tests.kiosk.test_every_look import faults, keep
from theme.measures import TEXT_SCALES
from theme.palettes import PALETTES
from theme.translations.translations import LANGUAGES

NewBedside = Callable[..., Bedside]


class Counted:
    """What stands for web visits: how often one was opened and left."""

    def __init__(self, bedside: Bedside, monkeypatch: pytest.MonkeyPatch) -> None:
        self.visits = bedside.kiosk.services.visits
        self.opened = self.left = 0
        monkeypatch.setattr(self.visits, "prewarm", lambda _language: None)
        monkeypatch.setattr(self.visits, "open", self._open)
        monkeypatch.setattr(self.visits, "leave", self._leave)

    def _open(self, *_: object) -> None:
        self.opened += 1

    def _leave(self) -> None:
        self.left += 1
        self.visits.ended.emit("back")


def at_home(new_bedside: NewBedside) -> Bedside:
    given = list(services(4))
    given[1] = replace(given[1], hours=(Hours(time(3), time(4)), Hours(time(5), time(5, 30))))
    tiles = (Tile("tv"), *(Tile("web", service.id) for service in given))
    bedside = new_bedside(replace(offer(*evening_lineup()), services=tuple(given), tiles=tiles), clock=FakeClock(NOW))
    bedside.kiosk.shell.start()
    return bedside


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("palette", PALETTES)
def test_every_look(new_bedside: NewBedside, palette: str, language: str) -> None:
    bedside = at_home(new_bedside)
    kiosk = bedside.kiosk
    kiosk.shell.speak(language)
    kiosk.comfort.setPalette(palette)
    kiosk.shell.open("services")
    found = []
    for size in TEXT_SCALES:
        kiosk.comfort.setTextSize(size)
        bedside.settle()
        keep(bedside, f"services-{palette}-{language}-{size}")
        found += [f"{size}: {fault}" for fault in faults(kiosk)]
    kiosk.services.visits.ended.emit("failed")
    for size in TEXT_SCALES:
        kiosk.comfort.setTextSize(size)
        bedside.settle()
        keep(bedside, f"service-closed-{palette}-{language}-{size}")
        found += [f"closed {size}: {fault}" for fault in faults(kiosk)]
    assert found == []


def test_a_service_that_is_closed_now_says_when_it_is_there_and_does_nothing(new_bedside: NewBedside) -> None:
    bedside = at_home(new_bedside)
    bedside.kiosk.shell.open("services")
    seen = bedside.see(lambda screen: screen.page == "Services")
    names = [target.name for target in seen.targets]
    assert "Order a meal, Until eight o'clock" in names
    assert not any(name.startswith("Newspapers") for name in names), "what cannot be opened takes no touch"


def test_home_is_one_touch_away(new_bedside: NewBedside) -> None:
    bedside = at_home(new_bedside)
    bedside.kiosk.shell.open("services")
    bedside.touch("Home")
    bedside.see(lambda screen: screen.page == "Home")


@pytest.mark.parametrize("failed", [True, False])
def test_keys_reach_what_is_said_of_a_service_and_nothing_under_it(
    new_bedside: NewBedside, monkeypatch: pytest.MonkeyPatch, failed: bool
) -> None:
    bedside = at_home(new_bedside)
    counted = Counted(bedside, monkeypatch)
    services = bedside.kiosk.services
    bedside.settle()
    tile = next(item for item in reachable(bedside.kiosk.window.contentItem()) if accessible_name(item).startswith("Order a meal"))
    tile.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    bedside.press(Qt.Key.Key_Return)
    assert (counted.opened, services.property("opening")) == (1, "service-0")
    if failed:
        counted.visits.ended.emit("failed")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Return):
        bedside.settle()
        bedside.press(key)
    assert (services.property("opening"), services.property("trouble")) == ("", 0)
    assert (counted.opened, counted.left) == (1, 0 if failed else 1)
    assert bedside.see(lambda screen: screen.target("Order a meal") is not None).page == "Home"


@pytest.mark.parametrize(("number", "page"), [(1, "Television"), (101, "Radio")])
def test_what_is_watched_or_heard_instead_gives_up_the_service_on_its_way(
    new_bedside: NewBedside, monkeypatch: pytest.MonkeyPatch, number: int, page: str
) -> None:
    bedside = at_home(new_bedside)
    counted = Counted(bedside, monkeypatch)
    bedside.kiosk.services.open("service-0")
    bedside.kiosk.shell.watch(number)
    assert (bedside.kiosk.services.property("opening"), counted.left) == ("", 1)
    bedside.see(lambda screen: screen.page == page)


@pytest.mark.parametrize("failed", [True, False])
def test_back_takes_what_is_said_of_a_service_away_and_nothing_else(
    new_bedside: NewBedside, monkeypatch: pytest.MonkeyPatch, failed: bool
) -> None:
    bedside = at_home(new_bedside)
    counted = Counted(bedside, monkeypatch)
    bedside.kiosk.shell.open("services")
    bedside.kiosk.services.open("service-0")
    if failed:
        counted.visits.ended.emit("failed")
    bedside.press(Qt.Key.Key_Escape)
    assert not bedside.kiosk.services.is_spoken_of
    bedside.see(lambda screen: screen.page == "Services")
    bedside.press(Qt.Key.Key_Escape)
    bedside.see(lambda screen: screen.page == "Home")
