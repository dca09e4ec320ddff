"""Makes a long-lived program overwrite every piece of memory as it frees it.

The supervisor counts what a session prints and refuses what it says wrongly, so every byte of that passes through its memory; and the
compositor holds titles and types of the clipboard. What such a program has freed is still there to be read until it is used again (seen:
the output of a session minutes after its end). glibc overwrites what is freed where it is told to, but its per-thread caches are left out,
and so is all that Python's own allocator frees; so both are switched off. Measured: 30 ms and 1 MB more at a start.
"""

from __future__ import annotations

import os
import sys

FORGETFUL = {"GLIBC_TUNABLES": "glibc.malloc.perturb=85:glibc.malloc.tcache_count=0"}
"""The environment of a C program that overwrites what it frees (GNU C Library manual, 38.2, Memory Allocation Tunables)."""
FORGETFUL_PYTHON = {**FORGETFUL, "PYTHONMALLOC": "malloc"}
"""The same for a Python program."""


def be_forgetful() -> None:
    """Start this program over in the same process, with its arguments, unless it overwrites what it frees already.

    For the first line of a program: what was done before is done again.
    """
    if all(os.environ.get(name) == value for name, value in FORGETFUL_PYTHON.items()):
        return
    os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], {**os.environ, **FORGETFUL_PYTHON})
