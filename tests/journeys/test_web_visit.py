"""Web visits as patients make them: real supervisor, sandbox, engine and proxy, real pages on loopback, touches through the compositor."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import psutil
import pytest

from tests.helpers.bed import NewBed, on
from tests.helpers.pixels import await_picture, share_of
from tests.helpers.web_bed import WebBed, settle
from tests.helpers.web_film import film
from tests.helpers.web_site import PATIENCE_S, Answer, Pages, WebSite, document, page


def _menu(query: dict[str, str]) -> Answer:
    greeting = "Velkommen igen" if query.get("cookie.seen") else "Velkommen"
    body = f"<h1>{greeting}</h1><p><a id=fish href='/meals/dish?name=fish'>Kogt torsk</a></p>"
    return HTTPStatus.OK, {"Set-Cookie": "seen=1; Path=/"}, page(greeting, body)


def _dish(query: dict[str, str]) -> Answer:
    body = (
        f"<h1>{query.get('name', '')}</h1><form method=post action=/meals/order><input id=wish name=wish autocomplete=off>"
        "<button id=send>Bestil</button></form>"
    )
    return HTTPStatus.OK, {}, page("Ret", body)


FILM = """
const film = document.querySelector('video');
film.addEventListener('timeupdate', () => film.currentTime > 0.4 && tell('playing', {page: location.pathname, wide: film.videoWidth}));
film.addEventListener('error', () => tell('broken', {page: location.pathname}));
"""
DISHES = "".join(f"<option value={number}>Ret nummer {number}</option>" for number in range(1, 41))
LISTS = f"""
<p style='margin-top:55vh'><label>Ret <select id=dish><optgroup label=Varm>{DISHES}</optgroup><option disabled>Udsolgt</select></label>
"""
CHANGES = "document.querySelector('select').addEventListener('change', event => tell('chosen', {value: event.target.value}));"
LOW = """
<p style='margin-top:70vh'>Ønske <input id=wish list=wishes autocomplete=off><datalist id=wishes><option>Uden løg</datalist></p>
"""
SEEN = """
const wish = document.querySelector('input');
addEventListener('scroll', () => tell('scrolled', {seen: wish.getBoundingClientRect().bottom <= innerHeight, listed: wish.list !== null}));
"""
PAGES: Pages = {
    "/low/": page("Ønsker", LOW, SEEN),
    "/lists/": page("Retter", LISTS, CHANGES),
    "/meals/": _menu,
    "/meals/dish": _dish,
    "/meals/order/thanks": page("Tak", "<h1>Tak</h1>"),
    "/film/": page(
        "Film", "<button id=play onclick=\"document.querySelector('video').play()\">Afspil</button><video src=film.webm width=480>", FILM
    ),
    "/film/film.webm": lambda _: (HTTPStatus.OK, {"Content-Type": "video/webm"}, film()),
    "/papers/": page("Foldere", "<a id=leaflet href=leaflet.pdf>Folder</a>"),
    "/papers/leaflet.pdf": lambda _: (HTTPStatus.OK, {"Content-Type": "application/pdf"}, document("Leaflet")),
}


@pytest.fixture
def site() -> Iterator[WebSite]:
    with WebSite(PAGES) as running:
        yield running


def test_a_meal_is_ordered_over_several_pages_and_the_next_visit_is_a_stranger(new_bed: NewBed, site: WebSite) -> None:
    web = WebBed(new_bed, [site.service("meals", "/meals/", under="/meals")])
    web.tap_part(settle(web, site, "meals", "/meals/"), "fish")
    dish = site.await_told("came", page="/meals/dish?name=fish")
    assert dish["cookies"] == "seen=1"
    web.tap_part(dish, "wish")
    for digit in "112":
        web.patient.key(digit)
    web.tap_part(dish, "send")
    assert site.await_told("posted")["fields"] == {"wish": "112"}
    site.await_told("came", page="/meals/order/thanks")
    web.home()
    web.open("meals")
    assert site.await_told("came", page="/meals/")["title"] == "Velkommen"


def test_keys_that_were_put_away_stay_away_until_the_field_is_touched(new_bed: NewBed, site: WebSite) -> None:
    web = WebBed(new_bed, [site.service("dish", "/meals/dish", under="/meals")])
    dish = settle(web, site, "dish", "/meals/dish")
    web.tap_part(dish, "wish")
    web.patient.tap_in_visit("Hide keys")
    # The page gets its room back, and the engine asks for the keys once more.
    web.patient.see_visit("no keys", lambda visit: visit.target("Hide keys") is None)
    web.patient.see_visit("the frame alone", lambda visit: {target.name for target in visit.targets} == {"Home", "Back"})
    web.tap_part(dish, "wish")
    web.patient.see_visit("the keys", lambda visit: visit.target("Hide keys") is not None)


def test_the_field_that_is_typed_into_stays_in_sight_above_the_keys(new_bed: NewBed, site: WebSite) -> None:
    web = WebBed(new_bed, [site.service("low", "/low/")])
    web.tap_part(settle(web, site, "low", "/low/"), "wish")
    web.patient.see_visit("the keys", lambda visit: visit.target("Hide keys") is not None)
    assert site.await_told("scrolled", seen=True)["listed"] is False


def test_back_goes_through_the_pages_and_then_home(new_bed: NewBed, site: WebSite) -> None:
    web = WebBed(new_bed, [site.service("meals", "/meals/")])
    web.tap_part(settle(web, site, "meals", "/meals/"), "fish")
    site.await_told("came", page="/meals/dish?name=fish")
    web.patient.tap_in_visit("Back")
    site.await_told("came", page="/meals/")
    engines = web.engines()
    assert engines
    web.patient.tap_in_visit("Back")
    web.left()
    assert not psutil.wait_procs(engines, PATIENCE_S)[1]


def test_a_page_with_a_film_plays_it(new_bed: NewBed, site: WebSite) -> None:
    web = WebBed(new_bed, [site.service("film", "/film/")])
    web.tap_part(settle(web, site, "film", "/film/"), "play")
    assert site.await_told("playing")["wide"] == 320


def test_a_document_is_read_in_place(new_bed: NewBed, site: WebSite, tmp_path: Path) -> None:
    web = WebBed(new_bed, [site.service("papers", "/papers/")])
    web.tap_part(settle(web, site, "papers", "/papers/"), "leaflet")

    def paper(picture: Path) -> bool:
        """Chromium's viewer is dark around the paper; without its bar, nothing else is. A page that is still to come is white, too."""
        return "/papers/leaflet.pdf" in dict(site.asked) and share_of(picture, "#FFFFFF", below=0.2) > 0.5

    await_picture(web.bed, tmp_path / "leaflet.png", paper)


