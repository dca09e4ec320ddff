"""An endless stream from a recording: every clock and counter goes on over the seam."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deploy.headend.recipes.book import recipes
from deploy.headend.recipes.brush import Fonts
from deploy.headend.stations import RADIO, TELEVISION
from deploy.headend.studio import Studio
from deploy.headend.transport import Loop, TransportUnusable, read_pcr, read_stamp, write_pcr, write_stamp
from tests.helpers.headend import small_cache
from tests.helpers.packets import look, probe, times


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_cache(tmp_path_factory)


def _loop(cache: Path, radio: bool = False) -> Loop:
    wanted = recipes([RADIO[1]] if radio else [TELEVISION[0]], Fonts(None, None), small=True)
    data = asyncio.run(Studio(cache).recordings(wanted))[wanted[0].name]
    return Loop(data, wanted[0].duration_ticks)


@pytest.mark.parametrize("radio", [False, True])
def test_clock_and_counters_go_on_over_five_turns(cache: Path, radio: bool) -> None:
    loop = _loop(cache, radio)
    per_turn = loop.at(loop.duration_ticks) - loop.at(0)
    seen = look(b"".join(loop.render(number) for number in range(5 * per_turn)))
    assert seen.jumps == 0
    assert seen.broken == 0
    assert seen.span_s == pytest.approx(5 * 1.92, abs=0.1)
    assert 0 < min(seen.steps_ms) <= max(seen.steps_ms) <= 100


def test_no_picture_and_no_sound_is_missing_at_the_seam(cache: Path) -> None:
    loop = _loop(cache)
    per_turn = loop.at(loop.duration_ticks) - loop.at(0)
    assert probe(b"".join(loop.render(number) for number in range(4 * per_turn))) == {"video": 4 * 96, "audio": 4 * 90}


def test_pictures_and_sound_keep_their_step_over_the_seam(cache: Path) -> None:
    loop = _loop(cache)
    per_turn = loop.at(loop.duration_ticks) - loop.at(0)
    data = b"".join(loop.render(number) for number in range(3 * per_turn))
    for kind, step_s in (("v", 1 / 50), ("a", 1024 / 48_000)):
        steps = [after - before for before, after in pairwise(times(data, kind))]
        assert min(steps) == pytest.approx(step_s, abs=0.0005)
        assert max(steps) == pytest.approx(step_s, abs=0.0005)


def test_time_wraps_after_26_hours(cache: Path) -> None:
    loop = _loop(cache)
    wrap = loop.at(2**33)
    clocks = look(b"".join(loop.render(number) for number in range(wrap - 60, wrap + 60))).clocks
    steps = {(after - before) % (2**33 * 300) for before, after in pairwise(clocks)}
    assert min(clocks) < 27e6 * 3 < 27e6 * 95_000 < max(clocks)
    assert max(steps) <= 27_000_000 / 10


def test_key_pictures_are_where_players_can_start(cache: Path) -> None:
    loop = _loop(cache)
    for number in (0, 1, 47, 48, 95, 96, 1000):
        key = loop.key_before(number)
        assert number - 48 < key <= number
        assert loop.key(loop.key_number(key)) == key
    start = loop.key_before(75)
    assert probe(b"".join(loop.render(number) for number in range(start, start + 48)))["video"] == 48


def test_slices_and_times_agree(cache: Path) -> None:
    loop = _loop(cache)
    for number in range(0, 400, 7):
        assert loop.at(loop.ticks(number)) == number
        assert loop.at(loop.ticks(number + 1) - 1) == number


@given(st.binary(max_size=188 * 4))
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(TransportUnusable):
        Loop(data, 90_000)


@given(st.integers(0, 2**33 - 1))
def test_written_times_read_back(ticks: int) -> None:
    data = bytearray(b"\x21\x00\x01\x00\x01\x7e\x00")
    write_stamp(data, 0, ticks)
    assert read_stamp(data, 0) == ticks
    assert (data[0] & 0xF1, data[2] & 1, data[4] & 1) == (0x21, 1, 1)
    write_pcr(data, 1, ticks)
    assert read_pcr(data, 1) == ticks
    assert data[5] & 0x7F == 0x7E
