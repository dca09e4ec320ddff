"""The sound server's volume and jacks, by `pactl`: PipeWire and PulseAudio both answer it."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path
from typing import Any, Literal

from flexcare.errors import SenseUnusable
from flexcare.supervisor.senses.sound import Output
from flexcare.supervisor.senses.tools import ask, follow

PRIVATE_PORTS = {"headphones", "headset", "handset"}
"""Types of ports, as `pactl` names them."""
PRIVATE_SHAPES = {"headphone", "headset", "hands-free", "handset"}
"""Values of `device.form_factor`: a USB or Bluetooth headset has no port that says so."""
_ABOUT_OUTPUTS = (" on sink #", " on card #", " on server")
"""Not about clients and their streams, which are what somebody uses."""


class PulseSound:
    """The server that listens on `socket`."""

    kind: Literal["server", "card"] = "server"

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._where = {"PULSE_SERVER": f"unix:{socket}"}

    async def outputs(self) -> tuple[Output, ...]:
        self._require_server()
        return read_sinks(await ask("pactl", "-f", "json", "list", "sinks", more=self._where))

    async def set(self, output: Output, percent: int, *, muted: bool) -> None:
        # Silent first and loud last, so that nothing is heard louder than it shall be.
        if muted:
            await self._do("set-sink-mute", output.key, "1")
        await self._do("set-sink-volume", output.key, f"{percent}%")
        if not muted:
            await self._do("set-sink-mute", output.key, "0")

    def _require_server(self) -> None:
        """No program is started to find out that there is none, which is asked every few seconds. Raises SenseUnusable."""
        if not self._socket.exists():
            raise SenseUnusable("there is no sound server")

    async def changes(self) -> AsyncGenerator[None, None]:
        self._require_server()
        async with aclosing(follow("pactl", "subscribe", more=self._where)) as lines:
            yield
            async for line in lines:
                if any(about in line for about in _ABOUT_OUTPUTS):
                    yield

    async def _do(self, *words: str) -> None:
        await ask("pactl", *words, more=self._where)


def read_sinks(text: str) -> tuple[Output, ...]:
    """The sinks of `pactl -f json list sinks`. Raises SenseUnusable where it is none of that."""
    try:
        return tuple(_output(sink) for sink in json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise SenseUnusable("pactl speaks another language") from error


def _output(sink: dict[str, Any]) -> Output:
    levels = [round(int(channel["value"]) * 100 / 65536) for channel in sink["volume"].values()]
    return Output(str(int(sink["index"])), max(levels, default=0), bool(sink["mute"]), _is_private(sink))


def _is_private(sink: dict[str, Any]) -> bool | None:
    shape = sink.get("properties", {}).get("device.form_factor", "")
    if shape in PRIVATE_SHAPES:
        return True
    kinds = {port["name"]: str(port.get("type", "")).lower() for port in sink.get("ports") or ()}
    kind = kinds.get(sink.get("active_port"))
    if kind is None or kind in {"", "unknown"}:
        return None
    return kind in PRIVATE_PORTS
