"""Which of the room's cameras and microphones a session may have: what a service of the hospital's may ask a patient for, and else none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flexcare.session.web_service import WebService


@dataclass(frozen=True)
class Capture:
    """What is in reach of a session. Whether a page gets it is asked each time, inside (`kiosk.web.visit`)."""

    camera: bool = False
    microphone: bool = False

    @classmethod
    def of(cls, services: Iterable[WebService]) -> Capture:
        """What these services together may ask for."""
        listed = tuple(services)
        return cls(any(one.camera for one in listed), any(one.microphone for one in listed))


NOTHING = Capture()
