"""The session's composition root: from a ward folder to a screen, readable from top to bottom.

Welcome is painted first; the player, and the pages behind it, are made ready after the first frame.
"""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

import kiosk
from flexcare.clock import Clock, SystemClock
from flexcare.errors import WardFolderUnusable
from flexcare.session import offer as offered
from flexcare.session.offer import LOGO_FOLDER, Offer, PaletteName, Sound, TextSize
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_reader import read_ward
from kiosk.cleaning.cleaning import Cleaning
from kiosk.comfort.comfort import Comfort
from kiosk.ending.ending import Ending
from kiosk.ending.still_there import StillThere
from kiosk.ending.tone import Tone
from kiosk.guide.favourites import Favourites
from kiosk.guide.guide import Guide
from kiosk.guide.listings import Listings
from kiosk.guide.moments import Moments
from kiosk.guide.on_now import OnNow
from kiosk.guide.reminders import Reminders
from kiosk.guide.reminding import Reminding
from kiosk.guide.selection import Selection
from kiosk.guide.telling import Telling
from kiosk.joining import circumstances, join_conditions, join_favourites, join_notice, join_reminders, join_search, join_sound
from kiosk.keeper import Keeper, Kept
from kiosk.keyboard.keyboard import Keyboard
from kiosk.keyboard.start import quiet_about_the_keyboard
from kiosk.life import Life, Lived
from kiosk.notice.hospital_notice import HospitalNotice
from kiosk.player.player import Player
from kiosk.privacy.privacy import Privacy
from kiosk.radio.radio import Radio
from kiosk.screen import density, prepare_qt
from kiosk.search.search import Search
from kiosk.services.services import Services
from kiosk.shell.clock_press import ClockPress
from kiosk.shell.focus import Focus
from kiosk.shell.input import Input
from kiosk.shell.presses import Presses
from kiosk.shell.shell import Shell, Stage
from kiosk.shell.staff_key import StaffKey
from kiosk.shell.timepiece import Timepiece
from kiosk.tv.television import Television
from kiosk.web.visits import VISIT, Surroundings, Visits
from kiosk.web.words import Look
from kiosk.welcome.cleared import Cleared
from theme.fonts.fonts import load_fonts
from theme.icons.icons import PROVIDER, IconProvider
from theme.theme import Theme
from theme.translations.translations import LANGUAGES, Translations

log = logging.getLogger(__name__)

IMPORT_PATH = Path(kiosk.__file__).resolve().parent.parent


@dataclass
class Kiosk:
    """A session on the screen, and what tests and tools may look at."""

    engine: QQmlApplicationEngine
    window: QQuickWindow
    shell: Shell
    television: Television
    radio: Radio
    player: Player
    privacy: Privacy
    search: Search
    favourites: Favourites
    reminders: Reminders
    reminding: Reminding
    keyboard: Keyboard
    guide: Guide
    listings: Listings
    comfort: Comfort
    theme: Theme
    timepiece: Timepiece
    cleared: Cleared
    notice: HospitalNotice
    keeper: Keeper
    still_there: StillThere
    ending: Ending
    cleaning: Cleaning
    services: Services
    life: Life
    keep: tuple[QObject, ...]

    def close(self) -> bool:
        """Stop what plays and take the window away. False where libvlc did not come back: leave by `os._exit` then."""
        self.life.close()
        self.listings.close()
        stopped = self.player.close()
        self.window.close()
        self.engine.deleteLater()
        return stopped


@dataclass(frozen=True)
class Options:
    """What the command line may say: about the screen, and the socket to the supervisor; without one the session is live at once.

    slot: which of the supervisor's workspaces the window belongs to. visit: what Python is told to run a web visit.
    """

    diagonal_inches: float | None = None
    full_screen: bool = True
    link: int | None = None
    slot: int | None = None
    visit: tuple[str, ...] = VISIT


