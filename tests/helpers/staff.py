"""Staff at a bed with a real supervisor, and the hospital that gave them their PINs."""

from __future__ import annotations

from contextlib import suppress

from deploy.demo_site import IT_PIN, NURSE_PIN, DemoSite
from deploy.tour.patient import NotSeen, Patient
from tests.helpers.bed import on

HOME_TRIES = 10
NOBODYS_PIN = "777123"


def give_pins(site: DemoSite, **pins: str) -> None:
    """Have the hospital publish these PINs, or the usual ones of both roles."""
    site.give_pins(**({"pins": pins} if pins else {}))


def enter(patient: Patient, pin: str, *, word: str = "Enter") -> None:
    """Type a PIN at the pad. Raises NotSeen."""
    patient.tap_as_staff(*pin, word)
    patient.see_staff("it sent", lambda staff: staff.target(word) is None)


def open_page(patient: Patient, role: str = "nurse", *, word: str = "Enter") -> None:
    """Come as staff and open the page of a role. Raises NotSeen."""
    patient.call_staff()
    enter(patient, {"nurse": NURSE_PIN, "it": IT_PIN}[role], word=word)
    patient.see_staff(f"the page of {role}", lambda staff: staff.role == role)


def go_home(patient: Patient) -> None:
    """Press Home, as often as it takes until keys reach the session again from which staff have just gone. Raises NotSeen."""
    for _ in range(HOME_TRIES):
        patient.key("XF86HomePage")
        with suppress(NotSeen):
            patient.see("Home", on("Home"), patience_s=2.0)
            return
    raise NotSeen("Home")
