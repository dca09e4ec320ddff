"""A film of the screen: every frame of the compositor that can be had, coarsely, and what of one picture is seen in another."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.bench.reset_eye import Area, Eye

EACH = 61
"""Every so-manieth pixel; no divisor of a line, so that no column is left out."""
SHADES = 6
COARSE = 8
"""Of 256."""
FRAMES_MAX = 20_000

Frame = bytes
"""Blue, green and red of the pixels that are looked at, one colour after the other."""


class Film:
    """`with Film(socket, area) as film:` takes frames until its end; those that are alike are kept once."""

    def __init__(self, socket: Path, area: Area) -> None:
        """Of a part of the screen, because a copy of all of it takes longer than a frame."""
        self._eye = Eye(socket, area)
        self.frames: list[Frame] = []
        self._ends = threading.Event()
        self._begun = threading.Event()
        self._taking = threading.Thread(target=self._take, name="film")

    def __enter__(self) -> Self:
        self._taking.start()
        assert self._begun.wait(60), "no frame came"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._ends.set()
        self._taking.join()
        self._eye.close()

    def _take(self) -> None:
        while not self._ends.is_set() and len(self.frames) < FRAMES_MAX:
            data = self._eye.look()
            frame = b"".join(data[colour :: 4 * EACH] for colour in range(3))
            if not self.frames or frame != self.frames[-1]:
                self.frames.append(frame)
            self._begun.set()


def is_plain(frame: Frame) -> bool:
    """Whether it is all one colour."""
    return len(set(_colours(frame))) == 1


def is_seen(old: Frame, new: Frame, frame: Frame) -> float:
    """Which share of an old picture is seen in a frame, by the places where the old one has colours that the new one has nowhere."""
    known = {near for colour in set(_coarse(new)) for near in _near(colour)}
    olds, seen = _colours(old), _colours(frame)
    telling = [place for place, colour in enumerate(_coarse(old)) if colour not in known]
    assert len(telling) > len(olds) // 50, f"the two pictures do not differ enough to be told apart: {len(telling)} of {len(olds)}"
    return sum(_alike(olds[place], seen[place]) for place in telling) / len(telling)


def _alike(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= SHADES for a, b in zip(one, other, strict=True))


def _colours(frame: Frame) -> list[tuple[int, int, int]]:
    third = len(frame) // 3
    return list(zip(frame[:third], frame[third : 2 * third], frame[2 * third :], strict=True))


def _coarse(frame: Frame) -> list[tuple[int, ...]]:
    return [tuple(part // COARSE for part in colour) for colour in _colours(frame)]


def _near(colour: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    return itertools.product(*((part - 1, part, part + 1) for part in colour))
