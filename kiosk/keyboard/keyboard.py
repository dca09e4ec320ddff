"""The on-screen keyboard as the screen shows it: which keys there are now. What they type, Qt's input method hands to the field.

Nothing that is typed passes through here or is kept: the keys hand their text on, and there is no dictionary that could learn it.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.keyboard.layouts import LATIN, LAYOUTS, Layout, Rows
from theme.translations.translations import SOURCE_LANGUAGE

QML_IMPORT_NAME = "kiosk.keyboard"
QML_IMPORT_MAJOR_VERSION = 1


class Face(Enum):
    """What the keys show."""

    LOWER = auto()
    UPPER = auto()
    SIGNS = auto()


def takes_text(item: QQuickItem | None) -> bool:
    """Whether an item is a field that text can be typed into: one of ours, or a page's."""
    return item is not None and bool(item.flags() & QQuickItem.Flag.ItemAcceptsInputMethod)


@QmlElement
class Keyboard(QObject):
    """The keys of one window. `needed` once a field was focused: before that nothing of the keyboard is loaded.

    `covered` is how many pixels of the window's lower edge it takes at this moment; a page lays itself out above them.
    """

    neededChanged = Signal()
    keysChanged = Signal()
    coveredChanged = Signal()
    upChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own = self._layout = LAYOUTS[SOURCE_LANGUAGE]
        self._face = Face.LOWER
        self._needed = False
        self._covered = 0
        self._window: QQuickWindow | None = None
        self._serves_pages = self._put_away = self._touched = False

    def follow(self, window: QQuickWindow) -> None:
        """Be there when a field of this window is focused."""
        self._window = window
        window.activeFocusItemChanged.connect(self._on_focus)
        QGuiApplication.inputMethod().visibleChanged.connect(self.upChanged)

    def follow_pages(self) -> None:
        """Be there for the fields of web pages. They belong to an item of the engine's that cannot be looked at: `look` asks for it."""
        self._serves_pages = True
        QGuiApplication.inputMethod().visibleChanged.connect(self._on_visible)
        self.upChanged.connect(self._begin_anew)

    @Slot()
    def look(self) -> None:
        """See whether what has the focus now takes text; what has, gets the keys. What they show stays: somebody may be typing."""
        if QGuiApplication.inputMethod().queryFocusObject(Qt.InputMethodQuery.ImEnabled, None):
            self._need()

    def speak(self, language: str) -> None:
        """Show the letters of a language; one without a layout gets those of the interface's own."""
        own = LAYOUTS.get(language, LAYOUTS[SOURCE_LANGUAGE])
        self._show(own, Face.LOWER, own)

    @property
    def face(self) -> Face:
        return self._face

    @property
    def is_typing(self) -> bool:
        """Whether a field has the focus, so that letters and digits are text."""
        return self._window is not None and takes_text(self._window.activeFocusItem())

    @Slot()
    def ready(self) -> None:
        """The keys are loaded: the field that was focused before anybody could answer asks again."""
        QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImQueryAll)
        self.show()

    @Slot()
    def show(self) -> None:
        """Bring the keys up for the field that has the focus."""
        QGuiApplication.inputMethod().show()

    @Slot()
    def hide(self) -> None:
        """Put the keys away; the field keeps the focus."""
        self._put_away, self._touched = self._serves_pages, False
        QGuiApplication.inputMethod().hide()

    def touched(self) -> None:
        """Know that somebody touched the window: keys that were put away may come up again."""
        self._touched = True

    @Slot()
    def _on_visible(self) -> None:
        """The engine asks for the keys again when the page gets their room back. Who put them away does not want them then."""
        if QGuiApplication.inputMethod().isVisible() and self._put_away:
            if self._touched:
                self._put_away = False
            else:
                QTimer.singleShot(0, self, QGuiApplication.inputMethod().hide)
        self.upChanged.emit()

    @Slot()
    def shift(self) -> None:
        """Turn to capitals for one letter, or back."""
        self._show(self._layout, Face.LOWER if self._face is Face.UPPER else Face.UPPER)

    @Slot()
    def turn(self) -> None:
        """Turn to digits and signs, or back to letters."""
        self._show(self._layout, Face.LOWER if self._face is Face.SIGNS else Face.SIGNS)

    @Slot()
    def otherLetters(self) -> None:
        """Turn to Latin letters where the language's own are others, or back. They stay over fields: an address, then its password."""
        if self.hasOtherLetters:
            self._show(self._others, Face.LOWER)

    @Slot()
    def typed(self) -> None:
        """A letter or sign was typed: a capital is one only."""
        if self._face is Face.UPPER:
            self._show(self._layout, Face.LOWER)

    def _show(self, layout: Layout, face: Face, own: Layout | None = None) -> None:
        keys = own or self._own, layout, face
        if keys != (self._own, self._layout, self._face):
            self._own, self._layout, self._face = keys
            self.keysChanged.emit()

    @property
    def _others(self) -> Layout:
        return LATIN if self._layout is self._own else self._own

    def _rows(self) -> Rows:
        faces = {Face.LOWER: self._layout.lower, Face.UPPER: self._layout.upper, Face.SIGNS: self._layout.signs}
        return faces[self._face]

    @Slot()
    def _on_focus(self) -> None:
        if not self.is_typing:
            return
        self._show(self._layout, Face.LOWER)
        self._need()

    @Slot()
    def _begin_anew(self) -> None:
        """Keys that come up again begin with letters."""
        if not self.up:
            self._show(self._layout, Face.LOWER)

    def _need(self) -> None:
        if not self._needed:
            self._needed = True
            self.neededChanged.emit()

    def _get_covered(self) -> int:
        return self._covered

    def _set_covered(self, pixels: int) -> None:
        if pixels != self._covered:
            self._covered = pixels
            self.coveredChanged.emit()

    covered = Property(int, _get_covered, _set_covered, notify=coveredChanged)

    @Property(bool, notify=neededChanged)
    def needed(self) -> bool:
        return self._needed

    @Property(bool, notify=upChanged)
    def up(self) -> bool:
        """Whether the keys are wanted on the screen."""
        return QGuiApplication.inputMethod().isVisible() and not self._put_away

    @Property(str, notify=keysChanged)
    def locale(self) -> str:
        return self._layout.locale

    @Property("QStringList", notify=keysChanged)  # type: ignore[arg-type]  # PySide6 describes no type names
    def upperRow(self) -> list[str]:
        return list(self._rows()[0])

    @Property("QStringList", notify=keysChanged)  # type: ignore[arg-type]  # PySide6 describes no type names
    def middleRow(self) -> list[str]:
        return list(self._rows()[1])

    @Property("QStringList", notify=keysChanged)  # type: ignore[arg-type]  # PySide6 describes no type names
    def lowerRow(self) -> list[str]:
        return list(self._rows()[2])

    @Property(bool, notify=keysChanged)
    def capitals(self) -> bool:
        return self._face is Face.UPPER

    @Property(bool, notify=keysChanged)
    def signs(self) -> bool:
        return self._face is Face.SIGNS

    @Property(bool, notify=keysChanged)
    def hasCapitals(self) -> bool:
        return self._layout.has_capitals and self._face is not Face.SIGNS

    @Property(bool, notify=keysChanged)
    def hasOtherLetters(self) -> bool:
        return not self._own.has_capitals

    @Property(str, notify=keysChanged)
    def alphabet(self) -> str:
        """How the alphabet begins whose letters are shown, or come back after digits."""
        return self._layout.alphabet

    @Property(str, notify=keysChanged)
    def otherAlphabet(self) -> str:
        """How the alphabet begins that `otherLetters` turns to."""
        return self._others.alphabet
