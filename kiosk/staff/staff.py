"""What the pad shows, and whose page is open. Every rule is the supervisor's: here is only what it said last, and what is being typed."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.clock import Clock
from flexcare.staff.messages import Entered, FromStaff, Left, Pad, Touched
from flexcare.staff.nurse_messages import Clear
from flexcare.staff.pin import DIGITS_MAX, DIGITS_MIN

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 200
TOUCHED_EVERY_S = 1.0
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


@QmlElement
class Staff(QObject):
    """The pad until a PIN was right, then the page of its role. What was typed is forgotten as soon as it is sent, taken back or left."""

    typedChanged = Signal()
    padChanged = Signal()
    waitChanged = Signal()
    roleChanged = Signal()
    busyChanged = Signal()
    askingChanged = Signal()

    def __init__(
        self, say: Callable[[FromStaff], None], clock: Clock, close_top: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        """close_top: put away what lies over the page of the role; False where nothing does."""
        super().__init__(parent)
        self._say = say
        self._close_top = close_top
        self._clock = clock
        self._typed = ""
        self._wrong = self._shut = self._busy = False
        self._asking = ""
        self._wait = 0
        self._until_s = 0.0
        self._role = ""
        self._touched_s: float | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def hear(self, pad: Pad) -> None:
        """Take how the pad stands."""
        self._wrong, self._shut = pad.wrong, pad.shut
        self._until_s = self._clock.monotonic_s() + pad.wait_s
        if pad.wait_s or pad.shut:
            self._type("")
        self._be_busy(busy=False)
        self._count(pad.wait_s)
        self.padChanged.emit()

    def open(self, role: str) -> None:
        """A PIN was right: show the page of "nurse" or "it"."""
        self._be_busy(busy=False)
        if role != self._role:
            self._role = role
            self.roleChanged.emit()

    def touched(self) -> None:
        """Somebody touches the screen or presses a key, so the program stays open."""
        now_s = self._clock.monotonic_s()
        if self._touched_s is None or now_s - self._touched_s >= TOUCHED_EVERY_S:
            self._touched_s = now_s
            self._say(Touched())

    @Slot(int)
    def digit(self, digit: int) -> None:
        """Take one digit, where a PIN can be tried now."""
        if self.accepts and len(self._typed) < DIGITS_MAX:
            self._type(self._typed + str(digit))

    @Slot()
    def takeBack(self) -> None:
        """Take the last digit back."""
        self._type(self._typed[:-1])

    @Slot()
    def enter(self) -> None:
        """Have what was typed tried."""
        if len(self._typed) < DIGITS_MIN or not self.accepts:
            return
        typed = self._typed
        self._wrong = False
        self.padChanged.emit()
        self._be_busy(busy=True)
        self._type("")
        self._say(Entered(typed))

    @Slot(int, result=bool)
    def press(self, key: int) -> bool:
        """Obey a key; False for one that means nothing here."""
        if key == Qt.Key.Key_Escape or key == Qt.Key.Key_Back:
            self._step_back()
        elif self._role or self._asking:
            return False
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.digit(key - Qt.Key.Key_0)
        elif key == Qt.Key.Key_Backspace:
            self.takeBack()
        elif key in ENTER_KEYS:
            self.enter()
        else:
            return False
        return True

    def _step_back(self) -> None:
        if self._asking:
            self.keep()
        elif not self._close_top():
            self.leave()

    @Slot(bool)
    def askToClear(self, clean: bool) -> None:
        """Ask once whether the patient's session is to be cleared, and the tablet locked for cleaning where that is wanted."""
        self._ask("clean" if clean else "clear")

    @Slot()
    def keep(self) -> None:
        """Take the question away; nothing is cleared."""
        self._ask("")

    @Slot()
    def confirm(self) -> None:
        """Do what was asked."""
        if self._asking:
            self._say(Clear(clean=self._asking == "clean"))

    @Slot()
    def leave(self) -> None:
        """Go back to the patient's session."""
        self._type("")
        self._say(Left())

    def _ask(self, asking: str) -> None:
        if asking != self._asking:
            self._asking = asking
            self.askingChanged.emit()

    def _type(self, typed: str) -> None:
        if typed != self._typed:
            self._typed = typed
            self.typedChanged.emit()

    def _be_busy(self, *, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            self.busyChanged.emit()

    def _look(self) -> None:
        self._count(max(0, math.ceil(self._until_s - self._clock.monotonic_s())))

    def _count(self, seconds: int) -> None:
        if seconds:
            self._timer.start()
        else:
            self._timer.stop()
        if seconds != self._wait:
            self._wait = seconds
            self.waitChanged.emit()

    @property
    def accepts(self) -> bool:
        """Whether a PIN can be tried now."""
        return self._wait == 0 and not self._shut and not self._busy

    @property
    def current_role(self) -> str:
        return self._role

    @property
    def is_busy(self) -> bool:
        return self._busy

    @Property(int, notify=typedChanged)
    def typed(self) -> int:
        return len(self._typed)

    @Property(bool, notify=typedChanged)
    def complete(self) -> bool:
        return len(self._typed) >= DIGITS_MIN

    @Property(bool, notify=padChanged)
    def wrong(self) -> bool:
        return self._wrong

    @Property(bool, notify=padChanged)
    def shut(self) -> bool:
        return self._shut

    @Property(bool, notify=busyChanged)
    def busy(self) -> bool:
        return self._busy

    @Property(str, notify=askingChanged)
    def asking(self) -> str:
        """What is asked: "clear", "clean", or "" for nothing."""
        return self._asking

    @Property(int, notify=waitChanged)
    def wait(self) -> int:
        return self._wait

    @Property(str, notify=waitChanged)
    def waitTime(self) -> str:
        hours, rest = divmod(self._wait, 3600)
        return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"

    @Property(str, notify=roleChanged)
    def role(self) -> str:
        return self._role
