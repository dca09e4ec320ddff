"""What the supervisor does for staff once a PIN was right: a desk for each role, and nothing of another role's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from flexcare.staff.messages import ToStaff
from flexcare.staff.words import Word

Say: TypeAlias = Callable[[ToStaff], None]
"""Answers the staff program; does nothing where that is gone."""


class Desk(Protocol):
    """One role's part of the tablet."""

    @property
    def takes(self) -> type[Word]:
        """The kind of message that is this role's."""
        ...

    def opened(self) -> ToStaff:
        """What to say once the role's PIN was right: its page opens with it."""
        ...

    async def hear(self, word: Word, say: Say) -> None:
        """Do what was asked for; always one of `takes`. Runs beside others of its kind and is cancelled at the supervisor's end."""
        ...
