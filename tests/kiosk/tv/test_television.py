"""Television where nothing need be played: Off, a single channel, and what is said where there is no picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from deploy.tour.snapshot import accessible_name
from flexcare.guide.programme import Slot as GuideSlot
from flexcare.lineup.channel import Channel
from kiosk.player.player import Player
from kiosk.shell.focus import reachable
from tests.helpers.bedside import Bedside, channel, offer
from tests.helpers.clock import FakeClock
from tests.helpers.evening import NOW, evening, give_guide, moment

NewBedside = Callable[..., Bedside]
NOWHERE = "http://127.0.0.1:9/nothing.ts"
LONG_MS = 600_000


def in_easy_mode(new_bedside: NewBedside, *numbers: int) -> Bedside:
    """Easy mode on these channels, the first of them on."""
    bedside = new_bedside(offer(*(channel(number, NOWHERE) for number in numbers)), clock=FakeClock(NOW))
    bedside.kiosk.shell.start()
    bedside.kiosk.shell.openEasy()
    bedside.see(lambda screen: screen.page == "Easy")
    return bedside


def is_idle(bedside: Bedside) -> bool:
    return bedside.kiosk.player.current_state is Player.State.Idle


@pytest.mark.parametrize(
    "wish", [lambda bedside: bedside.press(Qt.Key.Key_1), lambda bedside: bedside.kiosk.shell.watch(1)], ids=["digit", "reminder"]
)
def test_after_off_the_channel_that_was_on_can_be_wished_again(new_bedside: NewBedside, wish: Callable[[Bedside], object]) -> None:
    bedside = in_easy_mode(new_bedside, 1, 2)
    bedside.kiosk.television.leave()
    assert is_idle(bedside)
    wish(bedside)
    assert not is_idle(bedside)


def test_after_off_nobody_watches(new_bedside: NewBedside, tmp_path: Path) -> None:
    bedside = in_easy_mode(new_bedside, 1, 2)
    kiosk = bedside.kiosk
    give_guide(bedside, tmp_path / "ward-0", *evening())
    for off in (False, True):
        slot = GuideSlot(0, 1, moment(21, 28 + off), moment(23), "Sporten")
        kiosk.reminders.pass_time(moment(21), None)
        kiosk.reminders.toggle(slot)
        if off:
            kiosk.television.leave()
        kiosk.reminders.pass_time(slot.start_s, kiosk.reminding._circumstances.watched())
        assert (kiosk.reminders.notice is not None) is off
    # As soon as the channel is turned on again.
    kiosk.television.enter()
    assert kiosk.reminders.notice is None


def test_select_goes_to_the_typed_number_and_presses_nothing(new_bedside: NewBedside) -> None:
    bedside = in_easy_mode(new_bedside, 1, 2, 12)
    television = bedside.kiosk.television
    television._digits_timer.setInterval(LONG_MS)
    television.show(2)
    bedside.settle()
    off = next(item for item in reachable(bedside.kiosk.window.contentItem()) if accessible_name(item) == "Off")
    off.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    bedside.press(Qt.Key.Key_1)
    assert television.typed_digits == "1"
    bedside.press(Qt.Key.Key_Return)
    assert (television.typed_digits, television.property("number"), is_idle(bedside)) == ("", 1, False)
    bedside.press(Qt.Key.Key_Return)
    assert is_idle(bedside)


@pytest.mark.parametrize("numbers", [(1,), (1, 2)])
def test_zapping_round_to_the_channel_that_plays_leaves_it_alone(
    new_bedside: NewBedside, monkeypatch: pytest.MonkeyPatch, numbers: tuple[int, ...]
) -> None:
    bedside = new_bedside(offer(*(channel(number, NOWHERE) for number in numbers)), clock=FakeClock(NOW))
    television, player = bedside.kiosk.television, bedside.kiosk.player
    played: list[int] = []
    play = player.play

    def count(wished: Channel) -> None:
        played.append(wished.number)
        play(wished)

    monkeypatch.setattr(player, "play", count)
    bedside.kiosk.shell.start()
    bedside.kiosk.shell.open("tv")
    television._end_banner()
    bedside.press(Qt.Key.Key_PageUp)
    assert played == ([1] if len(numbers) == 1 else [1, 2])
    assert television.property("bannerShown")
    television.leave()
    television.zap(1)
    assert played[-1] == 1
    assert not is_idle(bedside)


@pytest.mark.parametrize("easy", [False, True])
@pytest.mark.parametrize("several", [False, True])
def test_without_a_picture_other_channels_are_offered_only_where_there_are_any(new_bedside: NewBedside, several: bool, easy: bool) -> None:
    numbers = (1, 2) if several else (1,)
    bedside = new_bedside(offer(*(channel(number, NOWHERE) for number in numbers)), clock=FakeClock(NOW))
    bedside.kiosk.shell.start()
    if easy:
        bedside.kiosk.shell.openEasy()
    else:
        bedside.kiosk.shell.open("tv")
    screen = bedside.see(lambda screen: screen.player in ("Lost", "Recovering"))
    said = " ".join(str(item.property("text")) for item in bedside.items("Label"))
    assert "We keep trying." in said or (easy and several)
    assert ("other" in said) is several
    assert (screen.target("Next channel") is not None) is (several and not easy)
