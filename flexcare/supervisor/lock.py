"""One supervisor for one tablet."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from flexcare.errors import AlreadyRunning
from flexcare.paths import Paths

LOCK_FILE = "lock"


@contextmanager
def only_one(paths: Paths) -> Iterator[None]:
    """Hold the tablet while the context lasts. Raises AlreadyRunning, and OSError where the run folder cannot be made.

    The kernel lets go of it when the process ends, however it ends.
    """
    paths.run.mkdir(parents=True, exist_ok=True, mode=0o711)
    lock = os.open(paths.run / LOCK_FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise AlreadyRunning("another supervisor runs here", place=str(paths.run), cure="end it, or name another --run folder") from None
    finally:
        os.close(lock)
