"""The bench of a reset: that it measures what it says, and that a missed goal is a failure."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from deploy.headend.client import Headend
from flexcare.supervisor.compositor import Compositor, Screen
from tests.bench import reset, reset_peer
from tests.bench.reset_eye import Area, Eye, NotPainted
from tests.bench.reset_holdings import Holdings
from tests.bench.reset_rounds import measure

GOOD = reset.Figures(p50=90.0, p95=200.0, playing_p50=95.0, playing_p95=210.0, cold_p50=600.0, empty_p95=80.0, peer_p50=630.0)
HELD = Holdings(
    processes=9,
    zombies=0,
    insiders=8,
    threads=6,
    descriptors=30,
    mounts=40,
    shared_memory=0,
    files=12,
    control_groups=0,
    memory_kib=16_000,
)


def test_percentiles_are_values_that_were_measured() -> None:
    values = [float(value) for value in range(50, 0, -1)]
    assert reset.percentile(values, 0.95) == 48.0
    assert reset.percentile(values, 0.5) == 25.0
    assert reset.percentile([7.0], 0.95) == 7.0


@pytest.mark.parametrize("figure", ["p50", "p95", "playing_p50", "playing_p95", "cold_p50", "empty_p95"])
def test_each_goal_can_be_missed(figure: str) -> None:
    assert GOOD.missed() == []
    assert len(replace(GOOD, **{figure: 701.0}).missed()) == 1


def test_json_says_how_many_times_longer_the_peer_takes() -> None:
    told = json.loads(json.dumps(GOOD.as_json()))
    assert (told["ratio"], told["cold_ratio"]) == (7.0, 1.05)
    assert replace(GOOD, peer_p50=None).as_json()["ratio"] is None


def test_without_chromium_the_bench_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert reset.measure_peer(1) == []
    assert capsys.readouterr().err == f"{reset_peer.HOW_TO_GET}\n"
    assert "apt-get install" in reset_peer.HOW_TO_GET


def test_leaks_and_drift_are_told() -> None:
    assert HELD.more_than(HELD) == {}
    assert replace(HELD, descriptors=31, mounts=42, processes=8).more_than(HELD) == {"descriptors": 1, "mounts": 2}
    assert replace(HELD, memory_kib=16_480).drift(HELD) == pytest.approx(0.03)


def test_the_eye_sees_only_what_is_on_the_screen() -> None:
    with Compositor(Screen()) as compositor, Eye(compositor.runtime_folder / compositor.display, Area(100, 100, 4, 4)) as eye:
        empty = eye.look()
        assert len(empty) == 4 * 4 * 4
        eye.wait(lambda picture: picture == empty, 60.0)
        with pytest.raises(NotPainted):
            eye.wait(lambda picture: picture != empty, 0.2)


@pytest.mark.long
@pytest.mark.parametrize("standby", [True, False], ids=["standby", "cold"])
def test_a_short_run_at_a_real_bed(small_headend: Headend, standby: bool) -> None:
    found = measure(small_headend, 2, standby=standby)
    assert (len(found.tapped), len(found.playing)) == (2, 1)
    for each, receipt in zip((*found.tapped, *found.playing), found.receipts, strict=True):
        # Welcome cannot come before the proof that the session before is gone, and what is seen was painted.
        assert receipt.empty_ms <= receipt.shown_ms
        assert receipt.empty_ms < each.painted_ms < 20_000
        assert receipt.empty_ms < each.seen_ms


@pytest.mark.skipif(not reset_peer.is_here(), reason=reset_peer.HOW_TO_GET)
@pytest.mark.long
def test_the_peer_comes_back(tmp_path: Path) -> None:
    with Compositor(Screen()) as compositor:
        (restart,) = reset_peer.measure(compositor, 1)
    assert 0 < restart.said_ms < 30_000
    assert restart.seen_ms > 0
    assert not list(tmp_path.iterdir())
