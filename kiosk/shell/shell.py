"""Where the patient is: the page, the sheet over it, the language, and whether the screen is off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from flexcare.session.offer import Offer, Start
from kiosk.cleaning.cleaning import Cleaning
from kiosk.ending.ending import Ending
from kiosk.ending.still_there import StillThere
from kiosk.guide.guide import Guide
from kiosk.home.tiles import ALL_SERVICES, WEB, chosen_tiles
from kiosk.notice.hospital_notice import HospitalNotice
from kiosk.player.player import Player
from kiosk.privacy.privacy import Privacy
from kiosk.radio.radio import Radio
from kiosk.services.services import Services
from kiosk.shell.languages import Languages
from kiosk.shell.sleep import Sleep
from kiosk.shell.volume_keys import VolumeKeys
from kiosk.tv.television import Television

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1

USUAL_SCREEN_OFF_MINUTES = 15


@dataclass(frozen=True)
class Stage:
    """What the shell moves between: the two things that play, the player they share, what is read, and what may lie over everything."""

    television: Television
    radio: Radio
    player: Player
    privacy: Privacy
    guide: Guide
    still_there: StillThere
    ending: Ending
    cleaning: Cleaning
    services: Services
    notice: HospitalNotice


@QmlElement
class Shell(QObject):
    """The session's shell. At most two layers: a page, and one sheet on top of it.

    Until `go_live` it is a standby: painted, hidden, and nothing of it ends by itself.
    """

    @QEnum
    class Page(Enum):
        """The pages."""

        Welcome = 0
        Home = 1
        Television = 2
        Radio = 3
        NotSetUp = 4
        Privacy = 5
        Services = 6
        Easy = 7

    @QEnum
    class Sheet(Enum):
        """What may lie over a page."""

        Nothing = 0
        Comfort = 1
        Language = 2
        Finish = 3
        Guide = 4
        Search = 5

    pageChanged = Signal()
    sheetChanged = Signal()
    scopeChanged = Signal()
    somebodyIsThere = Signal()

    def __init__(self, offer: Offer | None, device_name: str, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._scope: QQuickItem | None = None
        self._hospital = offer.hospital.name if offer else ""
        self._device_name = device_name
        begin = offer.start if offer else Start()
        self.speech = Languages(offer.languages if offer else (), begin.language, self)
        self._begins_easy, self._out_of_order = begin.easy, begin.out_of_order
        empty = [kind for kind, one in (("tv", stage.television), ("radio", stage.radio)) if one.is_empty]
        self._tiles = chosen_tiles(offer.tiles if offer else (), empty=empty, services=stage.services.ids)
        self._page = self.Page.Welcome if offer else self.Page.NotSetUp
        self._sheet = self.Sheet.Nothing
        self._volume_keys = VolumeKeys(stage.player, self)
        self._sleep = Sleep(offer.screen_off_minutes if offer else USUAL_SCREEN_OFF_MINUTES, self)
        self._sleep.due.connect(self._fall_asleep)
        stage.guide.watchWanted.connect(self.watch)
        stage.still_there.askingChanged.connect(self._sleep.wake)
        stage.ending.over.connect(self._sleep.stop)
        stage.cleaning.changed.connect(self._sleep.put_off)
        stage.services.homeRequested.connect(self.goHome)

    def go_live(self) -> None:
        """The session is on the screen: an untouched Welcome goes dark after a while."""
        self._sleep.put_off()

    @property
    def current_page(self) -> Page:
        return self._page

    @property
    def current_sheet(self) -> Sheet:
        return self._sheet

    @property
    def is_asleep(self) -> bool:
        return self._sleep.is_asleep

    @Slot()
    @Slot(str)
    def start(self, language: str = "") -> None:
        """Begin a session from Welcome, in a language where one was touched."""
        if self._page is not self.Page.Welcome or self._out_of_order:
            return
        if language:
            self.speak(language)
        self._begin()
        if self._begins_easy:
            self.openEasy()

    def _begin(self) -> None:
        self._stage.services.expect()
        self._go(self.Page.Home)

    def resume(self, page: Page) -> None:
        """Go from Welcome to where the same patient was, with what played there playing again."""
        kinds = {self.Page.Television: "tv", self.Page.Radio: "radio"}
        if page is not self.Page.Welcome and self._page is self.Page.Welcome:
            self._begin()
        if page in kinds:
            self.open(kinds[page])
        elif page is self.Page.Easy:
            self.openEasy()

    @Slot(str)
    def speak(self, language: str) -> None:
        """Change the language; one that is not offered changes nothing."""
        if self.speech.speak(language) and self._page is not self.Page.Welcome:
            self._stage.services.expect()

    @Slot(str)
    def open(self, kind: str) -> None:
        """Open a tile of Home."""
        pages = {"tv": self.Page.Television, "radio": self.Page.Radio, ALL_SERVICES: self.Page.Services}
        if self._page is not self.Page.Home or kind not in self._tiles:
            return
        if kind.startswith(WEB):
            self._stage.services.open(kind.removeprefix(WEB))
        else:
            self._go(pages[kind])

    @property
    def shows_television(self) -> bool:
        """Whether a television picture is on the screen, with all that can be done about it or in easy mode."""
        return self._page in (self.Page.Television, self.Page.Easy)

    @Slot()
    def openEasy(self) -> None:
        """Show television with a few very large buttons, and nothing else."""
        if self._page not in (self.Page.Welcome, self.Page.NotSetUp) and not self._stage.television.is_empty:
            self.goHome()
            self._go(self.Page.Easy)

    @Slot()
    def leaveEasy(self) -> None:
        """Show everything again, from Home."""
        if self._page is self.Page.Easy:
            self._go(self.Page.Home)

    @Slot()
    def openPrivacy(self) -> None:
        """Open the privacy page from Home."""
        if self._page is self.Page.Home:
            self._go(self.Page.Privacy)

    @Slot()
    def openGuide(self) -> None:
        """Lay the guide over Home, or over television, which plays on."""
        if self._page in (self.Page.Home, self.Page.Television):
            self._stage.television.hideOverlay()
            channel = self._stage.television.channel
            self._lay(self.Sheet.Guide)
            self._stage.guide.enter(channel.number if channel else None)

    @Slot(int)
    def watch(self, number: int) -> None:
        """Show a television channel by its number, whatever is shown now; a radio station is heard."""
        if number in self._stage.radio.numbers:
            self.listen(number)
            return
        self.closeSheet()
        # A service that is on its way must not come up over what was chosen instead.
        self._stage.services.cancel()
        if self.shows_television:
            self._stage.television.show(number)
        elif self._page is not self.Page.Welcome:
            self._stage.television.recall(number)
            self._go(self.Page.Television)

    @Slot()
    def goHome(self) -> None:
        """Go to Home from wherever a session can be; Welcome and Not set up have none."""
        self.closeSheet()
        self._stage.services.cancel()
        if self._page in (self.Page.Television, self.Page.Radio, self.Page.Privacy, self.Page.Services):
            self._go(self.Page.Home)

    @Slot()
    def openComfort(self) -> None:
        """Lay the comfort sheet over the page."""
        self._lay(self.Sheet.Comfort)

    @Slot()
    def openLanguages(self) -> None:
        """Lay the list of languages over the page."""
        self._lay(self.Sheet.Language)

    @Slot()
    def openSearch(self) -> None:
        """Lay the search over Home, or over what plays, which plays on."""
        if self._page not in (self.Page.Welcome, self.Page.NotSetUp, self.Page.Easy):
            self._stage.television.hideOverlay()
            self._lay(self.Sheet.Search)

    @Slot(int)
    def listen(self, number: int) -> None:
        """Play a radio station by its number, whatever is shown now."""
        self.closeSheet()
        self._stage.services.cancel()
        self._stage.radio.recall(number)
        if self._page is self.Page.Radio:
            self._stage.radio.enter()
        self._go(self.Page.Radio)

    @Slot()
    def askToFinish(self) -> None:
        """Lay the question over the page whether the session shall end."""
        self._lay(self.Sheet.Finish)

    @Slot()
    def closeSheet(self) -> None:
        """Put away what lies over the page."""
        self._lay(self.Sheet.Nothing)

    @Slot()
    def back(self) -> None:
        """Take one layer away: what is said of a service, the sheet, the overlay, the hospital's notice over a picture, then the page."""
        if self._stage.services.is_spoken_of:
            self._stage.services.cancel()
            return
        if self._sheet in (self.Sheet.Guide, self.Sheet.Search) and self._stage.guide.back():
            return
        if self._sheet is not self.Sheet.Nothing:
            self.closeSheet()
        elif self._page is self.Page.Television and self._stage.television.overlay_is_shown:
            self._stage.television.hideOverlay()
        elif self._shows_notice:
            self._stage.notice.close()
        else:
            self.goHome()

    @property
    def _shows_notice(self) -> bool:
        """Whether the hospital's notice lies over a picture. Digits and the volume are looked for, and come first."""
        is_free = not (self._stage.television.typed_digits or self._volume_keys.is_noticed)
        return self.shows_television and is_free and self._stage.notice.open_text != ""

    def touched(self) -> bool:
        """Somebody touched the tablet or pressed a key. True when that only answered or woke it, and must do nothing else."""
        if self._stage.ending.has_ended or self._stage.cleaning.is_locked:
            return True
        answered = self._stage.still_there.stop()
        woke = self._sleep.wake()
        self._stage.television.touchOverlay()
        brightened = self._stage.radio.touched()
        self.somebodyIsThere.emit()
        return answered or woke or brightened

    def _go(self, page: Page) -> None:
        if page is self._page:
            return
        playing: dict[Shell.Page, Television | Radio] = {
            self.Page.Television: self._stage.television,
            self.Page.Easy: self._stage.television,
            self.Page.Radio: self._stage.radio,
        }
        if self._page in playing:
            playing[self._page].leave()
        self._page = page
        self.pageChanged.emit()
        if page in playing:
            playing[page].enter()

    def _lay(self, sheet: Sheet) -> None:
        if sheet is not self._sheet:
            if self._sheet in (self.Sheet.Guide, self.Sheet.Search):
                self._stage.guide.leave()
            self._sheet = sheet
            self.sheetChanged.emit()

    def _fall_asleep(self) -> None:
        needed = self._stage.still_there.is_asking or self._stage.cleaning.is_locked
        if self._page in (self.Page.Welcome, self.Page.NotSetUp) and not needed:
            self._sleep.fall_asleep()

    @property
    def current_scope(self) -> QQuickItem | None:
        """Where arrow keys may move: the page, or all that lies on the sheet over it."""
        return self._scope

    @property
    def volume_keys(self) -> VolumeKeys:
        return self._volume_keys

    def _get_scope(self) -> QQuickItem | None:
        return self._scope

    def _set_scope(self, scope: QQuickItem | None) -> None:
        self._scope = scope
        self.scopeChanged.emit()

    scope = Property(QQuickItem, _get_scope, _set_scope, notify=scopeChanged)

    @Property(int, notify=pageChanged)
    def page(self) -> int:
        return self._page.value

    @Property(int, notify=sheetChanged)
    def sheet(self) -> int:
        return self._sheet.value

    @Property(Sleep, constant=True)
    def sleep(self) -> Sleep:
        return self._sleep

    @Property(VolumeKeys, constant=True)
    def volumeKeys(self) -> VolumeKeys:
        return self._volume_keys

    @Property(Languages, constant=True)
    def languages(self) -> Languages:
        return self.speech

    @Property(bool, constant=True)
    def outOfOrder(self) -> bool:
        return self._out_of_order

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # PySide6 describes no type names
    def tiles(self) -> list[str]:
        return list(self._tiles)

    @Property(str, constant=True)
    def hospital(self) -> str:
        return self._hospital

    @Property(str, constant=True)
    def deviceName(self) -> str:
        return self._device_name
