"""The real visit program with somebody looking on: `python -m tests.helpers.watched_visit EYE OPTIONS OF kiosk.web ...`."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtQuick import QQuickItem

from kiosk.web.__main__ import options, parser
from kiosk.web.program import Program, run
from tests.helpers.watched import Onlooker


def items(item: QQuickItem) -> Iterator[QQuickItem]:
    """An item and all below it."""
    yield item
    for child in item.childItems():
        yield from items(child)


def main() -> int:
    """Be a visit."""
    eye = socket.socket(fileno=int(sys.argv.pop(1)))

    def watch(program: Program) -> None:
        onlooker = Onlooker(eye, lambda: program.window, lambda _: program.visit.questions.answer(False), program.engine)

        def find() -> None:
            # Never by `metaObject()`, see tests/helpers/bedside.py.
            view = next((each for each in items(program.window.contentItem()) if each.property("zoomFactor") is not None), None)
            if view is None:
                QTimer.singleShot(10, find)
                return
            view.urlChanged.connect(lambda: onlooker.at(view.property("url").toString()))  # type: ignore[attr-defined]

        find()

    return run(options(parser().parse_args()), watch)


if __name__ == "__main__":
    sys.exit(main())
