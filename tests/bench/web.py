"""From the touch on a web service to its first contentful paint, beside Chromium's start; the way Home; a page that eats memory."""

from __future__ import annotations

import argparse
import contextlib
import json
import statistics
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import psutil

from deploy.tour.bed import Bed, Setting
from deploy.tour.patient import Patient
from flexcare.session.offer import Tile
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_writer import write_ward
from tests.bench import web_hungry, web_peer
from tests.bench.reset import percentile
from tests.bench.reset_eye import Area, Eye, alike
from tests.bench.reset_peer import HOW_TO_GET
from tests.helpers.bed import on, session_processes
from tests.helpers.bedside import offer
from tests.helpers.processes import name_of
from tests.helpers.web_site import WebSite, page

OPEN_TARGET_MS, COLD_TARGET_MS, LEAVE_TARGET_MS = 400, 900, 100
DELIVERED_TARGET = 0.95
CORNER_PIXELS, PAINTED_S = 40, 10.0
STANDS_WITHIN_S = 15.0
MIB = 1024 * 1024
SETTINGS = SessionSettings(standby=False, daily_reset=None)
PAGE = page("Meals", "<h1>Meals</h1><p>Cod with potatoes</p>")


def resident_mib(bed: Bed) -> float:
    """What a session's processes have in memory, what they share counted once (proportional set size)."""
    found = 0
    for process in session_processes(bed):
        with contextlib.suppress(psutil.NoSuchProcess):
            found += process.memory_full_info().pss
    return found / MIB


def home(patient: Patient) -> None:
    """From Welcome to Home."""
    patient.see("Welcome", on("Welcome"))
    patient.tap("Start")
    patient.see("Home", on("Home"))


def await_standing(bed: Bed) -> None:
    """Wait until a visit waits: its engine's processes are there and have come to rest."""
    deadline = time.monotonic() + STANDS_WITHIN_S
    while time.monotonic() < deadline:
        engines = [process for process in session_processes(bed) if name_of(process).startswith("QtWebEngine")]
        if len(engines) >= 3 and sum(process.cpu_percent(0.5) for process in engines) < 5:
            return
        time.sleep(0.1)
    raise AssertionError("no visit waits")


def opened_ms(patient: Patient, site: WebSite, name: str) -> float:
    """Milliseconds from the touch to what the page itself says of its first contentful paint."""
    place = patient.find(name).centre
    hand = patient.hand
    touched_ms = time.time() * 1000
    hand.tap(*place)
    painted_ms = float(site.await_told("painted")["at"])
    return painted_ms - touched_ms


def leave_ms(patient: Patient, at_home: bytes, eye: Eye) -> float:
    """Touch Home in the frame; milliseconds until Home is seen where the page was."""
    patient.see_visit("the frame", lambda visit: visit.target("Home") is not None and visit.has_page)
    frame = patient.visit
    assert frame is not None
    place = frame.target("Home")
    assert place is not None
    patient.reach_visit()
    released_ns = patient.hand.tap(*place.centre)
    seen_ns = eye.wait(lambda now: alike(now, at_home), PAINTED_S)
    patient.expect("the visit's end", lambda: patient.visit is None)
    return (seen_ns - released_ns) / 1e6


@dataclass
class Figures:
    """Milliseconds of every round, and MiB."""

    warm: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    left: list[float] = field(default_factory=list)
    alone_mib: float = 0.0
    visit_mib: float = 0.0


def measure(site: WebSite, folder: Path, rounds: int) -> Figures:
    """A bed, and visits in it: in each round one that is started then, and one that waited."""
    figures = Figures()
    service = site.service("meals")
    write_ward(folder, replace(offer(), services=(service,), tiles=(Tile("web", service.id),), session=SETTINGS), {})
    with Bed(Setting(folder)) as bed, Patient(bed) as patient:
        screen = bed.setting.screen
        corner = Area(screen.width // 2, screen.height - CORNER_PIXELS, 8, 8)
        for turn in range(rounds + 1):
            home(patient)
            with Eye(bed.display, corner) as eye:
                at_home = eye.look()
                took = opened_ms(patient, site, "Service meals")
                left = [leave_ms(patient, at_home, eye)]
                figures.alone_mib = resident_mib(bed) if turn == 0 else figures.alone_mib
                await_standing(bed)
                warm_took = opened_ms(patient, site, "Service meals")
                figures.visit_mib = resident_mib(bed)
                left.append(leave_ms(patient, at_home, eye))
            if turn:  # the first only warms the disk's cache
                figures.cold.append(took)
                figures.warm.append(warm_took)
                figures.left += left
            born = patient.report.born if patient.report else 0
            bed.clear()
            patient.see_new("the next session", born, on("Welcome"))
    return figures


def main() -> int:
    """Measure all in one run, print a table and a line of JSON."""
    parser = argparse.ArgumentParser(prog="deploy/bench web", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="flexcare-bench-") as folder, WebSite({"/": PAGE}) as site:
        figures = measure(site, Path(folder) / "ward", rounds)
        peer = web_peer.measure(site, site.address(), rounds) if web_peer.is_here() else []
    hungry = web_hungry.measure()
    times = {"a visit that waited": figures.warm, "a visit started then": figures.cold, "back to Home": figures.left}
    print(f"{'touch to first paint':28}{'median':>10}{'fastest':>10}{'slowest':>10}")
    for name, took in (times | ({"Chromium from its start": peer} if peer else {})).items():
        print(f"{name:28}{statistics.median(took):>7.0f} ms{min(took):>7.0f} ms{max(took):>7.0f} ms")
    print(f"a session takes {figures.alone_mib:.0f} MiB, with a visit {figures.visit_mib:.0f} MiB")
    print(
        f"a page that eats memory is ended after {hungry.ended_ms:.0f} ms; television returns in {hungry.resumed_ms:.0f} ms, with"
        f" {hungry.after:.1f} pictures a second instead of {hungry.before:.1f}"
    )
    if not peer:
        print(HOW_TO_GET)
    told = {
        "bench": "web",
        "open_p50_ms": round(statistics.median(figures.warm), 1),
        "open_cold_p50_ms": round(statistics.median(figures.cold), 1),
        "leave_p95_ms": round(percentile(figures.left, 0.95), 1),
        "chromium_p50_ms": round(statistics.median(peer), 1) if peer else None,
        "delivered": round(hungry.delivered, 3),
        "ended_ms": round(hungry.ended_ms),
        "session_mib": round(figures.alone_mib),
        "visit_mib": round(figures.visit_mib),
        "rounds": rounds,
    }
    print(json.dumps(told))
    return 0 if is_good(told) else 1


def is_good(told: Mapping[str, Any]) -> bool:
    """Whether every figure is what is wanted."""
    return bool(
        told["open_p50_ms"] <= OPEN_TARGET_MS
        and told["open_cold_p50_ms"] <= COLD_TARGET_MS
        and told["leave_p95_ms"] <= LEAVE_TARGET_MS
        and told["delivered"] >= DELIVERED_TARGET
    )


if __name__ == "__main__":
    raise SystemExit(main())
