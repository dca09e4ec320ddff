"""Plants in everything that a session can say: its output, its logs, its messages."""

from __future__ import annotations

import logging
import os
import socket
import sys

from PySide6.QtCore import qCritical, qWarning

from kiosk.player.frames import Frames
from kiosk.player.libvlc import Libvlc
from tests.privacy.planters import Ground, Planter, Refused

CHATTY = ("--no-quiet", "--verbose=2")


def _stdout(ground: Ground) -> None:
    word = ground.mark("stdout")
    print(f"planted {word}", flush=True)
    os.write(1, f"planted {word}\n".encode())
    # Without an end of line, so that a reader of lines keeps it.
    os.write(1, f"planted {word}".encode())


def _stderr(ground: Ground) -> None:
    word = ground.mark("stderr")
    print(f"planted {word}", file=sys.stderr, flush=True)
    # As a program would that knows the codes of the supervisor's filter.
    for text in (f'{{"event": "{word}"}}', f"event={word}", f"<3>{word}", f"trouble {word}", word):
        os.write(2, f"{text}\n".encode())
    os.write(2, f"{word} ".encode() * 4096 + b"\n")


def _qt_warning(ground: Ground) -> None:
    qWarning(f"planted {ground.mark('qt-warning')}")
    qCritical(f"planted {ground.mark('qt-warning')}")


def _python_log(ground: Ground) -> None:
    logging.getLogger("planted").error("planted %s", ground.mark("python-log"))


def _vlc_chatter(ground: Ground) -> None:
    """The session's own libvlc, told to talk, plays an address that leads nowhere."""
    libvlc = Libvlc(Frames(lambda: None), "adummy", CHATTY)
    player = libvlc.vlc.MediaPlayer(libvlc.deck(0)._instance, f"http://127.0.0.1:9/{ground.mark('vlc-chatter')}")
    player.play()
    ground.keep += [libvlc, player]


def _wire(ground: Ground) -> None:
    """Nonsense for the supervisor, in every shape that might be read further than it should."""
    if ground.link < 0:
        raise Refused("there is no supervisor")
    word = ground.mark("wire")
    with socket.socket(fileno=os.dup(ground.link)) as link:
        for packet in (
            f'{{"type": "stream-trouble", "count": 1, "{word}": 1}}',
            f'{{"type": "{word}"}}',
            f'{{"type": "heartbeat", "name": "{word}"}}',
            word * 15,
            word * 4096,
        ):
            link.send(packet.encode())


PLANTERS: dict[str, Planter] = {
    "stdout": _stdout,
    "stderr": _stderr,
    "qt-warning": _qt_warning,
    "python-log": _python_log,
    "vlc-chatter": _vlc_chatter,
    "wire": _wire,
}
