"""The faces that ship with FlexCare, so that every tablet shows the same letters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FOLDER = Path(__file__).parent
FAMILIES = ("Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic")


class FontMissing(Exception):
    """A face that ships with FlexCare cannot be loaded; the installation is damaged."""


def load_fonts() -> QFont:
    """Load every face and return the interface's font: Latin first, then the faces for other scripts.

    Figures are tabular, so that times and channel numbers stand still while they change.
    """
    for file in sorted(FOLDER.glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FontMissing(file.name)
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
