"""What a hospital makes of its playlists: several become one lineup, then channels are hidden, backed up, renumbered and put in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from flexcare.configuration.faults import Faults, did_you_mean
from flexcare.configuration.model import Channels
from flexcare.configuration.toml_lines import Path
from flexcare.configuration.validate import Tables
from flexcare.lineup.channel import Channel, Stream
from flexcare.lineup.limits import BACKUPS_MAX

_KEY = "channels"


def joined(lineups: Sequence[Sequence[Channel]]) -> list[Channel]:
    """Make one lineup of several.

    The same channel in a later one (name, guide id and kind) backs the first up;
    a number that is taken becomes the lowest free one.
    """
    if len(lineups) == 1:
        return list(lineups[0])
    by_identity: dict[tuple[str, str, bool], Channel] = {}
    for channel in (channel for lineup in lineups for channel in lineup):
        identity = (channel.name, channel.guide_id, channel.radio)
        first = by_identity.get(identity)
        by_identity[identity] = _backed(first, (channel.stream, *channel.backups)) if first else channel
    taken: set[int] = set()
    late: list[Channel] = []
    kept: list[Channel] = []
    for channel in by_identity.values():
        (late if channel.number in taken else kept).append(channel)
        taken.add(channel.number)
    free = (number for number in count(1) if number not in taken)
    return sorted((*kept, *(replace(channel, number=next(free)) for channel in late)), key=lambda channel: channel.number)


def apply_rules(channels: list[Channel], tables: Tables, faults: Faults) -> list[Channel]:
    """Apply the hospital's rules; a rule that names no channel, or a number that is taken, becomes a fault."""
    rules: Channels = tables.get(_KEY)
    named = _Named(channels, tables, faults)
    hidden = {channel.number for name in rules.hide for channel in named.find(name, ("hide",))}
    backups = {channel.number: addresses for name, addresses in rules.backups.items() for channel in named.find(name, ("backups", name))}
    wanted = {channel.number: number for name, number in rules.renumber.items() for channel in named.find(name, ("renumber", name))}
    first = {channel.number: place for place, name in enumerate(rules.order) for channel in named.find(name, ("order",))}
    left = [channel for channel in channels if channel.number not in hidden]
    _check_numbers(left, wanted, tables, faults)
    made = sorted(left, key=lambda channel: (first.get(channel.number, len(first)), wanted.get(channel.number, channel.number)))
    return [_changed(channel, wanted, backups) for channel in made]


def _changed(channel: Channel, wanted: dict[int, int], backups: dict[int, list[str]]) -> Channel:
    number = channel.number
    if number in backups:
        channel = _backed(channel, [Stream(address) for address in backups[number]])
    return replace(channel, number=wanted[number]) if number in wanted else channel


def _backed(channel: Channel, streams: Iterable[Stream]) -> Channel:
    backups = dict.fromkeys((*channel.backups, *streams))
    backups.pop(channel.stream, None)
    return replace(channel, backups=tuple(backups)[:BACKUPS_MAX])


def _check_numbers(channels: Sequence[Channel], wanted: dict[int, int], tables: Tables, faults: Faults) -> None:
    owners: dict[int, str] = {}
    for channel in channels:
        number = wanted.get(channel.number, channel.number)
        other = owners.setdefault(number, channel.name)
        if other is not channel.name:
            what = f"{channel.name!r} and {other!r} would both have the number {number}"
            faults.add(tables.fault((_KEY, "renumber"), what, "give one of them another number, or hide it"))


class _Named:
    """Finds channels by what IT calls them: the name, the guide id, or the number."""

    def __init__(self, channels: Sequence[Channel], tables: Tables, faults: Faults) -> None:
        self._channels = channels
        self._tables = tables
        self._faults = faults
        self._index: dict[str, Channel] = {}

    def find(self, name: str, path: Path) -> list[Channel]:
        """The channel in a list, or an empty list and a fault at the rule that names it."""
        if not self._index:
            for channel in self._channels:
                for known in (channel.name, channel.guide_id, str(channel.number)):
                    self._index.setdefault(known, channel)
        found = self._index.get(name)
        if found is None or not name:
            cure = did_you_mean(name, (channel.name for channel in self._channels)) or "write a name, guide id or number of the lineup"
            self._faults.add(self._tables.fault((_KEY, *path), f"no channel is called {name!r}", cure))
            return []
        return [found]
