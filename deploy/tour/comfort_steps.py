"""The comfort sheet's part of the tour: every palette and text size, and easy mode."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deploy.tour.patient import NotSeen, Patient
from deploy.tour.snapshot import Snapshot
from deploy.tour.steps import Step, on_page, plays, press, see_it_move, tap

PALETTES = (("Night", "night"), ("Strong contrast", "contrast"), ("Day", "day"))
SCROLLS = 12
"""Far more swipes than any page needs from its top to its end."""
ON_THE_SHEET = 0.8
"""Of the screen's width: where a sheet lies however wide the screen is. A touch beside it would put it away."""


def comfort_steps() -> Iterator[Step]:
    """Every palette and text size, with television and its overlay at the largest."""
    yield Step("comfort", tap("Comfort", "the comfort sheet", on_page("Home", sheet="Comfort")))
    for words, palette in PALETTES:
        yield Step(f"comfort-{palette}", tap(words, f"the {palette} palette", lambda screen, palette=palette: screen.palette == palette))  # type: ignore[misc]  # mypy cannot type a lambda's default
    yield Step("comfort-large", tap("Large", "large text", lambda screen: screen.text_size == "large"))
    yield Step("comfort-largest", tap("Largest", "the largest text", lambda screen: screen.text_size == "largest"))
    yield Step("home-largest", press("Escape", "Home", on_page("Home")))

    yield Step("home-largest-further", further("Finish", on_page("Home")))
    yield Step("comfort-again", tap("Comfort", "the comfort sheet", on_page("Home", sheet="Comfort")))
    yield Step("comfort-standard", tap("Standard", "standard text", lambda screen: screen.text_size == "standard"))
    yield Step("comfort-further", further("Turn on easy mode", on_page("Home", sheet="Comfort"), across=ON_THE_SHEET))


def further(name: str, where: Callable[[Snapshot], bool], across: float = 0.5) -> Callable[[Patient], str]:
    """Swipe up, at a share of the screen's width, until what has this name is on the screen."""

    def act(patient: Patient) -> str:
        for _ in range(SCROLLS):
            patient.swipe_up(across)
            if patient.see(f"the way to '{name}'", where).target(name) is not None:
                return f"swiped up, seen: '{name}'"
        raise NotSeen(f"'{name}', after {SCROLLS} swipes")

    return act


def easy_steps() -> Iterator[Step]:
    """Easy mode, off, and everything again."""

    def easy(patient: Patient) -> str:
        patient.tap("Turn on easy mode")
        patient.see("easy mode", lambda screen: screen.page == "Easy" and plays()(screen), steady=False)
        return f"easy mode: {see_it_move(patient)}"

    yield Step("easy", easy)
    yield Step("easy-louder", tap("Louder", "easy mode", on_page("Easy")))
    yield Step("easy-off", tap("Off", "the time", lambda screen: screen.page == "Easy" and screen.player == "Idle"))
    yield Step("home-from-easy", tap("Everything else", "Home", on_page("Home")))
