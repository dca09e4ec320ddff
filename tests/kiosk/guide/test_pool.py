"""Rows that are used again: what stays keeps its row, and scrolling makes no new ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from kiosk.guide.pool import Pool


def shown(pool: Pool) -> list[tuple[object, ...]]:
    roles = sorted(pool.roleNames())
    rows = [tuple(pool.data(pool.index(row), role) for role in roles) for row in range(pool.rowCount())]
    return sorted((row[1:] for row in rows if row[0]), key=repr)


def test_what_scrolls_in_takes_the_row_of_what_scrolled_out() -> None:
    pool = Pool(("name",))
    pool.show({number: (f"slot {number}",) for number in range(10)})
    added = QSignalSpy(pool.rowsInserted)
    changed = QSignalSpy(pool.dataChanged)
    pool.show({number: (f"slot {number}",) for number in range(3, 13)})
    assert added.count() == 0
    assert changed.count() == 3
    assert shown(pool) == sorted(((f"slot {number}",) for number in range(3, 13)), key=repr)


def test_nothing_new_is_told_as_nothing() -> None:
    pool = Pool(("name",))
    pool.show({1: ("one",), 2: ("two",)})
    changed = QSignalSpy(pool.dataChanged)
    pool.show({2: ("two",), 1: ("one",)})
    assert changed.count() == 0


def test_a_record_that_changed_keeps_its_row() -> None:
    pool = Pool(("name",))
    pool.show({1: ("one",), 2: ("two",)})
    changed = QSignalSpy(pool.dataChanged)
    pool.show({1: ("uno",), 2: ("two",)})
    assert changed.count() == 1
    assert changed.at(0)[0].row() == 0


@given(st.lists(st.dictionaries(st.integers(0, 30), st.integers(0, 5), max_size=20), max_size=8))
def test_it_shows_what_was_asked_for_last(steps: list[dict[int, int]]) -> None:
    pool = Pool(("key", "value"))
    tester = QAbstractItemModelTester(pool, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for step in steps:
        pool.show({key: (key, value) for key, value in step.items()})
        assert shown(pool) == sorted(step.items(), key=repr)
    assert pool.rowCount() <= max((len(step) for step in steps), default=0)
    del tester
