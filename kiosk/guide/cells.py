"""The grid without a screen: what fills a channel's row, and which of it a finger meant."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from flexcare.guide.programme import Slot
from kiosk.guide.moments import HOUR_S

BLOCK_S = 3 * HOUR_S
"""What is read of a channel at once, counted from 1970."""
BLOCKS_MAX = 1500
"""Some ten screens: more of the guide than this is never held."""

Window = Callable[[Sequence[int], int, int], list[Slot]]


def gap(channel: int, start_s: int, stop_s: int) -> Slot:
    """A stretch of a channel of which the guide knows nothing."""
    return Slot(0, channel, start_s, stop_s, "")


def is_gap(slot: Slot) -> bool:
    """Whether this is no programme but a stretch without one."""
    return slot.title == ""


def fill(channel: int, slots: Iterable[Slot], start_s: int, stop_s: int) -> list[Slot]:
    """A channel's row from `start_s` to `stop_s` without holes: programmes by start, and gaps between them.

    Of programmes that overlap the earlier one keeps its place.
    """
    row: list[Slot] = []
    at_s = start_s
    for slot in slots:
        if slot.stop_s <= max(at_s, slot.start_s) or slot.start_s >= stop_s:
            continue
        if slot.start_s > at_s:
            row.append(gap(channel, at_s, slot.start_s))
        row.append(slot)
        at_s = slot.stop_s
    if at_s < stop_s:
        row.append(gap(channel, at_s, stop_s))
    return row


def touched(row: Sequence[Slot], at_s: int, least_s: int) -> Slot | None:
    """What a touch at a moment means, where a finger is `least_s` wide: what is too narrow to be hit is met beside it, too.

    None outside the row.
    """
    near = [slot for slot in row if not is_gap(slot) and slot.stop_s - slot.start_s < least_s and _distance(slot, at_s) <= least_s]
    if near:
        return min(near, key=lambda slot: _distance(slot, at_s))
    return next((slot for slot in row if slot.start_s <= at_s < slot.stop_s), None)


def _distance(slot: Slot, at_s: int) -> float:
    """Twice how far a moment is from the middle of a slot."""
    return abs(2 * at_s - slot.start_s - slot.stop_s)


class Blocks:
    """What was read of the guide lately, a channel and three hours at a time: scrolling to and fro asks for nothing twice."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._blocks: OrderedDict[tuple[int, int], list[Slot]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._blocks)

    def forget(self) -> None:
        """Read everything anew from now on."""
        self._blocks.clear()

    def rows(self, channels: Sequence[int], start_s: int, stop_s: int) -> dict[int, list[Slot]]:
        """The programmes of these channels that overlap a span, by start, by channel. What is missing is read in one query."""
        wanted = range(start_s // BLOCK_S, -(-stop_s // BLOCK_S))
        self._load(channels, wanted)
        found: dict[int, list[Slot]] = {}
        for channel in channels:
            row = found[channel] = []
            for block in wanted:
                # A programme that reaches into the next block stands in both.
                row += [slot for slot in self._blocks[block, channel] if not row or slot.start_s > row[-1].start_s]
        self._drop(len(channels) * len(wanted))
        return found

    def _load(self, channels: Sequence[int], wanted: range) -> None:
        missing = [(block, channel) for block in wanted for channel in channels if (block, channel) not in self._blocks]
        if missing:
            numbers = list(dict.fromkeys(channel for _, channel in missing))
            first, last = min(missing)[0], max(missing)[0]
            slots = self._window(numbers, first * BLOCK_S, (last + 1) * BLOCK_S)
            for block in range(first, last + 1):
                self._blocks.update(((block, number), []) for number in numbers)
            for slot in slots:
                for block in range(max(first, slot.start_s // BLOCK_S), min(last, (slot.stop_s - 1) // BLOCK_S) + 1):
                    self._blocks[block, slot.channel].append(slot)
        for block in wanted:
            for channel in channels:
                self._blocks.move_to_end((block, channel))

    def _drop(self, needed: int) -> None:
        while len(self._blocks) > max(BLOCKS_MAX, needed):
            self._blocks.popitem(last=False)