def build(application: QGuiApplication, ward: Path, options: Options, clock: Clock | None = None) -> Kiosk:
    """Wire a session from its ward folder up to the screen. A ward folder that cannot be used shows Not set up."""
    clock = clock or SystemClock()
    offer = _offer(ward)
    application.setFont(load_fonts())

    engine = QQmlApplicationEngine()
    engine.addImportPath(str(IMPORT_PATH))
    engine.addImageProvider(PROVIDER, IconProvider())
    theme = engine.singletonInstance("theme", "Theme")
    assert isinstance(theme, Theme)
    pixels = density(application, offer, options.diagonal_inches)
    theme.set_density(pixels)
    theme.set_accent(offer.hospital.accent if offer else None)

    player = Player(offer.sound if offer else Sound(), engine)
    channels = offer.channels if offer else ()
    logos = ward / LOGO_FOLDER
    television = Television(tuple(channel for channel in channels if not channel.radio), logos, player, engine)
    radio = Radio(tuple(channel for channel in channels if channel.radio), logos, player, engine)
    night_palette = offer.night.palette if offer and offer.night else "night"
    comfort = Comfort(theme, offer.palette if offer else "day", engine, night_palette=night_palette)
    comfort.setTextSize(offer.start.text_size if offer else "standard")
    timepiece = Timepiece(clock, engine)
    cleared = Cleared(clock, timepiece, engine)
    notice = HospitalNotice(ward, offer.languages if offer else (), clock, timepiece, engine)
    still_there = StillThere(clock, engine)
    ending = Ending(player, engine)
    privacy = Privacy(offer.privacy if offer else None, offer.languages if offer else (), engine)
    cleaning = Cleaning(offer.cleaning if offer else offered.Cleaning(), clock, engine)
    memory_mib = (offer.session if offer else SessionSettings()).memory_mib // 2
    visits = Visits(Surroundings(ward, pixels, options.slot or 0, memory_mib, options.visit), engine)
    services = Services(offer.services if offer else (), visits, lambda: _look(comfort), clock, engine)
    keyboard = Keyboard(engine)
    # The machine's own time zone; a clock that is held in a test's hands brings its own.
    moments = Moments(None if isinstance(clock, SystemClock) else clock.now().tzinfo)
    listings = Listings(ward, engine)
    on_now = OnNow(listings, clock, moments, timepiece, engine)
    telling = Telling(on_now, television, radio, engine)
    favourites = Favourites(engine)
    selection = Selection([channel for channel in channels if not channel.radio], favourites, engine)
    reminders = Reminders(listings, engine)
    guide = Guide([channel for channel in channels if not channel.radio], logos, on_now, listings, moments, engine)
    search = Search(channels, logos, listings, guide.days, moments, engine)
    stage = Stage(television, radio, player, privacy, guide, still_there, ending, cleaning, services, notice)
    shell = Shell(offer, offer.device.name if offer else "", stage, engine)

    keeper = Keeper(Kept(shell, television, radio, player, comfort, favourites, reminders), engine)
    reminding = Reminding(reminders, guide.shown_card, on_now, channels, circumstances(shell, stage), engine)
    tone = Tone(offer.sound.cap_percent if offer else 0, os.environ, engine)
    still_there.tone.connect(tone.sound)
    still_there.askingChanged.connect(lambda: None if still_there.is_asking else tone.hush())

    join_favourites(favourites, selection, shell, stage)
    join_reminders(reminders, reminding, shell, stage)
    join_search(search, listings, shell, stage)
    join_sound(player, visits, engine)
    join_notice(notice, visits)

    translations = Translations(application)

    def speak() -> None:
        language = LANGUAGES[shell.speech.spoken]
        translations.use(language)
        timepiece.set_locale(language.locale)
        cleared.set_locale(language.locale)
        notice.speak(language.code)
        privacy.speak(language.code)
        cleaning.speak(language.code)
        services.speak(language.code)
        keyboard.speak(language.code)
        listings.speak(language.code)
        guide.speak(language)
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if language.right_to_left else Qt.LayoutDirection.LeftToRight)
        engine.retranslate()

    shell.speech.changed.connect(speak)
    speak()

    engine.setInitialProperties(
        {
            "shell": shell,
            "television": television,
            "radio": radio,
            "player": player,
            "privacy": privacy,
            "search": search,
            "favourites": favourites,
            "selection": selection,
            "reminders": reminders,
            "reminding": reminding,
            "keyboard": keyboard,
            "guide": guide,
            "comfort": comfort,
            "timepiece": timepiece,
            "cleared": cleared,
            "notice": notice,
            "stillThere": still_there,
            "ending": ending,
            "cleaning": cleaning,
            "services": services,
            "hospitalLogo": _hospital_logo(offer, ward),
        }
    )
    engine.loadFromModule("kiosk.shell", "Main")
    if not engine.rootObjects():
        raise RuntimeError("the screen cannot be loaded; the messages above say why")
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    clock_press, staff_key = ClockPress(window, engine), StaffKey(offer.staff_key if offer else "")
    events = Input(shell, Presses(shell, stage, Focus(window), keyboard), clock_press, staff_key, engine)
    window.installEventFilter(events)
    keyboard.follow(window)
    life = Life(Lived(window, shell, player, cleared, keeper, still_there, ending, cleaning, services), clock, options.link, engine)
    clock_press.holding.connect(life.expect_staff)
    events.staffCalled.connect(life.request_staff)
    life.renewed.connect(listings.hear)
    window.frameSwapped.connect(listings.open, Qt.ConnectionType.SingleShotConnection)
    join_conditions(life, comfort, player, tone)
    life.renewed.connect(lambda what: notice.look() if what == "notice" else None)
    _show(window, application, options)
    return Kiosk(
        engine=engine,
        window=window,
        shell=shell,
        television=television,
        radio=radio,
        player=player,
        privacy=privacy,
        search=search,
        favourites=favourites,
        reminders=reminders,
        reminding=reminding,
        keyboard=keyboard,
        guide=guide,
        listings=listings,
        comfort=comfort,
        theme=theme,
        timepiece=timepiece,
        cleared=cleared,
        notice=notice,
        keeper=keeper,
        still_there=still_there,
        ending=ending,
        cleaning=cleaning,
        services=services,
        life=life,
        keep=(events, tone, telling),
    )


