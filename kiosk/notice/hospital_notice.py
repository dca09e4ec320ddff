"""The hospital's notice to whoever is at the bed: read from the ward folder, in the patient's language, until its time is over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.clock import Clock
from flexcare.session.notice import Notice, read_notice
from kiosk.shell.timepiece import Timepiece

QML_IMPORT_NAME = "kiosk.notice"
QML_IMPORT_MAJOR_VERSION = 1

_TIMER_MAX_S = 3600


@QmlElement
class HospitalNotice(QObject):
    """`text` is what the hospital has to say now, or nothing; `closed` says that somebody has put away its sheet over a picture."""

    changed = Signal()

    def __init__(self, ward: Path, languages: Sequence[str], clock: Clock, timepiece: Timepiece, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ward = ward
        self._languages = tuple(languages)
        self._language = self._languages[0] if self._languages else ""
        self._clock = clock
        self._notice: Notice | None = None
        self._closed = 0
        self._told = ("", False)
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self._tell)
        # Every minute, so that a clock that is set and a night's sleep are noticed too.
        timepiece.changed.connect(self._tell)
        self.look()

    def look(self) -> None:
        """Read what lies in the ward folder now."""
        self._notice = read_notice(self._ward)
        self._tell()

    def speak(self, language: str) -> None:
        """Say it in this language; where it is not said in that, in the hospital's first."""
        self._language = language
        self._tell()

    @Slot()
    def close(self) -> None:
        """Put its sheet away, until the hospital has something else to say."""
        if self._notice is not None:
            self._closed = self._notice.number
            self._tell()

    @property
    def current_text(self) -> str:
        left_s = self._left_s()
        if self._notice is None or left_s <= 0:
            return ""
        texts = self._notice.text
        known = (self._language, *self._languages, *texts)
        return next(texts[language] for language in known if language in texts)

    @property
    def open_text(self) -> str:
        """What it says and nobody has put away."""
        text, is_closed = self._told
        return "" if is_closed else text

    def _left_s(self) -> float:
        return 0 if self._notice is None else self._notice.until_s - self._clock.now().timestamp()

    def _tell(self) -> None:
        left_s = self._left_s()
        if left_s > 0:
            self._end.start(int(min(left_s, _TIMER_MAX_S) * 1000) + 1)
        else:
            self._end.stop()
        now = (self.current_text, self._is_closed())
        if now != self._told:
            self._told = now
            self.changed.emit()

    def _is_closed(self) -> bool:
        return self._notice is None or self._notice.number == self._closed

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._told[0]

    @Property(bool, notify=changed)
    def closed(self) -> bool:
        return self._told[1]
