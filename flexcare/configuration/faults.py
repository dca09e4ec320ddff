"""What is wrong in a source, told all at once: where, what, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong: the file inside the source, its line (0 where no line can be named), the key, what, and the cure."""

    file: str
    line: int
    key: str
    what: str
    cure: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        text = f"{place}: {self.key}: {self.what}" if self.key else f"{place}: {self.what}"
        return f"{text} ({self.cure})" if self.cure else text


class Faults:
    """Gathers faults, which keep a source from being published, and notes, which do not. The same one twice counts once."""

    def __init__(self) -> None:
        self._faults: dict[Fault, None] = {}
        self._notes: dict[Fault, None] = {}

    def add(self, fault: Fault) -> None:
        self._faults[fault] = None

    def note(self, note: Fault) -> None:
        self._notes[note] = None

    @property
    def faults(self) -> tuple[Fault, ...]:
        return tuple(sorted(self._faults))

    @property
    def notes(self) -> tuple[Fault, ...]:
        return tuple(sorted(self._notes))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question after the word that is most like a wrong one, or ""."""
    best = get_close_matches(word, list(known), 1, 0.6)
    return f"did you mean {best[0]}?" if best else ""
