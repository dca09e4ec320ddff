"""What puts a mark into each store. Planters run inside the session; `plant_all` in its event loop (`planted.py`), or without one.

A planter either does its work at once, or is a generator that yields conditions to wait for. It raises Refused where the session may not
do that, which is the best of answers.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.privacy.markers import mark, pixels
from tests.privacy.stores import NUMBERS

if TYPE_CHECKING:
    from kiosk.app import Kiosk

Condition = Callable[[], bool]
PATIENCE_S = 60.0


class Refused(Exception):
    """The session may not do this; why."""


@dataclass
class Ground:
    """What planters plant in.

    station: the address of the streams that carry marks. everywhere: also plant outside the folders that the environment names.
    tell: asks for something that only the outside can do.
    remains: identifiers of what a build without a sandbox leaves in the kernel, so that a test can take it away.
    """

    seed: str
    kiosk: Kiosk | None = None
    memory: int = -1
    link: int = -1
    station: str = ""
    everywhere: bool = False
    tell: Callable[..., None] = lambda *_: None
    keep: list[object] = field(default_factory=list)
    places: dict[str, list[str]] = field(default_factory=dict)
    remains: dict[str, list[int]] = field(default_factory=dict)

    def mark(self, store: str) -> str:
        """The mark of a store."""
        return mark(self.seed, NUMBERS[store])

    def pixels(self) -> list[tuple[int, int, int]]:
        """The mark of the screen."""
        return pixels(self.seed)

    def screen(self) -> Kiosk:
        """The session's own objects."""
        assert self.kiosk is not None
        return self.kiosk

    def remember(self, kind: str, identifier: int) -> None:
        """Note what has to be taken away by hand."""
        self.remains.setdefault(kind, []).append(identifier)


Planter = Callable[[Ground], Iterator[Condition] | None]


def plain_planters() -> dict[str, Planter]:
    """Those that need nothing but a process."""
    from tests.privacy import plant_files, plant_kernel, plant_processes

    return {**plant_files.PLANTERS, **plant_processes.PLANTERS, **plant_kernel.PLANTERS}


def screen_planters() -> dict[str, Planter]:
    """Those that need the session's screen and player."""
    from tests.privacy import plant_screen, plant_streams, plant_words

    return {**plant_screen.PLANTERS, **plant_words.PLANTERS, **plant_streams.PLANTERS}


def planters() -> dict[str, Planter]:
    """All of them, in the order in which they plant."""
    return {**plain_planters(), **screen_planters()}


class Planting:
    """Planters at work, one after another; `go_on` does what can be done now and says whether all is done."""

    def __init__(self, ground: Ground, chosen: dict[str, Planter]) -> None:
        self._ground = ground
        self._waiting = list(chosen.items())
        self._now: tuple[str, Iterator[Condition], Condition] | None = None
        self._deadline = 0.0
        self.outcomes: dict[str, str] = {}
        """By store: "planted", or why not."""

    def go_on(self) -> bool:
        while self._now is not None or self._waiting:
            if self._now is None:
                name, planter = self._waiting.pop(0)
                self._step(name, lambda planter=planter: planter(self._ground))  # type: ignore[misc]
                continue
            name, steps, condition = self._now
            if condition():
                self._step(name, lambda steps=steps: steps)  # type: ignore[misc]
            elif time.monotonic() > self._deadline:
                self.outcomes[name] = f"it did not come true within {PATIENCE_S:.0f} s"
                self._now = None
            else:
                return False
        return True

    def _step(self, name: str, begin: Callable[[], Iterator[Condition] | None]) -> None:
        self._now = None
        try:
            steps = begin()
            if steps is not None:
                condition = next(steps, None)
                if condition is not None:
                    self._now, self._deadline = (name, steps, condition), time.monotonic() + PATIENCE_S
                    return
            self.outcomes[name] = "planted"
        except Refused as refusal:
            self.outcomes[name] = f"refused: {refusal}"
        except OSError as error:
            self.outcomes[name] = f"refused: {os.strerror(error.errno or 0)}"
