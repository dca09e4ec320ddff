"""Where a reader puts what it finds wrong: bounded, and in the order of the lines."""

from __future__ import annotations

from flexcare.lineup.channel import Problem
from flexcare.lineup.limits import PROBLEMS_MAX


class Problems:
    """The problems of one list; keeps `PROBLEMS_MAX` of them and counts the rest."""

    def __init__(self) -> None:
        self._told: list[Problem] = []
        self._untold = 0
        self._first_untold_line = 0

    def add(self, line: int, text: str, cure: str) -> None:
        if len(self._told) < PROBLEMS_MAX:
            self._told.append(Problem(line, text, cure))
            return
        self._first_untold_line = self._first_untold_line or line
        self._untold += 1

    def __len__(self) -> int:
        return len(self._told) + self._untold

    def told(self) -> tuple[Problem, ...]:
        """All problems by line; the last one says how many more there are, if there are more."""
        told = sorted(self._told, key=lambda problem: problem.line)
        if self._untold:
            told.append(Problem(self._first_untold_line, f"{self._untold} more problems from here on", "mend those above first"))
        return tuple(told)
