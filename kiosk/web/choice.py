"""What a page's drop-down list offers, as `choosing.js` tells it: text of a page, so nothing in it is believed to be well formed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import msgspec
from msgspec import Meta

MARK = "flexcare:choice:"
"""What the question begins with. A page can say it as well; it gets a list of its own words, as it would from a list of its own."""
WORDS_MAX_CHARS = 200_000
TEXT_MAX_CHARS = 200
TITLE_MAX_CHARS = 60
"""So that the lines stay in sight at the largest text."""


@dataclass(frozen=True)
class Option:
    """A line of the list: an option by its number among the page's, or the heading of a group, which has none."""

    text: str
    number: int | None = None


@dataclass(frozen=True)
class Choice:
    """A list under its title, which may be empty; `current` is the number of what is chosen now, below 0 where nothing is. `near`: where
    to begin then.
    """

    title: str
    options: tuple[Option, ...]
    current: int = -1
    near: int = -1


class _Told(msgspec.Struct, frozen=True):
    title: str
    current: int
    options: Annotated[list[tuple[str, int | None]], Meta(min_length=1, max_length=2000)]
    near: int = -1


def read_choice(words: str) -> Choice | None:
    """The list that a question of a page stands for; None where it is a question in words, or too much of a list."""
    if not words.startswith(MARK) or len(words) > WORDS_MAX_CHARS:
        return None
    try:
        told = msgspec.json.decode(words.removeprefix(MARK), type=_Told)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return None
    options = tuple(Option(_line(text), number) for text, number in told.options)
    return Choice(_line(told.title)[:TITLE_MAX_CHARS], options, told.current, told.near)


def _line(text: str) -> str:
    return " ".join(text.split())[:TEXT_MAX_CHARS]
