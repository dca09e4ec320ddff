from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.guide.moments import moment_s


def seconds(*parts: int, hours: float = 0) -> int:
    return int((datetime(*parts, tzinfo=UTC) - timedelta(hours=hours)).timestamp())  # type: ignore[arg-type, misc]  # so many numbers as given


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20260326203000 +0100", seconds(2026, 3, 26, 19, 30)),
        ("20260326203000+0100", seconds(2026, 3, 26, 19, 30)),
        ("20260326203000 +01:00", seconds(2026, 3, 26, 19, 30)),
        ("20260326203000 -0330", seconds(2026, 3, 27, 0, 0)),
        ("20260326203000 UTC+2", seconds(2026, 3, 26, 18, 30)),
        ("20260326203000", seconds(2026, 3, 26, 20, 30)),
        ("202603262030", seconds(2026, 3, 26, 20, 30)),
        ("202603262030 BST", seconds(2026, 3, 26, 19, 30)),
        ("2026032620", seconds(2026, 3, 26, 20)),
        ("20260326", seconds(2026, 3, 26)),
        ("20260326 CEST", seconds(2026, 3, 25, 22)),
        ("20260326203000 cest", seconds(2026, 3, 26, 18, 30)),
        ("20260326203000 EST", seconds(2026, 3, 27, 1, 30)),
        ("20260326203000 Z", seconds(2026, 3, 26, 20, 30)),
        ("20260326240000 +0000", seconds(2026, 3, 27)),
        ("20260326203000.500 +0000", seconds(2026, 3, 26, 20, 30)),
        (" 20260326203000 +0000\n", seconds(2026, 3, 26, 20, 30)),
        ("2026-03-26T20:30:00+01:00", seconds(2026, 3, 26, 19, 30)),
        ("2026-03-26T20:30:00.000Z", seconds(2026, 3, 26, 20, 30)),
        ("2026-03-26 20:30", seconds(2026, 3, 26, 20, 30)),
        ("20240229120000", seconds(2024, 2, 29, 12)),
    ],
)
def test_a_moment(text: str, expected: int) -> None:
    assert moment_s(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026",
        "202603",
        "20261326203000",
        "20260230203000",
        "20260326253000",
        "20260326206000",
        "20260326240100",
        "20260326203000 +9900",
        "20260326203000 XYZ",
        "20260326203000 +0100 or so",
        "00000326203000",
        "99990326203000",
        "\uff12\uff10\uff12\uff16" + "0326203000",
        "20260326203",
    ],
)
def test_no_moment(text: str) -> None:
    assert moment_s(text) is None


def test_the_hour_that_comes_twice_is_told_apart_by_its_offset() -> None:
    first, second = moment_s("20261025023000 +0200"), moment_s("20261025023000 +0100")
    assert first is not None
    assert second is not None
    assert second - first == 3600


@given(
    st.datetimes(datetime(1971, 1, 1), datetime(2099, 12, 30)),  # noqa: DTZ001  # hypothesis adds the zone itself
    st.integers(-12 * 60, 14 * 60),
)
def test_any_moment_in_any_zone(moment: datetime, minutes: int) -> None:
    there = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert moment_s(f"{there:%Y%m%d%H%M%S %z}") == int(there.timestamp())


@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    found = moment_s(text)
    assert found is None or 0 <= found < 2**32
