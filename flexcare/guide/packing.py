"""The bytes of a guide's file, unpacked piece by piece: plain, gzip (RFC 1952) or xz, told by their first bytes and not by a name."""

from __future__ import annotations

import lzma
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Protocol

from flexcare.errors import GuideSourceUnusable
from flexcare.guide.limits import CHUNK_BYTES, PACKED_MEMORY_MAX_BYTES, UNPACKED_MAX_BYTES
from flexcare.unpack import GZIP_MAGIC

_XZ_MAGIC = b"\xfd7zXZ\x00"
_OTHER_MAGICS = {b"PK\x03\x04": "zip", b"BZh": "bzip2", b"\x28\xb5\x2f\xfd": "zstd", b"7z\xbc\xaf": "7z"}
_GZIP_WINDOW = 31  # zlib's own number for "gzip header, largest window" (zlib manual, inflateInit2)
_MENDING = "pack the guide again, or publish it unpacked"


def unpacked(file: Path, max_bytes: int = UNPACKED_MAX_BYTES) -> Iterator[bytes]:
    """Yield the content of a file in pieces of at most `CHUNK_BYTES`; raises `GuideSourceUnusable`.

    That is raised for a file that cannot be read, that is packed in another way, damaged, cut short, or larger than `max_bytes`.
    """
    room = max_bytes
    try:
        with file.open("rb") as packed:
            for piece in _pieces(packed):
                room -= len(piece)
                if room < 0:
                    raise GuideSourceUnusable(
                        f"the guide holds more than {max_bytes // 1024**2} MiB", cure="publish fewer channels or days in it"
                    )
                yield piece
    except OSError as error:
        raise GuideSourceUnusable(f"the guide cannot be read: {error.strerror}", cure="check its name and its rights") from error
    except zlib.error as error:
        raise GuideSourceUnusable("the gzip content is damaged", cure=_MENDING) from error
    except lzma.LZMAError as error:
        what = "unpacking the guide takes too much memory" if "emory" in str(error) else "the xz content is damaged"
        raise GuideSourceUnusable(what, cure=_MENDING) from error


def _pieces(packed: IO[bytes]) -> Iterator[bytes]:
    first = packed.read(CHUNK_BYTES)
    if first.startswith(GZIP_MAGIC):
        yield from _of_streams(packed, first, GZIP_MAGIC, _Gzip)
    elif first.startswith(_XZ_MAGIC):
        yield from _of_streams(packed, first, _XZ_MAGIC, _xz)
    else:
        for magic, kind in _OTHER_MAGICS.items():
            if first.startswith(magic):
                raise GuideSourceUnusable(f"the guide is packed with {kind}", cure="pack it with gzip or xz, or publish it unpacked")
        while first:
            yield first
            first = packed.read(CHUNK_BYTES)


class _Unpacker(Protocol):
    """What `lzma.LZMADecompressor` offers."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


class _Gzip:
    """zlib's unpacker with the manners of lzma's: it keeps what it could not unpack yet by itself."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj(_GZIP_WINDOW)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int = -1, /) -> bytes:
        piece = self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)
        # A full piece may leave more inside zlib, even where all input is eaten.
        self.needs_input = not self._zlib.unconsumed_tail and len(piece) < max_length
        return piece


def _xz() -> _Unpacker:
    return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=PACKED_MEMORY_MAX_BYTES)


def _of_streams(packed: IO[bytes], data: bytes, magic: bytes, make: Callable[[], _Unpacker]) -> Iterator[bytes]:
    """Unpack one stream after the other; what follows the last and is none is left aside, as gzip(1) does."""
    unpacker = make()
    while True:
        piece = unpacker.decompress(data, CHUNK_BYTES)
        data = b""
        if piece:
            yield piece
        if unpacker.eof:
            data = unpacker.unused_data
            if len(data) < len(magic):
                data += packed.read(CHUNK_BYTES)
            data = data.lstrip(b"\0")
            if not data.startswith(magic):
                return
            unpacker = make()
        elif unpacker.needs_input:
            data = packed.read(CHUNK_BYTES)
            if not data:
                raise GuideSourceUnusable("the packed guide ends too early", cure="fetch it again")
