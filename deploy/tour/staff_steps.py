"""Staff's part of the tour: the pad, a nurse's page with every sheet of it, IT's page, cleaning, and a tablet that is out of order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import kiosk.staff
from deploy.demo_site import IT_PIN, NURSE_PIN
from deploy.tour.patient import Patient
from deploy.tour.snapshot import Snapshot
from deploy.tour.staff_witness import StaffReport
from deploy.tour.steps import Step, begin, on_page, tap
from deploy.tour.words import Words

NOBODYS_PIN = "777123"
FREE_TRIES = 3
SHEETS = (
    ("Night", "night"),
    ("Loudest volume", "volume"),
    ("Language of Welcome", "language"),
    ("Text and colours", "look"),
    ("TV problem", "help"),
    ("Which bed this is", "bed"),
    ("Out of order", "order"),
)
"""What a nurse's page opens: the tile's word, and the sheet."""
CONTEXTS = frozenset(file.stem for folder in kiosk.staff.__path__ for file in Path(folder).glob("*.qml"))

Wanted = Callable[[StaffReport], bool]
Act = Callable[[Patient], str]


def staff_words(language: str) -> Words:
    """What the staff's program says in a language."""
    return Words(language, first=CONTEXTS)


def staff_steps(language: str) -> Iterator[Step]:
    """All that staff see at a bed of the demo hospital that speaks this language; with PINs as `DemoSite.give_pins` publishes them."""
    words = staff_words(language)
    yield Step(f"staff-{language}-welcome", begin)
    yield Step(f"staff-{language}-pad", _call)
    yield Step(f"staff-{language}-wrong", _wrong(words))
    yield Step(f"staff-{language}-question", _act("the question", _touchable(words("Keep it as it is")), words("Clear now")))
    yield Step(f"staff-{language}-kept", _act("the pad", _touchable("1"), words("Keep it as it is")))
    yield from _nurse(language, words)
    yield from _it(language, words)
    yield Step(f"staff-{language}-clean", _cleaning(words))


def waiting_steps() -> Iterator[Step]:
    """What somebody sees who guesses."""

    def guess(patient: Patient) -> str:
        patient.call_staff()
        for _ in range(FREE_TRIES):
            _enter(patient, NOBODYS_PIN, "Enter")
            patient.see_staff("that it was wrong", lambda staff: not staff.busy and (staff.wrong or staff.wait > 0))
        patient.see_staff("the waiting", lambda staff: staff.wait > 0)
        return f"typed {FREE_TRIES} wrong PINs, seen: when the next try is possible"

    yield Step("staff-guess-welcome", begin)
    yield Step("staff-wait", guess)


def _nurse(language: str, words: Words) -> Iterator[Step]:
    yield Step(f"staff-{language}-nurse", _open(words, "nurse", NURSE_PIN))
    for word, sheet in SHEETS:
        yield Step(f"staff-{language}-{sheet}", _act(f"the sheet '{sheet}'", _sheet(sheet), words(word)))
        close = "Leave it as it is" if sheet == "order" else "Close"
        yield Step(f"staff-{language}-{sheet}-left", _act("the nurse's page", _sheet(""), words(close)))
    yield Step(f"staff-{language}-order-put", _out_of_order(words, Words(language)("Start")))
    yield Step(f"staff-{language}-order-ended", _in_order_again(words))
    yield Step(f"staff-{language}-nurse-gone", _leave(words, "Welcome that can be started", _can_start(Words(language)("Start"))))


