"""Runs the machine's own small programs beside everything else: each has a deadline, and none is left behind."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator, Mapping

from flexcare.errors import SenseUnusable
from flexcare.supervisor.children import end, start

TIMEOUT_S = 5.0
ANSWER_MAX_BYTES = 1 << 20


async def ask(*words: str, more: Mapping[str, str] | None = None, timeout_s: float = TIMEOUT_S) -> str:
    """What a program prints, in the language C. Raises SenseUnusable where it is missing, fails or takes too long."""
    process = await _start(words, more)
    assert process.stdout is not None
    try:
        async with asyncio.timeout(timeout_s):
            said = await process.stdout.read(ANSWER_MAX_BYTES)
            code = await process.wait()
    except TimeoutError:
        raise SenseUnusable(f"{words[0]} does not answer") from None
    finally:
        await end(process)
    if code:
        raise SenseUnusable(f"{words[0]} failed")
    return said.decode(errors="replace")


async def follow(*words: str, more: Mapping[str, str] | None = None) -> AsyncGenerator[str, None]:
    """The lines that a program prints for as long as it runs. Raises SenseUnusable."""
    # It would outlive a supervisor that is killed, until it next had something to say.
    process = await _start(("setpriv", "--pdeathsig", "KILL", "--", *words), more)
    assert process.stdout is not None
    try:
        while line := await _line(process.stdout):
            yield line
    finally:
        await end(process)


async def _line(stream: asyncio.StreamReader) -> str:
    try:
        return (await stream.readline()).decode(errors="replace")
    except ValueError:  # a line without an end
        return ""


async def _start(words: tuple[str, ...], more: Mapping[str, str] | None) -> asyncio.subprocess.Process:
    nothing = asyncio.subprocess.DEVNULL
    environment = {**os.environ, "LC_ALL": "C", **(more or {})}
    try:
        return await start(*words, stdin=nothing, stdout=asyncio.subprocess.PIPE, stderr=nothing, env=environment)
    except OSError as error:
        raise SenseUnusable(f"{words[0]}: {error.strerror}") from error
