"""What hospital IT may know and do at the bed."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from flexcare.clock import Clock
from flexcare.errors import FlexCareError, SenseUnusable, StickUnusable
from flexcare.fleet.health import Health, read_health
from flexcare.paths import Paths
from flexcare.session.kinds import Act
from flexcare.session.receipt_chain import read_chain
from flexcare.session.receipts import memory_is_erased
from flexcare.staff import it_messages as words
from flexcare.staff.audit import Audit
from flexcare.staff.bundle import Bundle, make_bundle
from flexcare.staff.diagnosis import Figure
from flexcare.staff.enrolling import Found, find, take
from flexcare.staff.it_messages import Did, Facts, ItOpened, ItSays, Result
from flexcare.staff.pin import Role
from flexcare.staff.stick import Sticks
from flexcare.staff.words import Word
from flexcare.supervisor.book import COMMAND_LINE
from flexcare.supervisor.configuring import Configuring
from flexcare.supervisor.desks import Say
from flexcare.supervisor.it_facts import gather
from flexcare.supervisor.looking import Looking
from flexcare.supervisor.senses.tools import ask
from flexcare.supervisor.tone import sound_tone
from flexcare.trust.enrolment import Enrolment, Tablet

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Means:
    """What IT's page works with.

    sound: the sound server's socket. restart: a command that starts the tablet anew; none where nobody may.
    """

    paths: Paths
    clock: Clock
    looking: Looking
    audit: Audit
    sound: Path | None = None
    restart: tuple[str, ...] = ()
    sticks: Sticks = field(default_factory=Sticks)


class ItDesk:
    """IT's part of an enrolled tablet, or of one whose ward folder is given by hand (no `configuring`)."""

    takes = ItSays

    def __init__(self, configuring: Configuring | None, enrolment: Enrolment | None, means: Means) -> None:
        self._configuring = configuring
        self._enrolment = enrolment
        self._means = means
        self._memory_erased = memory_is_erased(COMMAND_LINE.read_text())
        self._figures: tuple[Figure, ...] = ()
        self._found: Found | None = None
        self._one_at_a_time = asyncio.Lock()

    def opened(self) -> ItOpened:
        self._figures, self._found = (), None
        return ItOpened(self._facts())

    async def hear(self, word: Word, say: Say) -> None:
        async with self._one_at_a_time:
            match word:
                case words.TestedScreen(done):
                    await self._note(Act.TEST_SCREEN, done=done)
                case words.Export("stick"):
                    await self._to_stick(say)
                case words.TakeEnrolment() if self._found is not None:
                    await self._take(self._found, say)
                case words.Restart():
                    await self._restart(say, Act.RESTART, "restart")
                case _:
                    await self._look(word, say)

    async def _look(self, word: Word, say: Say) -> None:
        """What changes nothing of the tablet, but that a configuration may be taken."""
        match word:
            case words.Pull():
                await self._pull(say)
            case words.TestNetwork():
                await self._test_network(say)
            case words.TestSound():
                await self._test_sound(say)
            case words.Export():
                await self._to_screen(say)
            case words.FindEnrolment():
                await self._find(say)

    async def _pull(self, say: Say) -> None:
        reached = await self._configuring.look() if self._configuring is not None else False
        say(words.Pulled(self._facts(), reached))
        await self._note(Act.PULL, done=reached)

    async def _test_network(self, say: Say) -> None:
        looked = await self._means.looking.look()
        self._figures = looked.figures
        shown = tuple(words.Shown(one.part, one.state, one.ms, one.bytes, one.place) for one in looked.figures)
        say(words.Measured(looked.verdict, shown))
        await self._note(Act.TEST_NETWORK)

    async def _test_sound(self, say: Say) -> None:
        done = await sound_tone(self._means.sound)
        say(Did("sound", "done" if done else "failed"))
        await self._note(Act.TEST_SOUND, done=done)

    async def _to_stick(self, say: Say) -> None:
        bundle = await asyncio.to_thread(self._bundle)
        result = await asyncio.to_thread(self._write, bundle)
        say(Did("stick", result))
        await self._note(Act.EXPORT, done=result == "done")

    async def _to_screen(self, say: Say) -> None:
        bundle = await asyncio.to_thread(self._bundle)
        say(words.Bundled(bundle.to_words()))
        await self._note(Act.EXPORT)

    async def _find(self, say: Say) -> None:
        self._found, result = await asyncio.to_thread(self._look_at_stick)
        found = self._found
        if found is None:
            say(words.Enrolment(result))
        else:
            say(words.Enrolment("done", found.enrolment.device, found.enrolment.ward, found.words))

    async def _take(self, found: Found, say: Say) -> None:
        try:
            await asyncio.to_thread(take, found, Tablet(self._means.paths.trust))
        except FlexCareError as error:
            log.error("%s", error)
            say(Did("enrol", "failed"))
            await self._note(Act.ENROL, done=False)
            return
        await self._restart(say, Act.ENROL, "enrol")

    async def _restart(self, say: Say, act: Act, what: Literal["enrol", "restart"]) -> None:
        # Written first: afterwards there may be no time.
        await self._note(act)
        if not await self._restarted():
            say(Did(what, "failed"))

    async def _restarted(self) -> bool:
        if not self._means.restart:
            return False
        try:
            await ask(*self._means.restart)
        except SenseUnusable as error:
            log.error("the tablet cannot be started anew: %s", error)
            return False
        return True

    async def _note(self, act: Act, *, done: bool = True) -> None:
        await self._means.audit.note(act, Role.IT, done=done)

    def _write(self, bundle: Bundle) -> Result:
        try:
            self._means.sticks.write(self._means.sticks.folder(), bundle.file_name, bundle.to_bytes())
        except StickUnusable as error:
            return error.why
        return "done"

    def _look_at_stick(self) -> tuple[Found | None, Result]:
        """The file, or why there is none: no stick, or none on it."""
        try:
            found = find(self._means.sticks.folder())
        except StickUnusable as error:
            return None, error.why
        return found, "failed"

    def _bundle(self) -> Bundle:
        means, facts = self._means, self._facts()
        try:
            receipts = read_chain(means.paths.receipts.read_bytes()).receipts
        except OSError:
            receipts = ()
        compiled = self._configuring.compiled if self._configuring is not None else None
        health = read_health(means.paths.health) or Health()
        now = means.clock.now()
        return make_bundle(facts.device, compiled, health, receipts, self._figures, now, site=facts.site, ward=facts.ward)

    def _facts(self) -> Facts:
        means = self._means
        return gather(self._configuring, self._enrolment, means.paths.receipts, means.clock, memory_erased=self._memory_erased)
