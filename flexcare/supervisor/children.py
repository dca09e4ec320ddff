"""Starts programs of the machine so that whoever is told to stop in the middle of that stops."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from typing import Any


async def start(*command: str, **options: Any) -> asyncio.subprocess.Process:
    """As `asyncio.create_subprocess_exec`. Raises OSError; a program that was half started is ended before a cancellation goes on.

    CPython 3.11 waits for ever where a start is cancelled before the pipes are there, so it is always brought to its end.
    """
    starting = asyncio.ensure_future(asyncio.create_subprocess_exec(*command, **options))
    try:
        return await asyncio.shield(starting)
    except asyncio.CancelledError:
        with contextlib.suppress(OSError):
            await end(await starting)
        raise


async def end(process: asyncio.subprocess.Process) -> None:
    """End a program, and wait until it has."""
    if process.returncode is None:
        # Not process.kill(): it asks first how the program ended, and takes that away from whoever waits for it (CPython 3.11).
        with contextlib.suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)
    # Also what it has printed: a pipe that nobody reads keeps its transport open.
    await process.communicate()
