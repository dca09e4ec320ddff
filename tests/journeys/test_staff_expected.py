"""A clock that is pressed for a while: the staff's program is made ready behind the session, and nobody notices where nobody comes."""

from __future__ import annotations

import pytest

from deploy.demo_site import NURSE_PIN
from deploy.tour.bed import Bed
from deploy.tour.patient import Patient
from tests.helpers.staff import enter
from tests.journeys.test_configuration import enrol
from tests.journeys.test_staff import at_bed, site

__all__ = ["at_bed", "enrol", "site"]

pytestmark = [pytest.mark.timeout(240)]
A_WHILE_S = 1.95
"""In the middle between a press that something is made ready for and one that opens it."""


@pytest.mark.long
def test_a_press_that_is_let_go_early_shows_nothing_and_leaves_nothing(at_bed: tuple[Bed, Patient]) -> None:
    bed, patient = at_bed
    clock = patient.see("the clock", lambda screen: screen.clock is not None).clock
    assert clock is not None
    patient.hand.hold(*clock.centre, A_WHILE_S)
    patient.expect("the staff's program made ready", lambda: patient.staff is not None)
    assert patient.staff is not None
    # The session goes on, and is what can be touched.
    assert not patient.staff.in_reach
    patient.key("XF86HomePage")
    patient.expect("the staff's program gone", lambda: patient.staff is None)
    patient.see("the session as it was", lambda screen: screen.page in ("Welcome", "Home"))
    patient.call_staff()
    enter(patient, NURSE_PIN)
    patient.see_staff("the nurse's page", lambda staff: staff.role == "nurse")
    patient.tap_as_staff("Back to the patient")
    patient.expect("the staff's program gone again", lambda: patient.staff is None)
    assert "staff program" not in bed.log.read_text()
