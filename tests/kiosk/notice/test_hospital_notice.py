"""The hospital's notice on the screen: quiet, in the patient's language, gone at its time, never a sign of use.

`FLEXCARE_PICTURES=DIR` keeps a picture of each look.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from flexcare.session.notice import Notice, write_notice
from kiosk.notice.hospital_notice import HospitalNotice
from kiosk.shell.timepiece import Timepiece
from tests.helpers.bedside import Bedside, offer
from tests.helpers.clock import FakeClock
from tests.kiosk.test_every_look import TODAY, faults, keep, lineup, texts
from theme.measures import TEXT_SCALES
from theme.palettes import PALETTES
from theme.translations.translations import LANGUAGES

NOW = datetime(2026, 11, 24, 12, 5).astimezone()
NOW_S = int(NOW.timestamp())
TEXT = {
    "da": "I dag kl. 14 prøver vi brandalarmen. Bliv liggende; personalet kommer, hvis der er noget.",
    "de": "Heute um 14 Uhr proben wir den Feueralarm. Bleiben Sie liegen; wenn etwas ist, kommt das Personal zu Ihnen.",
    "ar": "اليوم في الساعة الثانية ظهرًا نختبر إنذار الحريق. ابقَ في سريرك، وسيأتي إليك الموظفون إذا لزم الأمر.",
    "en": "Today at 2 pm we test the fire alarm. Stay in bed; staff will come to you if there is anything.",
}
LONGEST = {language: (f"{words} " * 3)[:160].strip() for language, words in TEXT.items()}


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
def bedside(new_bedside: Callable[..., Bedside], clock: FakeClock) -> Bedside:
    made = new_bedside(replace(offer(*lineup()), languages=("da", "de", "ar", "en")), clock=clock)
    made.kiosk.cleared.tell(TODAY)
    return made


def say(bedside: Bedside, ward: Path, text: dict[str, str] | None, *, number: int = 1, lasts_s: int = 3600) -> None:
    """Do what the supervisor does: replace the file, and say so."""
    write_notice(ward, Notice(number, NOW_S + lasts_s, text) if text is not None else None)
    bedside.kiosk.life.renewed.emit("notice")
    bedside.settle()


@pytest.fixture
def ward(bedside: Bedside, tmp_path: Path) -> Path:
    del bedside
    return tmp_path / "ward-0"


def words(bedside: Bedside) -> list[str]:
    """What the screen says of the hospital's."""
    bedside.settle()
    items = [*bedside.items("NoticePanel"), *bedside.items("NoticeSheet")]
    return [str(text.property("text")) for item in items for text in texts(item) if text.property("text") != "Luk"]


def test_it_comes_to_a_running_session_in_its_language_and_goes_with_its_end(bedside: Bedside, ward: Path, clock: FakeClock) -> None:
    touched: list[None] = []
    bedside.kiosk.shell.somebodyIsThere.connect(lambda: touched.append(None))
    assert words(bedside) == []
    say(bedside, ward, TEXT)
    assert words(bedside) == [TEXT["da"]]
    bedside.kiosk.shell.start("ar")
    assert words(bedside) == [TEXT["ar"]]
    bedside.kiosk.shell.speak("de")
    assert words(bedside) == [TEXT["de"]]
    clock.advance(3600)
    timepiece = bedside.kiosk.engine.findChild(Timepiece)
    assert timepiece is not None
    timepiece.refresh()
    assert words(bedside) == []
    assert touched == []
    assert not bedside.kiosk.still_there.is_asking


def test_it_goes_by_itself_to_the_second(bedside: Bedside, ward: Path, clock: FakeClock) -> None:
    write_notice(ward, Notice(1, NOW_S + 1, TEXT))
    bedside.kiosk.life.renewed.emit("notice")
    assert bedside.kiosk.notice.current_text
    clock.advance(1)
    # Its own timer, and no minute's turn.
    bedside.see(lambda _: bedside.kiosk.notice.property("text") == "")


def test_another_takes_its_place_and_what_is_withdrawn_goes(bedside: Bedside, ward: Path) -> None:
    say(bedside, ward, TEXT)
    say(bedside, ward, {"en": "Only in English"}, number=2)
    assert words(bedside) == ["Only in English"]
    say(bedside, ward, None)
    assert words(bedside) == []


def test_a_damaged_file_is_nothing_to_say(bedside: Bedside, ward: Path) -> None:
    (ward / "notice.json").write_bytes(b'{"number":')
    bedside.kiosk.life.renewed.emit("notice")
    assert words(bedside) == []


