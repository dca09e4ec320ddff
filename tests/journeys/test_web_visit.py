"""Web visits as a patient makes them: the real supervisor, sandbox, engine and proxy, real pages on loopback, touches through the compositor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path

import pytest

from deploy.tour.bed import Bed
from deploy.tour.patient import Patient
from flexcare.session.offer import Tile
from flexcare.session.settings import SessionSettings
from tests.helpers.bed import NewBed, on
from tests.helpers.bedside import offer
from tests.helpers.web_site import Answer, WebSite, document, page

ORDERS = "meals"


def _menu(query: dict[str, str]) -> Answer:
    greeting = "Velkommen igen" if query.get("cookie.seen") else "Velkommen"
    body = f'<h1>{greeting}</h1><p><a id=fish href="/meals/dish?name=fish">Kogt torsk</a> <a id=off href="http://127.0.0.1:9/">Et andet sted</a></p>'
    return HTTPStatus.OK, {"Set-Cookie": "seen=1; Path=/"}, page("Menu", body)


def _dish(query: dict[str, str]) -> Answer:
    body = (
        f"<h1>{query.get('name', '')}</h1><form id=f method=post action=/meals/order><input id=wish name=wish autocomplete=off>"
        "<button id=send>Bestil</button></form>"
    )
    return HTTPStatus.OK, {}, page("Ret", body)


PAGES = {
    "/meals/": _menu,
    "/meals/dish": _dish,
    "/meals/order/thanks": page("Tak", "<h1>Tak</h1>"),
    "/leaflet.pdf": lambda _: (HTTPStatus.OK, {"Content-Type": "application/pdf"}, document("Leaflet")),
}


@pytest.fixture
def site() -> Iterator[WebSite]:
    with WebSite(PAGES) as running:
        yield running


def _bed(new_bed: NewBed, site: WebSite) -> tuple[Bed, Patient]:
    services = (site.service(ORDERS, "/meals/", under="/meals"),)
    settings = SessionSettings(standby=False, daily_reset=None)
    return new_bed(replace(offer(), services=services, tiles=tuple(Tile("web", one.id) for one in services), session=settings))


def _open(patient: Patient, site: WebSite) -> dict[str, object]:
    patient.see("Welcome", on("Welcome"))
    patient.tap("Start")
    patient.see("Home", on("Home"))
    patient.tap(f"Service {ORDERS}")
    return site.await_told("came", page="/meals/")


def test_a_meal_is_ordered_over_several_pages_and_nothing_stays(new_bed: NewBed, site: WebSite, tmp_path: Path) -> None:
    bed, patient = _bed(new_bed, site)
    first = _open(patient, site)
    patient.hand.tap(*first["places"]["fish"])  # type: ignore[index]
    dish = site.await_told("came", page="/meals/dish?name=fish")
    assert "seen=1" in dish["cookies"]
    patient.hand.tap(*dish["places"]["wish"])
    for letter in "112":
        patient.key(letter)
    patient.hand.tap(*dish["places"]["send"])
    assert site.await_told("posted")["fields"] == {"wish": "112"}
    site.await_told("came", page="/meals/order/thanks")
    bed.grab(tmp_path / "thanks.png")
    patient.hand.tap(110, 45)
    patient.see("Home", on("Home"))
    patient.tap(f"Service {ORDERS}")
    again = site.await_told("came", page="/meals/")
    assert [name for name, _ in site.asked].count("/meals/") == 2
    assert again["languages"].startswith("en")
