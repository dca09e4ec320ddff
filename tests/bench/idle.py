"""What a tablet takes when nobody uses it and while television plays: processor time, memory, the package; against libvlc alone."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.idle_tablet import Parts, tablet
from tests.kiosk.player.films import Cinema, Film

IDLE_MAX = 0.01
PICTURE = "testsrc2=s=1280x720:r=50"
SPARE_S = 25
"""A film is so much longer than what is measured of it: the session opens it, and comes to rest, first."""
SETTLING_S = 3.0
ROOT = Path(__file__).resolve().parents[2]


def package_mb() -> dict[str, float]:
    """The newest package of each release that deploy/package has left, in MB."""
    found = sorted((ROOT / ".cache" / "package").glob("flexcare_*.deb"), key=lambda path: path.stat().st_mtime)
    return {path.name.partition("~")[2].partition("_")[0]: round(path.stat().st_size / 1e6, 1) for path in found}


def libvlc_share(address: str, seconds: float) -> float:
    """The share of a core that libvlc alone takes for the same film, into a plain buffer."""
    command = [sys.executable, "-m", "tests.bench.video_worker", "libvlc", address, str(seconds)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=seconds + 60, env=os.environ)
    return float(json.loads(done.stdout.splitlines()[-1])["cpu_share"])


def row(name: str, parts: Parts, unit: str) -> str:
    """One line of the table."""
    return f"{name:44}" + "".join(
        f"{figure:>12.{1 if unit == 'MiB' else 4}f}" for figure in (parts.supervisor, parts.screen, parts.sessions, parts.all)
    )


def main() -> int:
    """Measure, print a table and a line of JSON."""
    parser = argparse.ArgumentParser(prog="deploy/bench idle", description=__doc__)
    parser.add_argument("--idle-seconds", type=float, default=60.0, help="how long Welcome is looked at")
    parser.add_argument("--play-seconds", type=float, default=20.0, help="how long television is looked at")
    asked = parser.parse_args()
    print(f"{'':44}{'supervisor':>12}{'screen':>12}{'sessions':>12}{'all':>12}")
    told: dict[str, object] = {"bench": "idle"}
    with tempfile.TemporaryDirectory(prefix="flexcare-bench-") as name:
        folder = Path(name)
        cinema = Cinema(folder)
        try:
            film = cinema.show(Film(PICTURE, round(asked.play_seconds) + SPARE_S))
            for standby in (False, True):
                with tablet(folder, film, standby=standby) as one:
                    one.await_rest()
                    with_it = "with a standby" if standby else "without a standby"
                    welcome = one.resident_mib()
                    print(row(f"MiB on Welcome, {with_it}", welcome, "MiB"), flush=True)
                    idle = one.shares(asked.idle_seconds)
                    print(row(f"share of a core on Welcome, {with_it}", idle, "share"), flush=True)
                    one.watch()
                    one.shares(SETTLING_S)
                    play = one.shares(asked.play_seconds)
                    playing = one.resident_mib()
                    print(row(f"share of a core at 720p50, {with_it}", play, "share"))
                    print(row(f"MiB at 720p50, {with_it}", playing, "MiB"), flush=True)
                key = "standby" if standby else "alone"
                told |= {f"welcome_mib_{key}": round(welcome.all, 1), f"playing_mib_{key}": round(playing.all, 1)}
                told |= {f"idle_cpu_share_{key}": round(idle.all, 4), f"play_cpu_share_{key}": round(play.all, 3)}
                told |= {f"play_session_cpu_share_{key}": round(play.sessions, 3)}
            peer = libvlc_share(film, asked.play_seconds)
        finally:
            cinema.end()
    worst = max(float(str(told[f"idle_cpu_share_{key}"])) for key in ("standby", "alone"))
    print(f"libvlc alone takes {peer:.3f} of a core for the same film; idle goal: at most {IDLE_MAX} (worst here {worst:.4f})")
    print(json.dumps({**told, "idle_cpu_share": worst, "libvlc_cpu_share": round(peer, 3), "package_mb": package_mb()}))
    return 0 if worst <= IDLE_MAX else 1


if __name__ == "__main__":
    raise SystemExit(main())
