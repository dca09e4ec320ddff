"""What day a page asks for, as `choosing.js` tells it: text of a page, so nothing in it is believed to be well formed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.web.choice import TITLE_MAX_CHARS

MARK = "flexcare:date:"
"""What the question begins with. A page can say it as well; it gets a calendar, as it would from a field of its own."""
WORDS_MAX_CHARS = 2000


@dataclass(frozen=True)
class DayWanted:
    """A day under a title, which may be empty, from `least` to `most`, both among them. `current` is what is chosen now, if anything is."""

    title: str = ""
    current: date | None = None
    least: date = date.min
    most: date = date.max


class _Told(msgspec.Struct, frozen=True):
    title: Annotated[str, Meta(max_length=WORDS_MAX_CHARS)]
    current: str
    least: str
    most: str


def read_day_wanted(words: str) -> DayWanted | None:
    """The day that a question of a page stands for; None where it is a question in words.

    A bound that is no day, and bounds that leave no day, are as good as none (HTML, 4.10.5.3.7: such a field is never right).
    """
    if not words.startswith(MARK) or len(words) > WORDS_MAX_CHARS:
        return None
    try:
        told = msgspec.json.decode(words.removeprefix(MARK), type=_Told)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return None
    least, most = _day(told.least) or date.min, _day(told.most) or date.max
    if least > most:
        least, most = date.min, date.max
    return DayWanted(" ".join(told.title.split())[:TITLE_MAX_CHARS], _day(told.current), least, most)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
