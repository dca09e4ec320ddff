"""What lives in `flexcare` is true with the screen off: none of it may pull Qt or libvlc in."""

from __future__ import annotations

import json
import subprocess
import sys

_IMPORT_ALL = """
import importlib, json, pkgutil, sys
import flexcare
names = [module.name for module in pkgutil.walk_packages(flexcare.__path__, "flexcare.") if not module.name.endswith("__main__")]
for name in names:
    importlib.import_module(name)
print(json.dumps({"imported": names, "loaded": sorted(sys.modules)}))
"""

_READ_A_WARD = """
import json, sys
import flexcare.session.ward_reader
print(json.dumps({"loaded": sorted(sys.modules)}))
"""


def _run(program: str) -> dict[str, list[str]]:
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=60)
    answer: dict[str, list[str]] = json.loads(done.stdout)
    return answer


def test_no_module_needs_a_screen_or_a_player() -> None:
    answer = _run(_IMPORT_ALL)
    assert "flexcare.lineup.m3u" in answer["imported"]
    assert not {"PySide6", "shiboken6", "vlc", "kiosk", "theme"} & set(answer["loaded"])


def test_the_kiosk_reads_its_ward_without_anything_heavy() -> None:
    loaded = set(_run(_READ_A_WARD)["loaded"])
    assert not {"requests", "urllib3", "ssl", "typer", "rich", "pydantic", "asyncio", "ctypes"} & loaded
