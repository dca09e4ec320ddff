from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from flexcare.session.web_service import AllowEntry, WebService
from kiosk.web.asking import STUBBORN_DIALOGS_MAX, Asking
from kiosk.web.visit import ABORTED, BLOCKED, Visit

ALERT = Asking.Question.Alert.value


def service(*, camera: bool = False, microphone: bool = False) -> WebService:
    allow = (AllowEntry("https", "meals.example", 443, "/"),)
    title = {"da": "Måltider", "en": "Meals"}
    return WebService("meals", title, "https://meals.example/", allow, {"en": "Order"}, camera=camera, microphone=microphone)


@pytest.fixture
def visit(qapp: object) -> Visit:
    del qapp
    made = Visit("da")
    made.visit(service())
    return made


def test_it_has_the_services_name_in_the_patients_language(visit: Visit) -> None:
    assert visit.property("name") == "Måltider"


def test_it_goes_to_the_services_address(qapp: object) -> None:
    del qapp
    visit, went = Visit("en"), []
    visit.going.connect(lambda address: went.append(address.toString()))
    visit.visit(service())
    assert went == ["https://meals.example/"]


def test_nothing_is_visited_before_a_service(qapp: object) -> None:
    del qapp
    assert not Visit("en").mayGo(QUrl("https://meals.example/"), True)


def test_a_page_that_is_not_listed_becomes_words(visit: Visit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(visit.troubleChanged):
        assert not visit.mayGo(QUrl("https://other.example/"), True)
    assert visit.current_trouble is Visit.Trouble.NotAllowed


def test_a_frame_that_is_not_listed_stays_empty_without_words(visit: Visit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(visit.troubleChanged, wait=50):
        assert not visit.mayGo(QUrl("https://other.example/"), False)


def test_a_document_is_opened_for_reading_alone(visit: Visit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(visit.going) as went:
        assert not visit.mayGo(QUrl("https://meals.example/week.PDF"), True)
    assert went.args[0].toString() == "https://meals.example/week.PDF#toolbar=0&navpanes=0&view=FitH"
    assert visit.mayGo(went.args[0], True)


@pytest.mark.parametrize(
    ("code", "trouble"), [(BLOCKED, "NotAllowed"), (-202, "Certificate"), (-106, "Offline"), (-111, "Offline"), (ABORTED, "Nothing")]
)
def test_each_failure_has_its_words(visit: Visit, code: int, trouble: str) -> None:
    visit.failed(code)
    assert visit.current_trouble.name == trouble


def test_a_gateway_that_finds_nobody_is_no_page(visit: Visit) -> None:
    visit.came(QUrl("http://meals.example/"), 502)
    assert (visit.current_trouble.name, visit.has_page) == ("Offline", False)
    visit.came(QUrl("http://meals.example/"), 404)
    assert (visit.current_trouble.name, visit.has_page) == ("Nothing", True)


def test_words_about_a_page_that_was_refused_stay_when_the_one_before_finishes(visit: Visit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(visit.troubleChanged):
        visit.mayGo(QUrl("https://other.example/"), True)
    visit.came(QUrl("https://meals.example/"), 200)
    assert (visit.current_trouble.name, visit.has_page) == ("NotAllowed", True)
    visit.dismiss()
    assert visit.current_trouble.name == "Nothing"


def test_a_crash_is_told_and_one_for_memory_is_told_as_that(visit: Visit) -> None:
    visit.came(QUrl("https://meals.example/"), 200)
    visit.crashed()
    assert (visit.current_trouble.name, visit.has_page) == ("Crashed", False)
    visit.startAnew()
    visit.tooLarge()
    visit.crashed()
    assert visit.current_trouble.name == "TooLarge"
    visit.startAnew()
    visit.crashed()
    assert visit.current_trouble.name == "Crashed"


def test_a_page_that_goes_on_asking_is_ended(visit: Visit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(visit.endPage):
        for _ in range(STUBBORN_DIALOGS_MAX):
            visit.questions.answer(True)
            visit.questions.mayAsk(ALERT, "Tak", "")
    assert visit.current_trouble.name == "Unanswered"
    visit.crashed()
    assert visit.current_trouble.name == "Unanswered"


@pytest.mark.parametrize(("camera", "microphone", "asked"), [(True, False, "Camera"), (False, True, "Microphone"), (True, True, "Both")])
def test_camera_and_microphone_are_asked_for_where_the_service_says_so(qapp: object, camera: bool, microphone: bool, asked: str) -> None:
    del qapp
    visit = Visit("da")
    visit.visit(service(camera=True, microphone=True))
    assert visit.questions.mayCapture(camera, microphone)
    assert visit.questions.current_question.name == asked
    assert not visit.questions.mayCapture(camera, microphone), "one question at a time"


@pytest.mark.parametrize(("camera", "microphone"), [(True, False), (False, True), (True, True)])
def test_nobody_is_asked_where_the_service_does_not_say_so(visit: Visit, camera: bool, microphone: bool) -> None:
    assert not visit.questions.mayCapture(camera, microphone)
    visit.visit(service(camera=True))
    assert visit.questions.mayCapture(camera, microphone) is (camera and not microphone)
