"""What graphics drivers and Qt remember of compiled shaders and QML, taken from where the set-up left it into the session's own memory."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

SEED = Path("/caches")
"""Where a session's sandbox shows what `deploy/session_caches.py` made, read-only. Outside a sandbox there is none."""


def take_caches(seed: Path, environment: Mapping[str, str]) -> None:
    """Copy the seed to XDG_CACHE_HOME; nothing happens where either is missing. To be called before the application object is made.

    Mesa wants to write where it reads, so showing it the read-only seed would not do. Costs about 4 ms and saves 110 ms without a GPU.
    Old or foreign entries do no harm: drivers and Qt look only for those of their own build.
    """
    home = environment.get("XDG_CACHE_HOME")
    if home is None:
        return
    # os.walk and plain reads and writes: shutil costs more to import than this to run. A missing seed is an empty walk.
    for folder, _, files in os.walk(seed):
        target = Path(home, os.path.relpath(folder, seed))
        target.mkdir(parents=True, exist_ok=True)
        for name in files:
            target.joinpath(name).write_bytes(Path(folder, name).read_bytes())
