"""QML outside theme/ holds no colour, size or duration of its own, names only icons that are there, and is known to its module."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "kiosk").rglob("*.qml"))
SIZES = r"(?:\w*[wW]idth|\w*[hH]eight|\w*[sS]ize|\w*[sS]pacing|\w*[mM]argins?|\w*[pP]adding|\w*[rR]adius|duration|interval)"
COLOUR = re.compile(r'"#[0-9A-Fa-f]{3,8}"|\b\w*[cC]olor:\s*"(?!transparent")|Qt\.(?:rgba|hsla)')
LITERAL = re.compile(rf"\b{SIZES}:\s*(?!.*Theme\.)-?(?!0\b)(?!1$)\d")  # a lone 1 is a share of a layout, not a size


def literals(qml: str) -> list[str]:
    return [line.strip() for line in qml.splitlines() if COLOUR.search(line) or LITERAL.search(line)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_literal_outside_the_theme(file: Path) -> None:
    assert literals(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line", ['color: "#FFF"', 'color: "red"', "width: 12", "font.pixelSize: 20", "duration: 200", "anchors.margins: 4"]
)
def test_a_literal_is_found(line: str) -> None:
    assert literals(line) == [line]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_icon_is_there(file: Path) -> None:
    named = re.findall(r'\b(?:glyph|name):[^"\n]*"([a-z0-9-]+)"', file.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / "theme" / "icons" / f"{name}.svg").is_file()] == []


@pytest.mark.parametrize("folder", sorted({file.parent for file in FILES}), ids=lambda folder: folder.name)
def test_every_module_lists_its_files(folder: Path) -> None:
    listed = set(re.findall(r"(\w+\.qml)$", (folder / "qmldir").read_text(encoding="utf-8"), re.MULTILINE))
    assert listed == {file.name for file in folder.glob("*.qml")}
