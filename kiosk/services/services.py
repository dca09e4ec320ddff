"""The hospital's web services: which there are, which are open now, and the visit to one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QEnum,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement

from flexcare.clock import Clock
from flexcare.session.web_service import WebService
from kiosk.web.visits import Visits
from kiosk.web.words import Look

QML_IMPORT_NAME = "kiosk.services"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_EVERY_MS = 20_000
PREWARM_AFTER_MS = 1500
"""What the patient does first comes first."""
_ROOT = QModelIndex()


class _Role:
    ID, NAME, LINE, ICON, OPEN, HOURS = (Qt.ItemDataRole.UserRole + offset for offset in range(1, 7))


@QmlElement
class ServiceList(QAbstractListModel):
    """One row a service, in the hospital's order."""

    def __init__(self, services: Sequence[WebService], clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._clock = clock
        self._language = ""
        self._open = self._now_open()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._services)

    def roleNames(self) -> dict[int, QByteArray]:
        names = {
            "serviceId": _Role.ID,
            "name": _Role.NAME,
            "line": _Role.LINE,
            "glyph": _Role.ICON,
            "open": _Role.OPEN,
            "hours": _Role.HOURS,
        }
        return {role: QByteArray(name.encode()) for name, role in names.items()}

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        service = self._services[index.row()]
        answers: dict[int, Callable[[], Any]] = {
            _Role.ID: lambda: service.id,
            _Role.NAME: lambda: said(service.title, self._language),
            _Role.LINE: lambda: said(service.line, self._language),
            _Role.ICON: lambda: service.icon,
            _Role.OPEN: lambda: self._open[index.row()],
            _Role.HOURS: lambda: spoken_hours(service),
        }
        return answers[role]() if role in answers else None

    def speak(self, language: str) -> None:
        """Say everything in this language."""
        self._language = language
        self._changed()

    def look(self) -> bool:
        """See what is open now; whether that is another than before."""
        now = self._now_open()
        if now == self._open:
            return False
        self._open = now
        self._changed()
        return True

    def _now_open(self) -> list[bool]:
        at = self._clock.now().astimezone().time()
        return [service.is_open(at) for service in self._services]

    def _changed(self) -> None:
        if self._services:
            self.dataChanged.emit(self.index(0), self.index(len(self._services) - 1))


@QmlElement
class Services(QObject):
    """The services' state."""

    @QEnum
    class Trouble(Enum):
        """Why a visit ended that nobody left."""

        Nothing = 0
        Failed = 1

    changed = Signal()
    openingChanged = Signal()
    troubleChanged = Signal()
    homeRequested = Signal()

    def __init__(
        self, services: Sequence[WebService], visits: Visits, look: Callable[[], Look], clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = {service.id: service for service in services}
        self._list = ServiceList(tuple(services), clock, self)
        self._clock = clock
        self._visits = visits
        self._look = look
        self._language = ""
        self._opening = ""
        self._trouble = self.Trouble.Nothing
        self._wake = QTimer(self, singleShot=True, interval=PREWARM_AFTER_MS)
        self._wake.timeout.connect(self._prewarm)
        self._hours = QTimer(self, interval=LOOK_EVERY_MS)
        self._hours.timeout.connect(self._on_time)
        if any(service.hours for service in services):
            self._hours.start()
        visits.opened.connect(self._on_opened)
        visits.ended.connect(self._on_ended)

    @property
    def visits(self) -> Visits:
        return self._visits

    @property
    def is_spoken_of(self) -> bool:
        """Whether the screen says that a service is on its way, or ended by itself."""
        return bool(self._opening) or self._trouble is not self.Trouble.Nothing

    @property
    def rows(self) -> ServiceList:
        return self._list

    @property
    def ids(self) -> tuple[str, ...]:
        """The services by name, in order."""
        return tuple(self._services)

    def speak(self, language: str) -> None:
        """Say everything in this language."""
        self._language = language
        self._list.speak(language)
        self.changed.emit()

    def expect(self) -> None:
        """Somebody is here: have a visit wait, a little later."""
        if self._services:
            self._wake.start()

    @Slot(str)
    def open(self, service_id: str) -> None:
        """Visit a service that is open now."""
        service = self._services.get(service_id)
        if service is None or self._opening or not self.isOpen(service_id):
            return
        self._set_trouble(self.Trouble.Nothing)
        self._set_opening(service_id)
        self._wake.stop()
        self._visits.open(service, self._language, self._look())

    @Slot()
    def cancel(self) -> None:
        """Put away what is said of a visit, or give up one that is on its way."""
        self._set_trouble(self.Trouble.Nothing)
        if self._opening:
            self._visits.leave()

    @Slot(str, str, result=bool)
    def isOpen(self, service_id: str, _time: str = "") -> bool:
        """Whether a service is open now; the time that is shown is only there to have QML ask again when it changes."""
        return self._services[service_id].is_open(self._clock.now().astimezone().time())

    @Slot(str, str, result=str)
    def nameOf(self, service_id: str, language: str) -> str:
        """What a service is called in a language."""
        service = self._services.get(service_id)
        return said(service.title, language) if service else ""

    @Slot(str, str, result=str)
    def lineOf(self, service_id: str, language: str) -> str:
        """What a service is for."""
        service = self._services.get(service_id)
        return said(service.line, language) if service else ""

    @Slot(str, result=str)
    def hoursOf(self, service_id: str) -> str:
        """When a service is there."""
        service = self._services.get(service_id)
        return spoken_hours(service) if service else ""

    @Slot(str, result=str)
    def glyphOf(self, service_id: str) -> str:
        """A service's icon."""
        service = self._services.get(service_id)
        return service.icon if service else "app-window"

    @Slot()
    def _prewarm(self) -> None:
        if not self._visits.is_open:
            self._visits.prewarm(self._language)

    @Slot()
    def _on_time(self) -> None:
        if self._list.look():
            self.changed.emit()

    @Slot()
    def _on_opened(self) -> None:
        self._set_opening("")

    @Slot(str)
    def _on_ended(self, how: str) -> None:
        self._set_opening("")
        if how == "failed":
            self._set_trouble(self.Trouble.Failed)
        elif how == "home":
            self.homeRequested.emit()
        self._wake.start()

    def _set_opening(self, service_id: str) -> None:
        if service_id != self._opening:
            self._opening = service_id
            self.openingChanged.emit()

    def _set_trouble(self, trouble: Trouble) -> None:
        if trouble is not self._trouble:
            self._trouble = trouble
            self.troubleChanged.emit()

    @Property(ServiceList, constant=True)
    def list(self) -> ServiceList:
        return self._list

    @Property(bool, constant=True)
    def any(self) -> bool:
        """Whether the hospital has any."""
        return bool(self._services)

    @Property(str, notify=openingChanged)
    def openingName(self) -> str:
        """What that is called."""
        return self.nameOf(self._opening, self._language)

    @Property(str, notify=openingChanged)
    def opening(self) -> str:
        """The service whose visit is on its way; "" where none is."""
        return self._opening

    @Property(int, notify=troubleChanged)
    def trouble(self) -> int:
        return self._trouble.value


def said(text: dict[str, str], language: str) -> str:
    """A text in a language, or in the first that it has."""
    return text.get(language) or next(iter(text.values()), "")


def spoken_hours(service: WebService) -> str:
    """When a service is there, as figures. The marks keep them in their order among letters that run the other way."""
    return ", ".join(f"\u2066{each.opens:%H:%M}\u2013{each.closes:%H:%M}\u2069" for each in service.hours)
