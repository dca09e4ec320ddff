"""What the machine's sound can do for a bed: its outputs, each with a volume and a mute, and word of every change."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Output:
    """One way out. key: how its owner names it. percent: 0 to 100 and beyond, on the scale that volume controls show.

    is_private: whether one person alone hears it (headphones); None where that cannot be told from here.
    """

    key: str
    percent: int
    is_muted: bool
    is_private: bool | None = None


class Sound(Protocol):
    """A machine's sound. Every method raises SenseUnusable where it does not answer."""

    kind: Literal["server", "card"]

    async def outputs(self) -> tuple[Output, ...]:
        """Every way out that there is now."""
        ...

    async def set(self, output: Output, percent: int, *, muted: bool) -> None:
        """Make an output this loud."""
        ...

    def changes(self) -> AsyncGenerator[None, None]:
        """Yields whenever an output may have changed, come or gone, first as soon as it listens; ends when there is no more to hear."""
        ...
