"""The audit of web visits: a real page plants in everything that a browser keeps, the visit ends, and nothing of it is left anywhere.

A page is asked to plant and another reads back, so that what is said to be planted is. The next visit to the same service is the other
half: what marks cannot show, it would notice as a stranger's traces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from deploy.tour.visit_witness import VisitReport
from flexcare.session.offer import Tile
from flexcare.session.ward_writer import write_ward
from flexcare.session.web_service import AllowEntry, WebService
from tests.helpers.bed import on, session_processes
from tests.helpers.processes import name_of
from tests.privacy.garden import OFFER, Garden, garden, kinds, told
from tests.privacy.markers import new_seed
from tests.privacy.search import Hit
from tests.privacy.stores import BY_NUMBER, WEB
from tests.privacy.typist import Task, type_mark
from tests.privacy.web_pages import HOSTS, PLANTS
from tests.privacy.web_station import WebStation

pytestmark = [pytest.mark.long, pytest.mark.timeout(500)]

REFUSED = {"web-favicon"}
"""What the engine never asks for."""
PROXY = "-m flexcare.visit"
PATIENCE_S = 30.0


@pytest.fixture
def seed() -> str:
    return new_seed()


@pytest.fixture
def station(seed: str) -> Iterator[WebStation]:
    running = WebStation(seed)
    yield running
    running.end()


@pytest.fixture
def grown(tmp_path: Path, seed: str, station: WebStation) -> Iterator[Garden]:
    """A bed with a service whose pages plant."""

    def service(name: str, path: str) -> WebService:
        allow = (AllowEntry("http", "127.0.0.1", station.port), AllowEntry("http", f"*.{HOSTS}", 80))
        return WebService(name, {"en": f"Visit {name}"}, f"http://127.0.0.1:{station.port}{path}", allow, {"en": "A line"})

    services = (service("first", "/"), service("again", "/again"))
    made = replace(OFFER, services=services, tiles=tuple(Tile("web", one.id) for one in services))
    with garden(tmp_path, "--log", "DEBUG", furnish=lambda ward: write_ward(ward, made, {})) as growing:
        growing.seed = seed
        yield growing


def plant(grown: Garden, station: WebStation) -> None:
    """Visit, plant in every store, and see every mark alive."""
    grown.begin()
    grown.patient.tap("Visit first")
    assert station.await_told("tried")["trouble"] == {}
    posted = station.await_told("posted")
    read = station.await_told("read")
    assert posted["right"] == ["web-password"]
    assert set(read["right"]) == {*PLANTS, "web-server-cookie"}, read
    assert not read["icon"], "a page's icon is shown nowhere, and should not be asked for"
    places = station.await_told("came", lambda page: page["page"] == "/login/thanks")["places"]
    grown.patient.tap_on_page(*places["copy"])
    assert station.await_told("copied")["copied"], "nothing was copied"
    type_into_the_page(grown, station, places["field"])
    station.end()
    alive = grown.search()
    seen = kinds(alive)
    missing = {store.name for store in WEB if store.name not in REFUSED and not seen.get(store.name, set()) & store.seen_in}
    assert missing == set(), f"planted and not seen: {missing}"
    assert any(BY_NUMBER[hit.number] == "web-host" and PROXY in hit.place for hit in alive), "the proxy was not asked for the host"
    assert outside_of(alive) == [], f"it is not only inside the visit:\n{told(outside_of(alive))}"


def outside_of(hits: list[Hit]) -> list[Hit]:
    """What was found outside the visit's own processes, its proxy, and the one clipboard that a screen has."""
    inside = ("QtWebEngineProcess", "visit_witness", PROXY)
    found = [hit for hit in hits if hit.kind not in ("memory", "descriptor") or not any(name in hit.place for name in inside)]
    return [hit for hit in found if (BY_NUMBER[hit.number], hit.kind) != ("web-clipboard", "selection")]


def type_into_the_page(grown: Garden, station: WebStation, field: tuple[float, float]) -> None:
    """Touch the page's field, and the keys for the mark's digits."""
    grown.patient.tap_on_page(*field)
    grown.patient.tap_in_visit("Digits and signs")
    digits = "0123456789"

    def keys(visit: VisitReport) -> dict[str, tuple[float, float]]:
        return {digit: target.centre for digit in digits if (target := visit.target(digit)) is not None}

    # Keys that have just been made lie over each other.
    visit = grown.patient.see_visit("digits", lambda visit: len(set(keys(visit).values())) == len(digits))
    screen = grown.bed.setting.screen
    type_mark(Task(grown.seed, grown._screens()[0], screen.width, screen.height, keys(visit), "web-keyboard"))
    station.await_told("typed", lambda typed: typed["right"] == ["web-keyboard"])


def engines(grown: Garden) -> list[psutil.Process]:
    """Every process of the engine that a session has."""
    return [process for process in session_processes(grown.bed) if name_of(process).startswith("QtWebEngine")]


def await_end(grown: Garden, leave: Callable[[], None]) -> None:
    """Leave a visit, and wait until no process of it is there."""
    before = engines(grown)
    assert before
    leave()
    left = psutil.wait_procs(before, PATIENCE_S)[1]
    assert left == [], "the engine lives on"


def assert_nothing_left(grown: Garden) -> None:
    hits = grown.search()
    assert hits == [], f"the visit is over and this is left of it:\n{told(hits)}"


def test_nothing_is_left_once_a_visit_was_left(grown: Garden, station: WebStation) -> None:
    plant(grown, station)
    await_end(grown, lambda: grown.patient.tap_in_visit("Home"))
    grown.patient.see("Home", on("Home"))
    assert_nothing_left(grown)
    grown.finish()
    assert_nothing_left(grown)


def test_nothing_is_left_of_a_visit_that_a_reset_ended(grown: Garden, station: WebStation) -> None:
    plant(grown, station)
    assert grown.patient.report is not None
    born = grown.patient.report.born
    await_end(grown, grown.bed.clear)
    grown.patient.see_new("the next Welcome", born, on("Welcome"))
    assert_nothing_left(grown)


def test_the_next_visit_is_a_stranger(grown: Garden, station: WebStation) -> None:
    """The same patient's next visit, which is of the same session, finds nothing that the first one kept."""
    grown.begin()
    grown.patient.tap("Visit first")
    assert set(station.await_told("read")["right"]) == {*PLANTS, "web-server-cookie"}
    await_end(grown, lambda: grown.patient.tap_in_visit("Home"))
    grown.patient.see("Home", on("Home"))
    grown.patient.tap("Visit again")
    read = station.await_told("read")
    assert (read["right"], read["wrong"]) == ([], {})
    # The empty page that a visit waits with may be one, and this page is the other.
    assert read["length"] <= 2
