"""The desk's end: nudges tablets over a broker, and counts those that run what was published."""

from __future__ import annotations

import queue
import secrets
import time
from collections.abc import Callable, Collection, Mapping
from typing import Protocol

from flexcare.errors import BrokerUnreachable
from flexcare.fleet import topics
from flexcare.fleet.connection import Connection, Heard, Limits, Line
from flexcare.fleet.status import STATUS_MAX_BYTES, Status, from_bytes

ANSWER_S = 15.0
AGAIN_S = 90.0
"""Those that are missing after so long are nudged once more: what they were nudged for may not have been served yet."""

_NO_HASTE = Limits(packet_max_bytes=STATUS_MAX_BYTES + 1024, packets_per_s=0)


class Roll:
    """Who of the tablets wanted (their wards, by device) runs at least `serial`."""

    def __init__(self, wanted: Mapping[str, str], serial: int) -> None:
        self._wanted = wanted
        self._serial = serial
        self._heard: dict[str, Status] = {}
        self._running: set[str] = set()

    def hear(self, ward: str, device: str, status: Status) -> None:
        """Take what a tablet says; of one that nobody asked for it is left aside."""
        if self._wanted.get(device) != ward:
            return
        self._heard[device] = status
        if status.state != "gone" and status.serial >= self._serial:
            self._running.add(device)
        else:
            self._running.discard(device)

    @property
    def there(self) -> int:
        """How many run it."""
        return len(self._running)

    @property
    def complete(self) -> bool:
        """Whether all do."""
        return len(self._running) == len(self._wanted)

    def missing(self) -> dict[str, str]:
        """Those that do not, with what they said last."""
        return {device: self._words(device) for device in sorted(self._wanted.keys() - self._running)}

    def _words(self, device: str) -> str:
        status = self._heard.get(device)
        if status is None:
            return "never heard of"
        if status.state == "gone":
            return "switched off, or without a network"
        return f"runs serial {status.serial}" + ("" if status.state == "ok" else f", {status.state}")


class Obedience:
    """Which tablets of a ward have obeyed an instruction, and how it ended for the others."""

    def __init__(self, ward: str, devices: Collection[str], number: int) -> None:
        self._ward = ward
        self._wanted = set(devices)
        self._number = number
        self._heard: dict[str, Status] = {}

    def hear(self, ward: str, device: str, status: Status) -> None:
        """Take what a tablet says; of one that nobody asked for it is left aside."""
        if ward == self._ward and device in self._wanted:
            self._heard[device] = status

    @property
    def there(self) -> int:
        """How many have obeyed it; one that went on to a later instruction is past it."""
        return sum(self._is_past(status) and self._how(status) in ("obeyed", "past") for status in self._heard.values())

    @property
    def complete(self) -> bool:
        """Whether it has ended for all, one way or another."""
        return sum(map(self._is_past, self._heard.values())) == len(self._wanted)

    def missing(self) -> dict[str, str]:
        """Those that have not obeyed, with why."""
        words = {device: self._words(self._heard.get(device)) for device in sorted(self._wanted)}
        return {device: why for device, why in words.items() if why}

    def _is_past(self, status: Status) -> bool:
        return status.state != "gone" and status.instruction >= self._number and status.outcome != "clock"

    def _how(self, status: Status) -> str:
        return status.outcome if status.instruction == self._number else "past"

    def _words(self, status: Status | None) -> str:
        if status is None:
            return "never heard of"
        if status.state == "gone":
            return "switched off, or without a network"
        if not self._is_past(status):
            alarms = ", ".join(status.alarms)
            return "has not looked yet" + (f" ({alarms})" if alarms else "")
        how = self._how(status)
        return "" if how in ("obeyed", "past") else how


class Counting(Protocol):
    """What a desk fills with what it hears."""

    @property
    def complete(self) -> bool: ...

    def hear(self, ward: str, device: str, status: Status) -> None: ...


class Desk:
    """The desk's connection to one broker of a site, as a context. Raises `BrokerUnreachable`."""

    def __init__(self, line: Line, site: str) -> None:
        self._site = site
        self._events: queue.SimpleQueue[tuple[str, str, Status] | str] = queue.SimpleQueue()
        heard = Heard(self._hear, lambda: self._events.put(""), self._events.put)
        name = f"flexcare-desk-{secrets.token_hex(8)}"
        self._connection = Connection(line, name, (topics.status(site, "+", "+"),), heard, limits=_NO_HASTE)

    def __enter__(self) -> Desk:
        self._connection.start()
        until_s = time.monotonic() + ANSWER_S
        why = "it does not answer"
        while (left_s := until_s - time.monotonic()) > 0:
            try:
                event = self._events.get(timeout=left_s)
            except queue.Empty:
                break
            if event == "":
                return self
            why = event if isinstance(event, str) else why
            break
        self._connection.end()
        raise BrokerUnreachable(f"the broker: {why}", cure="tablets come by polling; see to fleet.broker and the desk's login")

    def __exit__(self, *_: object) -> None:
        self._connection.end()

    def nudge(self, ward: str = "", device: str = "") -> None:
        """Have a device, a ward or all of the site look now."""
        if not self._connection.send(topics.nudge(self._site, ward, device), ANSWER_S):
            raise BrokerUnreachable("the broker did not take the nudge", cure="tablets come by polling; see to the broker's rules")

    def watch(self, roll: Counting, told: Callable[[], None], until_s: float) -> bool:
        """Fill the roll until nobody is missing or the monotonic time has come; whether all are there."""
        while not roll.complete:
            try:
                event = self._events.get(timeout=max(0.0, until_s - time.monotonic()))
            except queue.Empty:
                return False
            if isinstance(event, tuple):
                roll.hear(*event)
                told()
        return True

    def _hear(self, topic: str, payload: bytes) -> None:
        who, status = topics.who(topic, self._site), from_bytes(payload)
        if who is not None and status is not None:
            self._events.put((*who, status))
