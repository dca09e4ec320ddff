"""What a session feels of an import: it plays 720p50 and scrolls a guide with a thousand channels while a large guide is made."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from flexcare.guide.build import GuideSource
from flexcare.guide.job import PROGRAM, to_job
from flexcare.guide.store import GUIDE_FILE
from flexcare.lineup.channel import Channel, Stream
from flexcare.session.ward_writer import write_ward
from flexcare.supervisor.compositor import Compositor, Screen
from tests.helpers.bedside import offer
from tests.kiosk.player.films import Cinema, Film

RATE = 50
_PICTURE = f"testsrc2=s=1280x720:r={RATE}"
_SPARE_S = 25
_TIMEOUT_S = 180.0


def measure(folder: Path, xmltv: Path, channels: Sequence[Channel], now_s: int, seconds: float) -> dict[str, float]:
    """Return `delivered` (of the pictures that were sent) and `stall_ms`, while imports run, and the same of a quiet session."""
    cinema = Cinema(folder)
    try:
        film = Stream(cinema.show(Film(_PICTURE, round(seconds) + _SPARE_S)))
        ward = folder / "ward"
        write_ward(ward, offer(*(replace(channel, stream=film) for channel in channels)), {})
        job = to_job([GuideSource(xmltv)], channels, ward / GUIDE_FILE, now_s)
        subprocess.run([sys.executable, *PROGRAM], input=job, check=True, stdout=subprocess.DEVNULL, timeout=_TIMEOUT_S)
        with Compositor(Screen()) as compositor:
            # They end without tidying up; what they leave goes with the folder.
            environment = os.environ | compositor.client_environment() | {"TMPDIR": str(folder)}
            quiet = _session(ward, seconds, environment)
            with _imports(to_job([GuideSource(xmltv)], channels, folder / GUIDE_FILE, now_s)):
                busy = _session(ward, seconds, environment)
    finally:
        cinema.end()
    return {**busy, **{f"quiet_{name}": value for name, value in quiet.items()}}


def _session(ward: Path, seconds: float, environment: dict[str, str]) -> dict[str, float]:
    command = [sys.executable, "-P", "-m", "tests.bench.guide_session", str(ward), str(seconds)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=_TIMEOUT_S, env=environment)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {"delivered": told["frames"] / (told["seconds"] * RATE), "stall_ms": told["stall_ms"]}


@contextmanager
def _imports(job: bytes) -> Iterator[None]:
    """One import after the other, as the supervisor runs them."""
    command = [sys.executable, "-P", "-m", "tests.bench.guide_imports"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True) as running:
        assert running.stdin is not None
        running.stdin.write(job)
        running.stdin.close()
        try:
            yield
        finally:
            os.killpg(running.pid, 9)
