"""Searches the machine for marks: `search(request)` runs this module as a program of its own and returns where they are.

A program of its own, because whoever searches must hold what it looks for. It leaves out searches, itself and those of tests beside it, and
nothing else: the tests and whatever else runs here are searched too. It looks into
  files        each one changed since the audit began, on every writable file system of every mount namespace: names, content, links,
               extended attributes
  processes    memory, environment, command line, names of threads, descriptors (memfd and deleted files by content), sockets, mounts
  the kernel   System V shared memory and queues, POSIX queues, keys, its log
  the screen   both selections and every window's title, of the compositors that the request names
It cannot see what is in freed memory, in freed blocks of a disk, in pipes and socket buffers, or what was compressed or encrypted; of
a plain user's machine it sees what that user may see.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tests.privacy.markers import Needles

PATIENCE_S = 400


class ScreenPlace(msgspec.Struct, frozen=True):
    """Where a compositor can be reached: its runtime folder, the name of its Wayland socket, the path of sway's own."""

    runtime_folder: str
    display: str
    ipc_socket: str


class Request(msgspec.Struct, frozen=True):
    """What to search for and where. `since_s` is the moment of the first plant, in seconds since 1970."""

    seed: str
    since_s: float
    screens: tuple[ScreenPlace, ...] = ()
    kinds: tuple[str, ...] = ("files", "memory", "processes", "kernel", "screen")


class Hit(msgspec.Struct, frozen=True, order=True):
    """One mark in one place. `number` is its store's, `kind` the sort of place, `place` for people, without the mark."""

    number: int
    kind: str
    place: str


def search(request: Request) -> list[Hit]:
    """Everything that was found, sorted; raises where the search itself failed."""
    program = [sys.executable, "-P", "-m", "tests.privacy.search"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run(
        program, input=msgspec.json.encode(request), capture_output=True, env=environment, timeout=PATIENCE_S, check=False
    )
    if done.returncode:
        raise RuntimeError(f"the search failed: {done.stderr.decode(errors='replace')[-2000:]}")
    return msgspec.json.decode(done.stdout, type=list[Hit])


def _everywhere(request: Request) -> Iterator[Hit]:
    from tests.privacy import search_files, search_kernel, search_memory, search_processes, search_screen

    needles = Needles(request.seed)
    # What may change by being looked at comes first.
    if "screen" in request.kinds:
        for place in request.screens:
            yield from search_screen.hits(needles, place)
    if "processes" in request.kinds:
        yield from search_processes.hits(needles)
    if "memory" in request.kinds:
        yield from search_memory.hits(request.seed)
    if "kernel" in request.kinds:
        yield from search_kernel.hits(needles)
    if "files" in request.kinds:
        yield from search_files.hits(needles, request.since_s)


def main() -> int:
    """Read a request from standard input and write the hits to standard output."""
    request = msgspec.json.decode(sys.stdin.buffer.read(), type=Request)
    needles = Needles(request.seed)
    found = {Hit(hit.number, hit.kind, needles.masked(hit.place)) for hit in _everywhere(request)}
    sys.stdout.buffer.write(msgspec.json.encode(sorted(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
