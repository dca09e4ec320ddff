"""From the bytes of a playlist to its lines: packing, byte order marks, encodings and line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flexcare.errors import PlaylistUnusable
from flexcare.lineup.limits import CHUNK_BYTES, LINE_MAX_CHARS, PLAYLIST_MAX_BYTES
from flexcare.unpack import GZIP_MAGIC, NotGzip, UnpackedTooLarge, gunzip

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LINE_END = re.compile(rb"\r\n|\r|\n")
# A line that is too long is decoded this far beyond its chunk: even in four-byte characters that is longer than the limit.
_OVERHANG_BYTES = 4 * LINE_MAX_CHARS + 4


def plain(data: bytes) -> bytes:
    """Unpack a packed list and check its size and its kind; raises `PlaylistUnusable`."""
    if data.startswith(GZIP_MAGIC):
        try:
            data = gunzip(data, PLAYLIST_MAX_BYTES)
        except UnpackedTooLarge:
            raise _too_large() from None
        except NotGzip as error:
            raise PlaylistUnusable(str(error), cure="pack the list again, or publish it unpacked") from error
    if len(data) > PLAYLIST_MAX_BYTES:
        raise _too_large()
    if data.startswith(_UTF16_MARKS):
        raise PlaylistUnusable("the list is written in UTF-16", cure="save it as UTF-8")
    return data


def chunks_of_lines(data: bytes) -> Iterator[tuple[str, bool]]:
    """Cut a list between lines; yields some lines at a time, LF between them whatever was before, and whether they were UTF-8.

    Where some lines are not UTF-8, those are read as Latin-1 and the rest of their chunk as UTF-8: lists are often put together
    from several sources. A line longer than `LINE_MAX_CHARS` comes cut, but still longer than that. At most about four times
    `CHUNK_BYTES` are held.
    """
    position = len(_UTF8_MARK) if data.startswith(_UTF8_MARK) else 0
    while position < len(data):
        start = position + CHUNK_BYTES
        if data[start - 1 : start + 1] == b"\r\n":  # one line end, not two
            start -= 1
        end_of_line = _LINE_END.search(data, start)
        end, following = end_of_line.span() if end_of_line else (len(data), len(data))
        end = min(end, position + CHUNK_BYTES + _OVERHANG_BYTES)
        yield _text(data[position:end])
        position = following


def _text(chunk: bytes) -> tuple[str, bool]:
    if b"\r" in chunk:
        chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        return chunk.decode(), True
    except UnicodeDecodeError:
        return "\n".join([_decoded(line) for line in chunk.split(b"\n")]), False


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("latin-1")


def _too_large() -> PlaylistUnusable:
    return PlaylistUnusable(
        f"the list is larger than {PLAYLIST_MAX_BYTES // 1024**2} MiB",
        cure="publish a list with only the channels that the hospital shows",
    )
