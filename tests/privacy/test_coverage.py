"""Every store has a planter, and everything that a session has or uses is a store: what is new fails here until something plants in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from deploy.tour.bed import WITNESS_SOCKET
from flexcare.session.sandbox import checkout
from tests.privacy.garden import garden
from tests.privacy.inventory import Inventory
from tests.privacy.plant_files import NAMED
from tests.privacy.planters import planters
from tests.privacy.stores import BY_NAME, NUMBERS, WEB_NUMBERS
from tests.privacy.uses import uses
from tests.privacy.web_pages import BY_SITE, PLANTS

CLAIMED = {
    ("kiosk/app.py", "python-log"): "python-log",
    ("kiosk/caches.py", "file"): "xdg-cache",
    ("kiosk/guide/listings.py", "python-log"): "python-log",
    ("kiosk/keeper.py", "python-log"): "python-log",
    ("kiosk/keyboard/TypingField.qml", "typed"): "touched",
    ("kiosk/keyboard/start.py", "stdout"): "stderr",
    ("kiosk/link.py", "socket"): "wire",
    ("kiosk/link.py", "wire"): "wire",
    ("kiosk/player/libvlc.py", "environment"): "environment",
    ("kiosk/player/libvlc.py", "file"): "tmpdir",
    ("kiosk/player/libvlc.py", "tmpdir"): "tmpdir",
    ("kiosk/player/modules.py", "file"): "tmpdir",
    ("kiosk/recollection.py", "file"): "memory-file",
    ("kiosk/shell/focus.py", "network"): "web-keyboard",  # names the engine's item, to keep away from it
    ("kiosk/shell/staff_key.py", "python-log"): "python-log",
    ("kiosk/web/Browser.qml", "clipboard"): "web-clipboard",
    ("kiosk/web/Browser.qml", "network"): "web-cookie",
    ("kiosk/web/PageQuestion.qml", "typed"): "touched",
    ("kiosk/web/VisitWindow.qml", "network"): "web-indexed",
    ("kiosk/web/engine.py", "network"): "web-http-cache",
    ("kiosk/web/program.py", "network"): "web-local",
    ("kiosk/web/program.py", "socket"): "wire",
    ("kiosk/web/program.py", "tmpdir"): "tmpdir",  # the hospital's certificates, from the ward folder
    ("kiosk/web/visits.py", "python-log"): "python-log",
    ("kiosk/web/wire.py", "wire"): "wire",
}
"""Each use of a store in the session's source, and the planter that stands for it."""

DESCRIPTORS = (
    "/dev/null",
    "pipe:",
    "anon_inode:",
    "/proc",
    "/dev/dri/",
    "/memfd:flexcare-session",
    "/memfd:wayland",
    "/memfd:allocation fd",  # Mesa's memory on Debian 13
    "/memfd:qt",
    "/dev/snd",
)
"""What a session may have open: nothing that keeps anything but its outputs (stdout, stderr), memory files and devices that play."""


def test_every_store_has_a_planter() -> None:
    assert set(planters()) == set(BY_NAME)


def test_every_store_of_a_visit_has_a_planter() -> None:
    assert {*PLANTS, *BY_SITE} == set(WEB_NUMBERS)


def test_no_two_stores_share_a_mark() -> None:
    assert len(set(NUMBERS.values())) == len(NUMBERS)


def test_every_use_of_a_store_in_the_source_is_claimed() -> None:
    found = uses()
    assert found - set(CLAIMED) == set(), "a new use of a store: give it a planter (stores.py) and claim it here"
    assert set(CLAIMED) - found == set(), "no longer used: claim less"
    assert set(CLAIMED.values()) <= set(BY_NAME) | set(WEB_NUMBERS)


@pytest.mark.long
def test_everything_that_a_running_session_has_is_claimed(tmp_path: Path) -> None:
    everywhere = ("mounts", *(store for store in NAMED), "shm")
    with garden(tmp_path) as grown:
        grown.patient.see("Welcome", lambda screen: screen.page == "Welcome")
        inventory = grown.look().inventory
        doors = {str(door) for door in (grown.bed.run / "doors").iterdir()}
        display, witness = grown.bed.display, grown.bed.folder / WITNESS_SOCKET
        grown.plant(everywhere)
    assert inventory is not None
    assert set(inventory.mounts) == set(grown.planted.places["mounts"]), f"not planted in: {grown.planted.places}"
    # A checkout inside a memory file system's place has a folder in that file system, which is claimed as a mount.
    checkout_variable = {"PYTHONPATH"} if any(checkout().is_relative_to(mount) for mount in inventory.mounts) else set()
    assert {NAMED[store][0] for store in NAMED} | checkout_variable >= set(inventory.variables)
    assert [file for file in inventory.files if not _in_a_mount(file, inventory)] == []
    # A line without a name is the one to the supervisor (wire), or both ends of a pair of its own; the compositor is the screen's stores.
    ours = {"", *(doors or {str(display)}), str(tmp_path / "orders/line"), str(witness)}
    assert set(inventory.peers) <= ours
    # A folder of the session's own may be open just now, while a library reads what is in it.
    others = [target for target in inventory.descriptors if not target.startswith(DESCRIPTORS)]
    assert [target for target in others if not _in_a_mount(target, inventory)] == []


def _in_a_mount(file: str, inventory: Inventory) -> bool:
    return any(Path(file).is_relative_to(mount) for mount in inventory.mounts)
