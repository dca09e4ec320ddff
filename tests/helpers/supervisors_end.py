"""The supervisor's end of a session's socket, in a test's hands."""

from __future__ import annotations

import os
import socket

from pytestqt.qtbot import QtBot

from flexcare.session.memory import new_memory
from flexcare.session.messages import MESSAGE_MAX_BYTES, FromSession, Heartbeat, Show, ToSession, encode, from_session
from tests.helpers.bedside import PATIENCE_MS


class Supervisor:
    """The other end of a session's socket; heartbeats are counted, everything else is kept in order."""

    def __init__(self, qtbot: QtBot | None = None) -> None:
        self.socket, self.sessions_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.socket.setblocking(False)
        self.heard: list[FromSession] = []
        self.heartbeats = 0
        self._qtbot = qtbot

    def say(self, message: ToSession, memory: int | None = None) -> None:
        socket.send_fds(self.socket, [encode(message)], [memory] if memory is not None else [])

    def listen(self) -> list[FromSession]:
        """All that was said so far."""
        while True:
            try:
                message = from_session(self.socket.recv(MESSAGE_MAX_BYTES + 1))
            except BlockingIOError:
                return self.heard
            if isinstance(message, Heartbeat):
                self.heartbeats += 1
            else:
                self.heard.append(message)

    def expect(self, *messages: FromSession) -> None:
        """Wait until exactly these were said since the last time, in this order."""
        assert self._qtbot is not None
        self._qtbot.waitUntil(lambda: self.listen() == list(messages), timeout=PATIENCE_MS)
        self.heard.clear()

    def show(self, *, resumed: bool = False, cleared_at: int | None = None, cleaning_s: int = 0) -> None:
        memory = new_memory()
        self.say(Show(resumed=resumed, cleared_at=cleared_at, cleaning_s=cleaning_s), memory)
        os.close(memory)
