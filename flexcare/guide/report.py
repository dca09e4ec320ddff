"""What an import tells: how much came of it, which channels stay without a guide, and what is wrong with the sources."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GuideProblem:
    """Something that is not as it should be in a source (0 is the first): how often, what, and the cure."""

    source: int
    count: int
    text: str
    cure: str


@dataclass(frozen=True, slots=True)
class Miss:
    """A channel of the lineup that no source knows, and the nearest of those that the sources do know: `id (name)`."""

    number: int
    name: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What came of one source: channels of the lineup that have their guide from it, its programmes; and why it was not used, if so."""

    channels: int = 0
    programmes: int = 0
    unusable: str = ""


@dataclass(frozen=True, slots=True)
class GuideReport:
    """What came of all sources together. `showings` counts a programme once for each channel of the lineup that shows it."""

    channels: int
    programmes: int
    showings: int
    made_at_s: int
    sources: tuple[SourceReport, ...]
    misses: tuple[Miss, ...]
    problems: tuple[GuideProblem, ...]
