"""What hospital IT may know and do at the bed."""

from __future__ import annotations

import flexcare
from flexcare.session.receipts import memory_is_erased
from flexcare.staff.it_messages import Facts, ItOpened, ItSays, Pull, Pulled
from flexcare.staff.words import Word
from flexcare.supervisor.book import COMMAND_LINE
from flexcare.supervisor.configuring import Configuring
from flexcare.supervisor.desks import Say
from flexcare.trust.enrolment import Enrolment


class ItDesk:
    """IT's part of an enrolled tablet, or of one whose ward folder is given by hand (no `configuring`)."""

    takes = ItSays

    def __init__(self, configuring: Configuring | None, enrolment: Enrolment | None) -> None:
        self._configuring = configuring
        self._enrolment = enrolment
        self._memory_erased = memory_is_erased(COMMAND_LINE.read_text())

    def opened(self) -> ItOpened:
        return ItOpened(self._facts())

    async def hear(self, word: Word, say: Say) -> None:
        match word:
            case Pull():
                if self._configuring is not None:
                    await self._configuring.look()
                say(Pulled(self._facts()))

    def _facts(self) -> Facts:
        who, configuring = self._enrolment, self._configuring
        compiled = configuring.compiled if configuring is not None else None
        said = compiled.instruction if compiled is not None else None
        return Facts(
            device=who.device if who else "",
            version=flexcare.__version__,
            site=who.site if who else "",
            ward=who.ward if who else "",
            serial=compiled.serial if compiled else 0,
            author=said.author if said else "",
            reason=said.reason if said else "",
            published=said.at if said else "",
            state=configuring.standing.state if configuring else "",
            alarm=configuring.standing.alarm if configuring else "",
            agreement_from=compiled.agreement_from if compiled else "",
            agreement_to=compiled.agreement_to if compiled else "",
            memory_erased=self._memory_erased,
        )
