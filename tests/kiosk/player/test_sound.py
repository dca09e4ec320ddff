from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.player.sound import audio_output, loudness_percent


@given(st.integers(0, 100), st.integers(-500, 500))
def test_nobody_gets_past_the_cap(cap: int, volume: int) -> None:
    assert 0 <= loudness_percent(cap, volume, muted=False) <= cap
    assert loudness_percent(cap, volume, muted=True) == 0


@pytest.mark.parametrize(("cap", "volume", "expected"), [(80, 50, 40), (80, 100, 80), (100, 100, 100), (0, 100, 0)])
def test_volume_is_a_share_of_the_cap(cap: int, volume: int, expected: int) -> None:
    assert loudness_percent(cap, volume, muted=False) == expected


def test_the_sound_server_is_preferred_then_a_card_then_silence(tmp_path: Path) -> None:
    cards, none = tmp_path / "cards", tmp_path / "none"
    none.write_text("--- no soundcards ---\n")
    assert audio_output({}, none) == "adummy"
    assert audio_output({}, tmp_path / "missing") == "adummy"
    cards.write_text(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n")
    assert audio_output({}, cards) == "alsa"
    assert audio_output({"XDG_RUNTIME_DIR": str(tmp_path)}, none) == "adummy"
    (tmp_path / "pulse").mkdir()
    (tmp_path / "pulse/native").touch()
    assert audio_output({"XDG_RUNTIME_DIR": str(tmp_path)}, none) == "pulse"
    assert audio_output({"PULSE_SERVER": "unix:/run/pulse"}, none) == "pulse"
