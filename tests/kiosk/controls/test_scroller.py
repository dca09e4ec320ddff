"""A view that was drawn to its end stands still, and the next touch on it is a touch."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import kiosk

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
HEIGHT, END = 1270, 470
VIEW = """
import QtQuick
import QtQuick.Templates as T
import kiosk.controls

Window {
    id: root

    property int clicks: 0

    visible: true

    Scroller {
        objectName: "view"
        width: 1280
        height: 800
        contentWidth: width
        contentHeight: %d

        T.AbstractButton {
            width: 1280
            height: 2000
            onClicked: root.clicks += 1
        }
    }
}
"""


def test_a_touch_after_a_draw_to_the_end_is_a_touch(qapp: QGuiApplication, qtbot: QtBot) -> None:
    del qapp
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(Path(kiosk.__file__).resolve().parent.parent))
    engine.loadData((VIEW % HEIGHT).encode())
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    view = window.findChild(QQuickItem, "view")
    assert view is not None
    qtbot.waitUntil(lambda: window.isExposed() and window.width() == 1280)
    # A minute passes, and what is on now is another programme.
    for clicks, change in enumerate((0, -40, 40)):
        view.setProperty("contentHeight", HEIGHT)
        view.setProperty("contentY", END - 170.0)
        QTest.mousePress(window, LEFT, NONE, QPoint(640, 320))
        for step in range(1, 13):
            QTest.mouseMove(window, QPoint(640, 320 - 20 * step), 16)
        QTest.mouseRelease(window, LEFT, NONE, QPoint(640, 80))
        qtbot.waitUntil(lambda: not view.property("moving"))
        assert (view.property("contentY"), window.property("clicks")) == (END, clicks)
        view.setProperty("contentHeight", HEIGHT + change)
        QTest.mouseClick(window, LEFT, NONE, QPoint(640, 400))
        assert window.property("clicks") == clicks + 1
    window.close()
    with qtbot.waitSignal(engine.destroyed):
        engine.deleteLater()
