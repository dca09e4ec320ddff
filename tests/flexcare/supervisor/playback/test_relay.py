"""Frames that no well-behaved program would send."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from flexcare.session.page_volume import COMMAND, PageVolume
from flexcare.supervisor.playback.relay import BLOCK_MAX_BYTES, CONNECTIONS_MAX, CONTROL, HEADER, Relay
from flexcare.supervisor.playback.rules import OUR_TAG, PACKET_MAX_BYTES, Command
from flexcare.supervisor.playback.tags import FULL_VOLUME, number, write
from tests.flexcare.supervisor.playback.asking import TAG, a_visit, made, new_stream, volume
from tests.helpers.in_loop import in_loop

INFO = write([number(Command.GET_SERVER_INFO), number(1)])


class Server:
    """Notes what reaches it, and says what it is told to."""

    def __init__(self) -> None:
        self.heard = b""
        self.said = asyncio.Event()
        self.writers: list[asyncio.StreamWriter] = []

    async def meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.writers.append(writer)
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(65536):
                self.heard += data
                self.said.set()

    async def until(self, size: int) -> None:
        """Wait until it has heard so many bytes."""
        await self._until(lambda: len(self.heard) >= size)

    async def until_heard(self, packet: bytes) -> None:
        """Wait until it has heard this."""
        await self._until(lambda: packet in self.heard)

    async def _until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(30):
            while not condition():
                self.said.clear()
                await self.said.wait()


@contextlib.asynccontextmanager
async def relayed(folder: Path, *, there: bool = True) -> AsyncIterator[tuple[Server, Path]]:
    """A door, and the server behind it, which is `there` from the beginning or not."""
    server = Server()
    listening = await asyncio.start_unix_server(server.meet, folder / "server") if there else None
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listener.bind(str(folder / "door"))
    running = asyncio.ensure_future(Relay(listener, folder / "server").run())
    try:
        while True:
            with contextlib.suppress(ConnectionRefusedError):
                await _close((await asyncio.open_unix_connection(folder / "door"))[1])
                break
            await asyncio.sleep(0)
        yield server, folder / "door"
    finally:
        running.cancel()
        await asyncio.wait([running])
        if listening is not None:
            listening.close()
        for writer in server.writers:
            await _close(writer)


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()


def frame(data: bytes, channel: int = CONTROL, flags: int = 0, length: int | None = None) -> bytes:
    return HEADER.pack(len(data) if length is None else length, channel, 0, 0, flags) + data


@pytest.mark.parametrize(
    "data",
    [
        frame(INFO, flags=0x80000000),  # shared memory in place of a command
        frame(b"", 0, 0x40000000, 0),  # shared memory given back
        frame(bytes(16), 0, 0xA0000000),  # a block of sound that lies in shared memory
        frame(b"", length=PACKET_MAX_BYTES + 1),
        frame(b"", 0, length=BLOCK_MAX_BYTES + 1),
        frame(b"", length=0),
        frame(b"L"),
        frame(b"?" * 20),
        bytes(20),
    ],
)
@in_loop
async def test_a_strange_frame_ends_the_connection_and_does_not_get_through(tmp_path: Path, data: bytes) -> None:
    async with relayed(tmp_path) as (server, door):
        before = server.heard
        reader, writer = await asyncio.open_unix_connection(door)
        writer.write(data + frame(INFO))
        async with asyncio.timeout(30):
            assert await reader.read() == b""
        await _close(writer)
        assert server.heard == before


@in_loop
async def test_sound_and_commands_get_through_as_they_are_and_recordings_do_not(tmp_path: Path) -> None:
    async with relayed(tmp_path) as (server, door):
        reader, writer = await asyncio.open_unix_connection(door)
        sound = frame(bytes(range(256)) * 40, channel=3)
        writer.write(frame(INFO) + sound)
        async with asyncio.timeout(30):
            await server.until(len(frame(INFO) + sound))
            assert server.heard == frame(INFO) + sound
            answer = write([number(Command.REPLY), number(5)])
            server.writers[-1].write(frame(b"what the room says", channel=3) + frame(answer))
            assert await reader.readexactly(len(frame(answer))) == frame(answer)
        await _close(writer)


@in_loop
async def test_there_are_only_so_many_connections(tmp_path: Path) -> None:
    async with relayed(tmp_path) as (_, door):
        open_ones = [await asyncio.open_unix_connection(door) for _ in range(CONNECTIONS_MAX)]
        reader, writer = await asyncio.open_unix_connection(door)
        async with asyncio.timeout(30):
            assert await reader.read() == b""
        for _, one in (*open_ones, (reader, writer)):
            await _close(one)


@in_loop
async def test_a_session_says_how_loud_pages_are_and_the_server_hears_of_the_volume_alone(tmp_path: Path) -> None:
    async with relayed(tmp_path) as (server, door):
        _, writer = await asyncio.open_unix_connection(door)
        writer.write(frame(a_visit()) + frame(new_stream()))
        await server.until_heard(write([number(Command.CREATE_PLAYBACK_STREAM), number(TAG)]))
        server.writers[-1].write(frame(made(channel=0, stream=900)))
        told = PageVolume(door)
        # Told again and again: the first may come before the stream is known.
        for percent in (100, 60, 30):
            told.tell(percent)
            level = FULL_VOLUME * percent // 100
            await server.until_heard(write([number(Command.SET_SINK_INPUT_VOLUME), number(OUR_TAG), number(900), volume(level, level)]))
        told.close()
        assert number(COMMAND).raw not in server.heard
        await _close(writer)


@in_loop
async def test_what_pages_are_told_is_heard_where_the_server_is_not_there_yet(tmp_path: Path) -> None:
    async with relayed(tmp_path, there=False) as (server, door):
        told = PageVolume(door)
        told.tell(20)
        listening = await asyncio.start_unix_server(server.meet, tmp_path / "server")
        _, writer = await asyncio.open_unix_connection(door)
        writer.write(frame(a_visit()) + frame(new_stream()))
        level = FULL_VOLUME * 20 // 100
        await server.until_heard(volume(level, level).raw)
        told.close()
        await _close(writer)
        listening.close()
