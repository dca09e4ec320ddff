"""Which channels somebody means who types a name or a number. Neither case, accents nor spaces matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flexcare.guide.words import words_of
from flexcare.lineup.channel import Channel


@dataclass(frozen=True)
class _Known:
    """A channel and what it is found by."""

    channel: Channel
    words: tuple[str, ...]
    joined: str


class Finder:
    """The lineup to be searched; made once, because its names do not change."""

    def __init__(self, channels: Sequence[Channel]) -> None:
        self._known = [_Known(channel, words, "".join(words)) for channel in channels for words in [tuple(words_of(channel.name).split())]]

    def find(self, typed: str, group: str = "") -> list[Channel]:
        """Channels whose number begins with what was typed, the very number first, then those by name, each in the lineup's order.

        Of a name every word that was typed must begin a word; `tv2` finds TV 2. Nothing typed finds the group, or nothing without one.
        """
        among = [known for known in self._known if not group or group in known.channel.groups]
        asked = words_of(typed).split()
        if not asked:
            return [known.channel for known in among] if group else []
        ranked = [(rank, known.channel) for known in among if (rank := _rank(known, asked)) is not None]
        return [channel for _, channel in sorted(ranked, key=lambda pair: pair[0])]


def groups_of(channels: Sequence[Channel]) -> list[str]:
    """The lineup's groups in the order in which it names them; a single one that holds all channels tells nothing and is left out."""
    groups = list(dict.fromkeys(group for channel in channels for group in channel.groups if group.strip()))
    if len(groups) == 1 and all(groups[0] in channel.groups for channel in channels):
        return []
    return groups


def _rank(known: _Known, asked: list[str]) -> int | None:
    """How well a channel fits: 0 is best, None not at all."""
    number = str(known.channel.number)
    if asked == [number]:
        return 0
    if all(any(word.startswith(part) for word in known.words) for part in asked):
        return 1
    if known.joined.startswith("".join(asked)):
        return 2
    return 3 if len(asked) == 1 and number.startswith(asked[0]) else None
