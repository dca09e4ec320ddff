"""The steps of the tour: what a patient does, what must then be seen, and the picture that is kept of it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from deploy.tour.patient import NotSeen, Patient
from deploy.tour.pictures import differing_share
from deploy.tour.snapshot import Snapshot
from deploy.tour.words import Words
from kiosk.keyboard.layouts import LAYOUTS

MOVING_SHARE = 0.002
HOURS = 4
MOVES_WITHIN_S = 10.0
LANGUAGES = (("Dansk", "da"), ("Deutsch", "de"), ("العربية", "ar"))
KNOWN_WORD = {"en": "ny", "da": "ny", "de": "ny"}
"""Where the demo's channels and programmes are written in letters of the keyboard, the beginning of some of them."""


class Faults(Protocol):
    """Breaks and heals the channel that is shown, where the tour has a head-end that can."""

    def break_channel(self, number: int) -> None: ...

    def heal_channel(self, number: int) -> None: ...


@dataclass(frozen=True)
class Step:
    """One thing that is done. `act` raises where what should be seen is not; what it returns is told in the report."""

    name: str
    act: Callable[[Patient], str]


def on_page(page: str, *, sheet: str = "Nothing") -> Callable[[Snapshot], bool]:
    """Whether a page, and this sheet over it, is shown."""
    return lambda screen: screen.page == page and screen.sheet == sheet


def plays(number: int | None = None) -> Callable[[Snapshot], bool]:
    """Whether television shows a living picture, of this channel where one is given."""
    return lambda screen: screen.player == "Playing" and screen.has_picture and number in (None, screen.number)


def see_it_move(patient: Patient) -> str:
    """Look twice: the television's picture must not be the same. Raises NotSeen."""
    screen = patient.see("a picture", plays(), steady=False)
    with tempfile.TemporaryDirectory(prefix="flexcare-look-") as folder:
        before, after = Path(folder) / "before.png", Path(folder) / "after.png"
        patient.grab(before)
        deadline = time.monotonic() + MOVES_WITHIN_S
        while time.monotonic() < deadline:
            patient.grab(after)
            share = differing_share(before, after)
            if share >= MOVING_SHARE:
                return f"channel {screen.number} moves: {share:.0%} of the places looked at differ"
    raise NotSeen(f"channel {screen.number} stands still")


def tap(name: str, what: str, condition: Callable[[Snapshot], bool]) -> Callable[[Patient], str]:
    """Touch something and wait for what should follow."""

    def act(patient: Patient) -> str:
        patient.tap(name)
        patient.see(what, condition)
        return f"touched '{name}', seen: {what}"

    return act


def press(key: str, what: str, condition: Callable[[Snapshot], bool]) -> Callable[[Patient], str]:
    """Press a key and wait for what should follow."""

    def act(patient: Patient) -> str:
        patient.key(key)
        patient.see(what, condition)
        return f"pressed {key}, seen: {what}"

    return act


def begin(patient: Patient) -> str:
    """Wait for Welcome."""
    patient.see("Welcome", on_page("Welcome"))
    return "Welcome is on the screen"


def not_set_up_steps() -> Iterator[Step]:
    """What a tablet without a ward folder shows."""

    def look(patient: Patient) -> str:
        patient.see("Not set up", on_page("NotSetUp"))
        return "a tablet without a ward folder says so"

    yield Step("not-set-up", look)


def television_steps() -> Iterator[Step]:
    """Two taps to television, and every way to another channel."""

    def first_picture(patient: Patient) -> str:
        patient.tap("Television")
        return see_it_move(patient)

    def overlay(patient: Patient) -> str:
        patient.tap_at(0.5, 0.3)
        patient.see("the overlay", lambda screen: screen.overlay)
        return "touched the picture, seen: the overlay"

    def zap(move: Callable[[Patient], None], how: str) -> Callable[[Patient], str]:
        def act(patient: Patient) -> str:
            before = patient.see("television", on_page("Television"), steady=False).number
            move(patient)
            patient.see("another channel's picture", lambda screen: screen.number != before and plays()(screen), steady=False)
            return f"{how}: {see_it_move(patient)}"

        return act

    def channel_up(patient: Patient) -> None:
        # The overlay leaves by itself after six seconds, and a picture was taken since.
        if not patient.see("television", on_page("Television"), steady=False).overlay:
            patient.tap_at(0.5, 0.3)
        patient.tap("Channel up")

    yield Step("tv", first_picture)
    yield Step("tv-overlay", overlay)
    yield Step("tv-next-by-button", zap(channel_up, "touched 'Channel up'"))
    yield Step("tv-next-by-swipe", zap(lambda patient: patient.swipe_up(), "swiped up"))
    yield Step("tv-next-by-key", zap(lambda patient: patient.key("Next"), "pressed the channel key"))
    yield Step("tv-volume-key", press("XF86AudioRaiseVolume", "a louder volume", lambda screen: screen.volume > 0))


def typed_steps(number: int, unknown: int) -> Iterator[Step]:
    """A channel by its number, and a number that no channel has."""

    def type_number(wanted: int) -> Callable[[Patient], None]:
        def act(patient: Patient) -> None:
            for digit in str(wanted):
                patient.key(digit)

        return act

    def known(patient: Patient) -> str:
        type_number(number)(patient)
        patient.see(f"channel {number}", plays(number), steady=False)
        return f"typed {number}: {see_it_move(patient)}"

    def missing(patient: Patient) -> str:
        type_number(unknown)(patient)
        patient.see("the typed number", lambda screen: screen.typed == str(unknown), steady=False)
        return f"typed {unknown}, which no channel has; channel {number} stays"

    yield Step("tv-typed-number", known)
    yield Step("tv-typed-unknown", missing)


