"""From the touch on a tile to the first contentful paint of a web service, with a visit that waits and without, and what a visit takes."""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from deploy.tour.bed import Bed, Setting
from deploy.tour.patient import Patient
from flexcare.session.offer import Tile
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_writer import write_ward
from tests.helpers.bed import on, session_processes
from tests.helpers.bedside import offer
from tests.helpers.web_site import WebSite, page

OPEN_TARGET_MS, COLD_TARGET_MS = 400, 900
STANDS_WITHIN_S = 15.0
MIB = 1024 * 1024
PAGE = page("Meals", "<h1>Meals</h1><p>Cod with potatoes</p>")


def resident_mib(bed: Bed) -> float:
    """What a session's processes have in memory, what they share counted once (proportional set size)."""
    return sum(process.memory_full_info().pss for process in session_processes(bed)) / MIB


def home(patient: Patient) -> None:
    """From Welcome to Home."""
    patient.see("Welcome", on("Welcome"))
    patient.tap("Start")
    patient.see("Home", on("Home"))


def await_standing(bed: Bed) -> None:
    """Wait until a visit waits: its engine's processes are there and have come to rest."""
    deadline = time.monotonic() + STANDS_WITHIN_S
    while time.monotonic() < deadline:
        engines = [process for process in session_processes(bed) if process.name().startswith("QtWebEngine")]
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
    site.await_told("came")
    return painted_ms - touched_ms


def leave(patient: Patient) -> None:
    """Touch Home in the frame."""
    patient.tap_in_visit("Home")
    patient.expect("the visit's end", lambda: patient.visit is None)


def main() -> int:
    """Measure both in turn, print a table and a line of JSON."""
    parser = argparse.ArgumentParser(prog="deploy/bench web", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    warm: list[float] = []
    cold: list[float] = []
    alone_mib = visit_mib = 0.0
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="flexcare-bench-"))
        site = stack.enter_context(WebSite({"/": PAGE}))
        service = site.service("meals")
        settings = SessionSettings(standby=False, daily_reset=None)
        ward = Path(folder) / "ward"
        write_ward(ward, replace(offer(), services=(service,), tiles=(Tile("web", service.id),), session=settings), {})
        bed = stack.enter_context(Bed(Setting(ward)))
        patient = stack.enter_context(Patient(bed))
        for turn in range(rounds + 1):
            home(patient)
            took = opened_ms(patient, site, "Service meals")
            leave(patient)
            alone_mib = resident_mib(bed) if turn == 0 else alone_mib
            await_standing(bed)
            warm_took = opened_ms(patient, site, "Service meals")
            visit_mib = resident_mib(bed)
            if turn:  # the first only warms the disk's cache
                cold.append(took)
                warm.append(warm_took)
            born = patient.report.born if patient.report else 0
            bed.clear()
            patient.see_new("the next session", born, on("Welcome"))
    open_ms, cold_ms = statistics.median(warm), statistics.median(cold)
    print(f"{'touch to first paint':28}{'median':>10}{'fastest':>10}{'slowest':>10}")
    for name, times in (("a visit that waited", warm), ("a visit started then", cold)):
        print(f"{name:28}{statistics.median(times):>7.0f} ms{min(times):>7.0f} ms{max(times):>7.0f} ms")
    print(f"a session takes {alone_mib:.0f} MiB, with a visit {visit_mib:.0f} MiB")
    told = {"bench": "web", "open_p50_ms": round(open_ms, 1), "open_cold_p50_ms": round(cold_ms, 1)}
    print(json.dumps({**told, "session_mib": round(alone_mib), "visit_mib": round(visit_mib), "rounds": rounds}))
    return 0 if open_ms <= OPEN_TARGET_MS and cold_ms <= COLD_TARGET_MS else 1


if __name__ == "__main__":
    raise SystemExit(main())
