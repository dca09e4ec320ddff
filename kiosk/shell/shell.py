"""Where the patient is: the page, the sheet over it, the language, and whether the screen is off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Property, QEnum, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from flexcare.session.offer import Offer
from kiosk.player.player import VOLUME_STEP, Player
from kiosk.radio.radio import Radio
from kiosk.shell.focus import Focus
from kiosk.shell.keys import ARROWS, Action, action_of, digit_of
from kiosk.tv.television import Television
from theme.translations.translations import LANGUAGES, SOURCE_LANGUAGE

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1

VOLUME_NOTICE_MS = 2500
CHANNEL_STEPS = {Action.CHANNEL_UP: 1, Action.CHANNEL_DOWN: -1}
VOLUME_STEPS = {Action.VOLUME_UP: 1, Action.VOLUME_DOWN: -1}


@dataclass(frozen=True)
class Stage:
    """What the shell moves between: the two things that play, and the player they share."""

    television: Television
    radio: Radio
    player: Player


@QmlElement
class Shell(QObject):
    """The session's shell. At most two layers: a page, and one sheet on top of it."""

    @QEnum
    class Page(Enum):
        """The pages."""

        Welcome = 0
        Home = 1
        Television = 2
        Radio = 3
        NotSetUp = 4

    @QEnum
    class Sheet(Enum):
        """What may lie over a page."""

        Nothing = 0
        Comfort = 1
        Language = 2

    pageChanged = Signal()
    sheetChanged = Signal()
    languageChanged = Signal()
    asleepChanged = Signal()
    volumeShownChanged = Signal()
    scopeChanged = Signal()

    def __init__(self, offer: Offer | None, device_name: str, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._focus: Focus | None = None
        self._scope: QQuickItem | None = None
        self._hospital = offer.hospital.name if offer else ""
        self._device_name = device_name
        self._languages = [code for code in (offer.languages if offer else ()) if code in LANGUAGES] or [SOURCE_LANGUAGE]
        self._language = self._languages[0]
        self._tiles = [tile.kind for tile in offer.tiles if not self._is_empty(tile.kind)] if offer else []
        self._page = self.Page.Welcome if offer else self.Page.NotSetUp
        self._sheet = self.Sheet.Nothing
        self._asleep = False
        self._volume_shown = False
        self._volume_timer = QTimer(self, singleShot=True, interval=VOLUME_NOTICE_MS)
        self._volume_timer.timeout.connect(self._hide_volume)
        self._sleep_timer = QTimer(self, singleShot=True, interval=(offer.screen_off_minutes if offer else 15) * 60_000)
        self._sleep_timer.timeout.connect(self._fall_asleep)
        self._sleep_timer.start()

    def _is_empty(self, kind: str) -> bool:
        return {"tv": self._stage.television.is_empty, "radio": self._stage.radio.is_empty}[kind]

    def watch(self, focus: Focus) -> None:
        """Move this window's focus when arrow keys are pressed."""
        self._focus = focus

    @property
    def current_page(self) -> Page:
        return self._page

    @property
    def current_sheet(self) -> Sheet:
        return self._sheet

    @property
    def current_language(self) -> str:
        return self._language

    @property
    def is_asleep(self) -> bool:
        return self._asleep

    @Slot()
    @Slot(str)
    def start(self, language: str = "") -> None:
        """Begin a session from Welcome, in a language where one was touched."""
        if self._page is not self.Page.Welcome:
            return
        if language:
            self.speak(language)
        self._go(self.Page.Home)

    @Slot(str)
    def speak(self, language: str) -> None:
        """Change the language; one that is not offered changes nothing."""
        if language in self._languages and language != self._language:
            self._language = language
            self.languageChanged.emit()

    @Slot(str)
    def open(self, kind: str) -> None:
        """Open a tile of Home."""
        pages = {"tv": self.Page.Television, "radio": self.Page.Radio}
        if self._page is self.Page.Home and kind in self._tiles:
            self._go(pages[kind])

    @Slot()
    def goHome(self) -> None:
        """Go to Home from wherever a session can be; Welcome and Not set up have none."""
        self.closeSheet()
        if self._page in (self.Page.Television, self.Page.Radio):
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
    def closeSheet(self) -> None:
        """Put away what lies over the page."""
        self._lay(self.Sheet.Nothing)

    @Slot()
    def back(self) -> None:
        """Take one layer away: the sheet, the overlay, then the page."""
        if self._sheet is not self.Sheet.Nothing:
            self.closeSheet()
        elif self._page is self.Page.Television and self._stage.television.overlay_is_shown:
            self._stage.television.hideOverlay()
        else:
            self.goHome()

    def touched(self) -> bool:
        """Somebody touched the tablet or pressed a key. True when that woke the screen and must do nothing else."""
        self._sleep_timer.start()
        self._stage.television.touchOverlay()
        if self._asleep:
            self._asleep = False
            self.asleepChanged.emit()
            return True
        return self._stage.radio.touched()

    def press(self, key: int) -> bool:
        """Obey a key. False where it means nothing here."""
        digit = digit_of(key)
        if digit is not None:
            return self._digit(digit)
        action = action_of(key)
        if action is None:
            return False
        if action in VOLUME_STEPS or action is Action.MUTE:
            self._volume(action)
        elif action is Action.BACK:
            self.back()
        elif action is Action.HOME:
            self.goHome()
        else:
            self._move(action)
        return True

    def _digit(self, digit: int) -> bool:
        if self._page is not self.Page.Television or self._sheet is not self.Sheet.Nothing:
            return False
        self._stage.television.digit(digit)
        return True

    def _volume(self, action: Action) -> None:
        if action is Action.MUTE:
            self._stage.player.toggleMute()
        else:
            self._stage.player.stepVolume(VOLUME_STEPS[action] * VOLUME_STEP)
        self._volume_timer.start()
        if not self._volume_shown:
            self._volume_shown = True
            self.volumeShownChanged.emit()

    def _move(self, action: Action) -> None:
        if self._sheet is self.Sheet.Nothing:
            if self._page is self.Page.Television and self._move_television(action):
                return
            if self._page is self.Page.Radio and action in CHANNEL_STEPS:
                self._stage.radio.zap(CHANNEL_STEPS[action])
                return
        if self._focus is None or self._scope is None:
            return
        if action in ARROWS:
            self._focus.move(self._scope, ARROWS[action])
        elif action is Action.SELECT and not self._focus.press(self._scope):
            self._select_nothing(self._focus, self._scope)

    def _select_nothing(self, focus: Focus, scope: QQuickItem) -> None:
        """Nothing has the focus: on Welcome any key starts, elsewhere the first press shows where one is."""
        if self._page is self.Page.Welcome:
            self.start()
        else:
            focus.begin(scope)

    def _move_television(self, action: Action) -> bool:
        """Handle what a key means over a picture. False where the overlay is shown and the key moves the focus in it."""
        television = self._stage.television
        if action in CHANNEL_STEPS:
            television.zap(CHANNEL_STEPS[action])
        elif television.typed_digits and action is Action.SELECT:
            television.commitDigits()
        elif television.overlay_is_shown:
            return False
        elif action in (Action.UP, Action.DOWN):
            television.zap(1 if action is Action.UP else -1)
        else:
            television.showOverlay()
        return True

    def _go(self, page: Page) -> None:
        if page is self._page:
            return
        playing: dict[Shell.Page, Television | Radio] = {self.Page.Television: self._stage.television, self.Page.Radio: self._stage.radio}
        if self._page in playing:
            playing[self._page].leave()
        self._page = page
        self.pageChanged.emit()
        if page in playing:
            playing[page].enter()

    def _lay(self, sheet: Sheet) -> None:
        if sheet is not self._sheet:
            self._sheet = sheet
            self.sheetChanged.emit()

    def _fall_asleep(self) -> None:
        if self._page in (self.Page.Welcome, self.Page.NotSetUp):
            self._asleep = True
            self.asleepChanged.emit()

    def _hide_volume(self) -> None:
        self._volume_shown = False
        self.volumeShownChanged.emit()

    @Slot(str, result=str)
    def nameOf(self, language: str) -> str:
        """A language's own name for itself."""
        return LANGUAGES[language].name

    @Slot(str, result=str)
    def greetingOf(self, language: str) -> str:
        """How a language says welcome."""
        return LANGUAGES[language].greeting

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

    @Property(bool, notify=asleepChanged)
    def asleep(self) -> bool:
        return self._asleep

    @Property(bool, notify=volumeShownChanged)
    def volumeShown(self) -> bool:
        return self._volume_shown

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self._language

    @Property(bool, notify=languageChanged)
    def mirrored(self) -> bool:
        return LANGUAGES[self._language].right_to_left

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # PySide6 describes no type names
    def languages(self) -> list[str]:
        return self._languages

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # PySide6 describes no type names
    def tiles(self) -> list[str]:
        return list(self._tiles)

    @Property(str, constant=True)
    def hospital(self) -> str:
        return self._hospital

    @Property(str, constant=True)
    def deviceName(self) -> str:
        return self._device_name
