"""Icons by name and colour: `image://icons/tv/#241E17` draws Lucide's `tv` in that colour, sharp at any size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parent
PROVIDER = "icons"
DEFAULT_SIZE = QSize(24, 24)


class IconProvider(QQuickImageProvider):
    """Draws an icon in one colour at the size that is asked for."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Pixmap)

    def requestPixmap(self, id: str, size: QSize, requested: QSize) -> QPixmap:  # noqa: A002 - Qt's own name
        name, _, colour = id.partition("/")
        wanted = requested if requested.width() > 0 and requested.height() > 0 else DEFAULT_SIZE
        drawing = (FOLDER / f"{name}.svg").read_text(encoding="ascii").replace("currentColor", colour)
        pixmap = QPixmap(wanted)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter)
        painter.end()
        size.setWidth(wanted.width())
        size.setHeight(wanted.height())
        return pixmap
