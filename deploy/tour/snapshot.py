"""What can be seen of a session from inside its process: the state, and where everything touchable is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.app import Kiosk
from kiosk.shell.clock_press import CLOCK
from kiosk.shell.focus import WEB_PAGE, reachable, scene_rectangle
from kiosk.shell.shell import Shell


@dataclass(frozen=True)
class Target:
    """Something touchable: the name that a screen reader would say, and its rectangle in window pixels."""

    name: str
    x: float
    y: float
    width: float
    height: float
    focused: bool

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True)
class Snapshot:
    """A session at one moment. `page`, `sheet` and `player` are the names of their states; `cleared` is the
    time of the last clearing as Welcome says it; `fading` is a page on its way; `read` is how far the privacy page is scrolled, in
    pixels; `searched` is how many letters were typed into the search; `notice` is what the hospital has to say;
    `clock` is where the time of day stands.
    """

    page: str
    sheet: str
    asleep: bool
    language: str
    number: int
    typed: str
    overlay: bool
    player: str
    has_picture: bool
    text_size: str
    palette: str
    volume: int
    cleared: str
    fading: bool
    read: int
    searched: int
    notice: str
    clock: Target | None
    targets: tuple[Target, ...]

    def target(self, name: str) -> Target | None:
        """The touchable thing with this name, or the one whose name begins or ends with it; None where there is none."""
        exact = [target for target in self.targets if target.name == name]
        near = [target for target in self.targets if target.name.startswith(name + ",") or target.name.endswith(" " + name)]
        return next(iter([*exact, *near]), None)


def accessible_name(item: QQuickItem) -> str:
    """What a screen reader would say of an item."""
    interface = QAccessible.queryAccessibleInterface(item)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def keys(item: QQuickItem) -> Iterator[QQuickItem]:
    """The keys of the keyboard on the screen, which take no focus."""
    if not (item.isVisible() and item.isEnabled()) or item.inherits(WEB_PAGE):
        return
    if item.objectName() == "key":
        yield item
        return
    for child in item.childItems():
        yield from keys(child)


def targets(kiosk: Kiosk) -> Iterator[Target]:
    """Everything that can be touched now; what scrolled out of sight is not among it."""
    yield from window_targets(kiosk.window)


def window_targets(window: QQuickWindow) -> Iterator[Target]:
    """The same of any window of ours."""
    scope = window.contentItem()
    for item in (*reachable(scope), *keys(scope), *in_the_guide(scope)):
        place = scene_rectangle(item)
        if scene_rectangle(scope).contains(place.center()) and not _is_cut_off(item, place.center()):
            yield Target(accessible_name(item), place.x(), place.y(), place.width(), place.height(), item.hasActiveFocus())


def _is_cut_off(item: QQuickItem, point: QPointF) -> bool:
    """Whether what scrolls shows no such point of an item in it: a touch there would meet something else."""
    parent = item.parentItem()
    while parent is not None:
        if parent.clip() and not scene_rectangle(parent).contains(point):
            return True
        parent = parent.parentItem()
    return False


def in_the_guide(scope: QQuickItem) -> Iterator[QQuickItem]:
    """Programmes and channels of the guide's grid, which a finger meets and keys go over in their own way."""
    touchable = (item for item in shown(scope) if item.objectName() in ("programme", "channel") and item.isEnabled())
    yield from (item for item in touchable if accessible_name(item))


def shown(item: QQuickItem) -> Iterator[QQuickItem]:
    """Everything on the screen from an item on; the children of a view are found by sight alone."""
    if item.isVisible() and item.opacity() > 0 and not item.inherits(WEB_PAGE):
        yield item
        for child in item.childItems():
            yield from shown(child)


def clock(kiosk: Kiosk) -> Target | None:
    """Where the time of day stands on the page; None where it is not shown."""
    found = next((item for item in shown(kiosk.window.contentItem()) if item.objectName() == CLOCK), None)
    if found is None:
        return None
    place = scene_rectangle(found)
    return Target(CLOCK, place.x(), place.y(), place.width(), place.height(), focused=False)


def is_fading(kiosk: Kiosk) -> bool:
    """Whether a page or sheet has not yet fully come or gone, or still moves by itself: a touch on what rolls only stops it."""
    if any(item.inherits("QQuickFlickable") and item.property("flicking") for item in shown(kiosk.window.contentItem())):
        return True
    hosts = kiosk.window.findChildren(QQuickItem, "comesAndGoes")
    page = notice(kiosk)
    return (page is not None and bool(page.property("gliding"))) or any(
        host.opacity() != (1.0 if host.property("shown") else 0.0) for host in hosts
    )


def notice(kiosk: Kiosk) -> QQuickItem | None:
    """What scrolls on the privacy page; None before that is first shown."""
    return kiosk.window.findChild(QQuickItem, "notice")


def _read(kiosk: Kiosk) -> int:
    page = notice(kiosk)
    if page is None or kiosk.shell.current_page is not Shell.Page.Privacy:
        return 0
    return round(float(page.property("contentY")) - float(page.property("originY")))


def _sheet(kiosk: Kiosk) -> str:
    """What lies on top: the empty screen after the end, the lock for cleaning, the question if somebody is there, or a sheet."""
    if kiosk.ending.has_ended:
        return "Over"
    if kiosk.cleaning.is_locked:
        return "Cleaning"
    return "StillThere" if kiosk.still_there.is_asking else kiosk.shell.current_sheet.name


def take(kiosk: Kiosk) -> Snapshot:
    """Look at a session now. To be called in its main thread."""
    channel = kiosk.television.channel
    return Snapshot(
        page=kiosk.shell.current_page.name,
        sheet=_sheet(kiosk),
        asleep=kiosk.shell.is_asleep,
        language=kiosk.shell.speech.spoken,
        number=channel.number if channel else 0,
        typed=kiosk.television.typed_digits,
        overlay=kiosk.television.overlay_is_shown,
        player=kiosk.player.current_state.name,
        has_picture=kiosk.player.has_a_picture,
        text_size=kiosk.comfort.current_text_size,
        palette=kiosk.comfort.current_palette,
        volume=kiosk.player.sound.current_percent,
        cleared=kiosk.cleared.current_time,
        fading=is_fading(kiosk),
        read=_read(kiosk),
        searched=len(str(kiosk.search.property("typed"))),
        notice=kiosk.notice.current_text,
        clock=clock(kiosk),
        targets=tuple(targets(kiosk)),
    )
