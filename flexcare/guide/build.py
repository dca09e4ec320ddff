"""Make the guide of a lineup from XMLTV files."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flexcare.errors import GuideSourceUnusable, GuideUnusable
from flexcare.guide.collecting import Collected, collect
from flexcare.guide.limits import FUTURE_KEPT_S, PROGRAMMES_MAX
from flexcare.guide.nearest import misses
from flexcare.guide.report import GuideProblem, GuideReport, SourceReport
from flexcare.guide.schedule import schedule
from flexcare.guide.writing import Writing
from flexcare.lineup.channel import Channel

_MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class GuideSource:
    """A file of XMLTV, plain or packed with gzip or xz; how far its times are moved; when it was fetched (0: just now)."""

    file: Path
    shift_minutes: int = 0
    fetched_at_s: int = 0


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Where a channel has its guide from."""

    channel: Channel
    source: int
    guide_id: str


def build_guide(
    sources: Sequence[GuideSource], channels: Sequence[Channel], file: Path, now_s: int, ahead_s: int = FUTURE_KEPT_S
) -> GuideReport:
    """Make a guide of these sources for these channels, so far ahead, and put it in the place of the file, whole or not at all.

    Of several sources the first that has any programme for a channel counts for it. A source that cannot be used is told in the report
    and the others count. Raises `GuideSourceUnusable` where none can be used, and `GuideUnusable` where the guide cannot be written; what
    was there before stays then. Takes seconds for a large guide; everything is read in one go, in bounded memory.
    """
    try:
        writing = Writing(file)
        try:
            with _without_looking_for_cycles():
                return _Building(sources, channels, now_s, ahead_s).run(writing)
        except BaseException:
            writing.abandon()
            raise
    except (sqlite3.Error, OSError) as error:
        raise GuideUnusable(f"the guide cannot be written: {error}", cure="make room on the disk") from error


@contextmanager
def _without_looking_for_cycles() -> Iterator[None]:
    """An import makes half a million small objects and no cycles; looking for them takes a tenth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Building:
    """The making of one guide."""

    def __init__(self, sources: Sequence[GuideSource], channels: Sequence[Channel], now_s: int, ahead_s: int) -> None:
        self._sources = sources
        self._channels = channels
        self._now_s = now_s
        self._ahead_s = ahead_s
        self._collected: list[Collected | None] = []
        self._errors: dict[int, GuideSourceUnusable] = {}
        self._chosen: dict[int, _Chosen] = {}

    def run(self, writing: Writing) -> GuideReport:
        for number, source in enumerate(self._sources):
            self._collect(number, source, writing)
        if self._errors and len(self._errors) == len(self._sources):
            raise self._no_source()
        showings = self._write(writing)
        usable = [source.fetched_at_s or self._now_s for number, source in enumerate(self._sources) if number not in self._errors]
        made_at_s = max(usable, default=self._now_s)
        writing.finish(made_at_s)
        return self._report(showings, made_at_s)

    def _collect(self, number: int, source: GuideSource, writing: Writing) -> None:
        lacking = [channel for channel in self._channels if channel.number not in self._chosen]
        mark = writing.mark()
        room = PROGRAMMES_MAX - sum(found.programmes for found in self._collected if found)
        try:
            found = collect(source.file, source.shift_minutes * _MINUTE_S, lacking, writing, self._now_s, room, self._ahead_s)
        except GuideSourceUnusable as error:
            writing.forget(mark)
            self._errors[number] = error
            self._collected.append(None)
            return
        self._collected.append(found)
        for guide_id, of_id in found.listings.items():
            for channel in of_id.channels:
                if len(of_id.listing):
                    self._chosen[channel.number] = _Chosen(channel, number, guide_id)

    def _no_source(self) -> GuideSourceUnusable:
        if len(self._errors) == 1:
            return self._errors[0]
        reasons = "; ".join(dict.fromkeys(str(error) for error in self._errors.values()))
        return GuideSourceUnusable(f"none of the {len(self._errors)} sources of the guide can be used", cure=reasons)

    def _write(self, writing: Writing) -> int:
        """Write the channels in the order of their numbers; returns how many showings there are."""
        showings = 0
        for number in sorted(self._chosen):
            chosen = self._chosen[number]
            found = self._collected[chosen.source]
            assert found is not None
            shift_s = (self._sources[chosen.source].shift_minutes + chosen.channel.guide_shift_minutes) * _MINUTE_S
            listed = found.listings[chosen.guide_id].listing.in_order()
            showings += writing.channel(number, schedule(listed, shift_s, self._now_s, found.faults, self._ahead_s))
        return showings

    def _report(self, showings: int, made_at_s: int) -> GuideReport:
        declared = [found.declared for found in self._collected if found]
        missing = [channel for channel in self._channels if channel.number not in self._chosen]
        return GuideReport(
            channels=len(self._chosen),
            programmes=sum(found.programmes for found in self._collected if found),
            showings=showings,
            made_at_s=made_at_s,
            sources=tuple(self._of_source(number) for number in range(len(self._sources))),
            misses=misses(missing, declared),
            problems=tuple(self._problems()),
        )

    def _of_source(self, number: int) -> SourceReport:
        found = self._collected[number]
        if found is None:
            return SourceReport(unusable=str(self._errors[number]))
        return SourceReport(sum(chosen.source == number for chosen in self._chosen.values()), found.programmes)

    def _problems(self) -> list[GuideProblem]:
        problems = []
        for number, found in enumerate(self._collected):
            if found is None:
                error = self._errors[number]
                problems.append(GuideProblem(number, 1, f"{error.place}: {error.what}" if error.place else error.what, error.cure))
                continue
            cure = "have the maker of the guide mend it"
            problems.extend(GuideProblem(number, count, text, cure) for text, count in sorted(found.faults.items()))
        return problems
