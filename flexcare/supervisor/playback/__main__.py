"""`python -m flexcare.supervisor.playback DESCRIPTOR SERVER [microphones]`: a session's way to the sound server, expendable."""

from __future__ import annotations

import asyncio
import os
import resource
import socket
import sys
from contextlib import suppress
from pathlib import Path

from flexcare.session.landlock import confine_thread, confine_writing, missing_landlock
from flexcare.supervisor.playback.relay import CONNECTIONS_MAX, Relay

MEMORY_MAX_BYTES = 1 << 30
FILES_MAX = 4 * CONNECTIONS_MAX + 32


def main(descriptor: int, server: Path, *, microphones: bool) -> None:
    """Serve until standard input ends. What a session sends cannot make this write, signal, or grow without end."""
    # A service's system-call filter may forbid changing limits; it has its own then.
    with suppress(OSError, ValueError):
        for what, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, MEMORY_MAX_BYTES), (resource.RLIMIT_NOFILE, FILES_MAX)):
            resource.setrlimit(what, (most, most))
    if not missing_landlock():
        confine_thread()
        confine_writing(())
    asyncio.run(_serve(Relay(socket.socket(fileno=descriptor), server, microphones=microphones)))


async def _serve(relay: Relay) -> None:
    # At once, whatever is half said: nothing of it may outlive its session.
    asyncio.get_running_loop().add_reader(sys.stdin.fileno(), os._exit, 0)
    await relay.run()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), microphones=sys.argv[3:] == ["microphones"])
