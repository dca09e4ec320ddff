"""What the nurse's page shows and asks for. Every rule is the supervisor's; here are the steps that a finger takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import msgspec
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.session.offer import PaletteName, TextSize
from flexcare.staff.messages import FromStaff
from flexcare.staff.nurse_messages import (
    BeginWith,
    Found,
    Help,
    Loudest,
    Night,
    NurseOpened,
    PutAt,
    PutOutOfOrder,
    ToNurse,
    Welcome,
)
from theme.translations.translations import LANGUAGES

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1

STEP_PERCENT = 10
NIGHT_HOURS = (6, 7, 8, 9)


@QmlElement
class Nurse(QObject):
    """What the supervisor said of this bed last, and which of the page's sheets is open ("" for none).

    Sheets: "bed", "look", "language", "volume", "night", "help", "order". The question about clearing is the window's (`Staff.asking`).
    """

    changed = Signal()
    sheetChanged = Signal()
    busyChanged = Signal()

    def __init__(self, say: Callable[[FromStaff], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._known = NurseOpened()
        self._verdict = ""
        self._sheet = ""
        self._wanted_place = ""
        self._busy = False

    def hear(self, word: ToNurse) -> None:
        """Take what the supervisor said."""
        if isinstance(word, Found):
            self._verdict = word.verdict.value
        else:
            self._known = word
        self._be_busy(busy=False)
        self.changed.emit()

    @property
    def current_sheet(self) -> str:
        return self._sheet

    @Slot(str)
    def open(self, sheet: str) -> None:
        """Lay a sheet over the page; the one about the television looks at once."""
        if sheet != self._sheet:
            self._sheet, self._wanted_place = sheet, ""
            self.sheetChanged.emit()
        if sheet == "help":
            self.look()

    @Slot()
    def close(self) -> None:
        """Put the sheet away; of the question which bed this is, back to the list."""
        if self._wanted_place:
            self._wanted_place = ""
            self.sheetChanged.emit()
        else:
            self.open("")

    def back(self) -> bool:
        """Put away what lies over the page, as `close` does. False where nothing does."""
        if not self._sheet:
            return False
        self.close()
        return True

    # What can be done.

    @Slot()
    def look(self) -> None:
        """Find out what is wrong with the television."""
        self._verdict = ""
        self._ask(Help())
        self.changed.emit()

    @Slot(bool)
    def putOutOfOrder(self, so: bool) -> None:
        """Have Welcome say so, or no more."""
        self._ask(PutOutOfOrder(so))
        self.open("")

    @Slot(str)
    def choosePlace(self, device: str) -> None:
        """Ask back about a bed of the list."""
        self._wanted_place = device
        self.sheetChanged.emit()

    @Slot()
    def confirmPlace(self) -> None:
        """The tablet stands there."""
        if self._wanted_place:
            self._ask(PutAt(self._wanted_place))
            self.open("")

    @Slot(str)
    def setTextSize(self, size: str) -> None:
        """Begin every session here with this text size."""
        self._ask(BeginWith(text_size=cast("TextSize", size)))

    @Slot(str)
    def setPalette(self, name: str) -> None:
        """Begin every session here in these colours; "" is the hospital's choice."""
        self._ask(BeginWith(palette=cast("PaletteName", name) if name else "usual"))

    @Slot(bool)
    def setEasy(self, easy: bool) -> None:
        """Begin every session here in easy mode, or not."""
        self._ask(BeginWith(easy=easy))

    @Slot(str)
    def setLanguage(self, code: str) -> None:
        """Have Welcome speak this first; "" is the hospital's choice."""
        self._ask(Welcome(code or None))

    @Slot(int)
    def stepLoudest(self, steps: int) -> None:
        """Let it be louder or quieter at most."""
        percent = max(STEP_PERCENT, min(100, self._known.loudest_percent + steps * STEP_PERCENT))
        # Shown at once, so that the next step goes on from here; the answer says what holds.
        self._known = msgspec.structs.replace(self._known, loudest_percent=percent)
        self._ask(Loudest(percent))
        self.changed.emit()

    @Slot()
    def usualLoudest(self) -> None:
        """As loud as the hospital has it."""
        self._ask(Loudest(None))

    @Slot(int)
    def nightUntil(self, hour: int) -> None:
        """Night from now until this hour; none for -1."""
        self._ask(Night(f"{hour:02}:00" if hour >= 0 else None))
        self.open("")

    def _ask(self, word: FromStaff) -> None:
        self._be_busy(busy=True)
        self._say(word)

    def _be_busy(self, *, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            self.busyChanged.emit()

    # What is shown.

    @Property(str, notify=sheetChanged)
    def sheet(self) -> str:
        return self._sheet

    @Property(bool, notify=busyChanged)
    def busy(self) -> bool:
        return self._busy

    @Property(bool, notify=changed)
    def settable(self) -> bool:
        return self._known.settable

    @Property(bool, notify=changed)
    def done(self) -> bool:
        return self._known.done

    @Property(str, notify=changed)
    def verdict(self) -> str:
        """In a word that the screen says as a sentence; "" while it looks."""
        return self._verdict

    @Property(str, notify=changed)
    def place(self) -> str:
        return self._known.place

    @Property(str, notify=changed)
    def bed(self) -> str:
        """The bed's name."""
        return self._name_of(self._known.place)

    @Property(str, notify=sheetChanged)
    def wantedBed(self) -> str:
        """The name of the bed that is asked back about; "" for none."""
        return self._name_of(self._wanted_place)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # PySide6 describes no type names
    def places(self) -> list[str]:
        return [place.device for place in self._known.places]

    @Slot(str, result=str)
    def nameOf(self, device: str) -> str:
        """What a bed of the list is called."""
        return self._name_of(device)

    def _name_of(self, device: str) -> str:
        return next((place.name for place in self._known.places if place.device == device), "")

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # PySide6 describes no type names
    def languages(self) -> list[str]:
        return [code for code in self._known.languages if code in LANGUAGES]

    @Slot(str, result=str)
    def languageName(self, code: str) -> str:
        """A language's own name."""
        return LANGUAGES[code].name if code in LANGUAGES else ""

    @Property(str, notify=changed)
    def language(self) -> str:
        """What Welcome speaks first, chosen or not."""
        return self._known.language or next(iter(self._known.languages), "")

    @Property(str, notify=changed)
    def textSize(self) -> str:
        return self._known.text_size

    @Property(str, notify=changed)
    def palette(self) -> str:
        """The colours that were chosen; "" for the hospital's choice."""
        return self._known.palette or ""

    @Property(bool, notify=changed)
    def easy(self) -> bool:
        return self._known.easy

    @Property(int, notify=changed)
    def loudest(self) -> int:
        return self._known.loudest_percent

    @Property(int, notify=changed)
    def usual(self) -> int:
        return self._known.usual_percent

    @Property(str, notify=changed)
    def nightEnds(self) -> str:
        return self._known.night_until

    @Property("QVariantList", constant=True)  # type: ignore[arg-type]  # PySide6 describes no type names
    def nightHours(self) -> list[int]:
        return list(NIGHT_HOURS)

    @Property(bool, notify=changed)
    def outOfOrder(self) -> bool:
        return self._known.out_of_order
