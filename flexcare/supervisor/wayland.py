"""Speaks as much of Wayland's wire protocol as it takes to ask a compositor for something and be answered within a time limit.

Numbers are those of the protocol `wayland` (version 1), which never change: of each interface's requests and events in their order.
"""

from __future__ import annotations

import os
import socket
import struct
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from flexcare.errors import CompositorFailed

DISPLAY = 1
SYNC, GET_REGISTRY = 0, 1
DISPLAY_ERROR = 0
REGISTRY_BIND = 0
REGISTRY_GLOBAL = 0
CALLBACK_DONE = 0

HEADER = struct.Struct("=II")
ANSWER_MAX_BYTES = 65536


@dataclass(frozen=True)
class Event:
    """What the compositor said: the object's number, the event's number, and the arguments as they came."""

    object: int
    number: int
    body: bytes


@dataclass(frozen=True)
class Offered:
    """A global: the number that this connection binds it by, and the newest version that the compositor speaks."""

    name: int
    version: int


class Wire:
    """One short conversation. `with Wire(socket, 2.0) as wire:` connects; every method raises CompositorFailed once that time is over."""

    def __init__(self, socket_path: Path, limit_s: float) -> None:
        self._ends_at_s = time.monotonic() + limit_s
        self._last_id = DISPLAY
        self._heard = b""
        self._registry = 0
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._hurry()
            self._socket.connect(os.fspath(socket_path))
        except OSError as error:
            self._socket.close()
            raise _unanswered(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._socket.close()

    def new_id(self) -> int:
        """A number for a new object."""
        self._last_id += 1
        return self._last_id

    def request(self, target: int, number: int, *arguments: int | str, descriptors: Sequence[int] = ()) -> None:
        """Ask an object for something. Descriptors go beside the arguments, in their order."""
        body = b"".join(_packed(argument) for argument in arguments)
        message = HEADER.pack(target, (HEADER.size + len(body)) << 16 | number) + body
        try:
            self._hurry()
            sent = socket.send_fds(self._socket, [message], list(descriptors))
            self._socket.sendall(message[sent:])
        except OSError as error:
            raise _unanswered(error) from error

    def globals(self) -> dict[str, Offered]:
        """What this connection is offered, by interface."""
        self._registry = self.new_id()
        self.request(DISPLAY, GET_REGISTRY, self._registry)
        told = [event.body for event in self.round_trip() if (event.object, event.number) == (self._registry, REGISTRY_GLOBAL)]
        return dict(map(_global, told))

    def bind(self, offered: Offered, interface: str, version: int) -> int:
        """Take up a global that `globals` told of; the new object's number."""
        made = self.new_id()
        self.request(self._registry, REGISTRY_BIND, offered.name, interface, version, made)
        return made

    def round_trip(self) -> list[Event]:
        """Wait until everything that was asked is done; what was said meanwhile. A refusal is a CompositorFailed too."""
        done = self.new_id()
        self.request(DISPLAY, SYNC, done)
        events: list[Event] = []
        while not events or (events[-1].object, events[-1].number) != (done, CALLBACK_DONE):
            events.append(self._next())
            if (events[-1].object, events[-1].number) == (DISPLAY, DISPLAY_ERROR):
                raise CompositorFailed("the compositor refuses what it was asked")
        return events

    def _next(self) -> Event:
        target, rest = HEADER.unpack(self._take(HEADER.size))
        return Event(target, rest & 0xFFFF, self._take((rest >> 16) - HEADER.size))

    def _take(self, size: int) -> bytes:
        while len(self._heard) < size:
            try:
                self._hurry()
                heard = self._socket.recv(ANSWER_MAX_BYTES)
            except OSError as error:
                raise _unanswered(error) from error
            if not heard:
                raise CompositorFailed("the compositor hangs up")
            self._heard += heard
        taken, self._heard = self._heard[:size], self._heard[size:]
        return taken

    def _hurry(self) -> None:
        """Let the next step take no longer than what is left of the time."""
        self._socket.settimeout(max(self._ends_at_s - time.monotonic(), 0.001))


def _unanswered(error: OSError) -> CompositorFailed:
    return CompositorFailed(f"the compositor does not answer: {error.strerror or 'no time is left'}")


def _packed(argument: int | str) -> bytes:
    if isinstance(argument, int):
        return struct.pack("=I", argument)
    text = argument.encode() + b"\0"
    return struct.pack("=I", len(text)) + text + bytes(-len(text) % 4)


def _global(body: bytes) -> tuple[str, Offered]:
    name, length = struct.unpack_from("=II", body)
    (version,) = struct.unpack_from("=I", body, 8 + length + -length % 4)
    return body[8 : 8 + length - 1].decode(), Offered(name, version)
