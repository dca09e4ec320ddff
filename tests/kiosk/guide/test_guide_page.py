"""The guide under the hand: opened from Home and over television, scrolled both ways, and left by every way home."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtQuick import QQuickItem

from deploy.tour.snapshot import Snapshot, Target, accessible_name, shown
from kiosk.app import Kiosk
from kiosk.guide.grid import Grid
from kiosk.guide.guide import Guide
from kiosk.shell.focus import scene_rectangle
from kiosk.shell.keys import Action
from tests.helpers.bedside import Bedside, channel, offer
from tests.helpers.clock import FakeClock
from tests.helpers.evening import NOW, WITHOUT_GUIDE, evening, give_guide, lineup, moment
from tests.helpers.guide import Show

NewBedside = Callable[..., Bedside]
NOWHERE = "http://127.0.0.1:9/nothing.ts"
AVISEN = "TV Avisen, 20:55\N{EN DASH}21:25"
MANY = 1000
DELEGATES_MAX = 250


class Reading:
    """Somebody with the guide in hand; `new_bedside` and what their ward folder is."""

    def __init__(self, new_bedside: NewBedside, tmp_path: Path, *shows: Show, text_size: str = "standard") -> None:
        self.clock = FakeClock(NOW)
        self.bed = new_bedside(offer(*lineup()), clock=self.clock)
        self.ward = tmp_path / "ward-0"
        self.kiosk: Kiosk = self.bed.kiosk
        self.kiosk.comfort.setTextSize(text_size)
        give_guide(self.bed, self.ward, *(shows or evening()))
        self.bed.touch("Start")

    def open(self) -> Snapshot:
        self.bed.touch("Guide")
        return self.bed.see(in_guide)

    def programme(self, name: str) -> Target:
        found = self.bed.see(lambda screen: screen.target(name) is not None).target(name)
        assert found is not None
        return found

    @property
    def area(self) -> QQuickItem:
        return area_of(self.kiosk)

    @property
    def cursor(self) -> tuple[int, int]:
        guide = self.kiosk.guide
        return guide.property("cursorLine"), guide.property("cursorAt")


def in_guide(screen: Snapshot) -> bool:
    return screen.sheet == "Guide"


def area_of(kiosk: Kiosk) -> QQuickItem:
    """What scrolls."""
    return next(item for item in shown(kiosk.window.contentItem()) if item.objectName() == "guideArea")


def slots(kiosk: Kiosk) -> list[QQuickItem]:
    """What stands in the grid: programmes and gaps."""
    return [item for item in shown(kiosk.window.contentItem()) if item.objectName() == "programme"]


@pytest.fixture
def read(new_bedside: NewBedside, tmp_path: Path) -> Callable[..., Reading]:
    return lambda *shows, **options: Reading(new_bedside, tmp_path, *shows, **options)


def test_two_taps_to_what_is_on(read: Callable[..., Reading]) -> None:
    screen = read().open()
    assert screen.page == "Home"
    assert screen.target(AVISEN) is not None
    assert screen.target("1 Kanal Ét") is not None


def test_a_programme_that_is_on_is_watched_from_its_sheet(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.open()
    reading.bed.touch("Udsendelse 4 kl. 21")
    reading.bed.touch("Watch")
    reading.bed.see(lambda screen: (screen.page, screen.sheet, screen.number) == ("Television", "Nothing", 4))


def test_a_programme_of_later_offers_the_channel_as_it_is_now(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.open()
    reading.bed.touch("Sporten")
    assert reading.bed.see(lambda screen: screen.target("Watch Kanal Ét now") is not None).target("Watch") is None


def test_a_channel_without_a_guide_can_be_watched_from_its_row(read: Callable[..., Reading]) -> None:
    reading = read(text_size="standard")
    reading.open()
    reading.kiosk.guide.rowWanted.emit(WITHOUT_GUIDE - 1)
    reading.bed.settle()
    head = reading.programme(f"{WITHOUT_GUIDE} Kanal uden guide")
    reading.bed.touch_at(QPoint(round(head.x + head.width + 200), round(head.centre[1])))
    reading.bed.touch("Watch Kanal uden guide now")
    reading.bed.see(lambda screen: (screen.page, screen.number) == ("Television", WITHOUT_GUIDE))


def test_a_touch_on_a_channel_goes_to_it(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.open()
    reading.bed.touch("3 Natur")
    reading.bed.see(lambda screen: (screen.page, screen.sheet, screen.number) == ("Television", "Nothing", 3))


def test_a_programme_too_narrow_for_a_finger_opens_by_a_touch_beside_it(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.open()
    weather = reading.programme("Vejret, 21:25\N{EN DASH}21:28")
    assert weather.width < int(reading.kiosk.theme.property("target")) / 2
    reading.bed.touch_at(QPoint(round(weather.x + weather.width + 10), round(weather.centre[1])))
    reading.bed.see(lambda _: reading.kiosk.guide.current_panel is Guide.Panel.Programme)
    assert reading.kiosk.guide.shown_card.slot.title == "Vejret"


def test_a_programme_that_began_long_before_the_grid_opens_by_touch_and_keys_go_on_from_it(read: Callable[..., Reading]) -> None:
    reading = read(Show(1, moment(18, day=-1), moment(23), "Tour hele dagen"), Show(1, moment(23), moment(23, 30), "Nyhederne"))
    reading.open()
    head = reading.programme("1 Kanal Ét")
    reading.bed.touch_at(QPoint(round(head.x + head.width + 200), round(head.centre[1])))
    reading.bed.see(lambda _: reading.kiosk.guide.current_panel is Guide.Panel.Programme)
    assert reading.kiosk.guide.shown_card.slot.title == "Tour hele dagen"
    reading.kiosk.guide.closePanel()
    reading.kiosk.guide.setProperty("focused", True)
    assert reading.kiosk.guide.obey(Action.RIGHT)
    reading.kiosk.guide.openCursor()
    assert reading.kiosk.guide.shown_card.slot.title == "Nyhederne"


def test_a_new_guide_that_ends_before_where_the_keys_are_stops_nobody(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.open()
    guide = reading.kiosk.guide
    guide.jumpToDay(len(guide.days.all_days()) - 1)
    grid = guide.findChild(Grid)
    assert grid is not None
    far = grid.span.length_s
    give_guide(reading.bed, reading.ward, *evening(days=range(1)))
    assert guide.property("cursorAt") >= grid.span.length_s < far
    guide.setProperty("focused", True)
    assert guide.obey(Action.LEFT)
    guide.openCursor()
    assert guide.current_panel is Guide.Panel.Programme


def test_over_television_the_picture_stays_and_close_brings_it_back(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.bed.touch("Television")
    reading.bed.see(lambda screen: screen.page == "Television")
    reading.kiosk.television.showOverlay()
    screen = reading.open()
    assert (screen.page, screen.player) != ("Television", "Idle")
    assert screen.page == "Television"
    reading.bed.touch("Close")
    reading.bed.see(lambda screen: (screen.page, screen.sheet) == ("Television", "Nothing"))


def test_home_is_always_there(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.bed.touch("Television")
    reading.kiosk.television.showOverlay()
    screen = reading.open()
    home = screen.target("Home")
    assert home is not None
    assert min(target.x + target.y for target in screen.targets) == home.x + home.y
    reading.bed.touch("Home")
    reading.bed.see(lambda screen: (screen.page, screen.sheet, screen.player) == ("Home", "Nothing", "Idle"))


def test_back_takes_one_layer_at_a_time(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.open()
    reading.bed.touch(AVISEN)
    reading.bed.see(lambda _: reading.kiosk.guide.current_panel is Guide.Panel.Programme)
    reading.bed.press(Qt.Key.Key_Escape)
    assert reading.bed.see(in_guide).target(AVISEN) is not None
    reading.bed.press(Qt.Key.Key_Escape)
    reading.bed.see(lambda screen: (screen.page, screen.sheet) == ("Home", "Nothing"))


def test_the_column_and_the_hours_go_along(read: Callable[..., Reading]) -> None:
    reading = read(text_size="large")
    before = reading.open()
    row, head = before.target("Udsendelse 4 kl. 21"), before.target("4 Det Lange Navn For En Kanal")
    assert row is not None
    assert head is not None
    reading.area.setProperty("contentY", float(reading.area.property("contentY")) + 40)
    reading.area.setProperty("contentX", float(reading.area.property("contentX")) + 60)
    after = reading.bed.see(lambda screen: screen.target("Udsendelse 4 kl. 21") != row)
    moved, beside = after.target("Udsendelse 4 kl. 21"), after.target("4 Det Lange Navn For En Kanal")
    assert moved is not None
    assert beside is not None
    assert (row.x - moved.x, row.y - moved.y) == (60, 40)
    assert (head.x - beside.x, head.y - beside.y) == (0, 40)


@pytest.mark.parametrize("way", [QPoint(-400, 0), QPoint(0, -250)])
def test_a_finger_scrolls_and_opens_nothing(read: Callable[..., Reading], way: QPoint) -> None:
    reading = read(text_size="large")
    reading.open()
    before = QPointF(reading.area.property("contentX"), reading.area.property("contentY"))
    start = QPoint(900, 600)
    reading.bed.drag(start, start + way)
    reading.bed.see(lambda _: not reading.area.property("moving"))
    after = QPointF(reading.area.property("contentX"), reading.area.property("contentY"))
    assert (after.x() > before.x(), after.y() > before.y()) == (way.x() < 0, way.y() < 0)
    assert reading.kiosk.guide.current_panel is Guide.Panel.Nothing
    assert reading.kiosk.guide.property("pressedLine") == -1


def test_keys_go_over_the_grid_and_open_a_sheet(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.open()
    reading.bed.press(Qt.Key.Key_Down)
    assert reading.cursor[0] == 0
    reading.bed.press(Qt.Key.Key_Right)
    reading.bed.press(Qt.Key.Key_Return)
    reading.bed.see(lambda _: reading.kiosk.guide.current_panel is Guide.Panel.Programme)
    assert reading.kiosk.guide.shown_card.slot.title == "Vejret"
    reading.bed.press(Qt.Key.Key_Escape)
    reading.bed.see(in_guide)
    reading.bed.press(Qt.Key.Key_Down)
    reading.bed.press(Qt.Key.Key_Down)
    assert reading.cursor[0] >= 1


def test_up_from_the_first_row_leads_to_the_buttons_and_down_back(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.open()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        reading.bed.press(key)
    focused = [target.name for target in reading.bed.see(in_guide).targets if target.focused]
    assert focused in (["Home"], ["Today"], ["Now"], ["Tonight"], ["Search"])
    reading.bed.press(Qt.Key.Key_Down)
    assert [target for target in reading.bed.see(in_guide).targets if target.focused and target.name in focused] == []


def test_keys_scroll_as_far_as_they_go(read: Callable[..., Reading]) -> None:
    reading = read(text_size="largest")
    reading.kiosk.shell.openGuide()
    reading.bed.see(in_guide)
    reading.bed.press(Qt.Key.Key_Down)
    for _ in range(WITHOUT_GUIDE - 1):
        reading.bed.press(Qt.Key.Key_Down)
    assert reading.cursor[0] == WITHOUT_GUIDE - 1
    reading.bed.see(lambda screen: screen.target(f"{WITHOUT_GUIDE} Kanal uden guide") is not None)


def test_arabic_time_runs_to_the_left(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.kiosk.shell.speak("ar")
    reading.kiosk.shell.openGuide()
    screen = reading.bed.see(in_guide)
    news, sport, head = (screen.target(name) for name in (AVISEN, "Sporten", "1 Kanal Ét"))
    assert news is not None
    assert sport is not None
    assert head is not None
    assert sport.x < news.x < head.x
    reading.bed.press(Qt.Key.Key_Down)
    before = reading.cursor[1]
    reading.bed.press(Qt.Key.Key_Left)
    assert reading.cursor[1] > before


def test_a_jump_to_tomorrow_and_back_to_now(read: Callable[..., Reading]) -> None:
    reading = read()
    now = reading.open().target(AVISEN)
    reading.bed.touch("Today")
    reading.bed.touch("Tomorrow")
    there = reading.bed.see(lambda screen: screen.target("Tomorrow") is not None and in_guide(screen))
    tomorrow = there.target(AVISEN)
    assert now is not None
    assert tomorrow is not None
    assert tomorrow.x == pytest.approx(now.x, abs=1)
    assert reading.kiosk.guide.property("cursorAt") > 24 * 3600
    reading.bed.touch("Now")
    reading.bed.see(lambda screen: screen.target("Today") is not None)


def test_tonight_in_the_morning(new_bedside: NewBedside, tmp_path: Path) -> None:
    clock = FakeClock(NOW.replace(hour=9))
    bed = new_bedside(offer(*lineup()), clock=clock)
    give_guide(bed, tmp_path / "ward-0", *evening())
    bed.touch("Start")
    bed.touch("Guide")
    assert bed.see(in_guide).target(AVISEN) is None
    bed.touch("Tonight")
    bed.see(lambda screen: screen.target(AVISEN) is not None)


def test_midnight_passes_while_the_guide_is_open(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.open()
    place = reading.area.property("contentX")
    reading.clock.advance(4 * 3600)
    reading.kiosk.timepiece.refresh()
    screen = reading.bed.see(lambda screen: screen.target("Yesterday") is not None)
    assert reading.area.property("contentX") == place
    assert screen.target(AVISEN) is not None
    reading.bed.touch("Now")
    reading.bed.see(lambda screen: screen.target("Today") is not None)


def test_a_new_guide_comes_while_it_is_open_and_nothing_moves(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.open()
    place = reading.area.property("contentX")
    give_guide(reading.bed, reading.ward, *(replace(show, title=show.title.replace("Avisen", "Nyt")) for show in evening()))
    screen = reading.bed.see(lambda screen: screen.target("TV Nyt, 20:55\N{EN DASH}21:25") is not None)
    assert screen.target(AVISEN) is None
    assert reading.area.property("contentX") == place


def test_channels_may_be_reordered_and_filtered(read: Callable[..., Reading]) -> None:
    reading = read()
    before = reading.open().target("4 Det Lange Navn For En Kanal")
    channels = reading.kiosk.guide.channels
    reading.kiosk.guide.set_channels([channels[3], *channels[:3]])
    screen = reading.bed.see(lambda screen: screen.target("4 Det Lange Navn For En Kanal") != before)
    favourite, programme, second = (screen.target(name) for name in ("4 Det Lange Navn For En Kanal", "Udsendelse 4 kl. 21", "1 Kanal Ét"))
    assert favourite is not None
    assert programme is not None
    assert second is not None
    assert abs(favourite.y - programme.y) < 3
    assert favourite.y < second.y
    assert screen.target("5 قناة البيت") is None


def test_a_ward_without_a_guide_looks_as_it_did(new_bedside: NewBedside) -> None:
    bed = new_bedside(offer(*lineup()), clock=FakeClock(NOW))
    bed.touch("Start")
    assert bed.see(lambda screen: screen.page == "Home").target("Guide") is None
    bed.touch("Television")
    bed.kiosk.television.showOverlay()
    assert bed.see(lambda screen: screen.overlay).target("Guide") is None


def test_a_guide_of_a_thousand_channels_and_two_weeks_holds_only_what_is_seen(new_bedside: NewBedside, tmp_path: Path) -> None:
    bed = new_bedside(offer(*(channel(number, NOWHERE) for number in range(1, MANY + 1))), clock=FakeClock(NOW))
    first = moment(0)
    give_guide(
        bed,
        tmp_path / "ward-0",
        *(
            Show(number, first + 1800 * place, first + 1800 * (place + 1), f"{number} at {place}")
            for number in (*range(1, 60), *range(MANY - 60, MANY + 1))
            for place in range(14 * 48)
        ),
    )
    bed.touch("Start")
    bed.touch("Guide")
    bed.see(in_guide)
    area = area_of(bed.kiosk)
    for step in range(1, 40):
        area.setProperty("contentY", 25.0 * step)
        area.setProperty("contentX", float(area.property("contentX")) + 45)
    area.setProperty("contentY", float(area.property("contentHeight")) - area.height())
    area.setProperty("contentX", float(area.property("contentWidth")) - area.width())
    screen = bed.see(lambda screen: screen.target(f"{MANY} Channel {MANY}") is not None)
    assert any(target.name.startswith(f"{MANY} at {14 * 48 - 1},") for target in screen.targets)
    assert len(slots(bed.kiosk)) < DELEGATES_MAX


def test_a_slot_says_its_times_to_a_screen_reader_and_a_gap_nothing(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.open()
    names = {accessible_name(item) for item in slots(reading.kiosk)}
    assert AVISEN in names
    assert "" in names


def test_a_title_that_began_before_the_edge_is_still_read(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.open()
    (long,) = [item for item in slots(reading.kiosk) if accessible_name(item).startswith("The sea")]
    (words,) = [child for child in long.childItems() if child.inherits("QQuickText")]
    edge = scene_rectangle(reading.area).left()
    assert scene_rectangle(long).left() < edge - 50
    assert edge <= scene_rectangle(words).left() < edge + 30


def test_home_and_overlay_say_what_is_on(read: Callable[..., Reading]) -> None:
    reading = read()
    reading.kiosk.television.recall(1)
    home = reading.bed.see(lambda screen: screen.page == "Home")
    assert home.target("Television, Kanal Ét, TV Avisen") is not None
    reading.clock.advance(timedelta(minutes=22).total_seconds())
    reading.kiosk.timepiece.refresh()
    reading.bed.see(lambda screen: screen.target("Television, Kanal Ét, Vejret") is not None)