def test_a_list_of_a_page_is_shown_in_our_frame(new_bed: NewBed, site: WebSite, tmp_path: Path) -> None:
    """The engine's own window for it would lie over Home and Back here, and its lines are no target for a finger."""
    web = WebBed(new_bed, [site.service("lists", "/lists/")])
    came = settle(web, site, "lists", "/lists/")
    web.tap_part(came, "dish")
    lines = web.patient.see_visit("the list", lambda visit: visit.question == "Choice")
    web.bed.grab(tmp_path / "list.png")
    assert {"Home", "Back", "Cancel"} <= {target.name for target in lines.targets}
    web.patient.tap_in_visit("Ret nummer 3")
    assert site.await_told("chosen")["value"] == "3"
    web.tap_part(came, "dish")
    web.patient.see_visit("the list once more", lambda visit: visit.question == "Choice")
    web.patient.tap_in_visit("Cancel")
    web.patient.see_visit("the page", lambda visit: visit.question == "Nothing")
    web.tap_part(came, "dish")
    web.patient.see_visit("the list for the third time", lambda visit: visit.question == "Choice")
    web.home()
    assert not [told for told in site.told if told["what"] == "chosen"]


def test_pages_are_told_the_patients_language_and_text_size(new_bed: NewBed, site: WebSite) -> None:
    web = WebBed(new_bed, [site.service("meals", "/meals/")])
    web.patient.see("Welcome", on("Welcome"))
    web.patient.tap("العربية")
    web.patient.see("Home", on("Home"))
    web.patient.tap("خدمة meals")
    came = site.await_told("came", page="/meals/")
    assert came["languages"].startswith("ar,")
    assert 1.4 < came["ratio"] < 1.7
    assert dict(site.asked)["/meals/"].startswith("ar,")
