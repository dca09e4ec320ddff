"""`python -m flexcare.supervisor.playback DESCRIPTOR SERVER`: one session's way to the sound server, in a process that is expendable."""

from __future__ import annotations

import asyncio
import resource
import socket
import sys
from pathlib import Path

from flexcare.session.landlock import confine_thread, confine_writing, missing_landlock
from flexcare.supervisor.playback.relay import CONNECTIONS_MAX, Relay

MEMORY_MAX_BYTES = 1 << 30
FILES_MAX = 4 * CONNECTIONS_MAX + 32


def main(descriptor: int, server: Path) -> None:
    """Serve until killed. What a session sends cannot make this write, signal, or grow without end."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX_BYTES, MEMORY_MAX_BYTES))
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES_MAX, FILES_MAX))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not missing_landlock():
        confine_thread()
        confine_writing(())
    asyncio.run(Relay(socket.socket(fileno=descriptor), server).run())


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
