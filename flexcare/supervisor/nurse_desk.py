"""What nurses may know and do at the bed."""

from __future__ import annotations

from flexcare.staff.nurse_messages import NurseOpened, NurseSays
from flexcare.staff.words import Word
from flexcare.supervisor.desks import Say
from flexcare.trust.enrolment import Enrolment


class NurseDesk:
    """The nurse's part of a tablet."""

    takes = NurseSays

    def __init__(self, enrolment: Enrolment | None) -> None:
        self._enrolment = enrolment

    def opened(self) -> NurseOpened:
        return NurseOpened(self._enrolment.device if self._enrolment else "")

    async def hear(self, word: Word, say: Say) -> None:
        pass
