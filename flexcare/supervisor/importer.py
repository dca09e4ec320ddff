"""Runs the import of the guide in a child process and waits for it: nothing that a source holds can harm the supervisor."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Sequence

import msgspec

from flexcare.guide.importing import ANSWER_MAX_BYTES, Answer, Job
from flexcare.session.sandbox import checkout

COMMAND = (sys.executable, "-P", "-m", "flexcare.guide.importing")
IMPORT_S = 3600.0
"""It gives way to everything else, and may take long on a busy tablet."""


async def import_guide(job: Job, *, command: Sequence[str] = COMMAND, timeout_s: float = IMPORT_S) -> Answer | None:
    """Have a guide made; None where the child failed, was killed or took too long. It is gone when this returns, or is cancelled."""
    environment = {"PATH": os.environ.get("PATH", os.defpath), "PYTHONPATH": str(checkout()), "PYTHONDONTWRITEBYTECODE": "1"}
    pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    # What it may print of a source is nobody's business.
    process = await asyncio.create_subprocess_exec(
        *command, str(os.getpid()), stdin=pipe, stdout=pipe, stderr=nowhere, env=environment, limit=ANSWER_MAX_BYTES
    )
    try:
        async with asyncio.timeout(timeout_s):
            answer = await _talk(process, msgspec.json.encode(job))
            code = await process.wait()
    except TimeoutError:
        return None
    finally:
        await _end(process)
    try:
        return msgspec.json.decode(answer, type=Answer) if code == 0 else None
    except msgspec.DecodeError:
        return None


async def _talk(process: asyncio.subprocess.Process, job: bytes) -> bytes:
    assert process.stdin is not None
    assert process.stdout is not None
    with contextlib.suppress(ConnectionError):  # it ended before it had read all: its exit code says so
        process.stdin.write(job)
        await process.stdin.drain()
        process.stdin.close()
    answer = b""
    while len(answer) <= ANSWER_MAX_BYTES and (piece := await process.stdout.read(ANSWER_MAX_BYTES)):
        answer += piece
    return answer


async def _end(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.wait()
    if process.stdin is not None:
        process.stdin.close()
        with contextlib.suppress(ConnectionError):
            await process.stdin.wait_closed()
