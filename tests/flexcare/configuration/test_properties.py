"""Whatever becomes of a source: told, never a crash, and never published with a fault."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flexcare.configuration.compile import check_source
from tests.helpers.source import GOOD, day, good_source

LINES = (GOOD / "hospital.toml").read_text().splitlines()
VALUES = st.sampled_from(
    ["1", "-1", "true", '""', '"x"', "[]", "{}", "[[1]]", "2026-01-01", "nan", "{ x = { y = 1 } }", "1e400", '"\\u0000"']
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    drop=st.sets(st.integers(0, len(LINES) - 1), max_size=6),
    change=st.dictionaries(st.integers(0, len(LINES) - 1), VALUES, max_size=6),
    top=st.dictionaries(st.sampled_from(["site", "hosts", "services", "agreement", "channels", "languages", "x"]), VALUES, max_size=2),
)
def test_any_change_of_the_good_source(drop: set[int], change: dict[int, str], top: dict[str, str]) -> None:
    lines = [f"{key} = {value}" for key, value in top.items()]
    for number, line in enumerate(LINES):
        key, equals, _ = line.partition(" = ")
        if number not in drop:
            lines.append(f"{key} = {change[number]}" if number in change and equals else line)
    with tempfile.TemporaryDirectory() as folder:
        source = good_source(Path(folder))
        (source / "hospital.toml").write_text("\n".join(lines))
        checked = check_source(source, day())
    assert (checked.compiled is None) == bool(checked.faults)


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(["hospital.toml", "devices.toml", "wards/b7.toml", "lineups/hospital.m3u"]), st.binary(max_size=200))
def test_any_bytes_for_any_file(file: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = good_source(Path(folder))
        (source / file).write_bytes(data)
        checked = check_source(source, day())
    assert (checked.compiled is None) == bool(checked.faults)
