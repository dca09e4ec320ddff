from __future__ import annotations

import shutil

import pytest

from tests.bench.pull import measure


def test_a_small_run_has_all_figures_and_holds_what_does_not_depend_on_the_machine() -> None:
    if shutil.which("nginx", path="/usr/sbin:/usr/bin") is None:
        pytest.skip("nginx is not installed (Debian: nginx-light)")
    figures = measure(wards=3, devices=30, rounds=2)
    assert {"nochange_cpu_ms", "first_bytes", "publish_s"} <= figures.keys()
    assert figures["nochange_requests"] == 2
    assert isinstance(figures["nochange_bytes"], int)
    assert 300 < figures["nochange_bytes"] <= 1000
