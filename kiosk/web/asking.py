"""What a page asks: how much of it is shown, in our own words, and what is answered unseen."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Property, QEnum, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.clock import Clock, SystemClock
from kiosk.web import dates
from kiosk.web.choice import MARK, Choice, read_choice
from kiosk.web.day_calendar import DayCalendar
from kiosk.web.options import OptionList

QML_IMPORT_NAME = "kiosk.web"
QML_IMPORT_MAJOR_VERSION = 1

DIALOGS_MAX = 3
"""So many questions of one page are shown; the ones after it are answered with No, unseen."""
REFUSALS_MAX = 3
"""Who has refused camera and microphone so often in a visit is not asked again; the answer is No, unseen."""
GRACE_MS = 500
"""So long nobody can allow them: a page may ask just where and when somebody touches it."""
STUBBORN_DIALOGS_MAX = 30
"""A page that goes on asking after so many is ended."""
WORDS_MAX_CHARS = 400
FIELDS = (MARK, dates.MARK)
"""What questions begin with that stand for a field of a page."""


@QmlElement
class Asking(QObject):
    """At most one question at a time. `answered` carries the patient's answer to whoever asked; `stubborn`: the page asks for ever."""

    @QEnum
    class Question(Enum):
        """What is asked in our own words."""

        Nothing = 0
        Camera = 1
        Microphone = 2
        Both = 3
        Alert = 4
        Confirm = 5
        Prompt = 6
        Choice = 7
        Day = 8

    questionChanged = Signal()
    mayAllowChanged = Signal()
    answered = Signal(bool, str, arguments=["agreed", "text"])
    stubborn = Signal()

    def __init__(self, parent: QObject | None = None, clock: Clock | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or SystemClock()
        self._calendar = DayCalendar(self)
        self._question = self.Question.Nothing
        self._words = self._proposal = ""
        self._dialogs = self._refusals = 0
        self._grace = QTimer(self, singleShot=True, interval=GRACE_MS)
        self._grace.timeout.connect(self.mayAllowChanged)
        self._may_choose = False
        self._options = OptionList(self)
        self.camera = self.microphone = False

    @property
    def current_question(self) -> Question:
        return self._question

    @property
    def lines(self) -> OptionList:
        """What a list offers."""
        return self._options

    @property
    def days(self) -> DayCalendar:
        """The calendar that days are chosen from."""
        return self._calendar

    def permit(self, *, camera: bool, microphone: bool) -> None:
        """Say what the service may ask for."""
        self.camera, self.microphone = camera, microphone

    def touched(self) -> None:
        """Somebody touched the screen or a key: if that was on the page, it may open one list or calendar."""
        if self._question is self.Question.Nothing:
            self._may_choose = True

    @Slot()
    def began(self) -> None:
        """Another page is on its way: what the one before asked has no meaning any more."""
        self._dialogs = 0
        if self._question is not self.Question.Nothing:
            self.answer(False)

    @Slot(bool)
    @Slot(bool, str)
    def answer(self, agreed: bool, text: str = "") -> None:
        """Answer what was asked."""
        if self._question is not self.Question.Nothing:
            if self._question in CAPTURES:
                self._refusals = 0 if agreed else self._refusals + 1
            # The time of a day may be asked for after the day.
            self._may_choose = agreed and self._question is self.Question.Day
            self._ask(self.Question.Nothing)
            self.answered.emit(agreed, text)

    @Slot(int, str, str, result=bool)
    def mayAsk(self, kind: int, words: str, proposal: str) -> bool:
        """Whether a page's own question (Alert, Confirm or Prompt) is shown. One too many is answered with No by the caller."""
        if words.startswith(FIELDS) and self._may_choose and self._question is self.Question.Nothing:
            return self._offer(read_choice(words), dates.read_day_wanted(words))
        self._dialogs += 1
        if self._dialogs == STUBBORN_DIALOGS_MAX:
            # Not while the engine waits for this answer.
            QTimer.singleShot(0, self.stubborn.emit)
        if self._dialogs > DIALOGS_MAX or self._question is not self.Question.Nothing or words.startswith(FIELDS):
            return False
        self._words, self._proposal = words[:WORDS_MAX_CHARS], proposal[:WORDS_MAX_CHARS]
        self._ask(self.Question(kind))
        return True

    @Slot(bool, bool, result=bool)
    def mayCapture(self, camera: bool, microphone: bool) -> bool:
        """Whether the patient is asked for camera and microphone; where the service does not say so, nobody is asked."""
        unlisted = (camera and not self.camera) or (microphone and not self.microphone)
        if unlisted or self._question is not self.Question.Nothing or self._refusals == REFUSALS_MAX:
            return False
        both = camera and microphone
        self._ask(self.Question.Both if both else self.Question.Camera if camera else self.Question.Microphone)
        return True

    def _offer(self, choice: Choice | None, day: dates.DayWanted | None) -> bool:
        self._may_choose = False
        wanted = choice or day
        if wanted is None:
            return False
        self._words, self._proposal = wanted.title, ""
        if choice is not None:
            self._options.show(choice)
        if day is not None:
            self._calendar.show(day, self._clock.now().date())
        self._ask(self.Question.Day if choice is None else self.Question.Choice)
        return True

    def _ask(self, question: Question) -> None:
        self._question = question
        if question in CAPTURES:
            self._grace.start()
        self.questionChanged.emit()
        self.mayAllowChanged.emit()

    @Property(int, notify=questionChanged)
    def question(self) -> int:
        return self._question.value

    @Property(bool, notify=mayAllowChanged)
    def mayAllow(self) -> bool:
        """Whether a touch on Allow is one that somebody meant."""
        return not self._grace.isActive()

    @Property(str, notify=questionChanged)
    def words(self) -> str:
        return self._words

    @Property(str, notify=questionChanged)
    def proposal(self) -> str:
        return self._proposal

    @Property(OptionList, constant=True)
    def options(self) -> OptionList:
        """The lines of the list that is to be chosen from."""
        return self._options

    @Property(DayCalendar, constant=True)
    def calendar(self) -> DayCalendar:
        """The month that a day is to be chosen from."""
        return self._calendar


CAPTURES = (Asking.Question.Camera, Asking.Question.Microphone, Asking.Question.Both)
