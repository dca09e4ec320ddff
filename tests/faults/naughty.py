"""A session that misbehaves when it is told to: the kiosk with a witness, and one fault that SIGUSR2 sets off."""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from deploy.tour import witness
from flexcare.session.messages import MESSAGE_MAX_BYTES

PROCESSES = 4000
PIECE_BYTES = 16 * 1024 * 1024
PIECES = 512
FLOOD_BYTES = 64 * 1024 * 1024


def fork_bomb() -> None:
    """Fork as often as it goes, but no more than PROCESSES times."""
    for _ in range(PROCESSES):
        try:
            if os.fork() == 0:
                signal.pause()
        except OSError:
            return


def memory_hog() -> None:
    """Take and touch memory, but no more than PIECES pieces."""
    hoard = [bytearray(os.urandom(4096)) * (PIECE_BYTES // 4096) for _ in range(PIECES)]
    del hoard


def fill_disks() -> None:
    """Write every memory file system full."""
    for folder in ("/tmp", os.environ["HOME"], "/dev/shm"):
        with Path(folder, "full").open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(PIECE_BYTES))
            except OSError:
                continue


def nonsense() -> None:
    """Say what is no message."""
    os.write(_line(), b'{"type":"channel","name":"nobody must ever know"}')


def long_nonsense() -> None:
    """Say more than a message may hold."""
    os.write(_line(), b"x" * (MESSAGE_MAX_BYTES * 10))


def chatter() -> None:
    """Print without an end."""
    for _ in range(FLOOD_BYTES // 65536):
        os.write(1, b"a name that nobody must ever know " * 1927)


def segfault() -> None:
    """Die like libvlc would."""
    resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
    os.kill(os.getpid(), signal.SIGSEGV)


def _line() -> int:
    return int(sys.argv[sys.argv.index("--link") + 1])


FAULTS: dict[str, Callable[[], None]] = {
    fault.__name__: fault for fault in (fork_bomb, memory_hog, fill_disks, nonsense, long_nonsense, chatter, segfault)
}


def main() -> int:
    """Show the session, and misbehave at SIGUSR2."""
    place = sys.argv.index("--fault")
    fault = FAULTS[sys.argv[place + 1]]
    del sys.argv[place : place + 2]

    def misbehave(_number: int, _frame: FrameType | None) -> None:
        fault()

    signal.signal(signal.SIGUSR2, misbehave)
    return witness.main()


if __name__ == "__main__":
    sys.exit(main())
