"""A sound socket for each session, which only plays. The server's own socket would record too, and reach everybody's sound."""

from __future__ import annotations

import contextlib
import logging
import os
import secrets
import shutil
import socket
import subprocess
import sys
from pathlib import Path

from flexcare.forgetful import FORGETFUL
from flexcare.session.sandbox import checkout
from flexcare.supervisor.security_context import WAITING_MAX, Door

log = logging.getLogger(__name__)


class SoundDoors:
    """Makes doors, in a `folder` of their own, to the sound server whose socket is `server`; None where there is none.

    user: the host user that sessions run as, where it is another than ours.
    """

    def __init__(self, folder: Path, server: Path | None, user: int | None = None) -> None:
        self._folder = folder
        self._server = server
        self._user = user
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o711)

    def open(self, slot: int) -> Door | None:
        """A door for a new session in this slot; None where it has to do without sound. The server need not run yet."""
        if self._server is None:
            return None
        try:
            return self._open(self._server, slot)
        except OSError as error:
            log.error("a session gets no sound: %s", error.strerror)
            return None

    def _open(self, server: Path, slot: int) -> Door:
        with contextlib.ExitStack() as undo, socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
            path = self._folder / f"{slot}-{secrets.token_hex(4)}"
            undo.callback(path.unlink, missing_ok=True)
            listener.bind(os.fspath(path))
            path.chmod(0o600)
            if self._user is not None:
                os.chown(path, self._user, self._user)
            listener.listen(WAITING_MAX)
            process = _start(listener.fileno(), server)
            undo.callback(_end, process)
            return Door(path, undo.pop_all().close)


def _start(descriptor: int, server: Path) -> subprocess.Popen[bytes]:
    # It dies with the supervisor, however that ends.
    words = (
        "setpriv",
        "--pdeathsig",
        "KILL",
        "--",
        sys.executable,
        "-P",
        "-m",
        "flexcare.supervisor.playback",
        str(descriptor),
        str(server),
    )
    environment = {"PATH": os.environ.get("PATH", os.defpath), "PYTHONPATH": str(checkout()), "PYTHONDONTWRITEBYTECODE": "1", **FORGETFUL}
    nothing = subprocess.DEVNULL
    return subprocess.Popen(words, env=environment, pass_fds=[descriptor], stdin=nothing, stdout=nothing, stderr=nothing)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
