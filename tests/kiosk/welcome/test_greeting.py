from collections.abc import Callable

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.app import Kiosk
from tests.helpers.bedside import Bedside, channel, offer

NewBedside = Callable[..., Bedside]


def greeting_of(kiosk: Kiosk) -> QQuickItem:
    """The one item that knows whether it is lively."""
    waiting = [kiosk.window.contentItem()]
    while waiting:
        item = waiting.pop()
        if item.property("isLively") is not None:
            return item
        waiting += item.childItems()
    raise AssertionError("there is no greeting")


@pytest.mark.long
def test_goes_round_with_a_fade_and_then_without_one(new_bedside: NewBedside) -> None:
    bedside = new_bedside(offer(channel(1, "udp://@127.0.0.1:9")))
    greeting = greeting_of(bedside.kiosk)
    (word,) = greeting.childItems()
    seen: list[float] = []
    word.opacityChanged.connect(lambda: seen.append(word.opacity()))
    assert greeting.property("isLively") is True
    bedside.see(lambda _: int(greeting.property("turn")) == 1)
    assert min(seen) < 0.5

    rounds = len(bedside.kiosk.shell.speech.property("offered"))
    bedside.see(lambda _: word.opacity() == 1)
    greeting.setProperty("turn", rounds)
    assert greeting.property("isLively") is False
    seen.clear()
    bedside.see(lambda _: int(greeting.property("turn")) == rounds + 1)
    assert seen == []
