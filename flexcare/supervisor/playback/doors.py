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

END_TIMEOUT_S = 10.0
NOWHERE = Path("/dev/null")
"""No socket: nobody hears who knocks there."""


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

    def open(self, slot: int, *, microphones: bool = False) -> Door | None:
        """A door for a new session in this slot; None where there is no server. One that cannot be made leads nowhere. The server need
        not run yet.

        microphones: whether these may be recorded through it, as the hospital permits a service.
        """
        if self._server is None:
            return None
        try:
            return self._open(self._server, slot, microphones=microphones)
        except OSError as error:
            log.error("a session gets no sound: %s", error.strerror)
            # Not None: without a server it would be given the cards, which are a way past the server's volume and our rules.
            return Door(NOWHERE)

    def _open(self, server: Path, slot: int, *, microphones: bool) -> Door:
        with contextlib.ExitStack() as undo, socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
            path = self._folder / f"{slot}-{secrets.token_hex(4)}"
            undo.callback(path.unlink, missing_ok=True)
            listener.bind(os.fspath(path))
            path.chmod(0o600)
            if self._user is not None:
                os.chown(path, self._user, self._user)
            listener.listen(WAITING_MAX)
            process, line = _start(listener.fileno(), server, microphones=microphones)
            undo.callback(_end, process, line)
            return Door(path, undo.pop_all().close)


def _start(descriptor: int, server: Path, *, microphones: bool) -> tuple[subprocess.Popen[bytes], int]:
    """The relay, and the end of a pipe whose closing ends it: by us, or by our own end, however that comes."""
    theirs, ours = os.pipe()
    program = (sys.executable, "-P", "-m", "flexcare.supervisor.playback", str(descriptor), str(server))
    environment = {"PATH": os.environ.get("PATH", os.defpath), "PYTHONPATH": str(checkout()), "PYTHONDONTWRITEBYTECODE": "1", **FORGETFUL}
    nothing = subprocess.DEVNULL
    try:
        words = (*program, *(("microphones",) if microphones else ()))
        return subprocess.Popen(words, env=environment, pass_fds=[descriptor], stdin=theirs, stdout=nothing, stderr=nothing), ours
    except OSError:
        os.close(ours)
        raise
    finally:
        os.close(theirs)


def _end(process: subprocess.Popen[bytes], line: int) -> None:
    # Not by a signal: this may be a session's own thread, whose Landlock domain sends none outside itself.
    os.close(line)
    process.wait(END_TIMEOUT_S)
