"""IT's page: what it shows of what the supervisor said, what it asks for, and how it looks in every language.

`FLEXCARE_PICTURES=DIR` keeps a picture of each look.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deploy.tour.snapshot import window_targets
from flexcare.session.ward_writer import write_ward
from flexcare.staff import it_messages as words
from flexcare.staff.diagnosis import Part, State, Verdict
from flexcare.staff.messages import FromStaff, Left, Ready, ToStaff, Touched, encode, from_staff
from kiosk.staff.program import Options, Program, build
from tests.helpers.bedside import DIAGONAL_INCHES, PATIENCE_MS, offer
from tests.kiosk.test_every_look import texts
from theme.translations.translations import LANGUAGES

PICTURES = os.environ.get("FLEXCARE_PICTURES", "")
FACTS = words.Facts(
    device="b7-112", version="1.4.0", site="rigshospitalet", ward="b7", serial=41, author="Anna Holm, Hospital IT",
    reason="New channel list from the head-end, and the children's ward gets its own order of channels",
    published="2026-11-20T14:05:00+01:00", age_days=4, state="ok", agreement_from="2026-01-01", agreement_to="2027-12-31",
    memory_erased=True,
    clearings=(
        words.Clearing("2026-11-24T11:02:41+01:00", "finish", 312, 640, True),
        words.Clearing("2026-11-24T08:40:10+01:00", "crash", 901, 1444, False),
        words.Clearing("2026-11-24T03:00:00+01:00", "daily", 290, 610, True),
    ),
)  # fmt: skip
FIGURES = (
    words.Shown(Part.LINK, State.OK, 0, 0, ""),
    words.Shown(Part.ADDRESS, State.OK, 1, 0, ""),
    words.Shown(Part.GATEWAY, State.OK, 3, 0, "10.20.0.1"),
    words.Shown(Part.NAMES, State.UNASKED, 0, 0, ""),
    words.Shown(Part.STREAM, State.OK, 41, 524_288, "tv.hospital.example:8080"),
    words.Shown(Part.STREAM, State.SILENT, 3000, 0, "239.255.12.7:5004"),
)
BUNDLE = "FlexCare 1.4.0\nb7-112 rigshospitalet/b7\nDebian GNU/Linux 12 (bookworm), 6.1.0-18-amd64\nstate ok\n" + "configuration 41\n" * 8
LOOKS: dict[str, tuple[ToStaff, ...]] = {
    "facts": (),
    "pulled": (words.Pulled(FACTS, reached=False),),
    "network": (words.Measured(Verdict.SOME_STREAMS, FIGURES),),
    "bundle": (words.Bundled(BUNDLE),),
    "stick": (words.Did("stick", "read-only"),),
    "enrol": (words.Enrolment("done", "b7-113", "b7", "amber river candle orbit maple window"),),
}


class AtBed:
    """The program with IT's page open, and the supervisor's end of its line."""

    def __init__(self, program: Program, line: socket.socket, qtbot: QtBot) -> None:
        self.program = program
        self._line = line
        self._qtbot = qtbot

    def tell(self, *said: ToStaff) -> None:
        for word in said:
            self._line.send(encode(word))

    def see(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def offers(self, name: str) -> bool:
        return any(target.name == name for target in window_targets(self.program.window))

    def touch(self, name: str) -> None:
        self.see(lambda: self.offers(name))
        place = next(target for target in window_targets(self.program.window) if target.name == name).centre
        self.tap(*place)

    def tap(self, x: float, y: float) -> None:
        QTest.mouseClick(self.program.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPointF(x, y).toPoint())

    def press(self, key: Qt.Key) -> None:
        self.see(self.program.window.isActive)
        QTest.keyClick(self.program.window, key)

    def heard(self) -> FromStaff:
        """The next thing that was asked for."""
        said: list[FromStaff] = []

        def something() -> bool:
            try:
                word = from_staff(self._line.recv(65536))
            except BlockingIOError:
                return False
            if not isinstance(word, (Ready, Touched)):
                said.append(word)
            return bool(said)

        self.see(something)
        return said[0]

    def has_code(self) -> bool:
        code = self.program.window.findChild(QQuickItem, "code")
        return code is not None and float(code.property("paintedWidth")) > 100

    def it(self, name: str) -> object:
        return self.program.it.property(name)


@pytest.fixture
def at_bed(qapp: QGuiApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., AtBed]]:
    # With their ends of the line: a program whose supervisor is gone ends its whole process.
    made: list[tuple[Program, socket.socket]] = []

    def make(language: str = "en") -> AtBed:
        ward = tmp_path / language
        write_ward(ward, replace(offer(), languages=(language,)), {})
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)
        program = build(qapp, Options(ward, theirs.detach(), DIAGONAL_INCHES))
        made.append((program, ours))
        qtbot.waitUntil(program.window.isExposed, timeout=PATIENCE_MS)
        bed = AtBed(program, ours, qtbot)
        bed.tell(words.ItOpened(FACTS))
        bed.see(lambda: program.staff.current_role == "it")
        return bed

    yield make
    for program, line in made:
        with qtbot.waitSignal(program.engine.destroyed, timeout=PATIENCE_MS):
            program.close()
        line.close()


def cut(item: QQuickItem) -> list[str]:
    """Texts that do not fit where they stand."""
    return [
        str(text.property("text"))
        for text in texts(item)
        if text.property("truncated") or text.property("contentWidth") > text.width() + 1.5
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_look_in_every_language(at_bed: Callable[..., AtBed], language: str) -> None:
    bed = at_bed(language)
    for name, said in LOOKS.items():
        bed.program.it.show("facts")
        bed.tell(*said)
        if said:
            bed.see(lambda: bed.it("told") != "" or bed.it("view") != "facts")
        if name == "bundle":
            bed.see(bed.has_code)
        picture = bed.program.window.grabWindow()
        if PICTURES:
            picture.save(f"{PICTURES}/it-{language}-{name}.png")
        assert cut(bed.program.window.contentItem()) == [], name


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("New configuration", words.Pull()),
        ("Network test", words.TestNetwork()),
        ("Sound test", words.TestSound()),
        ("Bundle to a stick", words.Export("stick")),
        ("Bundle to a phone", words.Export("screen")),
        ("Enrol again", words.FindEnrolment()),
    ],
)
def test_each_action_asks_for_its_own_and_only_one_thing_is_done_at_a_time(
    at_bed: Callable[..., AtBed], action: str, expected: FromStaff
) -> None:
    bed = at_bed()
    bed.touch(action)
    assert bed.heard() == expected
    bed.see(lambda: not bed.offers("Sound test"))
    bed.tell(words.Did("sound", "done"))
    bed.see(lambda: bed.offers("Sound test"))


def test_a_restart_is_asked_about_once(at_bed: Callable[..., AtBed]) -> None:
    bed = at_bed()
    bed.touch("Restart")
    bed.touch("Keep it as it is")
    bed.touch("Restart")
    bed.touch("Restart now")
    assert bed.heard() == words.Restart()
    bed.tell(words.Did("restart", "failed"))
    bed.see(lambda: bed.it("told") == "restart failed")


def test_an_enrolment_is_taken_only_after_its_words_were_shown(at_bed: Callable[..., AtBed]) -> None:
    bed = at_bed()
    bed.touch("Enrol again")
    assert bed.heard() == words.FindEnrolment()
    bed.tell(*LOOKS["enrol"])
    bed.see(lambda: any("amber river" in str(text.property("text")) for text in texts(bed.program.window.contentItem())))
    bed.touch("Take it and restart")
    assert bed.heard() == words.TakeEnrolment()


def test_the_code_holds_what_is_read_beside_it(at_bed: Callable[..., AtBed]) -> None:
    bed = at_bed()
    bed.tell(words.Bundled(BUNDLE))
    bed.see(lambda: bed.it("view") == "bundle")
    assert bed.it("bundle") == BUNDLE
    assert str(bed.it("code")).startswith("data:image/png;base64,")


def test_the_screen_is_tested_field_by_field_and_then_in_colours(at_bed: Callable[..., AtBed]) -> None:
    bed = at_bed()
    bed.touch("Screen test")
    bed.touch("End the test")
    assert bed.heard() == words.TestedScreen(done=False)
    bed.touch("Screen test")
    bed.see(lambda: bed.offers("End the test"))
    if PICTURES:
        bed.program.window.grabWindow().save(f"{PICTURES}/it-screen-test.png")
    width, height = bed.program.window.width(), bed.program.window.height()
    stop = next(target for target in window_targets(bed.program.window) if target.name == "End the test")
    for row in range(5):
        for column in range(8):
            # Near each field's outer corner, so that none is hidden under the note in the middle.
            x = (column + (0.1 if column < 4 else 0.9)) * width / 8
            y = (row + (0.1 if row < 3 else 0.9)) * height / 5
            assert abs(stop.centre[0] - x) > 1 or abs(stop.centre[1] - y) > 1
            bed.tap(x, y)
    for _ in range(6):
        bed.tap(5, 5)
    assert bed.heard() == words.TestedScreen(done=True)


@pytest.mark.parametrize("reached", [False, True])
def test_escape_ends_the_test_of_the_screen_and_no_more(at_bed: Callable[..., AtBed], reached: bool) -> None:
    bed = at_bed()
    bed.touch("Screen test")
    bed.see(lambda: bed.offers("End the test"))
    width, height = bed.program.window.width(), bed.program.window.height()
    for field in range(40 if reached else 2):
        column, row = field % 8, field // 8
        bed.tap((column + (0.1 if column < 4 else 0.9)) * width / 8, (row + (0.1 if row < 3 else 0.9)) * height / 5)
    bed.press(Qt.Key.Key_Escape)
    assert bed.heard() == words.TestedScreen(done=reached)
    assert bed.it("view") == "facts"
    bed.press(Qt.Key.Key_Escape)
    assert bed.heard() == Left()


@pytest.mark.parametrize("view", ["restart", "enrol"])
def test_escape_takes_a_question_away_before_it_leaves(at_bed: Callable[..., AtBed], view: str) -> None:
    bed = at_bed()
    if view == "restart":
        bed.touch("Restart")
    else:
        bed.tell(*LOOKS["enrol"])
    bed.see(lambda: bed.it("view") == view)
    bed.press(Qt.Key.Key_Back)
    assert bed.it("view") == "facts"
    bed.press(Qt.Key.Key_Back)
    assert bed.heard() == Left()
