"""How fast and how lean a big playlist is read, against m3u-ipytv and a bare regular expression, in the same run.

`python -m tests.bench.lineup` prints a table, then one JSON object on the last line: `speedup` (their median time by ours),
`peak_mb` (the largest resident size of a process that read the list with ours), `times_s` and `peaks_mb` of all three.
Each reading happens in a process of its own, the three in turn, several rounds; the times are medians of the reading alone.
The regular expression finds fields and names and nothing else: it reads no groups, options, numbers, limits or problems, and is
there as the lower bound of what Python can do.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.bench.playlist_maker import Expected, write_playlist

ENTRIES = 100_000
ROUNDS = 5
READERS = ("flexcare", "m3u-ipytv", "regex")
WORKER_TIMEOUT_S = 120

Answer = dict[str, float]


def _in_own_process(reader: str, path: Path) -> Answer:
    command = [sys.executable, "-m", "tests.bench.lineup_worker", reader, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=WORKER_TIMEOUT_S)
    answer: Answer = json.loads(done.stdout)
    return answer


def check(answer: Answer, expected: Expected) -> None:
    """Raise `ValueError` where our reader did not find what the list holds: a fast reader that drops things is no reader."""
    for key, value in asdict(expected).items():
        if answer[key] != value:
            raise ValueError(f"{key}: the list holds {value}, the reader found {answer[key]}")
    if answer["problems"]:
        raise ValueError(f"the reader told {answer['problems']} problems about a list without any")


def measure(entries: int = ENTRIES, rounds: int = ROUNDS) -> dict[str, object]:
    """Make a list, read it in turn with each reader, and return the figures."""
    answers: dict[str, list[Answer]] = {reader: [] for reader in READERS}
    with tempfile.TemporaryDirectory(prefix="flexcare-bench-") as folder:
        path = Path(folder) / "big.m3u"
        expected = write_playlist(path, entries)
        size_mb = path.stat().st_size / 1e6
        for _ in range(rounds):
            for reader in READERS:
                answer = _in_own_process(reader, path)
                if answer["entries"] != expected.entries:
                    raise ValueError(f"{reader} found {answer['entries']} of {expected.entries} entries")
                answers[reader].append(answer)
    check(answers["flexcare"][0], expected)
    times = {reader: statistics.median(answer["time_s"] for answer in answers[reader]) for reader in READERS}
    peaks = {reader: max(answer["peak_mb"] for answer in answers[reader]) for reader in READERS}
    return {
        "bench": "lineup",
        "entries": expected.entries,
        "size_mb": round(size_mb, 1),
        "rounds": rounds,
        "speedup": round(times["m3u-ipytv"] / times["flexcare"], 2),
        "peak_mb": round(peaks["flexcare"], 1),
        "times_s": {reader: round(time, 3) for reader, time in times.items()},
        "peaks_mb": {reader: round(peak, 1) for reader, peak in peaks.items()},
    }


def main() -> None:
    """Run the benchmark and print its figures."""
    figures = measure()
    times, peaks = figures["times_s"], figures["peaks_mb"]
    assert isinstance(times, dict)
    assert isinstance(peaks, dict)
    print(f"A list of {figures['entries']} entries, {figures['size_mb']} MB; medians of {figures['rounds']} rounds\n")
    print(f"{'reader':<12}{'time, s':>10}{'peak, MB':>10}")
    for reader in READERS:
        print(f"{reader:<12}{times[reader]:>10.3f}{peaks[reader]:>10.1f}")
    print(f"\n{figures['speedup']} times as fast as m3u-ipytv (2 or more wanted), peak {figures['peak_mb']} MB (at most 120 wanted)\n")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
