"""Rows that stay are not made anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kiosk.search.results import Result, Results, Role

numbers = st.lists(st.integers(1, 9), unique=True)


def rows(results: Results) -> list[int]:
    return [int(str(results.data(results.index(row), Role.NUMBER))) for row in range(results.rowCount())]


@given(st.lists(numbers, max_size=5))
def test_it_holds_just_what_it_is_told(turns: list[list[int]]) -> None:
    results = Results()
    for turn in turns:
        results.show([Result(number, "name", "") for number in turn])
        assert rows(results) == turn


def test_what_stays_keeps_its_row(qtbot: QtBot) -> None:
    results = Results()
    results.show([Result(number, "name", "") for number in (1, 2, 3, 5)])
    removed, inserted, changed = [], [], []
    results.rowsRemoved.connect(lambda _, first, last: removed.append((first, last)))
    results.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    results.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    del qtbot
    results.show([Result(1, "name", ""), Result(3, "other", ""), Result(4, "name", ""), Result(5, "name", "")])
    assert (removed, inserted, changed) == ([(1, 1)], [(2, 2)], [(1, 1)])


def test_it_is_a_real_model(qtmodeltester: ModelTester) -> None:
    results = Results()
    model: QAbstractItemModel = results
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no types here
    results.show([Result(number, "name", "") for number in (1, 2, 3)])
    results.show([Result(number, "name", "") for number in (3, 1)])
    assert rows(results) == [3, 1]
