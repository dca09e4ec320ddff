"""What has to be said to Qt before the application object is made, so that our keyboard types and nobody else's.

Qt Virtual Keyboard brings the input method; its own keys, pages of settings, dictionaries and suggestions are never loaded.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

INPUT_METHOD = "qtvirtualkeyboard"
SAID_AT_START = "qtvirtualkeyboard currently is not supported at client-side"
"""Qt's Wayland plugin says this of an input method inside the program; ours is meant to be there."""

Handler = Callable[[QtMsgType, QMessageLogContext, str], None]


def choose_input_method(environment: MutableMapping[str, str]) -> None:
    """Have text come from our own keyboard, and from a real one; Qt's ready-made keyboard never shows itself."""
    environment["QT_IM_MODULE"] = INPUT_METHOD
    environment["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"


@contextmanager
def quiet_about_the_keyboard() -> Iterator[None]:
    """Keep back that one line while the application object is made; every other one is said as ever."""

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if message.startswith(SAID_AT_START):
            return
        if before is not None:
            before(kind, context, message)
        else:
            sys.stderr.write(qFormatLogMessage(kind, context, message) + "\n")

    before: Handler | None = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
