"""The staff program's composition root: from a socket and a ward folder to the pad."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

import kiosk
from flexcare.clock import Clock, SystemClock
from flexcare.errors import WardFolderUnusable
from flexcare.session.offer import Offer
from flexcare.session.ward_reader import read_ward
from flexcare.staff.messages import Pad, Ready, ToStaff
from flexcare.staff.nurse_messages import ToNurse
from kiosk.keyboard.start import quiet_about_the_keyboard
from kiosk.painted import Painted
from kiosk.screen import density, prepare_qt
from kiosk.shell.timepiece import Timepiece
from kiosk.staff.it import It
from kiosk.staff.line import Line
from kiosk.staff.nurse import Nurse
from kiosk.staff.staff import Staff
from theme.fonts.fonts import load_fonts
from theme.icons.icons import PROVIDER, IconProvider
from theme.theme import Theme
from theme.translations.translations import LANGUAGES, SOURCE_LANGUAGE, Language, Translations

IMPORT_PATH = Path(kiosk.__file__).resolve().parent.parent
DESKTOP_FILE = "flexcare-staff"
TOUCHES = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress, QEvent.Type.TouchUpdate}


@dataclass(frozen=True)
class Options:
    """What the command line says (`kiosk.staff.__main__`)."""

    ward: Path
    link: int
    diagonal_inches: float | None = None


@dataclass
class Program:
    """The staff program on its screen, and what tests may look at."""

    engine: QQmlApplicationEngine
    window: QQuickWindow
    staff: Staff
    nurse: Nurse
    it: It
    theme: Theme
    line: Line
    translations: Translations
    keep: tuple[QObject, ...]

    def close(self) -> None:
        """Leave the supervisor alone and take the window away."""
        self.line.close()
        self.window.close()
        self.engine.deleteLater()


class _Touches(QObject):
    """Sees every touch and key of the window before the screen does, and lets all of them through."""

    def __init__(self, touched: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._touched = touched

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._touched()
        return False


def build(application: QGuiApplication, options: Options, clock: Clock | None = None) -> Program:
    """Wire it. A ward folder that cannot be used changes nothing but the language."""
    clock = clock or SystemClock()
    offer = _offer(options.ward)
    language = _language(offer)
    application.setFont(load_fonts())
    translations = Translations(application)
    translations.use(language)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if language.right_to_left else Qt.LayoutDirection.LeftToRight)
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(IMPORT_PATH))
    engine.addImageProvider(PROVIDER, IconProvider())
    theme = engine.singletonInstance("theme", "Theme")
    assert isinstance(theme, Theme)
    theme.set_density(density(application, offer, options.diagonal_inches))
    if offer is not None:
        theme.set_accent(offer.hospital.accent)
        theme.set_palette(offer.palette)

    line = Line(options.link, lambda word: hear(word), engine)
    nurse, it = Nurse(line.say, engine), It(line.say, engine)
    staff = Staff(line.say, clock, lambda: nurse.back() or it.back(), engine)
    timepiece = Timepiece(clock, engine)
    timepiece.set_locale(language.locale)

    def hear(word: ToStaff) -> None:
        if isinstance(word, Pad):
            staff.hear(word)
        elif isinstance(word, ToNurse):
            nurse.hear(word)
            staff.open("nurse")
        else:
            it.hear(word)
            staff.open("it")

    engine.setInitialProperties({"staff": staff, "nurse": nurse, "it": it, "timepiece": timepiece, "mirrored": language.right_to_left})
    engine.loadFromModule("kiosk.staff", "StaffWindow")
    if not engine.rootObjects():
        raise RuntimeError("the pad cannot be loaded; the messages above say why")
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    touches = _Touches(staff.touched, engine)
    window.installEventFilter(touches)
    painted = Painted(window, lambda: line.say(Ready()), engine)
    painted.ask()
    window.setGeometry(application.primaryScreen().geometry())
    window.show()
    return Program(engine, window, staff, nurse, it, theme, line, translations, (timepiece, painted, touches))


def _language(offer: Offer | None) -> Language:
    """What Welcome begins in; staff at this hospital speak it."""
    spoken = next((code for code in (offer.languages if offer else ()) if code in LANGUAGES), SOURCE_LANGUAGE)
    return LANGUAGES[spoken]


def run(options: Options, watch: Callable[[Program], None] = lambda _: None) -> int:
    """Be the staff program until the supervisor ends it."""
    os.set_inheritable(options.link, False)
    prepare_qt()
    with quiet_about_the_keyboard():
        application = QGuiApplication(["flexcare"])
    application.setDesktopFileName(DESKTOP_FILE)
    watch(build(application, options))
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return application.exec()


def _offer(ward: Path) -> Offer | None:
    try:
        return read_ward(ward)
    except WardFolderUnusable:
        return None
