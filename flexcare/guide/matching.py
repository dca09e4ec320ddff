"""Which channel of a guide belongs to which of the lineup, as Kodi's pvr.iptvsimple has it (Channels::FindChannel and its README).

First the guide id (`tvg-id`), then a display name against `tvg-name`, where `_` may stand for a space, then a display name against the
name of the channel; case never matters. An id that is written alike wins over one in other case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from flexcare.guide.limits import CHANNELS_MAX
from flexcare.lineup.channel import Channel

_SAME_ID, _ID, _GUIDE_NAME, _NAME = range(4)


class Matching:
    """The channels of one source, matched to those of the lineup that have no guide yet.

    The channels of a guide come before its programmes. One that comes later and would have matched sets `came_late`: then the file is to
    be read again with the same matching. A programme may name an id that no channel declares; it counts like a declared one.
    """

    def __init__(self, channels: Sequence[Channel]) -> None:
        self._ids: dict[str, list[Channel]] = defaultdict(list)
        self._guide_names: dict[str, list[Channel]] = defaultdict(list)
        self._names: dict[str, list[Channel]] = defaultdict(list)
        for channel in channels:
            if channel.guide_id:
                self._ids[channel.guide_id.casefold()].append(channel)
            if channel.guide_name:
                self._guide_names[_spaced(channel.guide_name)].append(channel)
            self._names[channel.name.casefold()].append(channel)
        self._best: dict[int, tuple[int, str]] = {}
        self._decided: dict[str, tuple[Channel, ...]] | None = None
        self._lacking: set[str] = set()
        self._undeclared: set[str] = set()
        self.declared: dict[str, tuple[str, ...]] = {}
        self.came_late = False

    def declare(self, guide_id: str, names: tuple[str, ...]) -> None:
        """Take a channel of the guide; the first of an id counts, and of two that fit a channel equally well."""
        if (guide_id in self.declared and guide_id not in self._undeclared) or len(self.declared) >= CHANNELS_MAX:
            return
        self._undeclared.discard(guide_id)
        self.declared[guide_id] = names
        fits = self._fit(guide_id, names)
        if fits and self._decided is not None:
            self._decided = None
            self.came_late = self.came_late or guide_id in self._lacking

    def _fit(self, guide_id: str, names: tuple[str, ...]) -> bool:
        """Note for which channels this is the best so far; whether there are any."""
        fits = False
        for rank, channel in self._fitting(guide_id, names):
            known = self._best.get(channel.number)
            if known is None or rank < known[0]:
                self._best[channel.number] = (rank, guide_id)
                fits = True
        return fits

    def _fitting(self, guide_id: str, names: tuple[str, ...]) -> Iterable[tuple[int, Channel]]:
        for channel in self._ids.get(guide_id.casefold(), ()):
            yield _SAME_ID if channel.guide_id == guide_id else _ID, channel
        for name in names:
            for channel in self._guide_names.get(_spaced(name), ()):
                yield _GUIDE_NAME, channel
            for channel in self._names.get(name.casefold(), ()):
                yield _NAME, channel

    def of(self, guide_id: str) -> tuple[Channel, ...]:
        """The channels of the lineup that show what the guide says of this id."""
        if self._decided is None:
            self._decide()
        assert self._decided is not None
        known = self._decided.get(guide_id)
        if known is not None:
            return known
        if guide_id not in self.declared and len(self.declared) < CHANNELS_MAX:
            self.declared[guide_id] = ()
            self._undeclared.add(guide_id)
            if self._fit(guide_id, ()):
                self._decide()
        if guide_id not in self._decided and len(self._lacking) < CHANNELS_MAX:
            self._lacking.add(guide_id)
        return self._decided.setdefault(guide_id, ()) if len(self._decided) < CHANNELS_MAX else ()

    def again(self) -> None:
        """Begin again with what is known."""
        self.came_late = False
        self._lacking.clear()

    def _decide(self) -> None:
        channels = {channel.number: channel for of_name in self._names.values() for channel in of_name}
        decided: dict[str, list[Channel]] = defaultdict(list)
        for number, (_, guide_id) in self._best.items():
            decided[guide_id].append(channels[number])
        self._decided = {guide_id: tuple(found) for guide_id, found in decided.items()}


def _spaced(name: str) -> str:
    return name.casefold().replace("_", " ")
