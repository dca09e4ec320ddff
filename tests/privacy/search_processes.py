"""Marks in what the kernel tells of processes: command lines, environments, names of threads, descriptors, sockets, mounts."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from tests.privacy.markers import Needles
from tests.privacy.search import Hit

SEARCHER = b"\0-m\0tests.privacy.search\0"
"""In the command line of every search and of its helpers, which are forked from it."""
NAMESPACES = (("net", "socket", "net/unix"), ("mnt", "mount", "mountinfo"))
"""What is looked at once a namespace: its name, the kind of place, the file that tells."""


def hits(needles: Needles) -> Iterator[Hit]:
    """Look at every process but our own."""
    seen: set[str] = set()
    for pid in others():
        who = process_name(pid)
        yield from _told(needles, pid, who)
        yield from _descriptors(needles, pid, who)
        for namespace, kind, file in NAMESPACES:
            identity = _link(Path(f"/proc/{pid}/ns/{namespace}"))
            if identity not in seen:
                seen.add(identity)
                yield from _in(needles, kind, f"/proc/{pid}/{file}", f"seen by {who}")


def others() -> list[int]:
    """Every process that can be seen but searchers, lowest number first.

    This search, its helpers, and those of tests beside this one: they read everybody's marks, also those that others look for.
    """
    return sorted(int(entry.name) for entry in os.scandir("/proc") if entry.name.isdigit() and not _searches(Path(entry.path)))


def _searches(process: Path) -> bool:
    try:
        return SEARCHER in (process / "cmdline").read_bytes()
    except OSError:
        return False


def process_name(pid: int) -> str:
    """A process for people to read: the beginning of its command line, and its number."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")[:90].strip()
    except OSError:
        words = ""
    return f"{words or 'a process'} [{pid}]"


def _told(needles: Needles, pid: int, who: str) -> Iterator[Hit]:
    yield from _in(needles, "command line", f"/proc/{pid}/cmdline", who)
    yield from _in(needles, "environment", f"/proc/{pid}/environ", who)
    for link in ("cwd", "exe", "root"):
        yield from (Hit(number, "link", f"{link} of {who}") for number in needles.numbers(os.fsencode(_link(Path(f"/proc/{pid}/{link}")))))
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return
    for thread in threads:
        yield from _in(needles, "thread", str(thread / "comm"), who)


def _in(needles: Needles, kind: str, file: str, place: str) -> Iterator[Hit]:
    try:
        # The zeros between the entries become line ends, so that two entries never read as one.
        data = Path(file).read_bytes().replace(b"\0", b"\n")
    except OSError:
        return
    yield from (Hit(number, kind, place) for number in needles.numbers(data))


def _descriptors(needles: Needles, pid: int, who: str) -> Iterator[Hit]:
    from tests.privacy.search_files import in_file

    try:
        handles = list(Path(f"/proc/{pid}/fd").iterdir())
    except OSError:
        return
    for path in handles:
        target = _link(path)
        numbers = needles.numbers(os.fsencode(target))
        try:
            # Files with a name are searched where their name is.
            if target.endswith(" (deleted)") and stat.S_ISREG(path.stat().st_mode):
                numbers |= in_file(needles, str(path))
        except OSError:
            pass  # closed meanwhile, or not ours to read
        yield from (Hit(number, "descriptor", f"{path.name} of {who}") for number in numbers)


def _link(path: Path) -> str:
    try:
        return str(path.readlink())
    except OSError:
        return ""
