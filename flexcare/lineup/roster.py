"""Entries become channels: equal entries become backups of one, and every channel gets a number of its own.

The rule of the numbers: an entry keeps the number that it asks for (`tvg-chno`) if it is the first in the list to ask for it. All others
get, in the order of the list, the lowest number that no entry has. So numbers change only where the list changes above or asks anew.
"""

from __future__ import annotations

from flexcare.lineup.channel import Channel
from flexcare.lineup.limits import BACKUPS_MAX
from flexcare.lineup.problems import Problems

_Identity = tuple[str, str, bool]


class Roster:
    """Takes channels in the order of the list; a channel's number 0 stands for "none asked for" until `finish`."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._channels: list[Channel] = []
        self._owner_lines: dict[int, int] = {}
        # Most names come once: a plain dictionary by name is a third of one by identity. Later identities of a name go into the other.
        self._by_name: dict[str, Channel] = {}
        self._by_identity: dict[_Identity, Channel] = {}

    def add(self, channel: Channel, line: int) -> None:
        # Entries without a name are like no other.
        first = self._by_name.setdefault(channel.name, channel) if channel.name else channel
        if first is not channel:
            first = self._first_like(first, channel)
            if first is not channel:
                self._add_backup(first, channel, line)
                return
        number = channel.number
        if number:
            owner_line = self._owner_lines.setdefault(number, line)
            if owner_line != line:
                self._problems.add(
                    line,
                    f"the number {number} is already that of the entry in line {owner_line}; this one gets the lowest free number",
                    "give every channel a tvg-chno of its own",
                )
                _complete(channel, number=0)
        self._channels.append(channel)

    def finish(self) -> tuple[Channel, ...]:
        """Number the channels that have no number yet and return all in the order of their numbers; the roster is used up."""
        taken, free = self._owner_lines, 1
        for channel in self._channels:
            if not channel.number:
                while free in taken:
                    free += 1
                _complete(channel, number=free)
                free += 1
            if not channel.name:
                # Understood in every language of the screen, and told to hospital IT as a problem.
                _complete(channel, name=f"{'Radio' if channel.radio else 'TV'} {channel.number}")
        self._channels.sort(key=lambda channel: channel.number)
        return tuple(self._channels)

    def _first_like(self, first: Channel, channel: Channel) -> Channel:
        """The first channel of the same name, guide id and kind, which may be this one; `first` is the first of the same name."""
        if first.guide_id == channel.guide_id and first.radio == channel.radio:
            return first
        return self._by_identity.setdefault((channel.name, channel.guide_id, channel.radio), channel)

    def _add_backup(self, first: Channel, again: Channel, line: int) -> None:
        stream = again.stream
        if stream == first.stream or stream in first.backups:
            self._problems.add(line, f"{first.name!r} comes again with the same stream", "remove one of the two entries")
        elif len(first.backups) >= BACKUPS_MAX:
            self._problems.add(
                line,
                f"{first.name!r} has more than {BACKUPS_MAX} backups; this one is left out",
                "remove it, or give different channels different names or tvg-ids",
            )
        else:
            _complete(first, backups=(*first.backups, stream))


def _complete(channel: Channel, **values: object) -> None:
    """Fill in what only the whole list can tell. Nobody else holds the channel before `finish` returns, and a copy of
    each of a hundred thousand would cost a third of the reading time.
    """
    for name, value in values.items():
        object.__setattr__(channel, name, value)
