"""`Theme` in QML: the palette's roles as colours and the measures as whole pixels of this screen."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement, QmlSingleton

from theme import measures
from theme.palettes import PALETTES, Palette, with_accent

QML_IMPORT_NAME = "theme"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class Theme(QObject):
    """What every screen is drawn with. One for each QML engine; the application sets it up before the first screen.

    Lengths are whole pixels. Text sizes, and what holds text or stands beside it, grow with the text size.
    `slide` is how far a page moves while it fades in: nothing where motion is reduced.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pixels_per_mm = 6.0
        self._text_scale = 1.0
        self._palette_name = "day"
        self._accent: str | None = None
        self._palette: Palette = PALETTES["day"]
        self._reduce_motion = False

    def set_density(self, pixels_per_mm: float) -> None:
        """Tell how many pixels of this screen are a millimetre."""
        self._pixels_per_mm = pixels_per_mm
        self.changed.emit()

    def set_accent(self, accent: str | None) -> None:
        """Lay the hospital's colour over Day and Night; `None` keeps theirs."""
        self._accent = accent
        self._choose_palette()

    def set_palette(self, name: str) -> None:
        """Choose `day`, `night` or `contrast`."""
        self._palette_name = name
        self._choose_palette()

    def set_text_size(self, name: str) -> None:
        """Choose `standard`, `large` or `largest`."""
        self._text_scale = measures.TEXT_SCALES[name]
        self.changed.emit()

    def set_reduce_motion(self, reduce: bool) -> None:
        """Turn movement into plain fades."""
        self._reduce_motion = reduce
        self.changed.emit()

    def _choose_palette(self) -> None:
        palette = PALETTES[self._palette_name]
        if self._accent is not None and self._palette_name != "contrast":
            palette = with_accent(palette, self._accent)
        self._palette = palette
        self.changed.emit()

    def _grown(self, size_mm: float) -> int:
        return round(size_mm * self._pixels_per_mm * self._text_scale)

    def _length(self, length_mm: float) -> int:
        return max(1, round(length_mm * self._pixels_per_mm))

    def _still(self) -> bool:
        return self._reduce_motion or self._palette_name == "contrast"

    @Property(QColor, notify=changed)
    def background(self) -> QColor:
        return QColor(self._palette.background)

    @Property(QColor, notify=changed)
    def surface(self) -> QColor:
        return QColor(self._palette.surface)

    @Property(QColor, notify=changed)
    def surfaceRaised(self) -> QColor:
        return QColor(self._palette.surfaceRaised)

    @Property(QColor, notify=changed)
    def ink(self) -> QColor:
        return QColor(self._palette.ink)

    @Property(QColor, notify=changed)
    def inkSoft(self) -> QColor:
        return QColor(self._palette.inkSoft)

    @Property(QColor, notify=changed)
    def accent(self) -> QColor:
        return QColor(self._palette.accent)

    @Property(QColor, notify=changed)
    def onAccent(self) -> QColor:
        return QColor(self._palette.onAccent)

    @Property(QColor, notify=changed)
    def feature(self) -> QColor:
        return QColor(self._palette.feature)

    @Property(QColor, notify=changed)
    def onFeature(self) -> QColor:
        return QColor(self._palette.onFeature)

    @Property(QColor, notify=changed)
    def featureLine(self) -> QColor:
        return QColor(self._palette.featureLine)

    @Property(QColor, notify=changed)
    def line(self) -> QColor:
        return QColor(self._palette.line)

    @Property(QColor, notify=changed)
    def good(self) -> QColor:
        return QColor(self._palette.good)

    @Property(QColor, notify=changed)
    def warning(self) -> QColor:
        return QColor(self._palette.warning)

    @Property(QColor, notify=changed)
    def danger(self) -> QColor:
        return QColor(self._palette.danger)

    @Property(QColor, notify=changed)
    def scrim(self) -> QColor:
        return QColor(self._palette.scrim)

    @Property(QColor, notify=changed)
    def plate(self) -> QColor:
        return QColor(self._palette.plate)

    @Property(QColor, constant=True)
    def page(self) -> QColor:
        """What web pages stand on that say nothing of their ground (CSS Backgrounds 3, 2.11.2: the canvas)."""
        return QColor("#FFFFFF")

    @Property(QColor, notify=changed)
    def veil(self) -> QColor:
        return QColor(self._palette.veil)

    @Property(int, notify=changed)
    def caption(self) -> int:
        return self._grown(measures.CAPTION_MM)

    @Property(int, notify=changed)
    def body(self) -> int:
        return self._grown(measures.BODY_MM)

    @Property(int, notify=changed)
    def title(self) -> int:
        return self._grown(measures.TITLE_MM)

    @Property(int, notify=changed)
    def display(self) -> int:
        return self._grown(measures.DISPLAY_MM)

    @Property(int, notify=changed)
    def icon(self) -> int:
        return self._grown(measures.ICON_MM)

    @Property(int, notify=changed)
    def iconLarge(self) -> int:
        return self._grown(measures.ICON_LARGE_MM)

    @Property(int, notify=changed)
    def tile(self) -> int:
        return self._length(measures.TILE_MM)

    @Property(int, notify=changed)
    def easyTarget(self) -> int:
        return self._length(measures.EASY_TARGET_MM)

    @Property(int, notify=changed)
    def plateWidth(self) -> int:
        return self._grown(measures.PLATE_WIDTH_MM)

    @Property(int, notify=changed)
    def plateHeight(self) -> int:
        return self._grown(measures.PLATE_HEIGHT_MM)

    @Property(int, notify=changed)
    def stationWidth(self) -> int:
        return self._grown(measures.STATION_WIDTH_MM)

    @Property(int, notify=changed)
    def homeWidth(self) -> int:
        return self._grown(measures.HOME_WIDTH_MM)

    @Property(int, notify=changed)
    def stationHeight(self) -> int:
        return self._grown(measures.STATION_HEIGHT_MM)

    @Property(int, notify=changed)
    def hour(self) -> int:
        return self._grown(measures.HOUR_MM)

    @Property(int, notify=changed)
    def sheet(self) -> int:
        return self._grown(measures.SHEET_MM)

    @Property(int, notify=changed)
    def target(self) -> int:
        return self._length(measures.TARGET_MM)

    @Property(int, notify=changed)
    def staffKey(self) -> int:
        return self._length(measures.STAFF_KEY_MM)

    @Property(int, notify=changed)
    def startHeight(self) -> int:
        return self._length(measures.START_HEIGHT_MM)

    @Property(int, notify=changed)
    def gapSmall(self) -> int:
        return self._length(measures.GAP_SMALL_MM)

    @Property(int, notify=changed)
    def gap(self) -> int:
        return self._length(measures.GAP_MM)

    @Property(int, notify=changed)
    def gapLarge(self) -> int:
        return self._length(measures.GAP_LARGE_MM)

    @Property(int, notify=changed)
    def margin(self) -> int:
        return self._length(measures.MARGIN_MM)

    @Property(int, notify=changed)
    def radiusSmall(self) -> int:
        return self._length(measures.RADIUS_SMALL_MM)

    @Property(int, notify=changed)
    def radiusLarge(self) -> int:
        return self._length(measures.RADIUS_LARGE_MM)

    @Property(int, notify=changed)
    def hairline(self) -> int:
        return self._length(measures.HAIRLINE_MM)

    @Property(int, notify=changed)
    def ring(self) -> int:
        return self._length(measures.RING_MM)

    @Property(int, notify=changed)
    def swipe(self) -> int:
        return self._length(measures.SWIPE_MM)

    @Property(bool, notify=changed)
    def bordered(self) -> bool:
        return self._palette_name == "contrast"

    @Property(float, notify=changed)
    def textScale(self) -> float:
        return self._text_scale

    @Property(int, notify=changed)
    def slide(self) -> int:
        return 0 if self._still() else self._length(measures.SHIFT_MM)

    @Property(int, constant=True)
    def fade(self) -> int:
        return measures.MOTION_MS

    @Property(int, constant=True)
    def greetingPause(self) -> int:
        return measures.GREETING_MS

    @Property(int, constant=True)
    def greetingFade(self) -> int:
        return measures.GREETING_FADE_MS

    @Property(int, constant=True)
    def progressDelay(self) -> int:
        return measures.PROGRESS_DELAY_MS

    @Property(float, constant=True)
    def pressedOpacity(self) -> float:
        return measures.PRESSED_OPACITY

    @Property(float, constant=True)
    def dimmedOpacity(self) -> float:
        return measures.DIMMED_OPACITY

    @Property(float, constant=True)
    def lineSpacing(self) -> float:
        return measures.LINE_SPACING
