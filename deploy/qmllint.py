"""Lint every QML file with full type information: `python -m deploy.qmllint`.

The types that Python registers are described to the linter from the Python sources (`pyside6-metaobjectdump`), into a
copy of the QML modules in a temporary folder, so that nothing generated stays in the tree. A warning is a failure.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
MODULES = ("theme", "kiosk")
SCRIPTS = Path(sys.executable).parent
FOREIGN = ("qt6core", "qt6gui", "qt6qml", "qt6quick", "qt6multimedia", "qt6webenginequick")


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of PySide6's programs and return what it said; raises CalledProcessError when it fails."""
    return subprocess.run([str(SCRIPTS / program), *arguments], capture_output=True, text=True, check=True)


def foreign_types() -> list[str]:
    """Qt's own descriptions of the C++ classes that ours derive from."""
    folder = Path(PySide6.__file__).parent / "Qt" / "metatypes"
    return [str(path) for name in FOREIGN for path in folder.glob(f"{name}_*metatypes.json")]


def mark_constants(source: Path, description: Path) -> None:
    """Say of each property declared with `constant=True` that it never changes, which the dump of PySide6 6.11 leaves out."""
    constants = {
        node.name
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call) and any(keyword.arg == "constant" for keyword in decorator.keywords)
    }
    content = json.loads(description.read_text(encoding="utf-8"))
    for described in content if isinstance(content, list) else [content]:
        for entry in (entry for each in described["classes"] for entry in each.get("properties", [])):
            if entry["name"] in constants:
                entry["constant"] = True
    description.write_text(json.dumps(content), encoding="utf-8")


def describe_types(copy: Path, foreign: str) -> None:
    """Write a `.qmltypes` file beside each copied `qmldir` whose folder has Python classes for QML."""
    for qmldir in sorted(copy.rglob("qmldir")):
        folder = qmldir.parent
        sources = [path for path in sorted(folder.glob("*.py")) if re.search(r"^QML_IMPORT_NAME", path.read_text(), re.MULTILINE)]
        if not sources:
            continue
        descriptions = []
        for source in sources:
            description = source.with_suffix(".json")
            run("pyside6-metaobjectdump", "-o", str(description), str(source))
            mark_constants(source, description)
            descriptions.append(str(description))
        module = ".".join(folder.relative_to(copy).parts)
        types = re.search(r"^typeinfo (\S+)$", qmldir.read_text(), re.MULTILINE)
        if types is None:
            raise SystemExit(
                f"{folder.relative_to(copy)}/qmldir: Python registers types here; add a line 'typeinfo {folder.name}.qmltypes'"
            )
        said = run(
            "pyside6-qmltyperegistrar",
            f"--generate-qmltypes={folder / types.group(1)}",
            f"--import-name={module}",
            "--major-version=1",
            f"--foreign-types={foreign}",
            *("-o", "/dev/null"),
            *descriptions,
        )
        sys.stderr.write(said.stderr)


def main() -> int:
    """Lint, print what the linter says, and return its verdict as an exit code."""
    with tempfile.TemporaryDirectory(prefix="flexcare-qmllint-") as name:
        copy = Path(name)
        for module in MODULES:
            shutil.copytree(ROOT / module, copy / module, ignore=shutil.ignore_patterns("__pycache__", "fonts", "icons"))
        describe_types(copy, ",".join(foreign_types()))
        files = sorted(str(path.relative_to(copy)) for path in copy.rglob("*.qml"))
        command = [str(SCRIPTS / "pyside6-qmllint"), "-I", ".", "--max-warnings", "0", *files]
        return subprocess.run(command, cwd=copy, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
