from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import kiosk.web
from kiosk.web import dates
from kiosk.web.asking import DIALOGS_MAX, REFUSALS_MAX, STUBBORN_DIALOGS_MAX, Asking
from kiosk.web.choice import MARK

ALERT, PROMPT = Asking.Question.Alert.value, Asking.Question.Prompt.value
LIST = MARK + json.dumps({"title": "Drink", "current": 1, "options": [["Cold", None], ["Water", 0], ["Juice", 1]]})
DAY = dates.MARK + json.dumps({"title": "", "current": "", "least": "", "most": ""})


@pytest.fixture
def asking(qapp: object) -> Asking:
    del qapp
    return Asking()


def test_so_many_questions_are_shown_and_no_more(asking: Asking) -> None:
    for _ in range(DIALOGS_MAX):
        assert asking.mayAsk(ALERT, "Tak", "")
        asking.answer(True)
    assert not asking.mayAsk(ALERT, "Tak", "")
    asking.began()
    assert asking.mayAsk(ALERT, "Tak", "")


def test_a_question_is_cut_to_what_can_be_read(asking: Asking) -> None:
    asking.mayAsk(ALERT, "x" * 10_000, "")
    assert len(str(asking.property("words"))) == 400


def test_a_page_that_goes_away_takes_its_question_along(asking: Asking, qtbot: QtBot) -> None:
    asking.mayAsk(ALERT, "Tak", "")
    with qtbot.waitSignal(asking.answered) as answer:
        asking.began()
    assert answer.args == [False, ""]
    assert asking.current_question is Asking.Question.Nothing


def test_a_list_is_opened_by_a_touch_once_and_as_often_as_that(asking: Asking) -> None:
    assert not asking.mayAsk(PROMPT, LIST, "")
    for _ in range(2 * STUBBORN_DIALOGS_MAX):
        asking.touched()
        assert asking.mayAsk(PROMPT, LIST, "")
        asking.touched()  # on the list
        asking.answer(True, "0")
        assert not asking.mayAsk(PROMPT, LIST, "")
        asking.began()
    assert asking.property("words") == "Drink"
    assert (asking.lines.rowCount(), asking.lines.property("chosenRow")) == (3, 2)


def test_a_page_that_opens_lists_by_itself_for_ever_is_ended(asking: Asking, qtbot: QtBot) -> None:
    with qtbot.waitSignal(asking.stubborn):
        for _ in range(STUBBORN_DIALOGS_MAX):
            assert not asking.mayAsk(PROMPT, LIST, "")


def test_a_list_that_cannot_be_read_is_no_question(asking: Asking) -> None:
    asking.touched()
    assert not asking.mayAsk(PROMPT, MARK + "{", "")
    assert asking.current_question is Asking.Question.Nothing


def test_a_day_is_asked_for_by_a_touch_and_once_it_is_chosen_its_time(asking: Asking) -> None:
    assert not asking.mayAsk(PROMPT, DAY, "")
    asking.touched()
    assert asking.mayAsk(PROMPT, DAY, "")
    assert asking.current_question is Asking.Question.Day
    asking.answer(True, "2026-11-30")
    assert asking.mayAsk(PROMPT, LIST, "")
    asking.answer(True, "0")
    assert not asking.mayAsk(PROMPT, LIST, "")
    asking.touched()
    assert asking.mayAsk(PROMPT, DAY, "")
    asking.answer(False)
    assert not asking.mayAsk(PROMPT, LIST, "")


@pytest.mark.parametrize("mark", [MARK, dates.MARK])
def test_the_page_and_we_know_lists_and_days_by_the_same_mark(mark: str) -> None:
    assert f"'{mark}'" in Path(kiosk.web.__path__[0], "choosing.js").read_text(encoding="utf-8")


def test_who_refused_often_enough_is_not_asked_for_the_camera_again(asking: Asking) -> None:
    asking.permit(camera=True, microphone=True)
    for turn in range(2 * REFUSALS_MAX):
        assert asking.mayCapture(True, False)
        asking.answer(turn % 2 == 0)
    for _ in range(REFUSALS_MAX - 1):
        asking.began()
        assert asking.mayCapture(True, True)
        asking.answer(False)
    assert not asking.mayCapture(True, False)
    assert asking.current_question is Asking.Question.Nothing
    assert asking.mayAsk(ALERT, "Tak", "")


def test_nobody_allows_in_the_moment_of_the_question(asking: Asking, qtbot: QtBot) -> None:
    asking.permit(camera=True, microphone=False)
    assert asking.property("mayAllow")
    with qtbot.waitSignal(asking.mayAllowChanged):
        assert asking.mayCapture(True, False)
    assert not asking.property("mayAllow")
    qtbot.waitUntil(lambda: asking.property("mayAllow"))
    assert asking.current_question is Asking.Question.Camera


def test_a_question_of_a_page_can_be_answered_at_once(asking: Asking) -> None:
    asking.mayAsk(ALERT, "Tak", "")
    assert asking.property("mayAllow")
