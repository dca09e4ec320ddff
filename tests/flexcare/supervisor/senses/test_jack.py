"""At the interface: the kernel's events as bytes, through named pipes in the place of devices."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from flexcare.supervisor.senses.jack import EVENT, Jack, switches_now
from tests.helpers.in_loop import in_loop

PLUG, UNPLUG, LINE_OUT, KEY, SYN = (EVENT.pack(0, 0, *rest) for rest in ((5, 2, 1), (5, 2, 0), (5, 6, 1), (1, 2, 1), (0, 0, 0)))


def machine(root: Path, **switches: str) -> dict[str, int]:
    """Input devices by name, each with the bits of its switches; what can be written to is their side of the kernel."""
    (root / "dev/input").mkdir(parents=True, exist_ok=True)
    for name, bits in switches.items():
        folder = root / "sys/class/input" / name / "device/capabilities"
        folder.mkdir(parents=True)
        (folder / "sw").write_text(f"{bits}\n")
        os.mkfifo(root / "dev/input" / name)
    return {name: os.open(root / "dev/input" / name, os.O_RDWR | os.O_NONBLOCK) for name in switches}


class Heard:
    """Waits for the next change."""

    def __init__(self, jack: Jack) -> None:
        self._event = asyncio.Event()
        jack.changed = self._event.set

    async def change(self) -> None:
        async with asyncio.timeout(30):
            await self._event.wait()
        self._event.clear()


@in_loop
async def test_a_plug_is_heard_in_and_out(tmp_path: Path) -> None:
    kernel = machine(tmp_path, event0="0", event1="4", event2="1")
    jack = Jack(tmp_path, lambda _: 0)
    heard = Heard(jack)
    assert jack.is_plugged is None
    jack.look()
    assert jack.is_plugged is False
    os.write(kernel["event1"], KEY + LINE_OUT + PLUG + SYN)
    await heard.change()
    assert jack.is_plugged is True
    os.write(kernel["event1"], UNPLUG + SYN)
    await heard.change()
    assert jack.is_plugged is False
    jack.close()
    assert jack.is_plugged is None
    for descriptor in kernel.values():
        os.close(descriptor)


@in_loop
async def test_what_was_plugged_before_counts_and_a_device_that_goes_is_forgotten(tmp_path: Path) -> None:
    kernel = machine(tmp_path, event7="14")
    jack = Jack(tmp_path, lambda _: 0b100)
    heard = Heard(jack)
    jack.look()
    assert jack.is_plugged is True
    os.close(kernel["event7"])
    await heard.change()
    assert jack.is_plugged is None
    jack.close()


@in_loop
async def test_a_device_that_is_no_device_and_one_that_is_not_ours_are_left_alone(tmp_path: Path) -> None:
    kernel = machine(tmp_path, event1="4", event2="nonsense", event3="")
    (tmp_path / "sys/class/input/event4/device/capabilities").mkdir(parents=True)
    (tmp_path / "sys/class/input/event4/device/capabilities/sw").write_text("4\n")
    jack = Jack(tmp_path)  # asks the kernel, for which a pipe has no switches
    jack.look()
    assert jack.is_plugged is None
    for descriptor in kernel.values():
        with pytest.raises(OSError, match="ioctl"):
            switches_now(descriptor)
        os.close(descriptor)
