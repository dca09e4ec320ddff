"""An evening at a booted tablet, by somebody inside it: television, typing, a web visit, Finish; under all that the units hold back.

`python ... ANSWER-FILE`. What runs in sessions has a witness; its folder is BED.
"""

from __future__ import annotations

import ipaddress
import json
import os
import socket
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from deploy.headend.client import Headend
from deploy.tour.bed import WITNESS_SOCKET, Setting
from deploy.tour.patient import Patient
from flexcare.session.offer import Tile
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_writer import write_ward
from flexcare.supervisor.compositor import grab
from flexcare.supervisor.filtering import to_asked
from flexcare.supervisor.reach import Opening
from tests.helpers.bed import on, plays
from tests.helpers.bedside import channel, offer
from tests.helpers.booted_inside import ask, run, until
from tests.helpers.web_site import Pages, WebSite, page

BED = Path("/srv/bed")
WARD = Path("/srv/ward")
RECEIPTS = BED / "state" / "receipts.jsonl"
DISPLAY = Path("/run/flexcare-display")


def _listening() -> socket.socket:
    made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    made.bind(str(BED / WITNESS_SOCKET))
    made.listen(8)
    (BED / WITNESS_SOCKET).chmod(0o666)
    return made


@dataclass
class Booted:
    """As much of a bed as somebody at it needs."""

    witnesses: socket.socket = field(default_factory=_listening)
    display: Path = DISPLAY / "wayland-1"
    setting: Setting = field(default_factory=lambda: Setting(WARD))

    def words(self) -> str:
        return run("journalctl", "--no-pager", "--output=cat", "--unit=flexcare*", "--lines=15")

    def grab(self, picture: Path) -> None:
        grab(self.display, picture)


def opened(*addresses: str) -> str:
    """Let sessions reach these, as the supervisor does when it knows its ward."""
    places = (urlsplit(address) for address in addresses)
    tcp = frozenset((ipaddress.ip_address(place.hostname or ""), place.port or 80) for place in places)
    return ask("/run/flexcare-filter/socket", to_asked(Opening(tcp=tcp), ()))


def evening(patient: Patient, site: WebSite, pictures: Path) -> None:
    """Everything that a patient does, until the tablet is cleared."""
    patient.see("Welcome", on("Welcome"))
    patient.tap("Start")
    patient.see("Home", on("Home"))
    patient.tap("Television")
    patient.see("a picture", plays(1), steady=False)
    patient.grab(pictures / "television.png")
    patient.key("2")
    patient.see("the other channel", plays(2), steady=False)
    patient.key("XF86HomePage")
    patient.see("Home", on("Home"))
    patient.tap("Search")
    patient.see("the keys", lambda screen: screen.sheet == "Search" and screen.target("-") is not None)
    for letter in "nat":
        patient.tap(letter)
    patient.tap("Natur")
    patient.see("what was searched for", plays(2), steady=False)
    patient.key("XF86HomePage")
    patient.see("Home", on("Home"))
    patient.tap("Service meals")
    came = site.await_told("came", page="/meals/")
    patient.tap_on_page(*came["places"]["wish"])
    patient.grab(pictures / "visit.png")
    patient.tap_in_visit("Home")
    patient.expect("the visit's end", lambda: patient.visit is None)
    patient.see("Home", on("Home"))
    patient.tap("Finish")
    patient.see("the question", on("Home", "Finish"))
    before = patient.report
    assert before is not None
    patient.tap("Clear now")
    patient.see_new("a new Welcome", before.born, on("Welcome"))


def main() -> int:
    """Live through the evening; what came of it is written even where it breaks off."""
    answer = Path(sys.argv[1])
    found: dict[str, Any] = {"error": ""}
    cache = Path("/tmp/recordings")
    cache.mkdir()
    bed = Booted()
    pages: Pages = {"/meals/": page("Menu", "<h1>Menu</h1><input id=wish name=wish>")}
    with Headend.start(cache, small=True) as headend, WebSite(pages) as site:
        streams = [headend.stream(name) for name in ("et", "natur")]
        channels = (channel(1, streams[0], "Et"), channel(2, streams[1], "Natur"))
        tiles = (Tile("tv"), Tile("web", "meals"))
        made = replace(
            offer(*channels), services=(site.service("meals", "/meals/"),), tiles=tiles, session=SessionSettings(daily_reset=None)
        )
        subprocess.run(["rm", "-rf", str(WARD)], check=True)
        write_ward(WARD, made, {})
        run("systemctl", "start", "flexcare-firewall.service", "flexcare-display.service")
        found["opened"] = opened(*streams, site.address())
        run("swaymsg", "-s", str(DISPLAY / "sway.sock"), "output HEADLESS-1 mode 1280x800@60Hz")
        run("systemctl", "start", "flexcare.service")
        try:
            with Patient(bed) as patient:  # type: ignore[arg-type]
                evening(patient, site, answer.parent)
            until("a receipt", lambda: len(RECEIPTS.read_text().splitlines()) >= 2)
        except (AssertionError, TimeoutError, OSError) as error:
            found["error"] = f"{type(error).__name__}: {error}"
    found["receipts"] = [json.loads(line) for line in RECEIPTS.read_text().splitlines()] if RECEIPTS.exists() else []
    found["journal"] = bed.words()
    answer.write_text(json.dumps(found))
    os.sync()
    subprocess.run(["systemctl", "--force", "--force", "poweroff"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
