"""One visit to one web service: what is on its screen, and every answer that the engine asks for."""

from __future__ import annotations

import contextlib
import os
import signal
from enum import Enum

from PySide6.QtCore import Property, QEnum, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.session.web_service import WebService
from kiosk.web.address import written
from kiosk.web.asking import Asking
from kiosk.web.rules import Rules, admission_of
from kiosk.web.visit_notice import VisitNotice
from kiosk.web.visit_sound import VisitSound
from theme.translations.translations import LANGUAGES, SOURCE_LANGUAGE

QML_IMPORT_NAME = "kiosk.web"
QML_IMPORT_MAJOR_VERSION = 1

ABORTED = -3
"""net::ERR_ABORTED: another address took this one's place, or it was refused before it was asked for."""
BLOCKED = -20
"""net::ERR_BLOCKED_BY_CLIENT: the guard refused it."""
CERTIFICATE_ERRORS = range(-299, -199)
"""net/base/net_error_list.h: certificate errors are 200 to 299."""
EMPTY = "about:blank"
NOBODY_ANSWERS = (502, 503, 504)
"""What the visit's proxy answers where a host does not, and gateways where a service does not (RFC 9110, 15.6)."""
ONLY_READING = "toolbar=0&navpanes=0&view=FitH"
"""What Chromium's PDF viewer understands of Adobe's "Parameters for Opening PDF Files"."""


