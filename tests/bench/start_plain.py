"""The least that a PySide6 QML program can be: one full-screen window with one word. Tells when its first frame was shown."""

from __future__ import annotations

import sys
import time

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

QML = b'import QtQuick\nWindow { visible: true; visibility: Window.FullScreen; Text { anchors.centerIn: parent; text: "Welcome" } }'


def shown() -> None:
    """Tell the moment, once."""
    print(time.monotonic_ns(), flush=True)
    QGuiApplication.quit()


application = QGuiApplication(sys.argv)
engine = QQmlApplicationEngine()
engine.loadData(QML)
engine.rootObjects()[0].frameSwapped.connect(shown)  # type: ignore[attr-defined]  # a QQuickWindow, which the stub does not know
application.exec()
