from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from flexcare.session.offer import Sound
from kiosk.player.volume import Volume


def test_volume_stays_within_its_scale() -> None:
    volume, changes = Volume(Sound(start_percent=50)), list[int]()
    volume.percentChanged.connect(lambda: changes.append(volume.current_percent))
    for asked in (120, 100, -5, 0, 30):
        volume.setProperty("percent", asked)
    volume.step(1)
    volume.step(100)
    assert changes == [100, 0, 30, 40, 100]


def test_a_step_is_heard_again_and_mute_is_not() -> None:
    volume = Volume(Sound(cap_percent=80, start_percent=50))
    assert (volume.loudness, volume.is_muted) == (40, False)
    volume.toggleMute()
    assert (volume.loudness, volume.is_muted, volume.current_percent) == (0, True, 50)
    volume.step(1)
    assert (volume.loudness, volume.is_muted, volume.current_percent) == (48, False, 60)


DEEDS = st.one_of(
    st.tuples(st.just("step"), st.integers(-12, 12)),
    st.tuples(st.just("mute"), st.just(0)),
    st.tuples(st.just("allow"), st.integers(0, 100)),
    st.tuples(st.just("quiet"), st.integers(0, 100)),
)


@given(st.integers(0, 100), st.integers(0, 100), st.lists(DEEDS, max_size=20))
def test_what_plays_hears_of_every_change_and_nobody_gets_past_what_is_allowed(cap: int, start: int, deeds: list[tuple[str, int]]) -> None:
    root = QObject()
    volume = Volume(Sound(cap_percent=cap, start_percent=start), root)
    follows = [volume.loudness]
    volume.loudnessChanged.connect(lambda: follows.append(volume.loudness))
    allowed, silent = cap, False
    for deed, number in deeds:
        match deed:
            case "step":
                volume.step(number)
            case "mute":
                volume.toggleMute()
            case _:
                allowed, silent = number, deed == "quiet"
                volume.heed(loudest_percent=allowed, silent=silent)
        assert follows[-1] == volume.loudness
        assert volume.loudness <= (0 if silent or volume.is_muted else allowed)
    assert all(one != another for one, another in itertools.pairwise(follows)), "said only where something changed"
