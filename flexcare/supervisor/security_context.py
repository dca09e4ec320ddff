"""A Wayland socket for each session, behind which the compositor keeps back what reaches other programs (security-context-v1).

Through the compositor's own socket every program can take pictures of the screen, read the clipboard and make input up.
"""

from __future__ import annotations

import contextlib
import logging
import os
import secrets
import shutil
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flexcare.errors import CompositorFailed
from flexcare.supervisor.wayland import Wire

log = logging.getLogger(__name__)

MANAGER = "wp_security_context_manager_v1"
VERSION = 1
CREATE_LISTENER = 1
SET_SANDBOX_ENGINE, SET_APP_ID, SET_INSTANCE_ID, COMMIT = 1, 2, 3, 4
"""The requests' numbers in security-context-v1, of the manager and of a context."""

ENGINE = "flexcare"
APP_ID = "flexcare-session"
ANSWER_LIMIT_S = 2.0
WAITING_MAX = 16


@dataclass(frozen=True)
class Door:
    """Where a session meets the compositor. `close` lets nobody through any more; who is inside stays until his end.

    is_own: it is this session's alone, and the compositor keeps back what reaches other programs.
    """

    path: Path
    close: Callable[[], object] = lambda: None
    is_own: bool = False

    def until(self, on_end: Callable[[int], None]) -> Callable[[int], None]:
        """What to call at a session's end in place of `on_end`, so that the door closes too."""

        def ended(code: int) -> None:
            try:
                self.close()
            finally:
                on_end(code)

        return ended


class Doors:
    """Makes doors, in a `folder` of their own, to the compositor whose socket `compositor()` names.

    user: the host user that sessions run as, where it is another than ours. listen: makes the listening socket of a slot, where that is
    for somebody else to do.
    """

    def __init__(
        self, folder: Path, compositor: Callable[[], Path], user: int | None = None, listen: Callable[[int], socket.socket] | None = None
    ) -> None:
        self._folder = folder
        self._compositor = compositor
        self._user = user
        self._listen = listen
        self._told = False
        # What a supervisor that was killed left there; nobody listens at it any more.
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o711)

    def open(self, slot: int) -> Door:
        """A door for a new session in this slot. Blocks for some milliseconds, ANSWER_LIMIT_S at most. Raises CompositorFailed.

        A compositor that knows no security contexts has only its own socket to give; that is told once.
        """
        compositor = self._compositor()
        with contextlib.ExitStack() as undo:
            # A session can ask for this name, so it does not count the sessions before.
            path = self._folder / f"{slot}-{secrets.token_hex(4)}"
            undo.callback(path.unlink, missing_ok=True)
            # The compositor listens for as long as this is open, so not beyond this program's own end, however that comes.
            theirs, ours = os.pipe2(os.O_CLOEXEC)
            undo.callback(os.close, ours)
            try:
                made = self._make(compositor, path, theirs, slot)
            except OSError as error:
                raise CompositorFailed(f"a session gets no door to the compositor: {error.strerror}") from error
            finally:
                os.close(theirs)
            if made:
                return Door(path, undo.pop_all().close, is_own=True)
        self._tell()
        return Door(compositor)

    def _make(self, compositor: Path, path: Path, ends: int, slot: int) -> bool:
        with Wire(compositor, ANSWER_LIMIT_S) as wire, contextlib.ExitStack() as stack:
            manager = wire.globals().get(MANAGER)
            if manager is None:
                return False
            listener = stack.enter_context(self._bound(path) if self._listen is None else self._listen(slot))
            bound = wire.bind(manager, MANAGER, VERSION)
            context = wire.new_id()
            wire.request(bound, CREATE_LISTENER, context, descriptors=(listener.fileno(), ends))
            wire.request(context, SET_SANDBOX_ENGINE, ENGINE)
            wire.request(context, SET_APP_ID, APP_ID)
            wire.request(context, SET_INSTANCE_ID, str(slot))
            wire.request(context, COMMIT)
            wire.round_trip()
        return True

    def _bound(self, path: Path) -> socket.socket:
        with contextlib.ExitStack() as undo:
            listener = undo.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
            listener.bind(os.fspath(path))
            path.chmod(0o600)
            if self._user is not None:
                os.chown(path, self._user, self._user)
            listener.setblocking(False)
            listener.listen(WAITING_MAX)
            undo.pop_all()
        return listener

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            log.warning(
                "this compositor knows no security contexts: a hostile program in a session could look at the whole screen, "
                "read the clipboard of other programs and make up touches and keys; Debian 13's sway refuses that"
            )
