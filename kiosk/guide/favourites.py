"""The channels to which this patient gave a star. They stand first in lists; zapping goes on by number, as on a remote control."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.lineup.channel import Channel

QML_IMPORT_NAME = "kiosk.guide"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Favourites(QObject):
    """Numbers of channels. They live in this session's memory and end with it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers: frozenset[int] = frozenset()

    @property
    def all(self) -> frozenset[int]:
        """The numbers of all channels with a star."""
        return self._numbers

    def bring_back(self, numbers: Iterable[int]) -> None:
        """Give these channels a star, and no other."""
        self._set(frozenset(numbers))

    def first(self, channels: Sequence[Channel]) -> list[Channel]:
        """The same channels, those with a star before the others, each in the order in which they came."""
        return sorted(channels, key=lambda channel: channel.number not in self._numbers)

    @Slot(int)
    def toggle(self, number: int) -> None:
        """Give a channel a star, or take it away."""
        self._set(self._numbers ^ {number})

    def _set(self, numbers: frozenset[int]) -> None:
        if numbers != self._numbers:
            self._numbers = numbers
            self.changed.emit()

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # PySide6 describes no type names
    def numbers(self) -> list[str]:
        return [str(number) for number in self._numbers]
