"""What the guide page says of time: now, the day that is seen, the days that there are, and from when the guide is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Property, QDate, QLocale, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.guide.listings import Listings
from kiosk.guide.moments import DAY_S, Moments
from kiosk.guide.on_now import OnNow
from kiosk.guide.span import Span, span_at
from theme.translations.translations import LANGUAGES, SOURCE_LANGUAGE

QML_IMPORT_NAME = "kiosk.guide"
QML_IMPORT_MAJOR_VERSION = 1

STALE_S = DAY_S
"""A guide that was fetched longer ago says from when it is."""


@QmlElement
class Calendar(QObject):
    """Days are told as their distance from today (0 today, 1 tomorrow, -1 yesterday) and as a date in the patient's language.

    Moments of the grid are seconds from its begin.
    """

    changed = Signal()

    def __init__(self, on_now: OnNow, listings: Listings, moments: Moments, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_now = on_now
        self._listings = listings
        self._moments = moments
        self._locale = QLocale(LANGUAGES[SOURCE_LANGUAGE].locale)
        self._span = span_at(on_now.at_s, 0, moments)
        self._edge_s = on_now.at_s
        on_now.ticked.connect(self.changed)
        on_now.changed.connect(self.changed)

    def set_locale(self, name: str) -> None:
        """Tell dates in this locale."""
        self._locale = QLocale(name)
        self.changed.emit()

    def set_span(self, span: Span) -> None:
        """The grid reaches over this."""
        self._span = span
        self.changed.emit()

    def set_edge(self, edge_s: int) -> None:
        """The grid is seen from this moment on."""
        self._edge_s = edge_s
        self.changed.emit()

    @property
    def now_s(self) -> int:
        """Now, in seconds since 1970."""
        return self._on_now.at_s

    def day_of(self, moment_s: int) -> int:
        """How many days from today a moment is."""
        return (self._moments.day(moment_s) - self._moments.day(self._on_now.at_s)).days

    def date_of(self, moment_s: int) -> str:
        """The date of a moment, in words."""
        return self._words(self._moments.day(moment_s))

    def stretch(self, start_s: int, stop_s: int) -> str:
        """From when to when on the clock."""
        return self._moments.stretch(start_s, stop_s)

    def all_days(self) -> list[date]:
        """Every day that the grid shows any of, from today on."""
        return self._moments.days(max(self._span.origin_s, self._on_now.at_s), self._span.end_s)

    def _words(self, day: date) -> str:
        return self._locale.toString(QDate(day.year, day.month, day.day), "dddd d MMMM")

    @Property(int, notify=changed)
    def now(self) -> int:
        return self._on_now.at_s - self._span.origin_s

    @Property(int, notify=changed)
    def edgeDay(self) -> int:
        return self.day_of(self._edge_s)

    @Property(str, notify=changed)
    def edgeDate(self) -> str:
        return self.date_of(self._edge_s)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # PySide6 describes no type names
    def days(self) -> list[str]:
        return [self._words(day) for day in self.all_days()]

    @Property(bool, notify=changed)
    def there(self) -> bool:
        """Whether this ward has a guide at all."""
        return self._listings.is_there

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Whether the guide knows nothing of what is on now or will be."""
        return self._listings.last_s <= self._on_now.at_s

    @Property(bool, notify=changed)
    def stale(self) -> bool:
        made_at_s = self._listings.made_at_s
        return 0 < made_at_s < self._on_now.at_s - STALE_S

    @Property(int, notify=changed)
    def madeDay(self) -> int:
        return self.day_of(self._listings.made_at_s)

    @Property(str, notify=changed)
    def madeDate(self) -> str:
        return self.date_of(self._listings.made_at_s)

    @Property(str, notify=changed)
    def madeTime(self) -> str:
        return self._moments.clock(self._listings.made_at_s)
