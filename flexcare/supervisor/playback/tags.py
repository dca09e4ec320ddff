"""The values of PulseAudio's native protocol: each behind a letter that tells its kind. Source: pulsecore/tagstruct.h, tagstruct.c."""

from __future__ import annotations

from dataclasses import dataclass

_FIXED = {b"L": 4, b"B": 1, b"0": 0, b"1": 0, b"N": 0, b"a": 6, b"U": 8, b"R": 8, b"r": 8, b"T": 8, b"V": 4}
TOKENS_MAX = 20_000
FULL_VOLUME = 65536
"""PA_VOLUME_NORM of pulse/volume.h: neither softer nor amplified."""


class Strange(Exception):
    """What came is none of this protocol, or more of it than anybody needs."""


@dataclass(frozen=True, slots=True)
class Token:
    """A value: its kind's letter, and its bytes with the letter in front."""

    kind: bytes
    raw: bytes

    @property
    def number(self) -> int:
        """Of an `L` or `B`. Raises Strange."""
        if self.kind not in (b"L", b"B"):
            raise Strange("a number was expected")
        return int.from_bytes(self.raw[1:], "big")

    @property
    def text(self) -> bytes | None:
        """Of a `t`; None of an `N`. Raises Strange."""
        if self.kind not in (b"t", b"N"):
            raise Strange("a text was expected")
        return self.raw[1:-1] if self.kind == b"t" else None


def read(data: bytes) -> list[Token]:
    """All values of a packet. Raises Strange."""
    found: list[Token] = []
    at = 0
    while at < len(data):
        end = _end(data, at)
        if end > len(data) or len(found) == TOKENS_MAX:
            raise Strange("a packet ends in the middle of a value, or has too many")
        found.append(Token(data[at : at + 1], data[at:end]))
        at = end
    return found


def number(value: int) -> Token:
    """A value of 32 bits."""
    return Token(b"L", b"L" + value.to_bytes(4, "big"))


def text(value: bytes) -> Token:
    """A text."""
    return Token(b"t", b"t" + value + b"\0")


def properties(values: dict[str, str]) -> Token:
    """A property list."""
    raw = b"P"
    for key, value in values.items():
        data = value.encode() + b"\0"
        size = len(data).to_bytes(4, "big")
        raw += b"t" + key.encode() + b"\0L" + size + b"x" + size + data
    return Token(b"P", raw + b"N")


def write(tokens: list[Token]) -> bytes:
    """A packet of these values."""
    return b"".join(token.raw for token in tokens)


def _end(data: bytes, at: int) -> int:
    """Where the value that begins at `at` ends."""
    kind = data[at : at + 1]
    if kind in _FIXED:
        return at + 1 + _FIXED[kind]
    match kind:
        case b"t":
            return _after_text(data, at)
        case b"x":
            return at + 5 + int.from_bytes(data[at + 1 : at + 5], "big")
        case b"m":
            return at + 2 + _byte(data, at + 1)
        case b"v":
            return at + 2 + 4 * _byte(data, at + 1)
        case b"P":
            return _after_properties(data, at + 1)
        case b"f":
            return _after_properties(data, at + 4)
    raise Strange("a value of no known kind")


def _byte(data: bytes, at: int) -> int:
    if at >= len(data):
        raise Strange("a packet ends in the middle of a value")
    return data[at]


def _after_text(data: bytes, at: int) -> int:
    end = data.find(b"\0", at)
    if data[at : at + 1] != b"t" or end < 0:
        raise Strange("a text without an end")
    return end + 1


def _after_properties(data: bytes, at: int) -> int:
    while data[at : at + 1] != b"N":
        at = _after_text(data, at) + 5  # the size, which the value tells again
        if data[at : at + 1] != b"x":
            raise Strange("a property without a value")
        at += 5 + int.from_bytes(data[at + 1 : at + 5], "big")
    return at + 1
