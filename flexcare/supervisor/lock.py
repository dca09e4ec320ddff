"""One supervisor for one tablet."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flexcare.errors import AlreadyRunning, RunFolderUnusable
from flexcare.paths import Paths

LOCK_FILE = "lock"


@contextmanager
def only_one(paths: Paths) -> Iterator[None]:
    """Hold the tablet while the context lasts. Raises AlreadyRunning, and RunFolderUnusable where the run folder cannot be made.

    The kernel lets go of it when the process ends, however it ends.
    """
    try:
        paths.run.mkdir(parents=True, exist_ok=True, mode=0o711)
        lock = os.open(paths.run / LOCK_FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise _unusable(paths, error) from error
    try:
        _take(lock, paths)
        yield
    finally:
        os.close(lock)


def _take(lock: int, paths: Paths) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise AlreadyRunning("another supervisor runs here", place=str(paths.run), cure="end it, or name another --run folder") from None


def is_held(run: Path, locks: Path = Path("/proc/locks")) -> bool:
    """Whether a supervisor has this run folder now. Only looks: to try the lock could keep one from starting (proc_locks(5))."""
    try:
        found = (run / LOCK_FILE).stat()
        lines = locks.read_text(encoding="ascii").splitlines()
    except OSError:
        return False
    place = f"{os.major(found.st_dev):02x}:{os.minor(found.st_dev):02x}:{found.st_ino}"
    return any({"FLOCK", place} <= set(line.split()) for line in lines)


def empty_folder(paths: Paths, name: str) -> Path:
    """A folder with nothing in it in the run folder. Raises RunFolderUnusable."""
    folder = paths.run / name
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise _unusable(paths, error) from error
    return folder


def _unusable(paths: Paths, error: OSError) -> RunFolderUnusable:
    cure = "name a folder that can be made and written"
    return RunFolderUnusable(f"the run folder cannot be used: {error.strerror}", place=str(paths.run), cure=cure)
