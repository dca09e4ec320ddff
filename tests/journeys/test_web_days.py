"""Days and times that a page asks for are chosen in our frame: the engine's own calendar is small, and lies wherever it likes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.bed import NewBed
from tests.helpers.pixels import share_that_differs
from tests.helpers.web_bed import WebBed, settle
from tests.helpers.web_site import WebSite, page

FIELDS = """
<p><label>Dag <input type=date id=day value=2026-12-01 min=2026-11-28 max=2026-12-24></label>
<p><label>Tid <input type=time id=time value=13:05></label>
<p><label>Aftale <input type=datetime-local id=both value=2026-12-01T09:20 min=2026-12-01T08:00 max=2026-12-02T10:00></label>
<p><label>Trin <input type=time id=steps value=08:20 min=08:00 max=09:00 step=600></label>
<label>Nat <input type=time id=night value=23:10 min=22:00 max=06:00></label>
<p><label>Måned <input type=month id=month value=2026-12></label>
<p><button id=own>Kalender</button> <b id=beside>Ved siden af</b>
"""
ASKS = """
const later = what => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => tell(what))), 500);
for (const field of document.querySelectorAll('input')) {
  field.addEventListener('change', () => tell('chosen', {field: field.id, value: field.value, valid: field.checkValidity()}));
  field.addEventListener('click', () => field.showPicker());
}
document.querySelector('#own').addEventListener('click', () => {
  document.querySelector('#day').showPicker();
  later('opened');
});
document.querySelector('#beside').addEventListener('click', () => later('closed'));
"""
WINDOW_SHARE = 0.02
"""The engine's calendar is larger than this, of the screen; what a touch changes of a button or field is less."""


@pytest.fixture
def site() -> Iterator[WebSite]:
    with WebSite({"/": page("Dage", FIELDS, ASKS)}) as running:
        yield running


def choose(web: WebBed, *steps: tuple[str, str]) -> None:
    """Wait for each question and touch a line or a day of it."""
    for question, name in steps:
        web.patient.see_visit(question, lambda visit, question=question: visit.question == question)  # type: ignore[misc]
        web.patient.tap_in_visit(name)


def test_days_times_and_months_are_chosen_in_our_frame(new_bed: NewBed, site: WebSite, tmp_path: Path) -> None:
    web = WebBed(new_bed, [site.service("days")])
    came = settle(web, site, "days", "/")
    asked, left = tmp_path / "asked.png", tmp_path / "left.png"
    web.tap_part(came, "own")
    site.await_told("opened")
    web.bed.grab(asked)
    web.tap_part(came, "beside")
    site.await_told("closed")
    web.bed.grab(left)
    assert share_that_differs(asked, left) < WINDOW_SHARE, "a page opened a calendar of the engine's"
    web.tap_part(came, "day")
    choose(web, ("Day", "Cancel"))
    web.patient.see_visit("the page", lambda visit: visit.question == "Nothing")
    web.tap_part(came, "day")
    days = web.patient.see_visit("the calendar", lambda visit: visit.question == "Day")
    assert {"Home", "Back", "Thursday 24 December 2026"} <= {target.name for target in days.targets}
    assert days.target("Friday 25 December 2026") is None
    choose(web, ("Day", "Previous month"), ("Day", "Sunday 29 November 2026"))
    web.patient.see_visit("the page", lambda visit: visit.question == "Nothing")
    assert site.await_told("chosen") == {"what": "chosen", "field": "day", "value": "2026-11-29", "valid": True}
    for field, steps, value in (
        ("time", [("Choice", "13:30")], "13:30"),
        ("steps", [("Choice", "08:40")], "08:40"),
        ("night", [("Choice", "23:30")], "23:30"),
        ("both", [("Day", "Wednesday 2 December 2026"), ("Choice", "09:15")], "2026-12-02T09:15"),
        ("month", [("Choice", "January 2027")], "2027-01"),
    ):
        web.tap_part(came, field)
        choose(web, *steps)
        web.patient.see_visit("the page", lambda visit: visit.question == "Nothing")
        chosen = site.await_told("chosen", field=field)
        assert (chosen["value"], chosen["valid"]) == (value, True)
    web.home()
