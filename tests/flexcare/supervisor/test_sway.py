"""Whoever listens where sway should: what is no sway, is gone, or says what is no answer is one error and holds nobody up."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from flexcare.errors import CompositorFailed
from flexcare.supervisor import sway
from flexcare.supervisor.sway import HEADER, MAGIC, Sway

ANSWERS = {
    "another language": b"HTTP/1.1 200 OK\r\n\r\n",
    "too long": HEADER.pack(MAGIC, 2**31, 0),
    "half": HEADER.pack(MAGIC, 10, 0) + b"[{",
    "no JSON": HEADER.pack(MAGIC, 3, 0) + b"\xff{x",
    "nothing": b"",
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_what_is_no_answer_is_an_error(tmp_path: Path, answer: bytes) -> None:
    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(HEADER.size)
        writer.write(answer)
        writer.close()

    async def main() -> None:
        async with await asyncio.start_unix_server(speak, tmp_path / "sway"), await Sway.connect(tmp_path / "sway") as connection:
            with pytest.raises(CompositorFailed):
                await connection.command("nop")

    asyncio.run(main())


def test_an_answer_that_comes_too_late_is_not_the_next_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sway, "REPLY_TIMEOUT_S", 0.2)
    late = asyncio.Event()

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(HEADER.size)
        await late.wait()
        answer = b'[{"success":true}]'
        writer.write(HEADER.pack(MAGIC, len(answer), 0) + answer)
        writer.close()

    async def main() -> None:
        async with await asyncio.start_unix_server(speak, tmp_path / "sway"), await Sway.connect(tmp_path / "sway") as connection:
            with pytest.raises(CompositorFailed, match="does not answer"):
                await connection.command("workspace cover")
            late.set()
            with pytest.raises(CompositorFailed):
                await connection.command("workspace session-1")

    asyncio.run(main())


def test_where_nobody_listens_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CompositorFailed, match="does not answer"):
        asyncio.run(Sway.connect(tmp_path / "nothing"))
