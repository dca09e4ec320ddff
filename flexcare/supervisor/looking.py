"""Looks into what is wrong with the television, for whoever of the staff asks: the network, the head-ends, the sound."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flexcare.errors import SenseUnusable, WardFolderUnusable
from flexcare.lineup.channel import Channel
from flexcare.session.ward_reader import read_ward
from flexcare.staff.diagnosis import Figure, SoundState, Verdict, verdict
from flexcare.staff.heads import heads
from flexcare.staff.probing import LookUp, probe
from flexcare.supervisor.firewall import look_up
from flexcare.supervisor.senses.card import CardSound
from flexcare.supervisor.senses.pulse import PulseSound
from flexcare.supervisor.senses.sound import Output, Sound


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found, and in one word what it means."""

    verdict: Verdict
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Looking:
    """ward: the ward folder of the tablet. sounds: where its sound may be. troubles: how often streams failed lately."""

    ward: Path
    sounds: Sequence[Sound]
    troubles: Callable[[], int] = lambda: 0
    look_up: LookUp = field(default=look_up)

    async def look(self) -> Looked:
        """Measure all of it; takes some ten seconds at most, and never fails."""
        channels = await asyncio.to_thread(_channels, self.ward)
        figures, sound = await asyncio.gather(probe(heads(channels), self.look_up), sound_state(self.sounds))
        return Looked(verdict(figures, sound, self.troubles()), figures)


def usual_sounds(socket: Path | None) -> tuple[Sound, ...]:
    """Where sound may be: the sound server at `socket`, and the card itself."""
    return (*(() if socket is None else (PulseSound(socket),)), CardSound())


async def sound_state(sounds: Sequence[Sound]) -> SoundState:
    """How the first of them stands that has outputs; whatever is loud somewhere is heard."""
    for sound in sounds:
        try:
            outputs = await sound.outputs()
        except SenseUnusable:
            continue
        if outputs:
            return _state(outputs)
    return "none"


def _state(outputs: Sequence[Output]) -> SoundState:
    if any(not output.is_muted and output.percent > 0 for output in outputs):
        return "ok"
    return "muted" if any(output.is_muted and output.percent > 0 for output in outputs) else "silent"


def _channels(ward: Path) -> tuple[Channel, ...]:
    try:
        return read_ward(ward).channels
    except WardFolderUnusable:
        return ()
