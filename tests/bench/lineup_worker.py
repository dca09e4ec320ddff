"""Read one list with one reader and print what it took: `python -m tests.bench.lineup_worker READER FILE`.

A program of its own that imports nothing it does not need, so that the figures are those of the reader.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter


def _peak_mb() -> float:
    """The largest resident size of this process in MB; unlike getrusage it knows nothing of the parent's."""
    status = Path("/proc/self/status").read_text()
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(kilobytes) * 1024 / 1e6


def _read_flexcare(path: Path) -> dict[str, float]:
    from flexcare.lineup.m3u import read_m3u

    begin = perf_counter()
    lineup, problems = read_m3u(path.read_bytes())
    time_s, peak_mb = perf_counter() - begin, _peak_mb()
    channels = lineup.channels
    return {
        "time_s": time_s,
        "peak_mb": peak_mb,
        "entries": len(channels) + sum(len(channel.backups) for channel in channels),
        "channels": len(channels),
        "backups": sum(len(channel.backups) for channel in channels),
        "commas_in_quotes": sum("," in channel.guide_name for channel in channels),
        "without_guide_id": sum(not channel.guide_id for channel in channels),
        "radio": sum(channel.radio for channel in channels),
        "with_options": sum(bool(channel.stream.user_agent) for channel in channels),
        "in_section": sum(not channel.groups or channel.groups[0].startswith("Section") for channel in channels),
        "problems": len(problems),
    }


def _read_ipytv(path: Path) -> dict[str, float]:
    from ipytv import playlist

    begin = perf_counter()
    read = playlist.loadf(str(path))
    return {"time_s": perf_counter() - begin, "peak_mb": _peak_mb(), "entries": read.length()}


def _read_regex(path: Path) -> dict[str, float]:
    import re

    fields = re.compile(r'([\w-]+)="([^"]*)"|,([^,"]*)$')
    begin = perf_counter()
    read = [fields.findall(line) for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#EXTINF")]
    return {"time_s": perf_counter() - begin, "peak_mb": _peak_mb(), "entries": len(read)}


_READ: dict[str, Callable[[Path], dict[str, float]]] = {"flexcare": _read_flexcare, "m3u-ipytv": _read_ipytv, "regex": _read_regex}


if __name__ == "__main__":
    print(json.dumps(_READ[sys.argv[1]](Path(sys.argv[2]))))
