"""Marks that nothing else on the machine carries, and how to find them in bytes.

All marks of one audit are one random tag of TAG_DIGITS digits and the number of the store. Digits can be typed with any keyboard, fit the
15 bytes of a thread's name, and one tag means one search for all marks. Whoever hands marks on holds only a seed, from which they are
derived, so that the test itself carries none.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass

TAG_DIGITS = 12
NUMBER_DIGITS = 3
PICTURE_NUMBER = 999
"""The number under which the mark made of pixels is reported."""
PICTURE_PIXELS = 12
LONGEST_BYTES = 4 * (TAG_DIGITS + NUMBER_DIGITS) + 16
"""No form of a mark is longer; a reader of chunks overlaps them by so much."""

_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def new_seed() -> str:
    """Something to derive marks from; in itself no mark."""
    return secrets.token_hex(16)


def tag(seed: str) -> str:
    """The digits that all marks of this seed begin with. The first is no 0, so that no number is ever written without it."""
    number = int.from_bytes(hashlib.sha256(b"tag" + seed.encode()).digest(), "big")
    return str(10 ** (TAG_DIGITS - 1) + number % (9 * 10 ** (TAG_DIGITS - 1)))


def mark(seed: str, number: int) -> str:
    """The mark of one store."""
    return f"{tag(seed)}{number:0{NUMBER_DIGITS}}"


def pixels(seed: str) -> list[tuple[int, int, int]]:
    """A row of colours (red, green, blue) that no picture has by chance."""
    stream = hashlib.shake_256(b"pixels" + seed.encode()).digest(3 * PICTURE_PIXELS)
    return [(stream[at], stream[at + 1], stream[at + 2]) for at in range(0, len(stream), 3)]


@dataclass(frozen=True)
class _Form:
    """One way to write a mark: what to look for, and how to read the store's number behind it (-1: it was chance)."""

    needle: bytes
    number: Callable[[bytes], int]


class Needles:
    """All forms of the marks of one seed: UTF-8, UTF-16 and UTF-32, hexadecimal, base64, and a row of pixels."""

    def __init__(self, seed: str) -> None:
        digits = tag(seed)
        self._forms = [
            _Form(digits.encode(), _plain_number),
            _Form(digits.encode().hex().encode(), _hexadecimal_number),
            *(_base64_form(digits.encode(), shift) for shift in range(3)),
        ]
        row = pixels(seed)
        self._tag = digits
        self._rows = [[bytes(colour) for colour in row], [bytes(reversed(colour)) for colour in row]]

    def numbers(self, data: bytes | bytearray) -> set[int]:
        """The numbers of the stores whose marks are in these bytes."""
        # Without its zeros UTF-16 and UTF-32 read like UTF-8, and the empty stretches of memory cost nothing.
        dense = data.translate(None, b"\0")
        found = {form.number(bytes(dense[at : at + LONGEST_BYTES])) for form in self._forms for at in _places(dense, form.needle)}
        if any(_is_row(data, at, row) for row in self._rows for at in _places(data, row[0])):
            found.add(PICTURE_NUMBER)
        return found - {-1}

    def masked(self, text: str) -> str:
        """A text without the tag, so that what tells of a mark is none."""
        return text.replace(self._tag, "<mark>")


def _places(data: bytes | bytearray, needle: bytes) -> Iterator[int]:
    at = data.find(needle)
    while at >= 0:
        yield at
        at = data.find(needle, at + 1)


def _digits(text: str) -> int:
    return int(text) if len(text) == NUMBER_DIGITS and text.isascii() and text.isdigit() else -1


def _plain_number(found: bytes) -> int:
    return _digits(found[TAG_DIGITS : TAG_DIGITS + NUMBER_DIGITS].decode("ascii", "replace"))


def _hexadecimal_number(found: bytes) -> int:
    digits = found[2 * TAG_DIGITS : 2 * (TAG_DIGITS + NUMBER_DIGITS)].decode("ascii", "replace")
    try:
        return _digits(bytes.fromhex(digits).decode("ascii", "replace"))
    except ValueError:
        return -1


def _base64_form(digits: bytes, shift: int) -> _Form:
    """Base64 of something in which the mark begins `shift` bytes behind a multiple of three."""
    skipped = -shift % 3
    whole = (TAG_DIGITS - skipped) // 3 * 3
    needle = base64.b64encode(digits[skipped : skipped + whole])
    rest = digits[skipped + whole :]

    def number(found: bytes) -> int:
        plain = _plain(found[len(needle) : len(needle) + 8])
        return _digits(plain[len(rest) : len(rest) + NUMBER_DIGITS].decode("ascii", "replace")) if plain.startswith(rest) else -1

    return _Form(needle, number)


def _plain(coded: bytes) -> bytes:
    """What the first characters of base64 say, without what stands behind them; a mark may end in the middle of a group."""
    letters = coded[: len(coded) - len(coded.lstrip(_BASE64))]
    if len(letters) % 4 == 1:
        letters = letters[:-1]
    return base64.b64decode(letters + b"=" * (-len(letters) % 4))


def _is_row(data: bytes | bytearray, at: int, row: list[bytes]) -> bool:
    """Whether the row stands here with four bytes a pixel, whatever the fourth is."""
    return all(data[at + 4 * index : at + 4 * index + 3] == colour for index, colour in enumerate(row))
