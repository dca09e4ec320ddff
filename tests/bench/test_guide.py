from __future__ import annotations

import pytest

from tests.bench.guide import RUNS, check, measure


def test_a_small_run_has_all_figures() -> None:
    figures = measure(channels=5, days=8, rounds=1, with_kodi=False)
    assert {"full_ratio", "full_peak_mb", "ward_ratio", "now_next_ms", "window_ms", "search_ms", "kodi"} <= figures.keys()
    assert set(figures["times_s"]) == set(RUNS)
    assert figures["programmes"] > 5 * 8 * 10


def test_an_import_that_drops_something_is_found_out() -> None:
    whole = {run: [{"programmes": 100.0}] for run in RUNS}
    check({**whole, "ward": [{"programmes": 10.0}]}, programmes=100, channels=100, ward=10)
    with pytest.raises(ValueError, match="full found 99"):
        check({**whole, "full": [{"programmes": 99.0}], "ward": [{"programmes": 10.0}]}, programmes=100, channels=100, ward=10)
    with pytest.raises(ValueError, match="kept 1 programmes"):
        check({**whole, "ward": [{"programmes": 1.0}]}, programmes=100, channels=100, ward=10)
