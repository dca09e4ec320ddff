"""Collect from one XMLTV file what belongs to a lineup: the details go to the database at once, the moments stay in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flexcare.errors import GuideSourceUnusable
from flexcare.guide.details import Element, read_programme, text_of
from flexcare.guide.limits import CHANNELS_MAX, DISPLAY_NAMES_MAX, FUTURE_KEPT_S, LENGTH_MAX_S, PAST_KEPT_S, PROGRAMMES_MAX
from flexcare.guide.matching import Matching
from flexcare.guide.moments import moment_s
from flexcare.guide.schedule import Listing
from flexcare.guide.writing import Writing
from flexcare.guide.xmltv import read_xmltv
from flexcare.lineup.channel import Channel
from flexcare.lineup.limits import NAME_MAX_CHARS

WITHOUT_START = "programmes without a start that can be read: they are left out"
WITHOUT_TITLE = "programmes without a title: they are left out"
MENDED = "time read again because it was no well-formed XML"
EMPTY = "the guide holds no programme"

Reader = Callable[[Element], None]


@dataclass(slots=True)
class OfId:
    """What the file says of one of its channels that the lineup shows; programmes wholly outside of first_s to last_s are dropped."""

    channels: tuple[Channel, ...]
    listing: Listing
    first_s: int
    last_s: int


@dataclass(slots=True)
class Collected:
    """What was found in a file."""

    listings: dict[str, OfId] = field(default_factory=dict)
    declared: dict[str, tuple[str, ...]] = field(default_factory=dict)
    faults: Counter[str] = field(default_factory=Counter)
    programmes: int = 0


def collect(
    file: Path, shift_s: int, channels: Sequence[Channel], writing: Writing, now_s: int, room: int, ahead_s: int = FUTURE_KEPT_S
) -> Collected:
    """Read a file for these channels, so far ahead; raises `GuideSourceUnusable`, also for one without any programme or with more than `room`.

    A guide whose channels come after its programmes is read twice.
    """
    collecting = _Collecting(Matching(channels), writing, now_s - shift_s, room, ahead_s)
    collecting.read(file)
    if collecting.matching.came_late:
        collecting.matching.again()
        collecting.read(file)
    return collecting.result()


class _Collecting:
    """The reading of one file; `now_s` is the present moment in the times of the file."""

    def __init__(self, matching: Matching, writing: Writing, now_s: int, room: int, ahead_s: int) -> None:
        self.matching = matching
        self._writing = writing
        self._mark = writing.mark()
        self._now_s = now_s
        self._room = room
        self._ahead_s = ahead_s
        self._found = Collected()
        self._known: dict[str, OfId | None] = {}
        self._seen = 0

    def read(self, file: Path) -> None:
        mended = read_xmltv(file, self._start)
        if mended:
            self._found.faults[MENDED] += 1

    def _start(self) -> tuple[Reader, Reader]:
        """Begin the file, or begin it again."""
        self._writing.forget(self._mark)
        self._found = Collected()
        self._known.clear()
        self._seen = 0
        return self._channel, self._programme

    def _channel(self, element: Element) -> None:
        guide_id = (element.get("id") or "").strip()
        if not guide_id or len(guide_id) > NAME_MAX_CHARS:
            return
        names = [text_of(child, NAME_MAX_CHARS) for child in element if child.tag == "display-name"]
        self.matching.declare(guide_id, tuple(dict.fromkeys(name for name in names if name))[:DISPLAY_NAMES_MAX])
        self._known.clear()

    def _programme(self, element: Element) -> None:
        self._seen += 1
        guide_id = element.get("channel") or ""
        try:
            of_id = self._known[guide_id]
        except KeyError:
            of_id = self._of(guide_id)
        if of_id is None:
            return
        start_s = moment_s(element.get("start") or "")
        if start_s is None:
            self._found.faults[WITHOUT_START] += 1
            return
        stop_s = moment_s(element.get("stop") or "") or 0
        if (stop_s if stop_s > start_s else start_s + LENGTH_MAX_S) <= of_id.first_s or start_s >= of_id.last_s:
            return
        read = read_programme(element)
        if read is None:
            self._found.faults[WITHOUT_TITLE] += 1
            return
        if self._found.programmes >= self._room:
            raise GuideSourceUnusable(f"the guide has more than {PROGRAMMES_MAX} programmes", cure="publish fewer channels or days in it")
        self._found.programmes += 1
        title, titles, details = read
        of_id.listing.add(start_s, stop_s, self._writing.programme(details), self._writing.heading(title, titles))

    def _of(self, guide_id: str) -> OfId | None:
        """What is collected for an id; remembered until another channel is declared."""
        stripped = guide_id.strip()
        channels = self.matching.of(stripped) if 0 < len(stripped) <= NAME_MAX_CHARS else ()
        of_id = self._found.listings.get(stripped)
        if of_id is not None:
            of_id.channels = channels
        elif channels:
            shifts_s = [channel.guide_shift_minutes * 60 for channel in channels]
            first_s, last_s = self._now_s - PAST_KEPT_S - max(shifts_s), self._now_s + self._ahead_s - min(shifts_s)
            of_id = self._found.listings[stripped] = OfId(channels, Listing(), first_s, last_s)
        if not channels:
            of_id = None
        if len(self._known) < CHANNELS_MAX:
            self._known[guide_id] = of_id
        return of_id

    def result(self) -> Collected:
        if not self._seen:
            raise GuideSourceUnusable(EMPTY, cure="have its maker mend it")
        self._found.declared = self.matching.declared
        return self._found
