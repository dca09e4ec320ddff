"""Carries what a session and the sound server say to each other, frame by frame, through the rules. Source: pulsecore/pstream.c."""

from __future__ import annotations

import asyncio
import socket
import struct
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from flexcare.supervisor.playback.pages import PageLevel, told_percent
from flexcare.supervisor.playback.recording import Calling, Microphones
from flexcare.supervisor.playback.rules import PACKET_MAX_BYTES, Conversation, Verdict
from flexcare.supervisor.playback.tags import Strange

HEADER = struct.Struct("!IIIII")
"""Length, channel, offset (two halves), flags."""
CONTROL = 0xFFFFFFFF
SEEK_MASK = 0xFF
"""The only flags of a block of sound that speak of no shared memory."""
BLOCK_MAX_BYTES = 1 << 20
ANSWER_MAX_BYTES = 1 << 20
CONNECTIONS_MAX = 16


class Relay:
    """Serves what connects to `listener`, for one session. microphones: whether it may record these too."""

    def __init__(self, listener: socket.socket, server: Path, *, microphones: bool = False) -> None:
        self._microphones = Microphones() if microphones else None
        self._listener = listener
        self._server = server
        self._count = 0
        self._level = PageLevel()
        self._talks: list[tuple[Conversation, asyncio.StreamWriter]] = []

    async def run(self) -> None:
        """Serve until cancelled."""
        served = await asyncio.start_unix_server(self._on_connection, sock=self._listener)
        async with served:
            await served.serve_forever()

    async def _on_connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._count += 1
        try:
            if self._count <= CONNECTIONS_MAX:
                await self._serve(reader, writer)
        finally:
            self._count -= 1
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(Strange, asyncio.IncompleteReadError, ConnectionError):
            first = await _frame(reader)
            while first.is_control and (percent := told_percent(first.data)) is not None:
                await self._turn(percent)
                first = await _frame(reader)
            await self._relay(first, reader, writer)

    async def _turn(self, percent: int) -> None:
        """Have the pages of visits play so loud from now on."""
        self._level.percent = percent
        for conversation, server in tuple(self._talks):
            for packet in conversation.turned():
                server.write(_framed(packet))
            # Its own end is found by whoever serves it.
            with suppress(ConnectionError):
                await server.drain()

    async def _relay(self, first: _Frame, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            answers, asked = await asyncio.open_unix_connection(str(self._server))
        except OSError:
            return
        calling = self._microphones
        conversation = Conversation(level=self._level) if calling is None else Calling(level=self._level, microphones=calling)
        talk = (conversation, asked)
        self._talks.append(talk)
        ways = (
            asyncio.ensure_future(_from_session(first, reader, asked, writer, conversation)),
            asyncio.ensure_future(_from_server(answers, asked, writer, conversation)),
        )
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            self._talks[:] = [one for one in self._talks if one is not talk]
            asked.close()


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a session says: a command where `is_control`, else a block of sound."""

    header: bytes
    data: bytes
    is_control: bool


async def _frame(reader: asyncio.StreamReader) -> _Frame:
    """The next one. Raises Strange."""
    header = await reader.readexactly(HEADER.size)
    length, channel, _, _, flags = HEADER.unpack(header)
    if channel == CONTROL:
        _check(length, PACKET_MAX_BYTES, flags)
    else:
        _check(length, BLOCK_MAX_BYTES, flags & ~SEEK_MASK)
    return _Frame(header, await reader.readexactly(length), channel == CONTROL)


async def _from_session(
    frame: _Frame,
    reader: asyncio.StreamReader,
    server: asyncio.StreamWriter,
    session: asyncio.StreamWriter,
    conversation: Conversation,
) -> None:
    with suppress(Strange, asyncio.IncompleteReadError, ConnectionError):
        while True:
            if frame.is_control:
                await _say(conversation.from_session(frame.data), server, session)
            else:
                server.write(frame.header + frame.data)
                await server.drain()
            frame = await _frame(reader)


async def _from_server(
    reader: asyncio.StreamReader, server: asyncio.StreamWriter, session: asyncio.StreamWriter, conversation: Conversation
) -> None:
    with suppress(Strange, asyncio.IncompleteReadError, ConnectionError):
        while True:
            header = await reader.readexactly(HEADER.size)
            length, channel, _, _, flags = HEADER.unpack(header)
            _check(length, ANSWER_MAX_BYTES, flags & ~SEEK_MASK)
            packet = await reader.readexactly(length)
            if channel == CONTROL:
                await _say(conversation.from_server(packet), server, session)
            elif conversation.records:
                session.write(header + packet)
                await session.drain()


async def _say(verdict: Verdict, server: asyncio.StreamWriter, session: asyncio.StreamWriter) -> None:
    # The server first: what it is asked about a new stream holds before the session can play on it.
    for packet, writer in ((verdict.on, server), (verdict.more, server), (verdict.back, session)):
        if packet:
            writer.write(_framed(packet))
            await writer.drain()


def _check(length: int, most: int, flags: int) -> None:
    if flags or not 0 < length <= most:
        raise Strange("a frame of another kind, or too large")


def _framed(packet: bytes) -> bytes:
    return HEADER.pack(len(packet), CONTROL, 0, 0, 0) + packet
