"""A whole session inside the test's own process: its screen, and hands that touch, click and type on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deploy.tour.snapshot import Snapshot, is_fading, take
from flexcare.clock import Clock
from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Device, Hospital, Offer
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_writer import write_ward
from kiosk.app import Kiosk, Options, build
from kiosk.screen import prepare_qt

DIAGONAL_INCHES = 10.1
PATIENCE_MS = 20_000

prepare_qt()


def channel(number: int, address: str, name: str = "", *, backup: str = "", radio: bool = False) -> Channel:
    """A channel with nothing but what a test needs."""
    backups = (Stream(backup),) if backup else ()
    return Channel(number, name or f"Channel {number}", Stream(address), backups, radio=radio)


def offer(*channels: Channel) -> Offer:
    """An offer of these channels, at a bed that no hour of the day clears: a test may run at any."""
    session = SessionSettings(daily_reset=None)
    return Offer(Hospital("Test hospital"), channels, device=Device("Bed 12", DIAGONAL_INCHES), session=session)


class Bedside:
    """A running session. `touch` is a finger, `click` a mouse, `press` a key; each goes through Qt's own events."""

    def __init__(self, kiosk: Kiosk, qtbot: QtBot) -> None:
        self.kiosk = kiosk
        self._qtbot = qtbot
        self._finger = QTest.createTouchDevice()

    def see(self, condition: Callable[[Snapshot], bool], *, timeout_ms: int = PATIENCE_MS) -> Snapshot:
        """Wait until the screen fulfils a condition and no page is on its way."""

        def seen() -> bool:
            return not is_fading(self.kiosk) and condition(take(self.kiosk))

        self._qtbot.waitUntil(seen, timeout=timeout_ms)
        return take(self.kiosk)

    def settle(self) -> None:
        """Let what was just changed be drawn, pages that come or go arrive, and rows that lists make ahead of what is seen be whole."""
        making = self.kiosk.engine.incubationController()
        self.see(lambda _: making.incubatingObjectCount() == 0)
        self.picture()

    def place(self, name: str) -> QPoint:
        """The middle of what has this name, once it is there."""
        target = self.see(lambda screen: screen.target(name) is not None).target(name)
        assert target is not None
        return QPointF(*target.centre).toPoint()

    def touch(self, name: str) -> None:
        """Touch what has this name with a finger."""
        self.touch_at(self.place(name))

    def touch_at(self, place: QPoint) -> None:
        """Touch a place in window pixels with a finger."""
        window = self.kiosk.window
        QTest.touchEvent(window, self._finger).press(0, place, window).commit()
        QTest.touchEvent(window, self._finger).release(0, place, window).commit()

    def swipe(self, start: QPoint, end: QPoint) -> None:
        """Draw a finger over the screen."""
        window = self.kiosk.window
        QTest.touchEvent(window, self._finger).press(0, start, window).commit()
        for step in range(1, 6):
            QTest.touchEvent(window, self._finger).move(0, start + (end - start) * step / 5, window).commit()
        QTest.touchEvent(window, self._finger).release(0, end, window).commit()

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Draw a finger over the screen so slowly that it is seen on its way."""
        window = self.kiosk.window
        QTest.touchEvent(window, self._finger).press(0, start, window).commit()
        for step in range(1, 6):
            QTest.touchEvent(window, self._finger).move(0, start + (end - start) * step / 5, window).commit()
            self.settle()
        QTest.touchEvent(window, self._finger).release(0, end, window).commit()

    def swipe_over_picture(self, *, up: bool) -> None:
        """Swipe up or down over the middle of the picture."""
        low, high = QPoint(640, 340), QPoint(640, 140)
        self.swipe(low if up else high, high if up else low)

    def click(self, name: str) -> None:
        """Click on what has this name with a mouse."""
        QTest.mouseClick(self.kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.place(name))

    def press(self, key: Qt.Key) -> None:
        """Press a key."""
        QTest.keyClick(self.kiosk.window, key)

    def press_with(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """Press a key while another is held."""
        QTest.keyClick(self.kiosk.window, key, modifier)

    def picture(self) -> QImage:
        """What the window shows now."""
        return self.kiosk.window.grabWindow()

    def items(self, kind: str) -> list[QQuickItem]:
        """Every item on the screen whose QML or C++ class has this name."""
        return list(_of_kind(self.kiosk.engine, self.kiosk.window.contentItem(), kind))


def _of_kind(engine: QQmlEngine, item: QQuickItem, kind: str) -> Iterator[QQuickItem]:
    if not item.isVisible() or item.opacity() == 0:
        return
    if _class_of(engine, item).split("_QML")[0] in (kind, f"QQuick{kind}"):
        yield item
    for child in item.childItems():
        yield from _of_kind(engine, child, kind)


def _class_of(engine: QQmlEngine, item: QQuickItem) -> str:
    """The name of an item's class, as the engine says it.

    Never by `metaObject()`: PySide6 keeps what that returned beyond the object's end, and takes whatever comes to lie there for it.
    """
    context = QQmlEngine.contextForObject(item) or engine.rootContext()
    said = QQmlExpression(context, item, "toString()").evaluate()
    return str(said[0] if isinstance(said, tuple) else said).partition("(")[0]


@pytest.fixture
def new_bedside(qapp: QGuiApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Bedside]]:
    """Makes sessions on offers; each is closed at the end of the test."""
    kiosks: list[Kiosk] = []

    def make(given: Offer, logos: dict[str, bytes] | None = None, *, clock: Clock | None = None, link: int | None = None) -> Bedside:
        ward = tmp_path / f"ward-{len(kiosks)}"
        write_ward(ward, given, logos or {})
        kiosk = build(qapp, ward, Options(DIAGONAL_INCHES, link=link), clock)
        kiosks.append(kiosk)
        qtbot.waitUntil(kiosk.window.isExposed, timeout=PATIENCE_MS)
        return Bedside(kiosk, qtbot)

    yield make
    for kiosk in kiosks:
        with qtbot.waitSignal(kiosk.engine.destroyed, timeout=PATIENCE_MS):
            kiosk.close()
