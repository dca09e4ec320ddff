"""The search finds what a process holds in each kind of place, and says where; and nothing where nothing is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.privacy import remains
from tests.privacy.markers import new_seed
from tests.privacy.search import Hit, Request, search
from tests.privacy.stores import BY_NAME, BY_NUMBER, names

pytestmark = [pytest.mark.long, pytest.mark.timeout(500)]

ROOT = os.getuid() == 0
ONLY_ROOT = frozenset({"posix-queue", "kernel-log"})
"""A plain user cannot list the queues, nor write the kernel's log."""


@contextmanager
def holder(seed: str, scratch: Path) -> Iterator[tuple[dict[str, str], dict[str, list[int]], subprocess.Popen[str]]]:
    """A process full of marks, with a scratch folder for everything that the environment names."""
    folders = {name: str(scratch / name) for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")}
    for folder in folders.values():
        Path(folder).mkdir()
    program = [sys.executable, "-P", "-m", "tests.privacy.holder"]
    environment = {**os.environ, **folders, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        environment.pop(name, None)
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{seed}\n")
        process.stdin.flush()
        outcomes, left = json.loads(process.stdout.readline())
        try:
            yield outcomes, left, process
        finally:
            process.stdin.close()
            process.wait(10)
            remains.remove(seed, left)


def kinds(hits: list[Hit]) -> dict[str, set[str]]:
    """By store: the kinds of places where its mark is."""
    found: dict[str, set[str]] = {}
    for hit in hits:
        found.setdefault(BY_NUMBER[hit.number], set()).add(hit.kind)
    return found


def test_every_kind_of_place_is_searched(tmp_path: Path) -> None:
    seed, since_s = new_seed(), time.time() - 1
    with holder(seed, tmp_path) as (outcomes, _, process):
        planted = {name for name, outcome in outcomes.items() if outcome == "planted"}
        found = kinds(search(Request(seed, since_s)))
        for store in planted - (frozenset() if ROOT else ONLY_ROOT):
            assert found.get(store, set()) & BY_NAME[store].seen_in, f"{store}: {found.get(store)}"
        assert process.stdin is not None
        process.stdin.close()
        process.wait(10)
        left = kinds(search(Request(seed, since_s)))
    for store in planted - (frozenset() if ROOT else ONLY_ROOT):
        assert left.get(store, set()) >= BY_NAME[store].stays_in, f"{store} without a sandbox: {left.get(store)}"
    assert "ram" not in left, "a dead process's memory cannot be searched, so it must not be found"


def test_what_can_be_planted_is_planted(tmp_path: Path) -> None:
    with holder(new_seed(), tmp_path) as (outcomes, _, _):
        refused = {name for name, outcome in outcomes.items() if outcome != "planted"}
    assert refused == {"mounts", "system-log"} | (set() if ROOT else {"kernel-log"})


def test_a_clean_machine_is_clean() -> None:
    assert search(Request(new_seed(), time.time() - 1)) == []


def test_the_place_is_named_without_the_mark(tmp_path: Path) -> None:
    seed, since_s = new_seed(), time.time() - 1
    with holder(seed, tmp_path):
        hits = search(Request(seed, since_s, kinds=("files",)))
    assert any(str(tmp_path) in hit.place for hit in hits)
    # Another worker may just have read the command lines of all processes.
    ours = [hit for hit in search(Request(seed, since_s, kinds=("memory",))) if hit.place.endswith(f"[{os.getpid()}]")]
    assert names(hit.number for hit in ours) == [], "this test holds a mark"


def test_what_is_older_than_the_audit_is_left_out(tmp_path: Path) -> None:
    # No earlier: a machine that has just been set up wrote gigabytes in the last minute.
    seed, since_s = new_seed(), time.time() - 1
    with holder(seed, tmp_path):
        assert search(Request(seed, since_s, kinds=("files",))) != []
        assert search(Request(seed, time.time() + 60, kinds=("files",))) == []
