"""A kiosk's browser as it is usually built, a plain WebEngineView: `python -m tests.helpers.naive_visit EYE`. It proves the attempts."""

from __future__ import annotations

import os
import socket
import sys

# What such kiosks do when they run as root.
os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"

from PySide6.QtCore import QUrl
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.helpers.watched import Onlooker


def main() -> int:
    """Be a browser until the test's end of the socket goes."""
    eye = socket.socket(fileno=int(sys.argv[1]))
    application = QApplication(["naive"])
    window = QMainWindow()
    view = QWebEngineView()
    window.setCentralWidget(view)
    window.showFullScreen()
    onlooker = Onlooker(eye, lambda: window.windowHandle(), lambda address: view.setUrl(QUrl(address)), application)
    view.urlChanged.connect(lambda url: onlooker.at(url.toString()))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
