"""Marks that a compositor would hand out: both selections, and the titles and names of windows."""

from __future__ import annotations

import os
import select
import socket
import struct
import time
from collections.abc import Iterator
from pathlib import Path

from pywayland.client.display import Display
from pywayland.protocol.wayland import WlRegistryProxy, WlSeat, WlSeatProxy

from tests.privacy.data_control import DataControlManager, DataControlManagerProxy, DataControlOfferProxy
from tests.privacy.markers import Needles
from tests.privacy.search import Hit, ScreenPlace

GET_TREE = 4  # sway-ipc(7)
MAGIC = b"i3-ipc"
ANSWER_S = 5.0


def hits(needles: Needles, place: ScreenPlace) -> Iterator[Hit]:
    """Ask one compositor."""
    yield from (Hit(number, "title", "the compositor's tree of windows") for number in needles.numbers(_tree(place.ipc_socket)))
    for name, content in _selections(Path(place.runtime_folder) / place.display).items():
        yield from (Hit(number, "selection", name) for number in needles.numbers(content))


def _tree(path: str) -> bytes:
    with socket.socket(socket.AF_UNIX) as sway:
        sway.settimeout(ANSWER_S)
        sway.connect(path)
        sway.sendall(MAGIC + struct.pack("=II", 0, GET_TREE))
        with sway.makefile("rb") as answer:
            length, _ = struct.unpack("=II", answer.read(len(MAGIC) + 8)[len(MAGIC) :])
            return answer.read(length)


class _Reader:
    """A client that follows both selections."""

    def __init__(self, path: Path) -> None:
        self._display = Display(str(path))
        self._display.connect()
        self._globals: dict[str, int] = {}
        self._types: dict[DataControlOfferProxy, list[str]] = {}
        self._offers: dict[str, DataControlOfferProxy | None] = {}
        registry = self._display.get_registry()
        registry.dispatcher["global"] = self._announced
        self._display.roundtrip()
        manager = registry.bind(self._globals[DataControlManager.name], DataControlManager, 2)
        seat = registry.bind(self._globals[WlSeat.name], WlSeat, 1)
        assert isinstance(manager, DataControlManagerProxy)
        assert isinstance(seat, WlSeatProxy)
        device = manager.get_data_device(seat)
        device.dispatcher["data_offer"] = self._offered
        device.dispatcher["selection"] = lambda _, offer: self._offers.__setitem__("clipboard", offer)
        device.dispatcher["primary_selection"] = lambda _, offer: self._offers.__setitem__("primary selection", offer)
        self._keep = (registry, manager, seat, device)
        # The first announces the device, the second brings what is offered.
        self._display.roundtrip()
        self._display.roundtrip()

    def read(self) -> dict[str, bytes]:
        """What each selection holds, in all its types, and the names of the types."""
        return {name: self._content(offer) for name, offer in self._offers.items() if offer is not None}

    def close(self) -> None:
        self._display.disconnect()

    def _announced(self, _registry: WlRegistryProxy, number: int, name: str, _version: int) -> None:
        self._globals[name] = number

    def _offered(self, _device: object, offer: DataControlOfferProxy) -> None:
        types = self._types[offer] = []
        offer.dispatcher["offer"] = lambda _, name: types.append(name)

    def _content(self, offer: DataControlOfferProxy) -> bytes:
        types = self._types[offer]
        return "\n".join(types).encode() + b"\n".join(self._receive(offer, name) for name in types)

    def _receive(self, offer: DataControlOfferProxy, name: str) -> bytes:
        reading, writing = os.pipe()
        offer.receive(name, writing)
        self._display.flush()
        os.close(writing)
        deadline, content = time.monotonic() + ANSWER_S, b""
        while select.select([reading], [], [], max(0.0, deadline - time.monotonic()))[0]:
            part = os.read(reading, 65536)
            if not part:
                break
            content += part
        os.close(reading)
        return content


def _selections(path: Path) -> dict[str, bytes]:
    reader = _Reader(path)
    try:
        return reader.read()
    finally:
        reader.close()
