"""What IT's page shows and asks for."""

from __future__ import annotations

from collections.abc import Callable

import segno
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from flexcare.staff import it_messages as words
from flexcare.staff.diagnosis import Verdict
from flexcare.staff.it_messages import Facts, FromIt, Result, ToIt
from flexcare.staff.messages import FromStaff

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1

ASKED: dict[str, Callable[[], FromIt]] = {
    "pull": words.Pull,
    "network": words.TestNetwork,
    "sound": words.TestSound,
    "stick": lambda: words.Export("stick"),
    "bundle": lambda: words.Export("screen"),
    "find": words.FindEnrolment,
    "enrol": words.TakeEnrolment,
    "restart": words.Restart,
}
"""What the page may ask for, by the name that it has there."""
QUESTIONS = ("restart", "enrol")
"""Views that ask once before something is done."""


@QmlElement
class It(QObject):
    """What the supervisor said of this tablet last, what is being waited for, and what lies over the page."""

    factsChanged = Signal()
    busyChanged = Signal()
    viewChanged = Signal()
    toldChanged = Signal()

    def __init__(self, say: Callable[[FromStaff], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._facts = Facts()
        self._busy = ""
        self._view = "facts"
        self._screen_reached = False
        self._told = ""
        self._measured = words.Measured(verdict=Verdict.FINE, figures=())
        self._bundle = ""
        self._enrolment = words.Enrolment("none")

    def hear(self, word: ToIt) -> None:
        """Take what the supervisor said."""
        match word:
            case words.ItOpened(facts):
                self._take_facts(facts)
                self._show("facts")
            case words.Pulled(facts, reached):
                self._take_facts(facts)
                self._show("facts")
                self._tell("pull", "done" if reached else "failed")
            case words.Measured():
                self._measured = word
                self._show("network")
            case words.Bundled(text):
                self._bundle = text
                self._show("bundle")
            case words.Enrolment(result):
                self._enrolment = word
                self._show("enrol" if result == "done" else "facts")
                self._tell("find", result)
            case words.Did(what, result):
                self._tell(what, result)
        self._be_busy("")

    @Slot(str)
    def ask(self, what: str) -> None:
        """Ask the supervisor for one of `ASKED`; one at a time."""
        if not self._busy:
            self._tell("", "done")
            self._be_busy(what)
            self._say(ASKED[what]())

    @Slot(str)
    def show(self, view: str) -> None:
        """Lay something over the page: "screen" or "restart", or "facts" for nothing."""
        self._tell("", "done")
        self._screen_reached = False
        self._show(view)

    def back(self) -> bool:
        """Put away what lies over the page: the test of the screen, or a question. False where nothing does."""
        if self._view == "screen":
            self.testedScreen(self._screen_reached)
        elif self._view in QUESTIONS:
            self.show("facts")
        else:
            return False
        return True

    @Slot()
    def reachedScreen(self) -> None:
        """All of the screen could be touched; the test goes on with its colours."""
        self._screen_reached = True

    @Slot(bool)
    def testedScreen(self, done: bool) -> None:
        """The test of the screen is over. done: all of it could be touched."""
        self._say(words.TestedScreen(done))
        self._show("facts")

    def _take_facts(self, facts: Facts) -> None:
        self._facts = facts
        self.factsChanged.emit()

    def _show(self, view: str) -> None:
        self._view = view
        self.viewChanged.emit()

    def _tell(self, what: str, result: Result) -> None:
        self._told = f"{what} {result}" if what else ""
        self.toldChanged.emit()

    def _be_busy(self, what: str) -> None:
        if what != self._busy:
            self._busy = what
            self.busyChanged.emit()

    @Property(str, notify=busyChanged)
    def busy(self) -> str:
        """What is being waited for, "" for nothing."""
        return self._busy

    @Property(str, notify=viewChanged)
    def view(self) -> str:
        """What is shown beside the actions: "facts", "network", "bundle"; or over the page: "screen", "enrol", "restart"."""
        return self._view

    @Property(str, notify=toldChanged)
    def told(self) -> str:
        """How the last thing went: its name and its result, or ""."""
        return self._told

    @Property("QVariantList", notify=factsChanged)  # type: ignore[arg-type]  # PySide6 describes no type names
    def facts(self) -> list[dict[str, str]]:
        """What is known, each by a name that the screen has a word for; what is not known is left out."""
        known = self._facts
        pairs = [
            ("device", known.device),
            ("version", known.version),
            ("site", f"{known.site} / {known.ward}" if known.site else ""),
            ("configuration", f"{known.serial}" if known.serial else ""),
            ("published", known.published[:16].replace("T", " ")),
            ("age", f"{known.age_days}" if known.age_days >= 0 else ""),
            ("author", known.author),
            ("reason", known.reason),
            ("agreement", f"{known.agreement_from} - {known.agreement_to}" if known.agreement_from else ""),
            ("state", known.alarm or known.state),
            ("memory", "erased" if known.memory_erased else "kept"),
        ]
        return [{"name": name, "value": value} for name, value in pairs if value]

    @Property("QVariantList", notify=factsChanged)  # type: ignore[arg-type]
    def clearings(self) -> list[dict[str, str]]:
        """The last receipts, newest first."""
        return [
            {
                "at": one.at[:16].replace("T", " "),
                "kind": one.kind,
                "took": f"{one.empty_ms} / {one.shown_ms} ms",
                "proved": "yes" if one.proved else "",
            }
            for one in self._facts.clearings
        ]

    @Property(str, notify=viewChanged)
    def verdict(self) -> str:
        """What the measuring means (`flexcare.staff.diagnosis.Verdict`)."""
        return self._measured.verdict.value

    @Property("QVariantList", notify=viewChanged)  # type: ignore[arg-type]
    def figures(self) -> list[dict[str, str]]:
        """What was measured."""
        return [
            {
                "part": one.part.value,
                "state": one.state.value,
                "place": one.place,
                "ms": f"{one.ms} ms",
                "bytes": f"{one.bytes / 1000:.0f} kB" if one.bytes else "",
            }
            for one in self._measured.figures
        ]

    @Property(str, notify=viewChanged)
    def bundle(self) -> str:
        """The support bundle in short."""
        return self._bundle

    @Property(str, notify=viewChanged)
    def code(self) -> str:
        """The same as a code to photograph, as a picture's address; "" for none."""
        if not self._bundle:
            return ""
        return str(segno.make(self._bundle, error="l", micro=False).png_data_uri(scale=1, border=4))

    @Property(str, notify=viewChanged)
    def enrolmentDevice(self) -> str:
        return self._enrolment.device

    @Property(str, notify=viewChanged)
    def enrolmentWard(self) -> str:
        return self._enrolment.ward

    @Property(str, notify=viewChanged)
    def enrolmentWords(self) -> str:
        return self._enrolment.words
