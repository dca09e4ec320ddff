"""Web services as sessions have them: hours, and what is refused before anybody sees it."""

from __future__ import annotations

import json
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from flexcare.errors import WardFolderUnusable
from flexcare.session.offer import Tile
from flexcare.session.ward_reader import parse_offer
from flexcare.session.web_service import AllowEntry, Hours, TurnHost, WebService

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "offer-v1-web.json"
MEALS = WebService(
    "meals",
    {"da": "Bestil mad", "en": "Order meals"},
    "https://meals.example/menu?ward=b7",
    (AllowEntry("https", "meals.example", path="/menu"), AllowEntry("https", "*.pictures.example", 8443)),
    {"da": "Inden kl. 15", "en": "Before 3 pm"},
    "utensils",
    (Hours(time(7), time(15)),),
    ("10.20.0.0/16",),
    camera=True,
    microphone=True,
    turn=(TurnHost("relay.example"),),
)


def test_the_first_web_service_loads_for_ever() -> None:
    offer = parse_offer(SAMPLE.read_bytes())
    assert offer.services == (MEALS,)
    assert offer.tiles == (Tile("tv"), Tile("web", "meals"))


@pytest.mark.parametrize(
    ("opens", "closes", "within", "outside"),
    [
        (time(7), time(15), [time(7), time(12), time(14, 59, 59)], [time(6, 59), time(15), time(23)]),
        (time(22), time(6), [time(22), time(0), time(5, 59)], [time(6), time(12), time(21, 59)]),
        (time(8), time(8), [time(0), time(7, 59), time(8), time(20)], []),
    ],
)
def test_hours_also_over_midnight(opens: time, closes: time, within: list[time], outside: list[time]) -> None:
    hours = Hours(opens, closes)
    assert all(hours.include(at) for at in within)
    assert not any(hours.include(at) for at in outside)


def test_a_service_without_hours_is_always_there_and_one_with_some_in_any_of_them() -> None:
    always = WebService("news", {"en": "News"}, "https://news.example/", (AllowEntry("https", "news.example"),), {"en": ""})
    twice = WebService(
        "game", {"en": "Game"}, "https://g.example/", always.allow, {"en": ""}, hours=(Hours(time(8), time(9)), Hours(time(18), time(20)))
    )
    assert all(always.is_open(time(hour)) for hour in range(24))
    assert [hour for hour in range(24) if twice.is_open(time(hour))] == [8, 18, 19]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "Meals"),
        ("id", "-meals"),
        ("id", "../meals"),
        ("id", "m" * 64),
        ("id", "meals\n"),
        ("address", ""),
        ("address", "https://meals.example/" + "x" * 2048),
        ("allow", []),
        ("allow", [{"scheme": "https", "host": "meals.example"}] * 65),
        ("allow", [{"scheme": "ftp", "host": "meals.example"}]),
        ("allow", [{"scheme": "https", "host": ""}]),
        ("allow", [{"scheme": "https", "host": "meals.example", "port": 0}]),
        ("allow", [{"scheme": "https", "host": "meals.example", "path": "menu"}]),
        ("icon", "skull"),
        ("hours", [{"opens": "25:00", "closes": "07:00"}]),
        ("camera", "yes"),
        ("turn", [{"host": "relay.example", "port": 70000}]),
    ],
)
def test_what_cannot_be_is_refused_and_names_its_place(key: str, value: object) -> None:
    raw: dict[str, Any] = json.loads(SAMPLE.read_bytes())
    raw["services"][0][key] = value
    with pytest.raises(WardFolderUnusable, match=rf"services\[.*\]\.{key}"):
        parse_offer(json.dumps(raw).encode())