def test_a_new_session_shows_it_from_its_first_picture(bedside: Bedside, ward: Path, clock: FakeClock) -> None:
    write_notice(ward, Notice(1, NOW_S + 60, TEXT))
    timepiece = bedside.kiosk.engine.findChild(Timepiece)
    assert timepiece is not None
    # As the session is built: nobody has told it anything yet.
    assert HospitalNotice(ward, ("de", "da"), clock, timepiece, bedside.kiosk.engine).property("text") == TEXT["de"]


def test_over_television_a_touch_puts_it_away_until_there_is_another(bedside: Bedside, ward: Path) -> None:
    bedside.kiosk.shell.start()
    bedside.kiosk.shell.open("tv")
    say(bedside, ward, TEXT)
    assert words(bedside) == [TEXT["da"]]
    sheet = bedside.items("NoticeSheet")[0]
    middle = sheet.mapToScene(sheet.boundingRect().center())
    bedside.touch_at(QPoint(round(middle.x()), round(middle.y())))
    assert words(bedside) == []
    assert not bedside.kiosk.television.overlay_is_shown
    say(bedside, ward, TEXT)  # the same again
    assert words(bedside) == []
    bedside.kiosk.shell.goHome()
    assert words(bedside) == [TEXT["da"]]
    bedside.kiosk.shell.open("tv")
    say(bedside, ward, TEXT, number=2)
    assert words(bedside) == [TEXT["da"]]
    bedside.touch("Luk")
    assert words(bedside) == []


@pytest.mark.parametrize("easy", [False, True])
def test_over_a_picture_back_puts_it_away_before_it_leaves(bedside: Bedside, ward: Path, easy: bool) -> None:
    kiosk = bedside.kiosk
    kiosk.shell.start()
    if easy:
        kiosk.shell.openEasy()
    else:
        kiosk.shell.open("tv")
        kiosk.television.showOverlay()
    page = kiosk.shell.current_page.name
    say(bedside, ward, TEXT)
    if not easy:
        bedside.press(Qt.Key.Key_Escape)
    assert words(bedside) == [TEXT["da"]]
    bedside.press(Qt.Key.Key_Escape)
    assert words(bedside) == []
    assert kiosk.shell.current_page.name == page
    bedside.press(Qt.Key.Key_Escape)
    assert kiosk.shell.current_page.name == ("Easy" if easy else "Home")


def test_the_overlay_and_typed_digits_come_first(bedside: Bedside, ward: Path) -> None:
    bedside.kiosk.shell.start()
    bedside.kiosk.shell.open("tv")
    say(bedside, ward, TEXT)
    bedside.kiosk.television.showOverlay()
    assert words(bedside) == []
    bedside.kiosk.television.hideOverlay()
    assert words(bedside) == [TEXT["da"]]
    bedside.kiosk.television._digits_timer.setInterval(600_000)
    bedside.kiosk.television.digit(9)
    assert words(bedside) == []


def go(bedside: Bedside, name: str) -> None:
    if name == "home":
        bedside.kiosk.shell.start()
        bedside.kiosk.shell.goHome()
    elif name == "tv":
        bedside.kiosk.shell.open("tv")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.long
def test_every_look(bedside: Bedside, ward: Path, palette: str, language: str) -> None:
    kiosk = bedside.kiosk
    kiosk.comfort.setPalette(palette)
    kiosk.shell.speak(language)
    found = []
    for size in TEXT_SCALES:
        kiosk.comfort.setTextSize(size)
        for number, (length, text) in enumerate((("short", TEXT), ("longest", LONGEST)), 1):
            say(bedside, ward, text, number=number)
            for name in ("welcome", "home", "tv") if kiosk.shell.current_page.name == "Welcome" else ("home", "tv"):
                go(bedside, name)
                bedside.settle()
                keep(bedside, f"notice-{palette}-{language}-{size}-{length}-{name}")
                found += [f"{name}, {size}, {length}: {fault}" for fault in faults(kiosk)]
    assert found == []


@pytest.mark.parametrize("size", TEXT_SCALES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_welcome_at_every_size(bedside: Bedside, ward: Path, language: str, size: str) -> None:
    bedside.kiosk.shell.speak(language)
    bedside.kiosk.comfort.setTextSize(size)
    found = []
    for length, text in (("short", TEXT), ("longest", LONGEST)):
        say(bedside, ward, text)
        keep(bedside, f"notice-welcome-{language}-{size}-{length}")
        found += [f"{length}: {fault}" for fault in faults(bedside.kiosk)]
    assert found == []
