from __future__ import annotations

from datetime import time

import pytest

from flexcare.session.night import Night


@pytest.mark.parametrize(
    ("at", "on"), [("21:59", False), ("22:00", True), ("23:59", True), ("00:00", True), ("06:59", True), ("07:00", False), ("12:00", False)]
)
def test_a_night_over_midnight(at: str, on: bool) -> None:
    assert Night("22:00", "07:00").is_on(time.fromisoformat(at)) is on


@pytest.mark.parametrize(("at", "on"), [("00:59", False), ("01:00", True), ("04:59", True), ("05:00", False), ("23:00", False)])
def test_a_night_after_midnight(at: str, on: bool) -> None:
    assert Night("01:00", "05:00").is_on(time.fromisoformat(at)) is on
