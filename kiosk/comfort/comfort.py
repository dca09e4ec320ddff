"""What a patient can set for their eyes: text size, palette, brightness, movement. All of it ends with the session."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from theme.measures import TEXT_SCALES
from theme.palettes import PALETTES
from theme.theme import Theme

QML_IMPORT_NAME = "kiosk.comfort"
QML_IMPORT_MAJOR_VERSION = 1

BRIGHTNESS_MIN = 20
BRIGHTNESS_MAX = 100
BRIGHTNESS_STEP = 20
DARKEST_VEIL = 0.75


@QmlElement
class Comfort(QObject):
    """The comfort sheet's state. Every change shows at once.

    `brightness` is 20 to 100 and becomes the opacity of a black veil over everything; at the least, the screen can
    still be read in a dark room. By night the hospital's palette for it holds until the patient chooses one, and comes back with the day's.
    """

    changed = Signal()

    def __init__(self, theme: Theme, palette: str, parent: QObject | None = None, *, night_palette: str = "night") -> None:
        super().__init__(parent)
        self._theme = theme
        self._text_size = "standard"
        self._palette = palette
        self._palettes = {False: palette, True: night_palette}
        self._palette_is_chosen = False
        self._light_percent = 100
        self._brightness = BRIGHTNESS_MAX
        self._reduce_motion = False
        theme.set_palette(palette)

    @Slot(str)
    def setTextSize(self, name: str) -> None:
        """Choose `standard`, `large` or `largest`; anything else changes nothing."""
        if name in TEXT_SCALES and name != self._text_size:
            self._text_size = name
            self._theme.set_text_size(name)
            self.changed.emit()

    @Slot(str)
    def setPalette(self, name: str) -> None:
        """Choose `day`, `night` or `contrast`; anything else changes nothing."""
        if name in PALETTES:
            self._palette_is_chosen = True
            self._use_palette(name)
            self.changed.emit()

    def heed(self, *, night: bool, light_percent: int) -> None:
        """It is night or day now, and the picture itself is to be this bright, of what the patient has chosen."""
        self._light_percent = light_percent
        if not self._palette_is_chosen:
            self._use_palette(self._palettes[night])
        self.changed.emit()

    def _use_palette(self, name: str) -> None:
        if name != self._palette:
            self._palette = name
            self._theme.set_palette(name)

    @Slot(int)
    def stepBrightness(self, steps: int) -> None:
        """Make the screen lighter or darker by so many steps of 20, within its bounds."""
        wanted = max(BRIGHTNESS_MIN, min(BRIGHTNESS_MAX, self._brightness + steps * BRIGHTNESS_STEP))
        if wanted != self._brightness:
            self._brightness = wanted
            self.changed.emit()

    @Slot(bool)
    def setReduceMotion(self, reduce: bool) -> None:
        """Turn movement into plain fades, or back."""
        if reduce != self._reduce_motion:
            self._reduce_motion = reduce
            self._theme.set_reduce_motion(reduce)
            self.changed.emit()

    @property
    def current_text_size(self) -> str:
        return self._text_size

    @property
    def current_palette(self) -> str:
        return self._palette

    @property
    def palette_is_chosen(self) -> bool:
        """Whether the patient chose it, and no hour changes it."""
        return self._palette_is_chosen

    @Property(str, notify=changed)
    def textSize(self) -> str:
        return self._text_size

    @Property(str, notify=changed)
    def palette(self) -> str:
        return self._palette

    @Property(int, notify=changed)
    def brightness(self) -> int:
        return self._brightness

    @Property(float, notify=changed)
    def veil(self) -> float:
        brightness = max(BRIGHTNESS_MIN, self._brightness * self._light_percent / 100)
        return (BRIGHTNESS_MAX - brightness) / (BRIGHTNESS_MAX - BRIGHTNESS_MIN) * DARKEST_VEIL

    @Property(bool, notify=changed)
    def reduceMotion(self) -> bool:
        return self._reduce_motion
