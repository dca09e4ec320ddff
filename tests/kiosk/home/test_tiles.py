"""Home with a guide and with web services, in every language and text size: all tiles in sight or to be scrolled to, and nothing cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from flexcare.session.offer import Tile
from flexcare.session.web_service import AllowEntry, WebService
from kiosk.home.tiles import WEB_TILES_MAX, chosen_tiles
from tests.helpers.bedside import Bedside, offer
from tests.helpers.clock import FakeClock
from tests.helpers.evening import NOW, evening, give_guide, moment
from tests.helpers.evening import lineup as evening_lineup
from tests.kiosk.test_every_look import faults, keep
from theme.measures import TEXT_SCALES
from theme.translations.translations import LANGUAGES

NewBedside = Callable[..., Bedside]
TITLES = (
    {"en": "Order a meal", "da": "Bestil mad", "de": "Essen bestellen", "ar": "اطلب وجبة"},
    {"en": "Newspapers", "da": "Aviser", "de": "Zeitungen", "ar": "الصحف"},
    {"en": "Your stay", "da": "Dit ophold", "de": "Ihr Aufenthalt", "ar": "إقامتك"},
    {"en": "Games", "da": "Spil", "de": "Spiele", "ar": "ألعاب"},
)
LINE = {"en": "Until eight o'clock", "da": "Til klokken otte", "de": "Bis acht Uhr", "ar": "حتى الساعة الثامنة"}
ICONS = ("utensils", "newspaper", "info", "gamepad-2")


def services(count: int) -> tuple[WebService, ...]:
    allow = (AllowEntry("http", "127.0.0.1", 9),)
    pairs = zip(TITLES[:count], ICONS, strict=False)
    return tuple(WebService(f"service-{at}", title, "http://127.0.0.1:9/", allow, LINE, icon) for at, (title, icon) in enumerate(pairs))  # type: ignore[arg-type]  # the icons are of the closed list


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 3, 4])
@pytest.mark.parametrize("guide", [False, True], ids=["bare", "guide"])
def test_home_with_services(new_bedside: NewBedside, tmp_path: Path, language: str, count: int, guide: bool) -> None:
    given = services(count)
    tiles = (Tile("tv"), Tile("radio"), *(Tile("web", service.id) for service in given))
    bedside = new_bedside(replace(offer(*evening_lineup()), services=given, tiles=tiles), clock=FakeClock(NOW))
    if guide:
        give_guide(bedside, tmp_path / "ward-0", *evening(), made_at_s=moment(18))
    bedside.kiosk.shell.speak(language)
    bedside.kiosk.television.recall(2)
    bedside.kiosk.shell.start()
    found = []
    for size in TEXT_SCALES:
        bedside.kiosk.comfort.setTextSize(size)
        bedside.settle()
        keep(bedside, f"tiles-{count}-{'guide' if guide else 'bare'}-{language}-{size}")
        found += [f"{size}: {fault}" for fault in faults(bedside.kiosk)]
    assert found == []


def test_what_is_empty_or_not_there_has_no_tile() -> None:
    tiles = (Tile("tv"), Tile("radio"), Tile("web", "meals"), Tile("web", "gone"))
    assert chosen_tiles(tiles, empty=["radio"], services=["meals"]) == ["tv", "web:meals"]


def test_many_services_have_one_tile_for_all_behind_the_first_ones() -> None:
    names = [f"s{number}" for number in range(WEB_TILES_MAX + 1)]
    tiles = (Tile("tv"), *(Tile("web", name) for name in names), Tile("radio"))
    few = chosen_tiles(tiles, empty=(), services=names[:-1])
    assert few == ["tv", *(f"web:{name}" for name in names[:-1]), "radio"]
    many = chosen_tiles(tiles, empty=(), services=names)
    assert many == ["tv", *(f"web:{name}" for name in names[: WEB_TILES_MAX - 1]), "radio", "services"]