@QmlElement
class Visit(QObject):
    """The state of a visit. `left` says where the patient wants to be; `going` carries the address to show.
    `profileMade`: the engine's profile is there, and no page yet.
    """

    @QEnum
    class Trouble(Enum):
        """Why there is no page."""

        Nothing = 0
        NotAllowed = 1
        Offline = 2
        Certificate = 3
        Crashed = 4
        TooLarge = 5
        Unanswered = 6

    serviceChanged = Signal()
    troubleChanged = Signal()
    hasPageChanged = Signal()
    going = Signal(QUrl, arguments=["address"])
    left = Signal(str, arguments=["where"])
    endPage = Signal()
    profileMade = Signal(QObject, arguments=["profile"])
    backRequested = Signal()
    silenceChanged = Signal()

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        """`language` is the patient's."""
        super().__init__(parent)
        self._language = language
        self._service: WebService | None = None
        self._trouble = self.Trouble.Nothing
        self._was_too_large = False
        self._has_page = False
        self._silent = False
        self.last_code = 0
        self._asking = Asking(self)
        self._asking.days.speak(LANGUAGES.get(language, LANGUAGES[SOURCE_LANGUAGE]).locale)
        self._asking.stubborn.connect(self._end_stubborn)
        self._sound = VisitSound(self)
        self._notice = VisitNotice(self)
        self.rules = Rules()

    @property
    def current_trouble(self) -> Trouble:
        return self._trouble

    @property
    def questions(self) -> Asking:
        """What its pages ask."""
        return self._asking

    @property
    def loudness(self) -> VisitSound:
        """How loud its pages are."""
        return self._sound

    @property
    def announcement(self) -> VisitNotice:
        """What the hospital has to say."""
        return self._notice

    @property
    def has_page(self) -> bool:
        """Whether a page has come."""
        return self._has_page

    def visit(self, service: WebService) -> None:
        """Go to a service's first page."""
        self._service = service
        self.rules = Rules(admission_of(service).rules)
        self._asking.permit(camera=service.camera, microphone=service.microphone)
        self._sound.begin()
        self.serviceChanged.emit()
        self.startAnew()

    def silence(self, *, silent: bool) -> None:
        """Be silent while something else is on the screen."""
        self._silent = silent
        self.silenceChanged.emit()

    @Slot()
    def startAnew(self) -> None:
        """Go to the service's first page again."""
        if self._service is not None:
            self._set_trouble(self.Trouble.Nothing)
            self.going.emit(QUrl(self._service.address))

    # What the patient does.

    @Slot()
    def goHome(self) -> None:
        """End the visit at Home."""
        self.left.emit("home")

    @Slot()
    def leave(self) -> None:
        """End the visit where it was opened from."""
        self.left.emit("back")

    @Slot()
    def dismiss(self) -> None:
        """Put the words about a trouble away; the page before is still there."""
        self._set_trouble(self.Trouble.Nothing)

    # What the engine asks and tells.

    @Slot(QUrl, bool, result=bool)
    def mayGo(self, url: QUrl, is_page: bool) -> bool:
        """Whether a page or a frame may go there; a page that may not becomes words."""
        if not is_page:
            return self.rules.may_frame(written(url))
        if url.toString() == EMPTY:
            return True
        if self.rules.may_visit(written(url)):
            return not self._is_turned_to_reading(url)
        self.refuse()
        return False

    @Slot(QUrl, result=bool)
    def mayOpen(self, url: QUrl) -> bool:
        """Whether what asks for a window of its own may be opened in place. An empty one would only take the page away."""
        return url.toString() not in ("", EMPTY) and self.mayGo(url, True)

    @Slot()
    def stays(self) -> None:
        """A page was there and still is, whatever became of the one that was asked for."""
        self._set_has_page(has_page=True)

    @Slot(QUrl, int)
    def came(self, url: QUrl, status: int) -> None:
        """A page is there, with its HTTP status."""
        if status in NOBODY_ANSWERS:
            self._set_has_page(has_page=False)
            self._set_trouble(self.Trouble.Offline)
        elif url.toString() != EMPTY:
            self._set_has_page(has_page=True)
            if self._trouble is not self.Trouble.NotAllowed:
                self._set_trouble(self.Trouble.Nothing)

    @Slot(int)
    def failed(self, code: int) -> None:
        """A page did not come; `code` is the engine's (net/base/net_error_list.h)."""
        self.last_code = code
        if code == BLOCKED:
            self._set_trouble(self.Trouble.NotAllowed)
        elif code in CERTIFICATE_ERRORS:
            self._set_trouble(self.Trouble.Certificate)
        elif code != ABORTED and self._trouble is self.Trouble.Nothing:
            self._set_trouble(self.Trouble.Offline)

    @Slot()
    def refusedCertificate(self) -> None:
        """A host could not prove who it is."""
        self._set_trouble(self.Trouble.Certificate)

    @Slot()
    def crashed(self) -> None:
        """The page's process is gone."""
        self._set_has_page(has_page=False)
        too_large, self._was_too_large = self._was_too_large, False
        if self._trouble is not self.Trouble.Unanswered:
            self._set_trouble(self.Trouble.TooLarge if too_large else self.Trouble.Crashed)

    @Slot(int)
    def end(self, pid: int) -> None:
        """End a page's process: one that is busy asking hears of nothing else."""
        if pid > 0:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    @Slot()
    def tooLarge(self) -> None:
        """The page's process is about to be ended because of the memory that it takes."""
        self._was_too_large = True

    def _is_turned_to_reading(self, url: QUrl) -> bool:
        """Whether a document is asked for once more, as one that is only to be read: without buttons to print and save."""
        if not url.path().lower().endswith(".pdf") or url.hasFragment():
            return False
        quiet = QUrl(url)
        quiet.setFragment(ONLY_READING)
        QTimer.singleShot(0, lambda: self.going.emit(quiet))
        return True

    @Slot()
    def _end_stubborn(self) -> None:
        self._set_trouble(self.Trouble.Unanswered)
        self.endPage.emit()

    def refuse(self) -> None:
        """A page may not be shown; said a moment later, because the engine is in the middle of it."""
        QTimer.singleShot(0, lambda: self._set_trouble(self.Trouble.NotAllowed))

    def _set_has_page(self, *, has_page: bool) -> None:
        if has_page is not self._has_page:
            self._has_page = has_page
            self.hasPageChanged.emit()

    def _set_trouble(self, trouble: Trouble) -> None:
        if trouble is not self._trouble:
            self._trouble = trouble
            self.troubleChanged.emit()

    @Property(str, notify=serviceChanged)
    def name(self) -> str:
        if self._service is None:
            return ""
        title = self._service.title
        return title.get(self._language) or next(iter(title.values()), "")

    @Property(str, notify=serviceChanged)
    def icon(self) -> str:
        return self._service.icon if self._service else "app-window"

    @Property(int, notify=troubleChanged)
    def trouble(self) -> int:
        return self._trouble.value

    @Property(bool, notify=hasPageChanged)
    def hasPage(self) -> bool:
        """Whether a page lies under the words about a trouble."""
        return self._has_page

    @Property(bool, notify=silenceChanged)
    def silent(self) -> bool:
        return self._silent

    @Property(VisitNotice, constant=True)
    def notice(self) -> VisitNotice:
        return self._notice

    @Property(VisitSound, constant=True)
    def sound(self) -> VisitSound:
        return self._sound

    @Property(Asking, constant=True)
    def asking(self) -> Asking:
        return self._asking
