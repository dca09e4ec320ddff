"""The table of names cannot be looked at from Python, so its size is seen by what the process has allocated."""

from __future__ import annotations

import subprocess
import sys

GROWS = """
import sys
from pathlib import Path
from flexcare.supervisor.names import make_room_for_names

def allocated_kib():
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:"))

if sys.argv[1] == "room":
    make_room_for_names()
allocated_kib()
before = allocated_kib()
for number in range(100_000):
    sys.intern(f"name {number}")
print(allocated_kib() - before)
"""


def growth_kib(word: str) -> int:
    """By how much the names of a hundred thousand files make a fresh program grow."""
    return int(subprocess.run([sys.executable, "-c", GROWS, word], capture_output=True, check=True, timeout=60).stdout)


def test_names_that_pass_make_the_program_grow_only_where_there_is_no_room() -> None:
    assert growth_kib("room") < 64
    assert growth_kib("no room") > 64
