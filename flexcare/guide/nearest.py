"""The channels of the guides whose names come nearest to a channel that has none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from flexcare.guide.report import Miss
from flexcare.guide.words import words_of
from flexcare.lineup.channel import Channel

_CANDIDATES_MAX = 3
_SHARE_MIN = 0.35
_NAMES_MAX = 20_000
_QUALITIES = frozenset(("sd", "hd", "fhd", "uhd", "4k", "hevc", "720p", "1080p", "1080i"))


def misses(channels: Iterable[Channel], declared: Sequence[Mapping[str, tuple[str, ...]]]) -> tuple[Miss, ...]:
    """Say for each of these channels which of the declared ones it may be, by the groups of letters that they share, the nearest first."""
    channels = tuple(channels)
    if not channels:
        return ()
    names = _Names()
    for of_source in declared:
        for guide_id, display_names in of_source.items():
            names.add(guide_id, display_names)
    return tuple(Miss(channel.number, channel.name, names.nearest(channel)) for channel in channels)


class _Names:
    """Names by their groups of two letters, so that a thousand channels are looked up in a moment."""

    def __init__(self) -> None:
        self._labels: list[str] = []
        self._sizes: list[int] = []
        self._having: dict[str, list[int]] = defaultdict(list)

    def add(self, guide_id: str, display_names: tuple[str, ...]) -> None:
        label = f"{guide_id} ({display_names[0]})" if display_names else guide_id
        for name in dict.fromkeys((guide_id.rpartition(".")[0] or guide_id, *display_names)):
            groups = _groups(name)
            if not groups or len(self._labels) >= _NAMES_MAX:
                continue
            for group in groups:
                self._having[group].append(len(self._labels))
            self._labels.append(label)
            self._sizes.append(len(groups))

    def nearest(self, channel: Channel) -> tuple[str, ...]:
        shares: dict[str, float] = {}
        own_id = channel.guide_id.rpartition(".")[0] or channel.guide_id
        for name in dict.fromkeys((channel.name, channel.guide_name, own_id)):
            groups = _groups(name)
            common = Counter(index for group in groups for index in self._having.get(group, ()))
            for index, count in common.items():
                share = 2 * count / (len(groups) + self._sizes[index])
                if share >= _SHARE_MIN:
                    label = self._labels[index]
                    shares[label] = max(share, shares.get(label, 0.0))
        ordered = sorted(shares, key=lambda label: (-shares[label], label))
        return tuple(ordered[:_CANDIDATES_MAX])


def _groups(name: str) -> frozenset[str]:
    words = [word for word in words_of(name).split() if word not in _QUALITIES]
    letters = f"^{''.join(words)}$"
    return frozenset(letters[index : index + 2] for index in range(len(letters) - 1)) if words else frozenset()
