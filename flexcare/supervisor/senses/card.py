"""The volume of a sound card where there is no sound server, by ALSA's `amixer` and `alsactl`."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from pathlib import Path
from typing import Literal

from flexcare.errors import SenseUnusable
from flexcare.supervisor.senses.sound import Output
from flexcare.supervisor.senses.tools import ask, follow

CONTROLS = ("Master", "Speaker", "PCM", "Headphone")
"""The first that a card has is taken; a card's own Master is what everything goes through."""
_NAME = re.compile(r"'([^']+)',(\d+)")
_LEVEL = re.compile(r"\[(\d+)%\](?:.*\[(on|off)\])?")


class CardSound:
    """The default card. `more`: further variables for ALSA's programs; `nodes`: where the kernel's cards are, None for one that is not its.

    No program is started to find out that there is no card, which is asked every few seconds.
    """

    kind: Literal["server", "card"] = "card"

    def __init__(self, more: Mapping[str, str] | None = None, *, nodes: Path | None = Path("/dev/snd")) -> None:
        self._more, self._nodes = more, nodes

    async def outputs(self) -> tuple[Output, ...]:
        self._require_card()
        control = choose_control(await ask("amixer", "scontrols", more=self._more))
        if control is None:
            return ()
        level = read_level(await ask("amixer", "-M", "sget", control, more=self._more))
        return () if level is None else (Output(control, *level),)

    async def set(self, output: Output, percent: int, *, muted: bool) -> None:
        try:
            await self._set(output, f"{percent}%", "mute" if muted else "unmute")
        except SenseUnusable:
            # A control without a switch: silence is its lowest.
            await self._set(output, "0%" if muted else f"{percent}%")

    async def _set(self, output: Output, *words: str) -> None:
        await ask("amixer", "-M", "-q", "sset", output.key, *words, more=self._more)

    def _require_card(self) -> None:
        if self._nodes is not None and not any(self._nodes.glob("controlC*")):
            raise SenseUnusable("there is no sound card")

    async def changes(self) -> AsyncGenerator[None, None]:
        self._require_card()
        async with aclosing(follow("alsactl", "monitor", more=self._more)) as lines:
            yield
            async for _ in lines:
                yield


def choose_control(text: str) -> str | None:
    """Which of the controls that `amixer scontrols` lists is the volume; None where none is."""
    there = {name: f"{name},{index}" for name, index in reversed(_NAME.findall(text))}
    return next((there[name] for name in CONTROLS if name in there), None)


def read_level(text: str) -> tuple[int, bool] | None:
    """The loudest channel in percent, and whether all are off, from `amixer sget`; None where it has no volume."""
    levels = _LEVEL.findall(text)
    if not levels:
        return None
    return max(int(percent) for percent, _ in levels), all(switch == "off" for _, switch in levels)
