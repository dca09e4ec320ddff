from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from flexcare.session.web_service import AllowEntry, Hours, WebService
from kiosk.services.services import Services
from kiosk.web.visits import Surroundings, Visits
from kiosk.web.words import Look
from tests.helpers.clock import FakeClock


def service(name: str, *hours: Hours) -> WebService:
    return WebService(
        name,
        {"da": f"Dansk {name}", "en": f"English {name}"},
        "https://a.example/",
        (AllowEntry("https", "a.example"),),
        {"da": "Linje"},
        hours=hours,
    )


class Opened(Visits):
    """Visits that only say which were opened."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(Surroundings(Path("/"), 6.0, 1, 100), parent)
        self.names: list[str] = []

    def prewarm(self, language: str) -> None:
        """Start nothing."""

    def open(self, service: WebService, language: str, look: Look) -> None:
        self.names.append(f"{service.id} {language} {look.text_size}")


@pytest.fixture
def made(qapp: QObject) -> tuple[Services, Opened, FakeClock]:
    clock = FakeClock(datetime(2026, 6, 1, 12, tzinfo=UTC).astimezone())
    visits = Opened(qapp)
    night = Hours(time(22), time(6))
    services = Services([service("meals"), service("late", night)], visits, lambda: Look("large"), clock, qapp)
    services.speak("da")
    return services, visits, clock


def test_a_service_opens_in_the_patients_language_and_look(made: tuple[Services, Opened, FakeClock]) -> None:
    services, visits, _ = made
    services.open("meals")
    assert visits.names == ["meals da large"]
    assert services.property("opening") == "meals"
    services.open("meals")
    assert len(visits.names) == 1, "one touch is enough"


def test_a_closed_service_does_not_open(made: tuple[Services, Opened, FakeClock]) -> None:
    services, visits, _ = made
    services.open("late")
    services.open("nobody")
    assert visits.names == []
    assert services.hoursOf("late") == "\u206622:00\u201306:00\u2069"


def test_what_ends_by_itself_is_told(made: tuple[Services, Opened, FakeClock]) -> None:
    services, visits, _ = made
    services.open("meals")
    visits.opened.emit()
    assert services.property("opening") == ""
    visits.ended.emit("failed")
    assert services.property("trouble") == Services.Trouble.Failed.value
    services.cancel()
    assert services.property("trouble") == Services.Trouble.Nothing.value


def test_it_is_opening_until_its_name_is_painted(made: tuple[Services, Opened, FakeClock]) -> None:
    services, visits, _ = made
    services.open("meals")
    # The first one came to the screen and died there; a second is tried.
    for _ in range(2):
        visits.going.emit()
        assert services.property("opening") == "meals"
    visits.opened.emit()
    assert services.property("opening") == ""


@pytest.mark.parametrize(("how", "homes"), [("home", 1), ("back", 0), ("failed", 0)])
def test_home_is_where_the_patient_asked_for(made: tuple[Services, Opened, FakeClock], how: str, homes: int) -> None:
    services, visits, _ = made
    went: list[None] = []
    services.homeRequested.connect(lambda: went.append(None))
    visits.ended.emit(how)
    assert len(went) == homes


def test_the_list_speaks_and_knows_what_is_open(made: tuple[Services, Opened, FakeClock]) -> None:
    services, _, _ = made
    rows = services.rows
    roles = {bytes(name.data()).decode(): role for role, name in rows.roleNames().items()}
    assert [rows.data(rows.index(row), roles["name"]) for row in range(rows.rowCount())] == ["Dansk meals", "Dansk late"]
    assert [rows.data(rows.index(row), roles["open"]) for row in range(rows.rowCount())] == [True, False]
    services.speak("de")
    assert rows.data(rows.index(0), roles["name"]) == "Dansk meals", "the first language where there is no other"
