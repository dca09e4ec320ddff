"""`python -P -m flexcare.launcher`: starts sessions for one supervisor at a time, as the user that it runs as itself.

It listens on the socket that systemd hands over (sd_listen_fds(3)); that socket's permissions say who may ask. It reads no configuration.
"""

from __future__ import annotations

import argparse
import logging
import os
import socket
import sys
import time
from pathlib import Path

from flexcare.errors import FlexCareError
from flexcare.forgetful import be_forgetful
from flexcare.launcher.doors import Doors
from flexcare.launcher.service import Service
from flexcare.session.check import check
from flexcare.session.leftovers import strangers
from flexcare.session.settings import SessionSettings
from flexcare.session.surroundings import Surroundings
from flexcare.supervisor.notify import Notifier
from flexcare.supervisor.playback.doors import SoundDoors

log = logging.getLogger("flexcare.launcher")

GONE_TIMEOUT_S = 5.0
LOOK_AGAIN_S = 0.01
FIRST_PASSED = 3  # sd_listen_fds(3)


def serve(listener: socket.socket, around: Surroundings, folder: Path, display: Path, notify: Notifier, sound: Path | None = None) -> None:
    """Serve one supervisor after the other. Raises a FlexCareError where no session can be closed in, or one does not end."""
    unheld = check(around.sandbox(display, SessionSettings()))
    for what in unheld:
        log.warning("%s", what)
    doors, sounds = Doors(folder / "doors"), SoundDoors(folder / "sound", sound)
    notify.ready()
    listener.settimeout(notify.watchdog_interval_s)
    while True:
        notify.watchdog()
        try:
            line, _ = listener.accept()
        except TimeoutError:
            continue
        service = Service(line, around, doors, display, unheld, notify.watchdog, notify.watchdog_interval_s, sounds)
        service.serve(gone=_nobody_is_left())


def _nobody_is_left() -> bool:
    """Whether no process of an earlier session is left; whoever reaps the last of them needs a moment."""
    deadline_s = time.monotonic() + GONE_TIMEOUT_S
    while strangers():
        if time.monotonic() > deadline_s:
            return False
        time.sleep(LOOK_AGAIN_S)
    return True


def passed_listener() -> socket.socket:
    """The socket that systemd hands over. Raises FlexCareError."""
    if os.environ.get("LISTEN_FDS") != "1":
        raise FlexCareError("this program is started by systemd, with one socket", cure="start flexcare-launcher.socket")
    return socket.socket(fileno=FIRST_PASSED)


def main() -> int:
    """Read the command line and serve; returns the exit code."""
    be_forgetful()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    parser = argparse.ArgumentParser(prog="flexcare.launcher")
    parser.add_argument("--ward", type=Path, required=True, help="the ward folder, or a link to the newest")
    parser.add_argument("--display", type=Path, required=True, help="the compositor's own socket")
    parser.add_argument("--folder", type=Path, required=True, help="a folder of this program's own, in memory")
    parser.add_argument("--sound", type=Path, help="the socket of a sound server, which sessions reach through a relay that only plays")
    words = parser.parse_args()
    nothing: Path = words.folder / "no-ward"
    nothing.mkdir(exist_ok=True)
    try:
        serve(passed_listener(), Surroundings(words.ward, nothing), words.folder, words.display, Notifier(), words.sound)
    except FlexCareError as error:
        print(f"flexcare: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
