from __future__ import annotations

from dataclasses import replace

import pytest

from tests.bench.lineup import READERS, check, measure
from tests.bench.playlist_maker import Expected


def test_a_small_run_has_all_figures() -> None:
    figures = measure(entries=400, rounds=1)
    assert {"speedup", "peak_mb", "times_s", "peaks_mb", "entries"} <= figures.keys()
    times = figures["times_s"]
    assert isinstance(times, dict)
    assert set(times) == set(READERS)
    assert figures["entries"] in (400, 401)


def test_a_reader_that_drops_something_is_found_out() -> None:
    expected = Expected(entries=3, channels=3)
    answer = {"time_s": 1.0, "peak_mb": 1.0, "problems": 0.0, **dict.fromkeys(Expected.__slots__, 0.0), "entries": 3.0, "channels": 3.0}
    check(answer, expected)
    with pytest.raises(ValueError, match="backups"):
        check(answer, replace(expected, backups=1))
    with pytest.raises(ValueError, match="problems"):
        check({**answer, "problems": 1.0}, expected)
