"""The list of services, and what is said when one is on its way or ended, in every palette, language and text size: nothing cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest

from flexcare.session.offer import Tile
from flexcare.session.web_service import Hours
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
