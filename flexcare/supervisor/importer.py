"""Has a guide made by a child process and waits for it: nothing that a source holds can harm the supervisor, or hold up a session."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Sequence

import msgspec

from flexcare.errors import GuideSourceUnusable, GuideUnusable
from flexcare.guide.job import BUILT, NO_SOURCE, PROGRAM, Answer
from flexcare.guide.limits import DATABASE_MAX_BYTES
from flexcare.guide.report import GuideReport
from flexcare.session.sandbox import checkout

CPU_MAX_S = 900
IMPORT_S = 3600.0
"""A child gets what the others leave, and may take long on a busy tablet."""
ANSWER_MAX_BYTES = 64 * 1024 * 1024

# All of util-linux, each becoming the next: the child ends with the supervisor, reads and computes when nobody else wants to, is bounded.
_MODESTLY = (
    *("setpriv", "--pdeathsig", "KILL"),
    *("ionice", "-c", "3"),
    *("chrt", "--idle", "0"),
    *("prlimit", f"--cpu={CPU_MAX_S}", f"--fsize={DATABASE_MAX_BYTES}", "--core=0"),
)
COMMAND = (*_MODESTLY, sys.executable, *PROGRAM)


async def import_guide(job: bytes, *, command: Sequence[str] = COMMAND, timeout_s: float = IMPORT_S) -> GuideReport:
    """Have a guide made (`flexcare.guide.job`). The child is gone when this returns, raises or is cancelled.

    Raises `GuideSourceUnusable` where no source can be used, and `GuideUnusable` where the child failed, was killed or took too long.
    """
    environment = {"PATH": os.environ.get("PATH", os.defpath), "PYTHONPATH": str(checkout()), "PYTHONDONTWRITEBYTECODE": "1"}
    pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    try:
        # What it may print of a source is nobody's business.
        process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=nowhere, env=environment)
    except OSError as error:
        raise GuideUnusable(f"the import cannot be started: {error.strerror}", cure="install util-linux") from error
    try:
        async with asyncio.timeout(timeout_s):
            answer = await _talk(process, job)
            code = await process.wait()
    except TimeoutError:
        raise GuideUnusable(f"the import was not ready after {timeout_s:g} s") from None
    finally:
        await _end(process)
    return _report_of(answer, code)


def _report_of(answer: bytes, code: int) -> GuideReport:
    """An exit code alone says nothing: Python itself ends with 1 where a program breaks."""
    try:
        told = msgspec.json.decode(answer, type=Answer)
    except msgspec.DecodeError:
        raise GuideUnusable(f"the import ended with exit code {code} and told nothing") from None
    if told.report is not None and code == BUILT:
        return told.report
    if code == NO_SOURCE:
        raise GuideSourceUnusable(told.error)
    raise GuideUnusable(f"the import ended with exit code {code}")


async def _talk(process: asyncio.subprocess.Process, job: bytes) -> bytes:
    assert process.stdin is not None
    assert process.stdout is not None
    with contextlib.suppress(ConnectionError):  # it ended before it had read all: its exit code says so
        process.stdin.write(job)
        await process.stdin.drain()
        process.stdin.close()
    answer = bytearray()
    while len(answer) <= ANSWER_MAX_BYTES and (piece := await process.stdout.read(64 * 1024)):
        answer += piece
    return bytes(answer)


async def _end(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.wait()
    if process.stdin is not None:
        process.stdin.close()
        with contextlib.suppress(ConnectionError):
            await process.stdin.wait_closed()