def _it(language: str, words: Words) -> Iterator[Step]:
    yield Step(f"staff-{language}-home", tap(Words(language)("Start"), "Home", on_page("Home")))
    yield Step(f"staff-{language}-pad-from-home", _call)
    yield Step(f"staff-{language}-it", _open(words, "it", IT_PIN))
    for word, seen in (("Network test", "network"), ("Bundle to a phone", "bundle"), ("About this tablet", "facts")):
        yield Step(f"staff-{language}-it-{seen}", _act(f"'{seen}'", _view(seen), words(word)))
    yield Step(f"staff-{language}-it-screen", _act("the screen test", _touchable(words("End the test")), words("Screen test")))
    again = _touchable(words("Restart"))
    yield Step(f"staff-{language}-it-again", _act("IT's page", again, words("End the test")))
    yield Step(f"staff-{language}-it-restart", _act("the question", _touchable(words("Restart now")), words("Restart")))
    yield Step(f"staff-{language}-it-kept", _act("IT's page", again, Words(language, first={"ItQuestion"})("Keep it as it is")))
    yield Step(f"staff-{language}-it-gone", _leave(words, "Home as before", on_page("Home")))


def _sheet(name: str) -> Wanted:
    return lambda staff: staff.sheet == name and not staff.busy


def _view(name: str) -> Wanted:
    return lambda staff: staff.view == name and not staff.busy


def _touchable(name: str) -> Wanted:
    return lambda staff: staff.target(name) is not None and not staff.busy


def _call(patient: Patient) -> str:
    patient.call_staff()
    return "pressed the clock for three seconds, seen: the pad"


def _wrong(words: Words) -> Act:
    def act(patient: Patient) -> str:
        _enter(patient, NOBODYS_PIN, words("Enter"))
        patient.see_staff("that it was wrong", lambda staff: staff.wrong)
        return "typed a wrong PIN, seen: that it was wrong"

    return act


def _open(words: Words, role: str, pin: str) -> Act:
    def act(patient: Patient) -> str:
        _enter(patient, pin, words("Enter"))
        patient.see_staff(f"the page of {role}", lambda staff: staff.role == role and not staff.busy)
        return f"typed a PIN, seen: the page of {role}"

    return act


def _act(what: str, wanted: Wanted, *names: str) -> Act:
    def act(patient: Patient) -> str:
        patient.tap_as_staff(*names)
        patient.see_staff(what, wanted)
        return f"touched {names}, seen: {what}"

    return act


def _out_of_order(words: Words, start: str) -> Act:
    def act(patient: Patient) -> str:
        patient.tap_as_staff(words("Out of order"))
        patient.see_staff("the question", lambda staff: staff.sheet == "order")
        patient.tap_as_staff(words("Out of order"))
        patient.see_staff("it set", _sheet(""))
        _leave(words, "Welcome without a way to start", lambda screen: _stands(screen, start))(patient)
        return "put out of order, seen: Welcome that says so"

    return act


def _in_order_again(words: Words) -> Act:
    def act(patient: Patient) -> str:
        patient.call_staff()
        _open(words, "nurse", NURSE_PIN)(patient)
        patient.tap_as_staff(words("Out of order"), words("It is in order"))
        patient.see_staff("it set", _sheet(""))
        return "put in order again"

    return act


def _stands(screen: Snapshot, start: str) -> bool:
    return screen.page == "Welcome" and screen.target(start) is None


def _can_start(start: str) -> Callable[[Snapshot], bool]:
    return lambda screen: screen.page == "Welcome" and screen.target(start) is not None


def _leave(words: Words, what: str, wanted: Callable[[Snapshot], bool]) -> Act:
    def act(patient: Patient) -> str:
        patient.tap_as_staff(words("Back to the patient"))
        patient.expect("the staff's program gone", lambda: patient.staff is None)
        patient.see(what, wanted)
        return f"went back to the patient, seen: {what}"

    return act


def _cleaning(words: Words) -> Act:
    def act(patient: Patient) -> str:
        assert patient.report is not None
        before = patient.report.born
        patient.call_staff()
        patient.tap_as_staff(words("Clear and clean"))
        patient.see_staff("the question", lambda staff: staff.asking == "clean")
        patient.tap_as_staff(words("Clear and clean"))
        patient.see_new("the lock", before, on_page("Welcome", sheet="Cleaning"))
        return "cleared without a PIN, seen: the screen locked for cleaning"

    return act


def _enter(patient: Patient, pin: str, word: str) -> None:
    patient.tap_as_staff(*pin, word)
    patient.see_staff("it sent", lambda staff: staff.target(word) is None or staff.wait > 0)
