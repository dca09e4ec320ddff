from __future__ import annotations

from PySide6.QtCore import QObject

from kiosk.web.liveliness import UNANSWERED_MAX, Liveliness


def test_who_answers_is_never_frozen(qapp: QObject) -> None:
    frozen: list[str] = []
    alive = Liveliness(qapp)
    alive.frozen.connect(lambda: frozen.append("frozen"))
    alive.watch(alive.heard)
    for _ in range(10 * UNANSWERED_MAX):
        alive.look()
    alive.leave()
    assert frozen == []


def test_who_does_not_answer_so_often_is_frozen_once(qapp: QObject) -> None:
    knocks: list[str] = []
    frozen: list[int] = []
    alive = Liveliness(qapp)
    alive.frozen.connect(lambda: frozen.append(len(knocks)))
    alive.watch(lambda: knocks.append("knock"))
    alive.look()
    alive.heard()
    for _ in range(UNANSWERED_MAX + 1):
        assert frozen == []
        alive.look()
    assert frozen == [1 + UNANSWERED_MAX]
    # Another visit begins with all of its patience.
    alive.watch(lambda: knocks.append("knock"))
    alive.look()
    alive.leave()
    assert frozen == [1 + UNANSWERED_MAX]
