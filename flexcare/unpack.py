"""Gzip with a limit: what unpacks to more than was agreed is given up, however small it came."""

from __future__ import annotations

import zlib

GZIP_MAGIC = b"\x1f\x8b"
_MEMBERS_MAX = 16  # each costs a copy of all that follows it
_GZIP_WINDOW = 31  # zlib's own number for "gzip header, largest window" (zlib manual, inflateInit2)


class UnpackedTooLarge(ValueError):
    """The content unpacks to more than the limit; nothing beyond the limit was unpacked."""


class NotGzip(ValueError):
    """The content is damaged or ends too early."""


def gunzip(packed: bytes, max_bytes: int) -> bytes:
    """Unpack gzip content of up to 16 members (RFC 1952) into at most `max_bytes` bytes.

    Raises `UnpackedTooLarge` or `NotGzip`. Bytes that follow the last member and are no gzip are left aside, as gzip(1) does.
    """
    parts: list[bytes] = []
    room = max_bytes
    rest = packed
    while rest.startswith(GZIP_MAGIC):
        part, rest = _member(rest, room)
        room -= len(part)
        parts.append(part)
        if len(parts) > _MEMBERS_MAX:
            raise NotGzip(f"the gzip content has more than {_MEMBERS_MAX} members")
    if not parts:
        raise NotGzip("the content is not gzip")
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _member(packed: bytes, room: int) -> tuple[bytes, bytes]:
    """Unpack the first member and return it with the packed bytes after it."""
    unpacker = zlib.decompressobj(_GZIP_WINDOW)
    try:
        # One byte more than there is room for: reaching it is the only proof that there is more. Zero would mean "no limit".
        part = unpacker.decompress(packed, room + 1)
    except zlib.error as error:
        raise NotGzip("the gzip content is damaged") from error
    if len(part) > room:
        raise UnpackedTooLarge(f"the content unpacks to more than {room} bytes")
    if not unpacker.eof:
        raise NotGzip("the gzip content ends too early")
    return part, unpacker.unused_data
