"""A film such as web pages have: two seconds of VP9 in WebM, made once."""

from __future__ import annotations

import functools
import subprocess
import tempfile
from pathlib import Path


@functools.cache
def film() -> bytes:
    """The film's bytes: 320 x 180, with a tone."""
    with tempfile.TemporaryDirectory(prefix="flexcare-film-") as folder:
        made = Path(folder) / "film.webm"
        picture = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=15:duration=2"]
        tone = ["-f", "lavfi", "-i", "sine=frequency=440:duration=2", "-c:v", "libvpx-vp9", "-deadline", "realtime", "-c:a", "libopus"]
        subprocess.run(["ffmpeg", "-nostdin", "-v", "error", *picture, *tone, str(made)], check=True)
        return made.read_bytes()
