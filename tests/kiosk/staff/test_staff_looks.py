"""The pad and the nurse's page in every palette and language: loaded, without a warning, nothing cut, large enough for a glove.

`FLEXCARE_PICTURES=DIR` keeps a picture of each look.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtQuick import QQuickItem

from deploy.tour.snapshot import shown
from flexcare.session.offer import PaletteName
from flexcare.staff.diagnosis import Verdict
from flexcare.staff.messages import Pad
from flexcare.staff.nurse_messages import Found, NurseOpened, Place
from kiosk.shell.focus import scene_rectangle
from tests.helpers.bedside import channel, offer
from tests.helpers.clock import FakeClock
from tests.helpers.staff_program import AtPad, NewPad, new_pad
from theme.palettes import PALETTES
from theme.translations.translations import LANGUAGES

__all__ = ["new_pad"]

PICTURES = os.environ.get("FLEXCARE_PICTURES", "")
BED = NurseOpened(
    settable=True,
    place="demo-12",
    places=tuple(Place(f"demo-{number}", f"B7-{number:02} Vindue") for number in range(9, 16)),
    languages=("da", "en", "de", "ar"),
    loudest_percent=60,
    usual_percent=80,
    night_until="06:00",
)


def looks(pad: AtPad) -> Iterator[tuple[str, Callable[[], None]]]:
    """Every look, in an order in which each leads to the next."""
    staff, nurse = pad.program.staff, pad.program.nurse
    yield "pad", lambda: pad.say(Pad())
    yield "pad-typed", lambda: [staff.digit(number) for number in range(7)].clear()
    yield "pad-wrong", lambda: pad.say(Pad(wrong=True))
    yield "pad-waits", lambda: pad.say(Pad(wait_s=3599))
    yield "pad-shut", lambda: pad.say(Pad(shut=True))
    yield "pad-clear", lambda: staff.askToClear(False)
    yield "nurse-opened", lambda: pad.say(BED)
    yield "nurse", staff.keep
    yield "nurse-clean", lambda: staff.askToClear(True)
    yield "nurse-order", lambda: (staff.keep(), nurse.open("order"))[0]
    for sheet in ("night", "volume", "language", "look", "bed"):
        yield f"nurse-{sheet}", lambda sheet=sheet: nurse.open(sheet)  # type: ignore[misc]  # mypy cannot type a lambda's default
    yield "nurse-bed-asked", lambda: nurse.choosePlace("demo-13")
    yield "nurse-help", lambda: nurse.open("help")
    for verdict in (Verdict.NO_CABLE, Verdict.NO_SOUND, Verdict.FINE):
        yield f"nurse-{verdict}", lambda verdict=verdict: pad.say(Found(verdict))  # type: ignore[misc]
    yield "nurse-closed", lambda: nurse.open("")
    yield "nurse-bare", lambda: pad.say(NurseOpened())


def texts(pad: AtPad) -> Iterator[QQuickItem]:
    """Everything on the screen that is written."""
    return (item for item in shown(pad.program.window.contentItem()) if item.inherits("QQuickText"))


def check(pad: AtPad, look: str) -> None:
    """Nothing is cut or runs over its own place, and what is touched is large enough."""
    screen = scene_rectangle(pad.program.window.contentItem())
    for item in texts(pad):
        said = str(item.property("text"))
        assert not item.property("truncated"), (look, said)
        assert float(item.property("contentWidth")) <= item.width() + 1, (look, said)
        # A button's words are as high in every script as in Latin, so that buttons side by side are level (`ActionButton`).
        assert float(item.property("contentHeight")) <= 2 * item.height(), (look, said)
        place = scene_rectangle(item)
        assert place.left() >= screen.left() - 1, (look, said)
        assert place.right() <= screen.right() + 1, (look, said)
        # One sheet of many rows scrolls.
        assert place.bottom() <= screen.bottom() + 1 or look.endswith(("-bed", "-bed-asked")), (look, said)
    pixels = pad.program.theme.property("target")
    for target in pad.targets():
        assert target.name, look
        assert min(target.width, target.height) >= pixels - 1, (look, target)
        if target.name in "0123456789":
            assert min(target.width, target.height) >= pad.program.theme.property("staffKey") - 1


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_look(new_pad: NewPad, palette: str, language: str) -> None:
    others = tuple(code for code in LANGUAGES if code != language)
    given = replace(offer(channel(1, "udp://@127.0.0.1:9")), palette=cast("PaletteName", palette), languages=(language, *others))
    pad = new_pad(given, FakeClock())
    for look, go in looks(pad):
        go()
        settle(pad, look)
        check(pad, f"{palette} {language} {look}")
        if PICTURES:
            Path(PICTURES).mkdir(exist_ok=True)
            pad.program.window.grabWindow().save(f"{PICTURES}/{palette}-{language}-{look}.png")


def settle(pad: AtPad, look: str) -> None:
    """Wait until what was said has arrived and is drawn."""
    staff, nurse = pad.program.staff, pad.program.nurse
    arrived: dict[str, Callable[[], bool]] = {
        "pad-wrong": lambda: bool(staff.property("wrong")),
        "pad-waits": lambda: int(staff.property("wait")) > 0,
        "pad-shut": lambda: bool(staff.property("shut")),
        "nurse-opened": lambda: staff.current_role == "nurse",
        "nurse-bare": lambda: not nurse.property("settable"),
    }
    pad.see(arrived.get(look, lambda: True))
    if look.removeprefix("nurse-") in set(Verdict):
        pad.see(lambda: nurse.property("verdict") == look.removeprefix("nurse-"))
    pad.program.window.grabWindow()