def run(ward: Path, options: Options, watch: Callable[[Kiosk], None] = lambda _: None) -> int:
    """Show a session until it is ended by a signal; returns the exit code. `watch` gets it once it is built."""
    prepare_qt()
    with quiet_about_the_keyboard():
        application = QGuiApplication(["flexcare"])
    if options.slot is not None:
        application.setDesktopFileName(f"flexcare-session-{options.slot}")
    kiosk_session = build(application, ward, options)
    watch(kiosk_session)
    kiosk_session.window.frameSwapped.connect(kiosk_session.player.prepare, Qt.ConnectionType.SingleShotConnection)
    # Python's handlers would wait for the event loop to return to Python; the default ends the process at once.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = application.exec()
    if not kiosk_session.close():
        os._exit(code)
    return code


def _offer(ward: Path) -> Offer | None:
    try:
        return read_ward(ward)
    except WardFolderUnusable as error:
        log.error("%s", error)
        return None


def _look(comfort: Comfort) -> Look:
    """How a visit shall look: as everything else does now."""
    return Look(
        cast("TextSize", comfort.current_text_size),
        cast("PaletteName", comfort.current_palette),
        float(comfort.property("veil")),
        bool(comfort.property("reduceMotion")),
    )


def _hospital_logo(offer: Offer | None, ward: Path) -> str:
    if offer is None or not offer.hospital.logo:
        return ""
    file = ward / LOGO_FOLDER / offer.hospital.logo
    return file.as_uri() if file.is_file() else ""


def _show(window: QQuickWindow, application: QGuiApplication, options: Options) -> None:
    window.setGeometry(application.primaryScreen().geometry())
    # A window that asks to be full screen comes up on the workspace that is seen; alone on its own it has all of the screen anyway.
    if options.full_screen and options.slot is None:
        window.showFullScreen()
    else:
        window.show()
