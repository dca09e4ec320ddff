"""Which channels the guide shows, and in which order: all or one group of the lineup, those with a star first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.lineup.channel import Channel
from kiosk.guide.favourites import Favourites
from kiosk.search.finder import groups_of

QML_IMPORT_NAME = "kiosk.guide"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Selection(QObject):
    """The groups to choose from, and the one that was chosen; "" is all channels."""

    changed = Signal()

    def __init__(self, channels: Sequence[Channel], favourites: Favourites, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._channels = tuple(channels)
        self._favourites = favourites
        self._groups = groups_of(channels)
        self._group = ""
        favourites.changed.connect(self.changed)

    @property
    def channels(self) -> list[Channel]:
        """What is to be shown now."""
        chosen = [channel for channel in self._channels if not self._group or self._group in channel.groups]
        return self._favourites.first(chosen)

    @Slot(str)
    def choose(self, group: str) -> None:
        """Show this group alone; all channels where it is chosen again, or empty."""
        wanted = "" if group == self._group else group
        if wanted != self._group and (wanted in self._groups or not wanted):
            self._group = wanted
            self.changed.emit()

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # PySide6 describes no type names
    def groups(self) -> list[str]:
        return list(self._groups)

    @Property(str, notify=changed)
    def group(self) -> str:
        return self._group