def fault_steps(faults: Faults) -> Iterator[Step]:
    """A channel goes silent and comes back by itself."""
    broken: list[int] = []

    def lose(patient: Patient) -> str:
        broken.append(patient.see("a picture", plays(), steady=False).number)
        faults.break_channel(broken[0])
        patient.see("No signal", lambda screen: screen.player in ("Lost", "Recovering"), patience_s=30)
        return f"channel {broken[0]} went silent, seen: what still works"

    def regain(patient: Patient) -> str:
        faults.heal_channel(broken[0])
        patient.see("the picture again", plays(broken[0]), steady=False, patience_s=60)
        return f"healed, nothing touched: {see_it_move(patient)}"

    yield Step("no-signal", lose)
    yield Step("picture-returns", regain)


def home_steps() -> Iterator[Step]:
    """Home again, and the radio."""
    yield Step("home-with-channel", press("XF86HomePage", "Home", on_page("Home")))


def radio_steps(station: str) -> Iterator[Step]:
    """A station plays."""
    yield Step("radio", tap("Radio", "the stations", on_page("Radio")))
    yield Step("radio-playing", tap(station, "a playing station", lambda screen: screen.player == "Playing"))
    yield Step("home-from-radio", tap("Home", "Home", on_page("Home")))


def privacy_steps(words: Words, language: str = "") -> Iterator[Step]:
    """The privacy page, read a little further and left again; `words` speak the language that the screen speaks now."""
    ending = f"-{language}" if language else ""
    yield Step(f"privacy{ending}", tap(words("Privacy"), "the privacy page", on_page("Privacy")))
    yield Step(
        f"privacy-further{ending}",
        press("Next", "the privacy page, further down", lambda screen: screen.page == "Privacy" and screen.read > 0),
    )
    yield Step(f"home-from-privacy{ending}", tap(words("Home"), "Home", on_page("Home")))


def search_steps(words: Words, language: str) -> Iterator[Step]:
    """The search with its keys, a beginning of a word, and what no name begins with; `words` speak the language of the screen."""
    first, further = KNOWN_WORD.get(language, LAYOUTS[language].lower[1][2:4]), LAYOUTS[language].lower[2][:3]

    def type_letters(letters: str, whole: int) -> Callable[[Patient], str]:
        def act(patient: Patient) -> str:
            for letter in letters:
                patient.tap(letter)
            patient.see("what was typed", lambda screen: screen.searched == whole)
            return f"touched {len(letters)} keys"

        return act

    yield Step(f"search-{language}", tap(words("Search"), "the search with its keys", lambda screen: screen.target(first[0]) is not None))
    yield Step(f"search-typed-{language}", type_letters(first, len(first)))
    yield Step(f"search-nothing-{language}", type_letters(further, len(first + further)))
    yield Step(f"home-from-search-{language}", tap(words("Home"), "Home", on_page("Home")))


def language_steps(language: str, code: str, sheet: str) -> Iterator[Step]:
    """Home and television in a language; `sheet` is what the button of the language list is called before."""
    words = Words(code)

    def speak(patient: Patient) -> str:
        patient.tap(sheet)
        patient.see("the languages", on_page("Home", sheet="Language"))
        patient.tap(language)
        patient.see(language, lambda screen: screen.language == code)
        return f"the screen speaks {language}"

    def overlay(patient: Patient) -> str:
        patient.tap(words("Television"))
        patient.see("a picture", plays(), steady=False)
        patient.tap_at(0.5, 0.3)
        patient.see("the overlay", lambda screen: screen.overlay)
        return f"television in {language}"

    yield Step(f"language-{code}", speak)
    yield Step(f"home-{code}", press("Escape", "Home", on_page("Home")))
    yield from search_steps(words, code)
    yield from privacy_steps(words, code)
    yield Step(f"tv-overlay-{code}", overlay)
    yield Step(f"home-again-{code}", press("XF86HomePage", "Home", on_page("Home")))


def ending_steps(words: Words) -> Iterator[Step]:
    """The question whether somebody is there, and the end of the session; `words` speak the language that the screen speaks now."""
    before: list[int] = []

    def nobody_there(patient: Patient) -> str:
        patient.bed.pass_hours(HOURS)
        patient.see("Still there?", lambda screen: screen.sheet == "StillThere", steady=False)
        return "nobody touched the tablet for four hours, seen: the question with its countdown"

    def somebody_there(patient: Patient) -> str:
        patient.tap_at(0.5, 0.1)
        patient.see("Home as before", on_page("Home"))
        return "touched anywhere, seen: Home as before"

    def clear(patient: Patient) -> str:
        assert patient.report is not None
        before.append(patient.report.born)
        patient.tap(words("Clear now"))
        screen = patient.see_new("a new Welcome", before[0], on_page("Welcome")).snapshot
        if not screen.cleared:
            raise NotSeen("Welcome does not say when the tablet was cleared")
        return f"touched '{words('Clear now')}', seen: a new process's Welcome, which says: {screen.cleared}"

    yield Step("still-there", nobody_there)
    yield Step("still-there-answered", somebody_there)
    yield Step("finish", tap(words("Finish"), "the question", on_page("Home", sheet="Finish")))
    yield Step("finish-not-yet", tap(words("Keep watching"), "Home as before", on_page("Home")))
    yield Step("finish-again", tap(words("Finish"), "the question", on_page("Home", sheet="Finish")))
    yield Step("cleared", clear)
