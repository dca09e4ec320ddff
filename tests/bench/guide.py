"""How fast and how lean a large programme guide is imported and read, against bare lxml.iterparse and Kodi, in the same run.

`deploy/bench guide` makes an XMLTV guide of about 200 MB (1,000 channels, 14 days, about 450,000 programmes) and prints a table, then one
JSON object on the last line: `full_ratio` (the whole import with all channels in the lineup, SQLite and indexes included, to the time that
bare `lxml.iterparse` takes for the same file), `full_peak_mb`, `ward_ratio` (the same with 40 of the channels), `now_next_ms` (what is on
and what follows on 1,000 channels), `window_ms` (12 channels, three hours), `search_ms` (the slowest of some searches). Bare means: all
elements are parsed, those of a programme are let go when it ends, and nothing else is done; `filtered` is the same asked for programmes
alone, which is as fast as lxml can be. `cpu_ratios` are the ratios in processor time, for a machine that is not quiet. Kodi with
pvr.iptvsimple loads the same guide where it is installed (Debian: kodi-bin and kodi-pvr-iptvsimple, and sway); it keeps it in memory and
reads it again at every start. Each reading happens in a process of its own, in turn, several rounds; the figures are medians.
`--rounds N`, `--without-kodi`.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.bench import guide_kodi
from tests.bench.guide_maker import CHANNELS, DAYS, guide_id, lineup, write_guide

WARD_CHANNELS = 40
ROUNDS = 3
WORKER_TIMEOUT_S = 600
_MEMORY = Path("/dev/shm")  # the guide is written into memory, as on a tablet, whose ward folder is a tmpfs
RUNS = ("bare", "filtered", "full", "ward")

Answer = dict[str, float]


def measure(channels: int = CHANNELS, days: int = DAYS, rounds: int = ROUNDS, *, with_kodi: bool = True) -> dict[str, Any]:
    """Make a guide, work on it in turn in each way, and return the figures."""
    ward = min(WARD_CHANNELS, channels)
    answers: dict[str, list[Answer]] = {run: [] for run in RUNS}
    with tempfile.TemporaryDirectory(prefix="flexcare-bench-") as folder, _in_memory() as memory:
        xmltv, file = Path(folder) / "guide.xml", Path(memory) / "guide.sqlite"
        made = write_guide(xmltv, channels, days)
        for _ in range(rounds):
            for run, what, of_lineup in (
                ("bare", "bare", 0),
                ("filtered", "filtered", 0),
                ("ward", "import", ward),
                ("full", "import", channels),
            ):
                answers[run].append(_in_own_process(what, xmltv, file, of_lineup))
        check(answers, made.programmes, channels, ward)
        database_mb = file.stat().st_size / 1e6
        read = _in_own_process("read", xmltv, file, channels)
        kodi = _kodi(Path(folder), channels, days) if with_kodi else None
    if read["channels"] != channels:
        raise ValueError(f"of {channels} channels {read['channels']:.0f} have something on")
    times, cpu = _medians(answers, "time_s"), _medians(answers, "cpu_s")
    return {
        "bench": "guide",
        "programmes": made.programmes,
        "size_mb": round(made.size_bytes / 1e6, 1),
        "database_mb": round(database_mb, 1),
        "rounds": rounds,
        "full_ratio": round(times["full"] / times["bare"], 2),
        "full_peak_mb": round(max(answer["peak_mb"] for answer in answers["full"]), 1),
        "ward_ratio": round(times["ward"] / times["bare"], 2),
        "cpu_ratios": {run: round(cpu[run] / cpu["bare"], 2) for run in RUNS},
        "now_next_ms": round(read["now_next_ms"], 2),
        "window_ms": round(read["window_ms"], 2),
        "search_ms": round(read["search_ms"], 2),
        "times_s": {run: round(time, 2) for run, time in times.items()},
        "peaks_mb": {run: round(max(answer["peak_mb"] for answer in answers[run]), 1) for run in RUNS},
        "kodi": kodi and {key: round(value, 1) for key, value in kodi.items()},
    }


def check(answers: dict[str, list[Answer]], programmes: int, channels: int, ward: int) -> None:
    """Raise `ValueError` where a run did not find what the guide holds: a fast import that drops things is none."""
    for run in ("bare", "filtered", "full"):
        for answer in answers[run]:
            if answer["programmes"] != programmes:
                raise ValueError(f"{run} found {answer['programmes']:.0f} of {programmes} programmes")
    least = programmes * ward / channels * 0.8
    if any(not least < answer["programmes"] <= programmes for answer in answers["ward"]):
        raise ValueError(f"the ward's import kept {answers['ward'][0]['programmes']:.0f} programmes")


def _in_memory() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="flexcare-bench-", dir=_MEMORY if _MEMORY.is_dir() else None)


def _in_own_process(what: str, xmltv: Path, file: Path, channels: int) -> Answer:
    command = [sys.executable, "-P", "-m", "tests.bench.guide_worker", what, str(xmltv), str(file), str(channels)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=WORKER_TIMEOUT_S)
    answer: Answer = json.loads(done.stdout)
    return answer


def _kodi(folder: Path, channels: int, days: int) -> Answer | None:
    """Kodi shows nothing of another month: it gets the same guide from today on."""
    if not guide_kodi.is_there():
        return None
    xmltv = folder / "today.xml"
    write_guide(xmltv, channels, days, datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0))
    return guide_kodi.measure(folder, xmltv, lineup(channels), [guide_id(index) for index in range(channels)], days)


def _medians(answers: dict[str, list[Answer]], key: str) -> dict[str, float]:
    return {run: statistics.median(answer[key] for answer in answers[run]) for run in RUNS}


def main() -> None:
    """Run the benchmark and print its figures."""
    options = argparse.ArgumentParser(prog="deploy/bench guide")
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options.add_argument("--without-kodi", action="store_true")
    chosen = options.parse_args()
    figures = measure(rounds=chosen.rounds, with_kodi=not chosen.without_kodi)
    size, kodi = figures["size_mb"], figures["kodi"]
    print(f"A guide of {figures['programmes']} programmes, {size} MB; medians of {figures['rounds']} rounds\n")
    print(f"{'reading':<26}{'time, s':>10}{'processor':>11}{'peak, MB':>10}")
    names = {
        "bare": "bare iterparse",
        "filtered": "iterparse, programmes only",
        "full": "import, all channels",
        "ward": "import, 40 channels",
    }
    for run, name in names.items():
        print(f"{name:<26}{figures['times_s'][run]:>10.2f}{figures['cpu_ratios'][run]:>11.2f}{figures['peaks_mb'][run]:>10.1f}")
    if kodi:
        print(f"{'Kodi, pvr.iptvsimple':<26}{kodi['time_s']:>10.2f}{'':>11}{kodi['peak_mb']:>10.1f}")
    print(
        f"\nAll channels {figures['full_ratio']} (3.0 at most wanted), peak {figures['full_peak_mb']} MB (80); a ward {figures['ward_ratio']} (1.2)"
    )
    print(
        f"Now and next {figures['now_next_ms']} ms (20), a window {figures['window_ms']} ms (5), a search {figures['search_ms']} ms (50)\n"
    )
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
