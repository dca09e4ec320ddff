"""A forgetful program keeps nothing of what it heard; an ordinary one does, which is why there is such a thing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.privacy.markers import new_seed
from tests.privacy.search import Request, search
from tests.privacy.stores import names


def kept(*arguments: str) -> list[str]:
    """The stores whose marks are in memory after a program heard them."""
    seed = new_seed()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    environment.pop("PYTHONMALLOC", None)
    environment.pop("GLIBC_TUNABLES", None)
    program = [sys.executable, "-P", "-m", "tests.privacy.hearer", *arguments]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as hearer:
        assert hearer.stdin is not None
        assert hearer.stdout is not None
        hearer.stdin.write(f"{seed}\n")
        hearer.stdin.flush()
        assert hearer.stdout.readline() == "heard\n"
        return names({hit.number for hit in search(Request(seed, time.time(), kinds=("memory",)))})


def test_an_ordinary_program_keeps_what_it_heard() -> None:
    assert kept() == ["stdout", "wire"]


def test_a_forgetful_program_keeps_nothing() -> None:
    assert kept("forgetful") == []
