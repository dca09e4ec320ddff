"""Speaks to sway over its IPC socket: commands, and what happens to windows. The format is that of sway-ipc(7)."""

from __future__ import annotations

import asyncio
import json
import struct
from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any, Self

from flexcare.errors import CompositorFailed

MAGIC = b"i3-ipc"
HEADER = struct.Struct("=6sII")
REPLY_MAX_BYTES = 16 * 1024 * 1024
REPLY_TIMEOUT_S = 5.0


class _Type(IntEnum):
    """The numbers of sway-ipc(7)."""

    RUN_COMMAND = 0
    SUBSCRIBE = 2
    GET_OUTPUTS = 3
    EVENT_WINDOW = 0x80000003


@dataclass(frozen=True)
class Window:
    """A window that has just come: sway's number for it, the process that opened it, and the workspace it claims by its app_id."""

    id: int
    pid: int
    app_id: str


@dataclass(frozen=True)
class Output:
    """An output, and whether it is as the configuration has it: in use, lit, upright and not magnified."""

    name: str
    is_usual: bool


class Sway:
    """One connection to sway. `async with await Sway.connect(socket) as sway:` closes it."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._turn = asyncio.Lock()

    @classmethod
    async def connect(cls, socket: str | Path) -> Self:
        """Connect to the sway that listens on `socket`. Raises CompositorFailed."""
        try:
            reader, writer = await asyncio.open_unix_connection(str(socket), limit=REPLY_MAX_BYTES)
        except OSError as error:
            raise CompositorFailed(f"sway does not answer: {error.strerror}") from error
        return cls(reader, writer)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave the connection; sway stays."""
        self._writer.close()

    async def command(self, command: str) -> None:
        """Have sway obey and return when it has. Raises CompositorFailed where it will not or does not answer."""
        answers = await self._ask(_Type.RUN_COMMAND, command)
        if not all(answer.get("success") for answer in answers):
            raise CompositorFailed(f"sway refuses: {command.split()[0]}")

    async def outputs(self) -> tuple[Output, ...]:
        """Every output. Raises CompositorFailed."""
        return tuple(_output(told) for told in await self._ask(_Type.GET_OUTPUTS, ""))

    async def subscribe(self) -> None:
        """Be told of windows from now on; the connection serves nothing else then. Raises CompositorFailed."""
        await self._ask(_Type.SUBSCRIBE, '["window"]')

    async def new_windows(self) -> AsyncIterator[Window]:
        """Every window that opens, from `subscribe` on until sway goes away."""
        while True:
            try:
                kind, event = await self._read()
            except CompositorFailed:
                return
            if kind == _Type.EVENT_WINDOW and event.get("change") == "new":
                container = event["container"]
                yield Window(container["id"], container.get("pid") or 0, container.get("app_id") or "")

    async def _ask(self, kind: _Type, payload: str) -> Any:
        body = payload.encode()
        async with self._turn:
            try:
                self._writer.write(HEADER.pack(MAGIC, len(body), kind) + body)
                await self._writer.drain()
                # Not wait_for: before Python 3.12 it loses a cancellation that comes with the answer (CPython issue 86296).
                async with asyncio.timeout(REPLY_TIMEOUT_S):
                    _, answer = await self._read()
            except (OSError, TimeoutError) as error:
                # A late answer must not be taken for the next one.
                self.close()
                raise CompositorFailed("sway does not answer") from error
        return answer

    async def _read(self) -> tuple[int, Any]:
        try:
            magic, length, kind = HEADER.unpack(await self._reader.readexactly(HEADER.size))
            if magic != MAGIC or length > REPLY_MAX_BYTES:
                raise CompositorFailed("sway speaks another language than sway-ipc")
            # A window's title may be any bytes; sway hands them on as they are.
            return kind, json.loads((await self._reader.readexactly(length)).decode(errors="replace"))
        except (asyncio.IncompleteReadError, ConnectionError, json.JSONDecodeError) as error:
            raise CompositorFailed("sway went away") from error


def _output(told: dict[str, Any]) -> Output:
    lit = told.get("power", told.get("dpms", True))  # the newer name first
    upright = told.get("transform", "normal") == "normal" and told.get("scale", 1.0) == 1.0
    return Output(str(told["name"]), bool(told.get("active") and lit and upright))
