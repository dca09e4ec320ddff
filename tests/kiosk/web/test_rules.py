from __future__ import annotations

import pytest

from flexcare.session.web_service import AllowEntry, TurnHost, WebService
from kiosk.web.rules import PDF_VIEWER, Rules, admission_of

SERVICE = WebService(
    "meals",
    {"en": "Meals"},
    "https://meals.example/",
    (
        AllowEntry("https", "meals.example", 443, "/"),
        AllowEntry("https", "login.example", 443, "/meals/"),
        AllowEntry("http", "*.cdn.example", 80),
    ),
    {"en": "Order"},
    turn=(TurnHost("turn.example", 5349),),
    private=("10.20.0.0/16",),
)
RULES = Rules(admission_of(SERVICE).rules)


@pytest.mark.parametrize(
    "address", ["https://meals.example/", "https://meals.example/a?b#c", "https://login.example/meals/in", "http://a.cdn.example/x"]
)
def test_what_is_listed_may_be_visited(address: str) -> None:
    assert RULES.may_visit(address)
    assert RULES.may_frame(address)
    assert RULES.may_load(address)


@pytest.mark.parametrize(
    "address",
    [
        *("http://meals.example/", "https://meals.example:444/", "https://meals.example.evil.example/", "https://other.example/"),
        *(
            "https://login.example/",
            "https://login.example/mealsandmore",
            "https://login.example/meals/../x",
            "https://login.example/meals%2f..%2fx",
        ),
        *("file:///etc/passwd", "view-source:https://meals.example/", "chrome://gpu", "javascript:alert(1)", "mailto:a@b.example"),
        *("data:text/html,x", "blob:https://meals.example/1", "about:blank", f"{PDF_VIEWER}index.html", ""),
    ],
)
def test_nothing_else_may_be_visited(address: str) -> None:
    assert not RULES.may_visit(address)


def test_a_page_may_frame_and_load_what_it_makes_itself() -> None:
    for address in ("about:srcdoc", "data:text/html,x", "blob:https://meals.example/1", f"{PDF_VIEWER}index.html"):
        assert RULES.may_frame(address)
        assert RULES.may_load(address)
    assert not RULES.may_frame("chrome://resources/x")
    assert not RULES.may_frame("about:gpu")


def test_parts_may_come_from_anywhere_on_a_listed_host_and_from_no_other() -> None:
    assert RULES.may_load("https://login.example/style.css")
    assert RULES.may_load("wss://login.example/live")
    assert not RULES.may_load("https://tracker.example/pixel.gif")
    assert not RULES.may_load("chrome-extension://another/x.js")


def test_without_a_service_nothing_may() -> None:
    assert not Rules().may_visit("https://meals.example/")
    assert not Rules().may_load("https://meals.example/")


def test_the_network_is_let_through_to_the_same_places() -> None:
    admission = admission_of(SERVICE)
    assert admission.permits_tunnel("meals.example", 443)
    assert admission.permits_tunnel("turn.example", 5349)
    assert not admission.permits_tunnel("other.example", 443)
    assert admission.private == ("10.20.0.0/16",)
