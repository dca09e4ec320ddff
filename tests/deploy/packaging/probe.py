"""Runs inside a clean Debian, with the packaged Python: a compositor, and a page that Qt WebEngine has to show. Prints the page's title."""

import os
import subprocess
import sys
from pathlib import Path

PAGE = b"""import QtQuick
import QtWebEngine
Window {
    visible: true; width: 300; height: 200
    WebEngineView {
        anchors.fill: parent
        url: "data:text/html,<title>shown</title>"
        onTitleChanged: if (title === "shown") { print(title); Qt.quit(); }
    }
}
"""


def page() -> int:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine
    from PySide6.QtWebEngineQuick import QtWebEngineQuick

    QtWebEngineQuick.initialize()
    application = QGuiApplication(["probe"])
    engine = QQmlApplicationEngine()
    engine.loadData(PAGE)
    return application.exec() if engine.rootObjects() else 1


def main() -> int:
    if sys.argv[1:] == ["page"]:
        return page()
    from flexcare.supervisor.compositor import Compositor, Screen

    with Compositor(Screen()) as compositor:
        environment = {**os.environ, **compositor.client_environment()}
        return subprocess.run([sys.executable, str(Path(__file__)), "page"], env=environment, check=False, timeout=90).returncode


if __name__ == "__main__":
    raise SystemExit(main())
