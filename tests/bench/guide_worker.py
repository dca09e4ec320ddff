"""Do one thing with a guide and print what it took: `python -m tests.bench.guide_worker WHAT XMLTV GUIDE CHANNELS`.

A program of its own that imports nothing it does not need, so that the figures are those of the reader. WHAT is `bare` (lxml.iterparse and
nothing else), `filtered` (the same, asked for programmes alone), `import` (the whole import), or `read` (what a session asks).
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

_REPEATS = 21
_SEARCHES = ("b", "hav", "sol kro", "denbahav", "æb ø", "nothing like it")


def _peak_mb() -> float:
    """The largest resident size of this process in MB; unlike getrusage it knows nothing of the parent's."""
    status = Path("/proc/self/status").read_text()
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(kilobytes) * 1024 / 1e6


def _timed(work: Callable[[], int]) -> dict[str, float]:
    begin, cpu = perf_counter(), process_time()
    found = work()
    return {"time_s": perf_counter() - begin, "cpu_s": process_time() - cpu, "peak_mb": _peak_mb(), "programmes": found}


def _bare(xmltv: Path, tag: str | None) -> dict[str, float]:
    from lxml import etree

    def work() -> int:
        programmes = 0
        for _, element in etree.iterparse(str(xmltv), tag=tag):
            if element.tag == "programme":
                programmes += 1
                element.clear()
                # What stands before is let go as well, as every recipe for iterparse has it: memory would grow with the file.
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]
        return programmes

    return _timed(work)


def _import(xmltv: Path, guide: Path, channels: int) -> dict[str, float]:
    from flexcare.guide.build import GuideSource, build_guide
    from tests.bench.guide_maker import FIRST, lineup

    wanted = lineup(channels)
    return _timed(lambda: build_guide([GuideSource(xmltv)], wanted, guide, int(FIRST.timestamp())).programmes)


def _read(file: Path, channels: int) -> dict[str, float]:
    from flexcare.guide.store import Guide
    from tests.bench.guide_maker import FIRST

    guide = Guide(file)
    evening_s = int(FIRST.timestamp()) + (5 * 24 + 19) * 3600
    first = min(12, channels)

    def median_ms(ask: Callable[[int], object]) -> float:
        times = []
        for index in range(_REPEATS):
            begin = perf_counter()
            ask(index)
            times.append((perf_counter() - begin) * 1000)
        return statistics.median(times)

    answer = {
        "channels": len(guide.now_next(evening_s, "da")),
        "now_next_ms": median_ms(lambda index: guide.now_next(evening_s + 60 * index, "da")),
        "window_ms": median_ms(lambda index: guide.window(range(index + 1, index + 1 + first), evening_s, evening_s + 3 * 3600, "da")),
        "search_ms": max(median_ms(lambda index, words=words: guide.search(words, "da", evening_s + index)) for words in _SEARCHES),  # type: ignore[misc]
    }
    guide.close()
    return answer


def _main() -> None:
    what, xmltv, guide, channels = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
    if what == "read":
        answer = _read(guide, channels)
    elif what == "import":
        answer = _import(xmltv, guide, channels)
    else:
        answer = _bare(xmltv, "programme" if what == "filtered" else None)
    print(json.dumps(answer))


if __name__ == "__main__":
    _main()
