"""The tour: the real program, driven through every screen with real input, with a picture and a verdict for each step."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from deploy.tour.bed import Bed, Setting
from deploy.tour.comfort_steps import comfort_steps, easy_steps
from deploy.tour.patient import NotSeen, Patient
from deploy.tour.steps import (
    LANGUAGES,
    Faults,
    Step,
    begin,
    ending_steps,
    fault_steps,
    home_steps,
    language_steps,
    on_page,
    press,
    privacy_steps,
    radio_steps,
    search_steps,
    tap,
    television_steps,
    typed_steps,
)
from deploy.tour.words import Words
from flexcare.errors import CompositorFailed
from flexcare.lineup.channel import Lineup
from kiosk.tv.dial import Dial


@dataclass(frozen=True)
class Result:
    """How one step went; `file` is its picture's name, empty where none could be taken."""

    step: str
    file: str
    ok: bool
    detail: str


def steps_of(lineup: Lineup, faults: Faults | None) -> Iterator[Step]:
    """Every step for this lineup. What a lineup lacks (radio, a second channel) is not toured."""
    television = [channel for channel in lineup.channels if not channel.radio]
    radio = [channel for channel in lineup.channels if channel.radio]
    yield Step("welcome", begin)
    yield Step("home", tap("Start", "Home", on_page("Home")))
    yield from privacy_steps(Words("en"))
    yield from search_steps(Words("en"), "en")
    yield from television_steps()
    yield from typed_steps(television[-1].number, unknown=_free_number(lineup))
    if faults is not None:
        yield from fault_steps(faults)
    yield from home_steps()
    if radio:
        yield from radio_steps(radio[0].name)
    yield from comfort_steps()
    yield from easy_steps()
    before = Words("en")
    for name, code in LANGUAGES:
        yield from language_steps(name, code, before("Language"))
        before = Words(code)
    yield Step("comfort-last", tap(before("Comfort"), "the comfort sheet", on_page("Home", sheet="Comfort")))
    yield Step("comfort-standard-night", _standard_night(before))
    yield Step("home-night", press("Escape", "Home", on_page("Home")))
    yield from ending_steps(before)


def _standard_night(words: Words) -> Callable[[Patient], str]:
    def act(patient: Patient) -> str:
        patient.tap(words("Standard"))
        patient.see("standard text", lambda screen: screen.text_size == "standard")
        patient.tap(words("Night"))
        patient.see("the night palette", lambda screen: screen.palette == "night")
        return "standard text by night"

    return act


def _free_number(lineup: Lineup) -> int:
    """A number that no channel has and that can be typed to its end, because it begins like the number of one."""
    dial = Dial([channel for channel in lineup.channels if not channel.radio])
    typable = (number for number in range(10, 1000) if not any(dial.is_settled(str(number)[:end]) for end in range(1, len(str(number)))))
    return next((number for number in typable if dial.find(number) < 0), 0)


class Tour:
    """Walks through steps and keeps their pictures and results in a folder."""

    def __init__(self, folder: Path, bed: Callable[[Setting], Bed] = Bed) -> None:
        """bed: sets up each bed, where it is another than a developer's machine has."""
        self._folder = folder
        self._bed = bed
        self._results: list[Result] = []
        folder.mkdir(parents=True, exist_ok=True)

    def walk(self, setting: Setting, steps: Iterable[Step]) -> None:
        """Do every step at one bed, whatever became of those before."""
        with self._bed(setting) as bed, Patient(bed) as patient:
            for step in steps:
                self._do(patient, step)

    def finish(self) -> bool:
        """Write `tour.json`; whether every step was as it should be."""
        report = json.dumps([asdict(result) for result in self._results], indent=2, ensure_ascii=False)
        (self._folder / "tour.json").write_text(report + "\n", encoding="utf-8")
        return bool(self._results) and all(result.ok for result in self._results)

    def _do(self, patient: Patient, step: Step) -> None:
        file = f"{len(self._results) + 1:02}-{step.name}.png"
        try:
            detail, ok = step.act(patient), True
        except NotSeen as error:
            detail, ok = str(error), False
        try:
            patient.grab(self._folder / file)
        except CompositorFailed as error:
            detail, ok, file = f"{detail}; {error}", False, ""
        self._results.append(Result(step.name, file, ok, detail))
        print(f"{'ok  ' if ok else 'FAIL'} {file or step.name}: {detail}", file=sys.stderr, flush=True)
