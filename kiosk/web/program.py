"""The visit's composition root: from a socket to a painted, empty frame that waits to be told where to go."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtWebEngineQuick import QtWebEngineQuick

import kiosk
from flexcare.clock import SystemClock
from flexcare.session.ward_reader import read_ward
from kiosk.keyboard.keyboard import Keyboard
from kiosk.keyboard.start import choose_input_method, quiet_about_the_keyboard
from kiosk.painted import Painted
from kiosk.screen import prepare_qt
from kiosk.web.attention import Attention
from kiosk.web.engine import Guard, prepare_engine, take_profile
from kiosk.web.memory import limit_each_process
from kiosk.web.obedience import Obedience
from kiosk.web.reminder import VisitReminder
from kiosk.web.visit import Visit
from kiosk.web.words import Look, Opened, Standing, Used
from theme.fonts.fonts import load_fonts
from theme.icons.icons import PROVIDER, IconProvider
from theme.measures import TEXT_SCALES
from theme.theme import Theme
from theme.translations.translations import LANGUAGES, SOURCE_LANGUAGE, Translations

IMPORT_PATH = Path(kiosk.__file__).resolve().parent.parent
PIXELS_PER_MM_OF_THE_WEB = 96 / 25.4
"""CSS Values and Units 3, 6.2: a CSS pixel is a 96th of an inch."""
ZOOM_LEAST, ZOOM_MOST = 1.0, 5.0
"""Qt WebEngine zooms no further."""
RESERVED_MIB = 1024
"""What an engine's process reserves and does not use, in MiB, twice over: it counts where the kernel limits a process."""


@dataclass(frozen=True)
class Options:
    """What the command line says (`kiosk.web.__main__`)."""

    ward: Path
    wire: int
    language: str = "en"
    density: float = 6.0
    proxy: str = ""
    slot: int = 0
    memory_mib: int = 1024


@dataclass
class Program:
    """A visit on its screen, and what tests may look at."""

    engine: QQmlApplicationEngine
    window: QQuickWindow
    visit: Visit
    keep: tuple[object, ...]


def zoom(density: float, text_size: str) -> float:
    """How much larger than on a desk's screen pages are: by the screen's density, and by the patient's text size."""
    return max(ZOOM_LEAST, min(ZOOM_MOST, density / PIXELS_PER_MM_OF_THE_WEB * TEXT_SCALES[text_size]))


@contextmanager
def _files(certificates: str) -> Iterator[list[str]]:
    """The names of files with these certificates (PEM), which the engine reads once, while its profile is made."""
    if not certificates:
        yield []
        return
    with tempfile.NamedTemporaryFile(suffix=".pem") as file:
        file.write(certificates.encode())
        file.flush()
        yield [file.name]


def build(application: QGuiApplication, options: Options) -> Program:
    """Wire a visit from its socket up to the screen."""
    offer = read_ward(options.ward)
    language = LANGUAGES.get(options.language, LANGUAGES[SOURCE_LANGUAGE])
    application.setFont(load_fonts())
    translations = Translations(application)
    translations.use(language)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if language.right_to_left else Qt.LayoutDirection.LeftToRight)

    engine = QQmlApplicationEngine()
    engine.addImportPath(str(IMPORT_PATH))
    engine.addImageProvider(PROVIDER, IconProvider())
    theme = engine.singletonInstance("theme", "Theme")
    assert isinstance(theme, Theme)
    theme.set_density(options.density)
    theme.set_accent(offer.hospital.accent)

    visit = Visit(options.language, engine)
    guard = Guard(lambda: visit.rules, visit.refuse, engine)
    visit.profileMade.connect(lambda profile: take_profile(profile, guard, (options.language, *offer.languages)))
    keyboard = Keyboard(engine)
    keyboard.speak(options.language)
    reminder = VisitReminder(engine)
    with _files(offer.web_ca) as authorities:
        engine.setInitialProperties(
            {
                "visit": visit,
                "reminder": reminder,
                "keyboard": keyboard,
                "zoom": zoom(options.density, "standard"),
                "veil": 0.0,
                "night": False,
                "mirrored": language.right_to_left,
                "authorities": authorities,
            }
        )
        engine.loadFromModule("kiosk.web", "VisitWindow")
    if not engine.rootObjects():
        raise RuntimeError("the visit cannot be loaded; the messages above say why")
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)

    keyboard.follow_pages()

    def show(look: Look) -> None:
        theme.set_palette(look.palette)
        theme.set_text_size(look.text_size)
        theme.set_reduce_motion(look.reduce_motion)
        application.styleHints().setColorScheme(Qt.ColorScheme.Dark if look.palette == "night" else Qt.ColorScheme.Light)
        window.setProperty("zoom", zoom(options.density, look.text_size))
        window.setProperty("veil", look.veil)
        window.setProperty("night", look.palette == "night")

    obedience = Obedience(socket.socket(fileno=options.wire), offer, visit, reminder, show, engine)
    attention = Attention(window, visit, SystemClock(), lambda: obedience.say(Used()), keyboard.touched, keyboard.look, engine)
    standing = Painted(window, lambda: obedience.say(Standing()), engine)
    opened = Painted(window, lambda: obedience.say(Opened()), engine)
    obedience.when_opened(opened.ask)
    standing.ask()
    window.setGeometry(application.primaryScreen().geometry())
    # Not full screen: such a window comes up on the workspace that is seen. Alone on its own it has all of the screen.
    window.show()
    return Program(engine, window, visit, (obedience, attention, standing, opened, translations))


def run(options: Options, watch: Callable[[Program], None] = lambda _: None) -> int:
    """Be a visit until the session ends it."""
    os.set_inheritable(options.wire, False)
    # Above what is watched, so that a page which grows fast ends all the same, and one that grows slowly is told of.
    limit_each_process(options.memory_mib + RESERVED_MIB)
    locale = LANGUAGES.get(options.language, LANGUAGES[SOURCE_LANGUAGE]).locale
    QLocale.setDefault(QLocale(locale))
    prepare_engine(os.environ, locale.replace("_", "-"), options.proxy)
    QtWebEngineQuick.initialize()
    prepare_qt()
    choose_input_method(os.environ)
    with quiet_about_the_keyboard():
        application = QGuiApplication(["flexcare"])
    application.setDesktopFileName(f"flexcare-visit-{options.slot}" if options.slot else "flexcare-visit")
    program = build(application, options)
    watch(program)
    code = application.exec()
    program.engine.deleteLater()
    return code
