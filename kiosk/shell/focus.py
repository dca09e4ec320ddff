"""Moves the keyboard's focus over the screen by arrow keys, to whatever lies next in that direction."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMetaObject, QPointF, QRectF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow

SIDEWAYS_WEIGHT = 2.5
WEB_PAGE = "QQuickWebEngineView"
"""What is below it is the engine's, and asking after it crashes."""


def reachable(item: QQuickItem) -> Iterator[QQuickItem]:
    """Everything below `item` that can be seen, is enabled, and takes the focus of a Tab key."""
    if not (item.isVisible() and item.isEnabled() and item.opacity() > 0) or item.inherits(WEB_PAGE):
        return
    if item.activeFocusOnTab():
        yield item
    for child in item.childItems():
        yield from reachable(child)


def scene_rectangle(item: QQuickItem) -> QRectF:
    """Where an item is in its window, in window pixels."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def cost(origin: QRectF, target: QRectF, direction: tuple[int, int]) -> float | None:
    """How far `target` is from `origin` in a direction; None where it does not lie there at all."""
    way = target.center() - origin.center()
    ahead = way.x() * direction[0] + way.y() * direction[1]
    half = (origin.width() * abs(direction[0]) + origin.height() * abs(direction[1])) / 2
    if ahead < half * 0.5 or ahead <= 0:
        return None
    return ahead + SIDEWAYS_WEIGHT * _gap(origin, target, direction)


def _gap(origin: QRectF, target: QRectF, direction: tuple[int, int]) -> float:
    """How far apart two rectangles are across the direction: 0 where they overlap."""
    if direction[0]:
        return max(0.0, target.top() - origin.bottom(), origin.top() - target.bottom())
    return max(0.0, target.left() - origin.right(), origin.left() - target.right())


def bring_into_view(item: QQuickItem) -> None:
    """Scroll whatever an item lies on, up or down, until all of it can be seen."""
    ancestor = item.parentItem()
    while ancestor is not None:
        if ancestor.inherits("QQuickFlickable"):
            place = ancestor.mapRectFromItem(item, QRectF(0, 0, item.width(), item.height()))
            below, above = max(0.0, place.bottom() - ancestor.height()), min(0.0, place.top())
            if below or above:
                ancestor.setProperty("contentY", float(ancestor.property("contentY")) + (above or below))
        ancestor = ancestor.parentItem()


class Focus:
    """The keyboard's focus in one window."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window

    def current(self) -> QQuickItem | None:
        """The item that has the focus and can be reached on the screen, or None."""
        item = self._window.activeFocusItem()
        return item if item is not None and item.activeFocusOnTab() and item.isVisible() else None

    def move(self, scope: QQuickItem, direction: tuple[int, int]) -> bool:
        """Move within `scope`; the first press shows where one is. False where nothing lies in that direction."""
        candidates = list(reachable(scope))
        current = self.current()
        if current is None or current not in candidates:
            return self._take(self._first(candidates))
        origin = scene_rectangle(current)
        costs = [(cost(origin, scene_rectangle(item), direction), item) for item in candidates if item is not current]
        fitting = [(price, item) for price, item in costs if price is not None]
        return self._take(min(fitting, key=lambda pair: pair[0])[1]) if fitting else False

    def begin(self, scope: QQuickItem) -> bool:
        """Show where one is: on what the page marks as its beginning, else nearest to the top. False where there is nothing."""
        return self._take(self._first(list(reachable(scope))))

    def press(self, scope: QQuickItem) -> bool:
        """Do what a touch on the focused item does. False where nothing within `scope` has the focus."""
        current = self.current()
        if current is None or current not in set(reachable(scope)):
            return False
        return QMetaObject.invokeMethod(current, "click")

    def _first(self, candidates: list[QQuickItem]) -> QQuickItem | None:
        marked = [item for item in candidates if item.property("startsFocus")]
        corner = QPointF(0, 0)
        return min(marked or candidates, key=lambda item: (scene_rectangle(item).topLeft() - corner).manhattanLength(), default=None)

    def _take(self, item: QQuickItem | None) -> bool:
        if item is None:
            return False
        item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(item)
        return True
