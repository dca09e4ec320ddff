"""The file below a list of receipts: whole lines, on the disk before anybody relies on them.

Every step may be the last one before a power cut.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flexcare.session.receipt import from_line
from flexcare.session.receipt_chain import Fault

FILE_MAX_BYTES = 8 * 1024 * 1024
"""Ten times what a full list takes; a longer file is none of ours."""
_MODE = 0o640


class ReceiptFile:
    """One file of lines. Every method raises OSError where the disk will not."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._new = path.with_name(path.name + ".new")
        self._bytes = 0

    def read(self) -> tuple[bytes, list[Fault]]:
        """The sound lines, none where there is no file, and what of its end was cut away. Changes nothing on the disk."""
        data = self._read_all()
        if len(data) > FILE_MAX_BYTES:
            return b"", [Fault(0, f"the list was longer than {FILE_MAX_BYTES} bytes; a new one begins", "nothing; the old file is gone")]
        sound, torn = _split(data)
        if not torn:
            return sound, []
        line = sound.count(b"\n") + 1
        if from_line(torn) is not None:
            return sound + torn + b"\n", [Fault(line, "the last line had no end, and got one", "nothing; it was a power cut")]
        return sound, [Fault(line, "the last line was torn, and was cut away", "nothing; it was a power cut while it was written")]

    def changed(self) -> bool:
        """Whether the file is not as long as this object left it: somebody else was here, or a write stopped half-way."""
        try:
            return self.path.stat().st_size != self._bytes
        except FileNotFoundError:
            return self._bytes != 0

    def make_sound(self, data: bytes) -> None:
        """Let the file hold `data`, which `read` gave: the same, without a torn end."""
        if os.path.lexists(self._new):  # asked first, for a read-only disk refuses to remove even what is not there
            self._new.unlink()
        self._bytes = len(data)
        try:
            size = self.path.stat().st_size
        except FileNotFoundError:
            return
        if size == len(data):
            return
        with _opened(self.path, os.O_RDWR) as file:
            if size > len(data):
                os.ftruncate(file, len(data))
            else:
                os.pwrite(file, b"\n", len(data) - 1)
            os.fsync(file)

    def append(self, data: bytes) -> None:
        """Add whole lines; they are on the disk when this returns. After an error the file is as it was, as far as the disk allows."""
        self.path.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
        with _opened(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT) as file:
            try:
                _write_all(file, data)
                os.fsync(file)
            except OSError:
                with contextlib.suppress(OSError):
                    os.ftruncate(file, self._bytes)
                raise
        self._sync_folder()
        self._bytes += len(data)

    def replace(self, data: bytes) -> None:
        """Put other lines in the place of all, in one step."""
        self.path.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
        with _opened(self._new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as file:
            _write_all(file, data)
            os.fsync(file)
        self._new.replace(self.path)
        self._bytes = len(data)
        self._sync_folder()

    def _read_all(self) -> bytes:
        try:
            # Not to wait for ever, should a pipe lie there.
            with _opened(self.path, os.O_RDONLY | os.O_NONBLOCK) as file:
                if not stat.S_ISREG(os.fstat(file).st_mode):
                    raise OSError(errno.EINVAL, "what lies there is no file")
                with open(file, "rb", closefd=False) as reader:
                    return reader.read(FILE_MAX_BYTES + 1)
        except FileNotFoundError:
            return b""

    def _sync_folder(self) -> None:
        with _opened(self.path.parent, os.O_RDONLY | os.O_DIRECTORY) as folder:
            os.fsync(folder)


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    handle = os.open(path, flags | os.O_CLOEXEC | os.O_NOFOLLOW, _MODE)
    try:
        yield handle
    finally:
        os.close(handle)


def _write_all(file: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


def _split(data: bytes) -> tuple[bytes, bytes]:
    """The whole lines, and what a power cut left after them: a line without its end, or blocks of zeros that never got their content."""
    end = len(data)
    while end:
        begin = data.rfind(b"\n", 0, end - 1) + 1
        if data[end - 1 : end] == b"\n" and b"\0" not in data[begin:end]:
            break
        end = begin
    return data[:end], data[end:]
