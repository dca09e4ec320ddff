"""Names of what Python gives to QML."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import kiosk
import theme

ELEMENT = re.compile(r"^@QmlElement\n(?:@.*\n)*class (\w+)", re.MULTILINE)


def test_no_two_classes_that_qml_knows_share_a_name() -> None:
    """PySide6 knows a class by its name alone: of two in one process, a property of either gives null."""
    files = [file for module in (kiosk, theme) for file in Path(module.__path__[0]).rglob("*.py")]
    names = Counter(name for file in files for name in ELEMENT.findall(file.read_text(encoding="utf-8")))
    assert len(names) > 30
    assert [name for name, count in names.items() if count > 1] == []
