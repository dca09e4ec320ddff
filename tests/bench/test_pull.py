from __future__ import annotations

import math

import pytest

from tests.bench import pull_nginx
from tests.bench.pull import GOALS, Effort, missed, run
from tests.bench.pull_site import Size

MET = {**dict.fromkeys(GOALS, 0.5), "applied_share": 1.0, "pushed_share": 1.0}


@pytest.mark.skipif(not pull_nginx.is_here(), reason=pull_nginx.HOW_TO_GET)
def test_a_small_run_has_all_figures() -> None:
    figures = run(
        Effort(Size(wards=4, devices_each=2, channels=3), tablets=4, rounds=3, publications=1, load_s=1, spread_tablets=6, spread_s=1.0)
    )
    assert figures.keys() >= GOALS.keys()
    assert figures["applied_share"] == figures["pushed_share"] == 1
    assert figures.pop("refused") == 0
    assert math.isfinite(figures.pop("server_cpu_ms_per_tablet"))  # a few looks cost less than one tick of the clock
    assert all(math.isfinite(figure) and figure > 0 for figure in figures.values())
    # Not the speed, which others on the machine decide; what goes over the wire is always the same.
    assert figures["nochange_bytes"] <= GOALS["nochange_bytes"]


@pytest.mark.parametrize("name", sorted(GOALS))
def test_every_goal_can_be_missed(name: str) -> None:
    assert missed(MET) == []
    assert len(missed({**MET, name: GOALS[name] * 1.01})) == 1
    assert len(missed({**MET, name: math.nan})) == 1


def test_a_tablet_that_took_nothing_is_told() -> None:
    assert "99.9%" in missed({**MET, "applied_share": 0.999})[0]
    assert "99.0%" in missed({**MET, "pushed_share": 0.99})[0]
