"""The guide's part of the tour: a guide of today, one of some days ago, and one that knows nothing, each at every text size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from deploy.demo_ward import make_ward
from deploy.headend.guide import guide
from deploy.tour.snapshot import Snapshot
from deploy.tour.steps import Step, begin, on_page, press, tap
from deploy.tour.words import Words
from flexcare.guide.build import GuideSource, build_guide
from flexcare.guide.store import GUIDE_FILE
from flexcare.lineup.channel import Lineup
from theme.measures import TEXT_SCALES

LANGUAGES = (("Dansk", "da"), ("English", "en"))
AGES = (("today", timedelta(hours=2)), ("stale", timedelta(days=3)), ("empty", timedelta(days=40)))
"""How long ago the guide was fetched; what it knew of the time since then went by."""
SIZES = dict(zip(TEXT_SCALES, ("Standard", "Large", "Largest"), strict=True))


def guide_beds(folder: Path, lineup: Lineup, now: datetime) -> Iterator[tuple[Path, Iterator[Step]]]:
    """Ward folders with the demo's guide as it was at these times, and the steps at each, once in every language."""
    for age, before in AGES:
        ward, source = folder / age, folder / f"{age}.xml.gz"
        make_ward(ward, lineup)
        fetched = now - before
        source.write_bytes(guide(fetched.date())[0])
        fetched_s = int(fetched.timestamp())
        build_guide([GuideSource(source, fetched_at_s=fetched_s)], lineup.channels, ward / GUIDE_FILE, fetched_s)
        for language, code in LANGUAGES:
            yield ward, _steps(age, language, Words(code), code)


def _steps(age: str, language: str, words: Words, code: str) -> Iterator[Step]:
    yield Step(f"guide-{age}-{code}-welcome", begin)
    yield Step(f"guide-{age}-{code}-home", tap(language, "Home", lambda screen: screen.language == code and on_page("Home")(screen)))
    for size, name in SIZES.items():
        here = f"guide-{age}-{code}-{size}"
        if size != "standard":
            yield Step(f"{here}-comfort", tap(words("Comfort"), "the comfort sheet", on_page("Home", sheet="Comfort")))
            yield Step(f"{here}-size", tap(words(name), f"{size} text", lambda screen, size=size: screen.text_size == size))  # type: ignore[misc]  # mypy cannot type a lambda's default
            yield Step(f"{here}-home", press("Escape", "Home", on_page("Home")))
        yield Step(here, tap(words("Guide"), "the guide", on_page("Home", sheet="Guide")))
        if age == "today":
            yield from _programme_steps(here, words)
        yield Step(f"{here}-left", press("Escape", "Home", on_page("Home")))


def _programme_steps(here: str, words: Words) -> Iterator[Step]:
    """By keys to a programme's sheet and back, and to tomorrow."""

    def told(screen: Snapshot) -> bool:
        return screen.sheet == "Guide" and screen.target(words("Close")) is not None

    def untold(screen: Snapshot) -> bool:
        return screen.sheet == "Guide" and screen.target(words("Tonight")) is not None

    yield Step(f"{here}-keys", press("Down", "the grid", untold))
    yield Step(f"{here}-programme", press("Return", "the programme's sheet", told))
    yield Step(f"{here}-again", press("Escape", "the grid", untold))
    yield Step(f"{here}-days", tap(words("Today"), "the days", told))
    yield Step(f"{here}-tomorrow", tap(words("Tomorrow"), "the grid", untold))
