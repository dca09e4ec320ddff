"""Where a patient is in a list of channels: the rules of zapping and of typed numbers, without a screen."""

from __future__ import annotations

from collections.abc import Sequence

from flexcare.lineup.channel import Channel

MAX_DIGITS = 4


class Dial:
    """A position in a lineup. Zapping goes round at both ends; `position` is -1 until a channel was chosen."""

    def __init__(self, channels: Sequence[Channel]) -> None:
        self.channels = tuple(channels)
        self.position = -1

    @property
    def channel(self) -> Channel | None:
        """The channel that was chosen last, or None before any was."""
        return self.channels[self.position] if 0 <= self.position < len(self.channels) else None

    def step(self, by: int) -> Channel | None:
        """Move `by` channels; from nowhere forward to the first, backward to the last. None when there are no channels."""
        if not self.channels:
            return None
        start = self.position if self.position >= 0 else (-1 if by > 0 else 0)
        self.position = (start + by) % len(self.channels)
        return self.channel

    def choose(self, position: int) -> Channel | None:
        """Go to a position; one that does not exist changes nothing and gives None."""
        if not 0 <= position < len(self.channels):
            return None
        self.position = position
        return self.channel

    def find(self, number: int) -> int:
        """The position of the channel with this number, or -1."""
        return next((place for place, channel in enumerate(self.channels) if channel.number == number), -1)

    def is_settled(self, typed: str) -> bool:
        """Whether typed digits can mean only one thing: no further digit could lead to another channel."""
        return len(typed) >= MAX_DIGITS or not any(
            str(channel.number).startswith(typed) and len(str(channel.number)) > len(typed) for channel in self.channels
        )
