"""The session's side of visits, with real enclosures and a program in them that comes to the screen, or does not."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from flexcare.session.web_service import AllowEntry, WebService
from kiosk.web.liveliness import UNANSWERED_MAX, Liveliness
from kiosk.web.tree import Tree
from kiosk.web.visits import Surroundings, Visits
from kiosk.web.words import Look, Remind, Sound

MEALS = WebService("meals", {"en": "Meals"}, "https://a.example/", (AllowEntry("https", "a.example"),), {"en": "Order"})
PROGRAM = """
import os, socket, sys
line = socket.socket(fileno=int(sys.argv[sys.argv.index('--wire') + 1]))
line.send(b'{"type": "standing"}')
assert line.recv(4096)
with open(PLACE, "ab") as tries:
    tries.write(b"x")
if os.stat(PLACE).st_size <= DEATHS:
    sys.exit()
line.send(b'{"type": "opened"}')
if DIES_OPENED:
    sys.exit()
while said := line.recv(4096):
    if b'"shown":true' in said:
        line.send(b'{"type": "reminded", "watch": true}')
    if b'"percent":70' in said:
        line.send(b'{"type": "turned", "steps": -1}')
        line.send(b'{"type": "hushed"}')
    if b'"knock"' in said and not HANGS:
        line.send(b'{"type": "here"}')
        line.send(b'{"type": "used"}')
"""
PATIENCE_MS = 30_000


@pytest.fixture
def tries() -> Iterator[Path]:
    """A file that visits can write: one byte a try."""
    place = Path("/dev/shm", f"fc-visits-{os.getpid()}-{secrets.token_hex(4)}")
    yield place
    place.unlink(missing_ok=True)


@pytest.fixture
def new_visits(qapp: QObject, tries: Path, qtbot: QtBot) -> Iterator[Callable[..., Visits]]:
    made: list[Visits] = []

    def make(deaths: int, *, dies_opened: bool = False, hangs: bool = False) -> Visits:
        values = f"PLACE, DEATHS, DIES_OPENED, HANGS = {str(tries)!r}, {deaths}, {dies_opened}, {hangs}\n"
        made.append(Visits(Surroundings(Path("/"), 6.0, 1, 1024, ("-c", values + PROGRAM)), qapp))
        return made[-1]

    yield make
    for one in made:
        one.close()
        qtbot.waitUntil(lambda one=one: not one.findChildren(Tree), timeout=PATIENCE_MS)  # type: ignore[misc]  # mypy cannot type a lambda's default
        one.deleteLater()


def test_what_dies_before_it_is_seen_is_tried_once_more(new_visits: Callable[..., Visits], tries: Path, qtbot: QtBot) -> None:
    visits = new_visits(1)
    ended: list[str] = []
    visits.ended.connect(ended.append)
    with qtbot.waitSignal(visits.opened, timeout=PATIENCE_MS):
        visits.open(MEALS, "en", Look())
    assert (visits.is_on_screen, ended, tries.stat().st_size) == (True, [], 2)


def test_what_dies_twice_has_failed(new_visits: Callable[..., Visits], tries: Path, qtbot: QtBot) -> None:
    visits = new_visits(9)
    with qtbot.waitSignal(visits.ended, timeout=PATIENCE_MS) as ended:
        visits.open(MEALS, "en", Look())
    assert (ended.args, visits.is_open, tries.stat().st_size) == (["failed"], False, 2)


def test_what_dies_after_it_was_seen_has_failed_at_once(new_visits: Callable[..., Visits], tries: Path, qtbot: QtBot) -> None:
    visits = new_visits(0, dies_opened=True)
    with qtbot.waitSignal(visits.ended, timeout=PATIENCE_MS) as ended:
        visits.open(MEALS, "en", Look())
    assert (ended.args, visits.is_on_screen, tries.stat().st_size) == (["failed"], False, 1)


@pytest.mark.parametrize("hangs", [False, True])
def test_what_answers_no_more_has_failed(new_visits: Callable[..., Visits], hangs: bool, qtbot: QtBot) -> None:
    visits = new_visits(0, hangs=hangs)
    ended: list[str] = []
    visits.ended.connect(ended.append)
    with qtbot.waitSignal(visits.opened, timeout=PATIENCE_MS):
        visits.open(MEALS, "en", Look())
    liveliness = visits.findChild(Liveliness)
    assert liveliness is not None
    for _ in range(UNANSWERED_MAX + 1):
        # What answers says something else after it, which is waited for.
        with nullcontext() if hangs else qtbot.waitSignal(visits.used, timeout=PATIENCE_MS):
            liveliness.look()
    assert (ended, visits.is_on_screen) == ((["failed"], False) if hangs else ([], True))


def test_one_that_waited_and_died_is_no_try(new_visits: Callable[..., Visits], tries: Path, qtbot: QtBot) -> None:
    visits = new_visits(1)
    visits.prewarm("en")
    with qtbot.waitSignal(visits.opened, timeout=PATIENCE_MS):
        visits.open(MEALS, "en", Look())
    assert tries.stat().st_size == 2


@pytest.mark.parametrize("is_due_before", [True, False])
def test_a_reminder_is_told_to_the_visit_that_is_there_or_comes(
    new_visits: Callable[..., Visits], is_due_before: bool, qtbot: QtBot
) -> None:
    visits, reminder = new_visits(0), Remind(True, "Sports", "One")
    if is_due_before:
        visits.tell(reminder)
        with qtbot.waitSignal(visits.reminded, timeout=PATIENCE_MS) as reminded:
            visits.open(MEALS, "en", Look())
    else:
        with qtbot.waitSignal(visits.opened, timeout=PATIENCE_MS):
            visits.open(MEALS, "en", Look())
        with qtbot.waitSignal(visits.reminded, timeout=PATIENCE_MS) as reminded:
            visits.tell(reminder)
    assert reminded.args == [True]


@pytest.mark.parametrize("is_told_before", [True, False])
def test_the_volume_is_told_to_the_visit_that_is_there_or_comes_and_its_wish_is_heard(
    new_visits: Callable[..., Visits], is_told_before: bool, qtbot: QtBot
) -> None:
    visits, turned = new_visits(0), list[int]()
    visits.turned.connect(turned.append)
    if is_told_before:
        visits.tell(Sound(70))
        with qtbot.waitSignal(visits.hushed, timeout=PATIENCE_MS):
            visits.open(MEALS, "en", Look())
    else:
        with qtbot.waitSignal(visits.opened, timeout=PATIENCE_MS):
            visits.open(MEALS, "en", Look())
        with qtbot.waitSignal(visits.hushed, timeout=PATIENCE_MS):
            visits.tell(Sound(70))
    assert turned == [-1]
