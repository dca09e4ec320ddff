"""One import of a guide after the other, each in a child as the supervisor starts it, until it is ended: the job on standard input."""

from __future__ import annotations

import asyncio
import sys

from flexcare.guide.job import from_job
from flexcare.supervisor.importer import import_guide


async def _run(data: bytes) -> None:
    while True:
        await import_guide(*from_job(data))


if __name__ == "__main__":
    asyncio.run(_run(sys.stdin.buffer.read()))
