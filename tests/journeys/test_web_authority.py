"""A web service whose certificate comes from the hospital's own authority opens as any other, and nobody else's authority is believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.authority import Authority
from tests.helpers.bed import NewBed
from tests.helpers.web_bed import WebBed
from tests.helpers.web_site import WebSite, page

pytestmark = [pytest.mark.long, pytest.mark.timeout(300)]

MENU = page("Menu", "<h1>Menu</h1>")


def test_only_the_hospitals_own_authority_is_believed(new_bed: NewBed, tmp_path: Path) -> None:
    own, strange = Authority(), Authority()
    with (
        WebSite({"/": MENU}, certificate=own.server(tmp_path / "own.pem")) as kitchen,
        WebSite({"/": MENU}, certificate=strange.server(tmp_path / "strange.pem")) as stranger,
    ):
        web = WebBed(new_bed, [kitchen.service("kitchen"), stranger.service("stranger")], web_ca=own.pem.decode())
        web.start()
        web.open("kitchen")
        kitchen.await_told("came", page="/")
        assert web.patient.see_visit("the menu", lambda visit: visit.has_page).trouble == "Nothing"
        web.bed.grab(tmp_path / "menu.png")
        web.home()
        web.open("stranger")
        words = web.patient.see_visit("words", lambda visit: visit.trouble == "Certificate")
        assert not words.has_page
        assert stranger.told == []
        web.home()
