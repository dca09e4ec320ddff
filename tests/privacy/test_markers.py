"""Every form of a mark is found, with its number, wherever it stands; and what only looks like one is not."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from urllib.parse import quote

import pytest

from tests.privacy.markers import NUMBER_DIGITS, PICTURE_NUMBER, Needles, mark, new_seed, pixels, tag

FORMS: dict[str, Callable[[str], bytes]] = {
    "plain": lambda text: text.encode(),
    "utf-16": lambda text: text.encode("utf-16-le"),
    "utf-32": lambda text: text.encode("utf-32-le"),
    "hexadecimal": lambda text: text.encode().hex().encode(),
    "percent": lambda text: quote(f"http://x/{text}?a=b c").encode(),
    "json": lambda text: json.dumps({"name": text}).encode(),
    "base64": lambda text: base64.b64encode(text.encode()),
    "base64, shifted by one": lambda text: base64.b64encode(b"x" + text.encode() + b"yyy"),
    "base64, shifted by two": lambda text: base64.b64encode(b"xy" + text.encode()),
    "urlsafe base64 in an address": lambda text: b"/p/" + base64.urlsafe_b64encode(text.encode()) + b"?q=" + b"\xff" * 8,
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("number", [0, 7, 123])
def test_a_mark_is_found_in_every_form(form: str, number: int) -> None:
    seed = new_seed()
    written = FORMS[form](mark(seed, number))
    assert Needles(seed).numbers(b"\0" * 31 + written + b"\0" * 31) == {number}


def test_several_marks_are_told_apart() -> None:
    seed = new_seed()
    both = bytearray(mark(seed, 3).encode() + mark(seed, 4).encode("utf-16-le"))
    assert Needles(seed).numbers(both) == {3, 4}


def test_the_tag_alone_and_other_peoples_marks_are_none() -> None:
    seed = new_seed()
    digits = tag(seed)
    assert Needles(seed).numbers(digits.encode() + b"ab" + base64.b64encode(digits.encode())) == set()
    assert Needles(seed).numbers(mark(new_seed(), 3).encode()) == set()
    assert Needles(seed).numbers(digits.encode() + b"1" * (NUMBER_DIGITS - 1)) == set()


@pytest.mark.parametrize("reverse", [False, True], ids=["rgba", "bgrx"])
def test_a_row_of_pixels_is_found_whatever_the_fourth_byte(reverse: bool) -> None:
    seed = new_seed()
    row = b"".join(bytes(reversed(colour) if reverse else colour) + bytes([index]) for index, colour in enumerate(pixels(seed)))
    assert Needles(seed).numbers(b"\1\2\3" + row) == {PICTURE_NUMBER}
    assert Needles(seed).numbers(row[:-8]) == set()


def test_a_seed_is_no_mark() -> None:
    seed = new_seed()
    assert Needles(seed).numbers(seed.encode()) == set()
