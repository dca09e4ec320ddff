"""Everything on a sheet that is longer than the screen is reached, and seen, by arrow keys alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt

from kiosk.shell.focus import scene_rectangle
from tests.helpers.bedside import Bedside, channel, offer
from theme.measures import TEXT_SCALES

PRESSES = 14


@pytest.mark.parametrize("size", TEXT_SCALES)
def test_arrow_keys_bring_what_they_reach_into_view(new_bedside: Callable[..., Bedside], size: str) -> None:
    bedside = new_bedside(offer(channel(1, "http://127.0.0.1:9/nothing.ts")))
    bedside.touch("Start")
    bedside.see(lambda screen: screen.page == "Home")
    # Home in the largest letters has to be scrolled to its last buttons.
    bedside.touch("Comfort")
    bedside.see(lambda screen: screen.sheet == "Comfort")
    bedside.kiosk.comfort.setTextSize(size)
    reached = []
    for _ in range(PRESSES):
        bedside.press(Qt.Key.Key_Down)
        bedside.settle()
        item = bedside.kiosk.window.activeFocusItem()
        assert item is not None
        area = item
        while not area.inherits("QQuickFlickable") and area.parentItem() is not None:
            area = area.parentItem()
        assert scene_rectangle(area).adjusted(-1, -1, 1, 1).contains(QRectF(scene_rectangle(item))), item.property("text")
        reached.append(str(item.property("text")))
    assert {"As usual", "Less movement"} & set(reached), reached
