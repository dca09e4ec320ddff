"""What goes wrong in web visits becomes plain words, and the way Home stays. Real pages, engine and proxy, real touches."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from pathlib import Path

import psutil
import pytest

from deploy.demo_services.site import demo_services
from deploy.tour.visit_witness import VisitReport
from flexcare.session.web_service import AllowEntry, WebService
from kiosk.web.asking import DIALOGS_MAX
from tests.helpers.bed import NewBed, on
from tests.helpers.processes import children_of, name_of_parent
from tests.helpers.web_bed import WebBed, settle
from tests.helpers.web_site import Pages, WebSite, page

EAT = "const eaten = []; for (let at = 0; ; at++) eaten.push(new Uint8Array(32 << 20).fill(at));"
PAGES: Pages = {
    "/": page(
        "Start",
        """<a id=off href="http://localhost:9/">x</a><a id=sent href="/away">x</a><a id=mail href="mailto:a@b.example">x</a>
        <a id=window href="/second" target=_blank>x</a><button id=eat onclick="setTimeout(eat)">x</button>
        <button id=loop onclick="for (let n = 0; ; n++) alert(n)">x</button><button id=ask onclick="told(prompt('Hvad?', 'a'))">x</button>
        <button id=camera onclick="capture()">x</button>""",
        f"const eat = () => {{ {EAT} }}; const told = answer => tell('answer', {{answer}});"
        "const capture = () => navigator.mediaDevices.getUserMedia({video: true}).catch(e => tell('refused', {why: e.name}));",
    ),
    "/away": lambda _: (HTTPStatus.FOUND, {"Location": "http://localhost:9/"}, b""),
    "/second": page("Second", "<h1>Second</h1>"),
}


def _says(words: str, visit: VisitReport) -> bool:
    return visit.question == "Alert" and visit.words == words


@pytest.fixture
def site() -> Iterator[WebSite]:
    with WebSite(PAGES) as running:
        yield running


@pytest.fixture
def web(new_bed: NewBed, site: WebSite) -> WebBed:
    return WebBed(new_bed, [site.service("start"), site.service("camera", camera=True)], memory_mib=1400)


@pytest.mark.parametrize("part", ["off", "sent"])
def test_what_is_not_on_the_list_becomes_words_and_the_page_stays(web: WebBed, site: WebSite, part: str, tmp_path: Path) -> None:
    web.tap_part(settle(web, site, "start", "/"), part)
    web.patient.see_visit("words", lambda visit: visit.trouble == "NotAllowed")
    web.bed.grab(tmp_path / "words.png")
    web.patient.tap_in_visit("Back to the page")
    web.patient.see_visit("the page", lambda visit: visit.trouble == "Nothing" and visit.has_page)
    web.home()


@pytest.mark.parametrize("turn", range(3))
@pytest.mark.long
def test_a_visit_that_nothing_was_ready_for_knows_that_its_page_came(web: WebBed, site: WebSite, turn: int) -> None:
    """Opened at once: the engine is given the address while its empty page is still on its way. Not every time, so it is tried again."""
    settle(web, site, "start", "/")
    web.patient.see_visit(f"the page, turn {turn}", lambda visit: visit.has_page)


def test_what_wants_a_window_comes_in_place(web: WebBed, site: WebSite) -> None:
    web.tap_part(settle(web, site, "start", "/"), "window")
    site.await_told("came", page="/second")
    web.patient.tap_in_visit("Back")
    site.await_told("came", page="/")


def test_a_page_that_eats_memory_is_ended_and_said_so(web: WebBed, site: WebSite, tmp_path: Path) -> None:
    web.tap_part(settle(web, site, "start", "/"), "eat")
    web.patient.see_visit("words", lambda visit: visit.trouble == "TooLarge")
    web.bed.grab(tmp_path / "words.png")
    web.patient.tap_in_visit("Try again")
    site.await_told("came", page="/")
    web.home()


def test_a_page_whose_process_dies_can_be_opened_again(web: WebBed, site: WebSite) -> None:
    settle(web, site, "start", "/")
    for engine in web.engines():
        if name_of_parent(engine).startswith("QtWebEngine") and not children_of(engine):
            with suppress(psutil.NoSuchProcess):
                engine.kill()
    web.patient.see_visit("words", lambda visit: visit.trouble == "Crashed")
    web.patient.tap_in_visit("Try again")
    site.await_told("came", page="/")


@pytest.mark.parametrize("how", [signal.SIGKILL, pytest.param(signal.SIGSTOP, marks=pytest.mark.long)])
def test_a_visit_that_dies_whole_or_hangs_is_told_at_home(web: WebBed, site: WebSite, how: signal.Signals, tmp_path: Path) -> None:
    settle(web, site, "start", "/")
    visit = next(engine.parent() for engine in web.engines() if name_of_parent(engine).startswith("python"))
    assert visit is not None
    visit.send_signal(how)
    web.patient.see("words at Home", lambda screen: screen.page == "Home" and screen.target("OK") is not None)
    web.bed.grab(tmp_path / "words.png")
    web.patient.tap("OK")
    web.patient.see("Home", lambda screen: on("Home")(screen) and screen.target("OK") is None)


def test_a_service_that_does_not_answer_becomes_words(new_bed: NewBed, tmp_path: Path) -> None:
    # Held, and nobody listens: the port is to be nobody else's meanwhile.
    with socket.socket() as gone:
        gone.bind(("127.0.0.1", 0))
        host, port = gone.getsockname()
        title = {"en": "Service gone"}
        web = WebBed(new_bed, [WebService("gone", title, f"http://{host}:{port}/", (AllowEntry("http", host, port),), {"en": ""})])
        web.start()
        web.open("gone")
        web.patient.see_visit("words", lambda visit: visit.trouble == "Offline")
        web.bed.grab(tmp_path / "words.png")
        web.home()


def test_a_host_that_cannot_prove_who_it_is_becomes_words_and_there_is_no_way_past_them(new_bed: NewBed, tmp_path: Path) -> None:
    with demo_services(tmp_path) as services:
        port = services.untrusted_port
        title = {"en": "Service portal"}
        portal = WebService("portal", title, f"https://127.0.0.1:{port}/meals/", (AllowEntry("https", "127.0.0.1", port),), {"en": ""})
        web = WebBed(new_bed, [portal])
        web.start()
        web.open("portal")
        words = web.patient.see_visit("words", lambda visit: visit.trouble == "Certificate")
        assert {target.name for target in words.targets} == {"Home", "Back", "Try again", "Leave"}
        assert not words.has_page
        web.home()


def test_a_loop_of_questions_is_ended(web: WebBed, site: WebSite) -> None:
    web.tap_part(settle(web, site, "start", "/"), "loop")
    for number in range(DIALOGS_MAX):
        web.patient.see_visit("the next question", partial(_says, str(number)))
        web.patient.tap_in_visit("OK")
    web.patient.see_visit("words", lambda visit: visit.trouble == "Unanswered")
    web.home()


def test_a_question_of_a_page_is_answered_in_our_frame(web: WebBed, site: WebSite, tmp_path: Path) -> None:
    web.tap_part(settle(web, site, "start", "/"), "ask")
    web.patient.see_visit("the question", lambda visit: visit.question == "Prompt")
    web.bed.grab(tmp_path / "question.png")
    web.patient.tap_in_visit("OK")
    assert site.await_told("answer")["answer"] == "a"


def test_the_camera_is_nobodys_where_the_hospital_does_not_say_so(web: WebBed, site: WebSite) -> None:
    web.tap_part(settle(web, site, "start", "/"), "camera")
    assert site.await_told("refused")["why"] in ("NotAllowedError", "NotFoundError", "TypeError")
    assert web.patient.visit is not None
    assert web.patient.visit.question == "Nothing"
