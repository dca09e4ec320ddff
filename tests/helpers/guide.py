"""A small guide for tests that read one: as many programmes as they name, in the real database."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from flexcare.guide.writing import Writing


@dataclass(frozen=True)
class Show:
    """A programme to put into a guide.

    `titles` where the title is known in several languages (`{"da": ..., "en": ...}`). `details` as the database keeps them:
    `subtitle`, `description` (a text, or texts by language), `categories` (a list, or lists by language), `icon`, `episode`, `year`, `age`,
    `stars`, `credits` (`[["actor", "Name"]]`), `repeat`, `premiere`, `live`, `languages`.
    """

    channel: int
    start_s: int
    stop_s: int
    title: str
    titles: dict[str, str] | None = None
    details: dict[str, Any] = field(default_factory=dict)


def make_guide(file: Path, *shows: Show, made_at_s: int = 0) -> Path:
    """Write a guide with these programmes, which must not overlap within a channel, and return its file."""
    writing = Writing(file)
    ordered = sorted(shows, key=lambda show: (show.channel, show.start_s))
    for channel, of_channel in groupby(ordered, key=lambda show: show.channel):
        writing.channel(
            channel,
            [
                (
                    show.start_s,
                    show.stop_s,
                    writing.programme(show.details),
                    writing.heading(show.title, show.titles),
                )
                for show in of_channel
            ],
        )
    writing.finish(made_at_s)
    return file
