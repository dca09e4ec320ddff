"""Marks in the memory of processes, read through /proc/PID/mem.

Left out: pages that are not there, and mappings of named files that cannot be written (programs and libraries), whose content is that of
the files. Two helpers share the work; like the searcher they hold the marks and are not searched.
"""

from __future__ import annotations

import array
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path

from tests.privacy.markers import LONGEST_BYTES, Needles
from tests.privacy.search import Hit
from tests.privacy.search_processes import others, process_name

HELPERS = 2
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
CHUNK_BYTES = 4 * 1024 * 1024
ENTRY_BYTES = 8
HELD = 1 << 63 | 1 << 62
"""A page is present or swapped out (Documentation/admin-guide/mm/pagemap.rst)."""
NOT_READABLE = ("[vvar]", "[vvar_vclock]", "[vsyscall]")


def hits(seed: str) -> Iterator[Hit]:
    """Search every process but our own, the largest first."""
    pids = sorted(others(), key=_resident, reverse=True)
    with ProcessPoolExecutor(HELPERS, mp_context=get_context("fork")) as helpers:
        for found in helpers.map(_search, pids, [seed] * len(pids)):
            yield from found


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0


def _search(pid: int, seed: str) -> list[Hit]:
    needles = Needles(seed)
    found = set()
    who = process_name(pid)
    try:
        with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory, Path(f"/proc/{pid}/pagemap").open("rb", buffering=0) as pages:
            for start, end, name in _mappings(pid):
                for first, last in _held(pages.fileno(), start, end):
                    found |= {(number, name) for number in _in_stretch(needles, memory.fileno(), first, last)}
    except OSError:
        pass  # it ended meanwhile, or is not ours to read
    return [Hit(number, "memory", f"{name or 'memory'} of {who}") for number, name in found]


def _mappings(pid: int) -> Iterator[tuple[int, int, str]]:
    """Those of which anything is there: a browser reserves a terabyte and uses little of it. Source: proc_pid_smaps(5)."""
    mapping: tuple[int, int, str] | None = None
    for line in Path(f"/proc/{pid}/smaps").read_text(errors="replace").splitlines():
        key, _, value = line.partition(":")
        if key in ("Rss", "Swap"):
            if mapping is not None and int(value.split()[0]):
                yield mapping
                mapping = None
        elif "-" in key.split(maxsplit=1)[0]:
            mapping = _mapping(line)


def _mapping(line: str) -> tuple[int, int, str] | None:
    """Where a mapping lies and what it is called; None where it is left out."""
    place, rights, _, _, _, *rest = line.split(maxsplit=5)
    name = rest[0] if rest else ""
    named_file = name.startswith("/") and not name.endswith(" (deleted)")
    if name in NOT_READABLE or (named_file and "w" not in rights):
        return None
    start, _, end = place.partition("-")
    return int(start, 16), int(end, 16), name


def _held(pagemap: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a mapping that are really there."""
    entries = array.array("Q")
    offset, size = start // PAGE_BYTES * ENTRY_BYTES, (end - start) // PAGE_BYTES * ENTRY_BYTES
    for at in range(0, size, CHUNK_BYTES):
        entries.frombytes(os.pread(pagemap, min(CHUNK_BYTES, size - at), offset + at))
    at = start
    for held, run in groupby(entries, key=lambda entry: bool(entry & HELD)):
        length = sum(1 for _ in run) * PAGE_BYTES
        if held:
            yield at, at + length
        at += length


def _in_stretch(needles: Needles, memory: int, start: int, end: int) -> set[int]:
    found: set[int] = set()
    for at in range(start, end, CHUNK_BYTES):
        try:
            found |= needles.numbers(os.pread(memory, min(CHUNK_BYTES + LONGEST_BYTES, end - at), at))
        except OSError:
            continue  # a page of a device, or one that went away
    return found


assert sys.byteorder == "little", "the page map is read as little endian"
