"""Keeps the bed's sound and light as they shall be: through every hour, every patient, and whatever the machine does meanwhile.

The system's volume is the ceiling, and the session's own volume is what the patient moves under it; so a page or a game is no louder than
television. A machine whose volume cannot be set leaves the ceiling to the session.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from datetime import time
from typing import Literal, Protocol

from flexcare.errors import SenseUnusable
from flexcare.fleet.health import Equipment
from flexcare.session.messages import Conditions
from flexcare.session.night import Night
from flexcare.session.offer import Sound as Ceiling
from flexcare.supervisor.senses.hours import Hours, Wish
from flexcare.supervisor.senses.jack import Jack
from flexcare.supervisor.senses.light import Light
from flexcare.supervisor.senses.sound import Output, Sound

log = logging.getLogger(__name__)

LOOK_EVERY_S = 5.0
"""How often the hour is looked at."""
ASK_EVERY_S = 60.0
"""How often the machine is asked though nothing was heard of it."""
LISTEN_AGAIN_S = 5.0


class Report(Protocol):
    """Who hears how it goes."""

    def equipped(self, equipment: Equipment) -> None:
        """So much of the machine can be set now."""
        ...

    def alarm(self, alarm: Literal["sound", "headphones"], *, on: bool) -> None:
        """sound: the machine's volume could be set once and cannot now. headphones: nobody can tell whether they are plugged in."""
        ...


@dataclass
class Machine:
    """What a machine has. sounds: ways to its volume, the best first; the first that answers is used."""

    sounds: tuple[Sound, ...] = ()
    light: Light = field(default_factory=Light)
    jack: Jack = field(default_factory=Jack)


class Senses:
    """`basis` tells what the hospital's offer wants now; `tell` says to every session what it is to know. Never raises."""

    def __init__(
        self,
        machine: Machine,
        hours: Hours,
        basis: Callable[[], tuple[Ceiling, Night | None]],
        tell: Callable[[Conditions], None],
        report: Report,
    ) -> None:
        self._machine = machine
        self._hours = hours
        self._basis = basis
        self._tell = tell
        self._report = report
        self._stirred = asyncio.Event()
        self._fresh = False
        self._had_sound = False
        self._sound_kind: Literal["none", "server", "card"] = "none"
        self._silent = self._unseen = False
        self._dimmed = False
        self._wish: Wish | None = None
        self._asked_s = 0.0
        self.conditions = self._without_machine()

    def stir(self) -> None:
        """Something may be otherwise: look at once."""
        self._stirred.set()

    def reset(self) -> None:
        """Another patient: everything as it is at the beginning, whatever was done to it."""
        self._fresh = True
        self.stir()

    def night_until(self, ends: time | None) -> None:
        """Night from now until the clock shows `ends`; None goes by the hospital's hours again. It outlasts resets."""
        self._hours.night_until(ends)
        self.stir()

    def loudest(self, percent: int | None) -> None:
        """The loudest at this bed, 0 to 100 of full volume; None is the hospital's own. It outlasts resets."""
        self._hours.loudest(percent)
        self.stir()

    async def run(self) -> None:
        """Look after sound and light until cancelled."""
        self._machine.jack.changed = self.stir
        listening = [asyncio.ensure_future(self._listen(sound)) for sound in self._machine.sounds]
        try:
            while True:
                await self._look()
                try:
                    async with asyncio.timeout(LOOK_EVERY_S):
                        await self._stirred.wait()
                except TimeoutError:
                    continue
        finally:
            for one in listening:
                one.cancel()
            await asyncio.gather(*listening, return_exceptions=True)
            self._machine.jack.close()

    async def _listen(self, sound: Sound) -> None:
        """Look when a sound server says that something changed; listen anew to one that was started again."""
        while True:
            # Said by the look that finds it so.
            with suppress(SenseUnusable):
                async with aclosing(sound.changes()) as changes:
                    async for _ in changes:
                        self.stir()
                # It went away.
                self.stir()
            await asyncio.sleep(LISTEN_AGAIN_S)

    async def _look(self) -> None:
        stirred, now_s = self._stirred.is_set(), asyncio.get_running_loop().time()
        self._stirred.clear()
        wish = self._hours.wish(*self._basis())
        if wish == self._wish and not stirred and now_s - self._asked_s < ASK_EVERY_S and self._sound_kind != "none":
            return
        self._wish, self._asked_s = wish, now_s
        fresh, self._fresh = self._fresh, False
        self._machine.jack.look()
        held = await self._see_to_sound(wish, fresh=fresh)
        self._dimmed = await self._see_to_light(wish)
        self._be(self._conditions(wish, held=held))
        self._say(wish)

    async def _see_to_sound(self, wish: Wish, *, fresh: bool) -> bool:
        """Whether the machine holds the ceiling now."""
        for sound in self._machine.sounds:
            try:
                outputs = await sound.outputs()
                for output in outputs:
                    await self._see_to(sound, output, wish, fresh=fresh)
            except SenseUnusable:
                continue
            if outputs:
                self._sound_kind, self._had_sound = sound.kind, True
                self._weigh(outputs, wish)
                return True
        self._sound_kind = "none"
        self._weigh((), wish)
        return False

    async def _see_to(self, sound: Sound, output: Output, wish: Wish, *, fresh: bool) -> None:
        muted = wish.headphones_only and self._is_heard(output)
        if fresh or (output.percent, output.is_muted) != (wish.loudest_percent, muted):
            await sound.set(output, wish.loudest_percent, muted=muted)

    def _is_heard(self, output: Output) -> bool:
        """Whether others in the room hear it, as far as can be told; where nobody can tell, the patient is not left without sound."""
        private = output.is_private if output.is_private is not None else self._machine.jack.is_plugged
        return private is False

    def _weigh(self, outputs: tuple[Output, ...], wish: Wish) -> None:
        plugged = self._machine.jack.is_plugged
        told = [plugged if output.is_private is None else output.is_private for output in outputs] or [plugged]
        self._unseen = None in told
        self._silent = wish.headphones_only and all(one is False for one in told)

    async def _see_to_light(self, wish: Wish) -> bool:
        """Whether the machine's own light follows."""
        try:
            await self._machine.light.set(wish.light_percent)
        except SenseUnusable:
            return False
        return self._machine.light.kind != "none"

    def _conditions(self, wish: Wish, *, held: bool) -> Conditions:
        loudest = 100 if held else wish.loudest_percent
        return Conditions(
            night=wish.night, loudest_percent=loudest, light_percent=100 if self._dimmed else wish.light_percent, silent=self._silent
        )

    def _without_machine(self) -> Conditions:
        """What a session is told before anything of the machine is known: to hold everything itself."""
        wish = self._hours.wish(*self._basis())
        return Conditions(night=wish.night, loudest_percent=wish.loudest_percent, light_percent=wish.light_percent)

    def _be(self, conditions: Conditions) -> None:
        if conditions != self.conditions:
            self.conditions = conditions
            self._tell(conditions)

    def _say(self, wish: Wish) -> None:
        light = self._machine.light.kind
        self._report.equipped(Equipment(self._sound_kind, light, "unseen" if self._unseen else "seen"))
        self._report.alarm("sound", on=self._had_sound and self._sound_kind == "none")
        self._report.alarm("headphones", on=wish.headphones_only and self._unseen)
