"""What may survive a crash within one patient's session: a small anonymous file that the supervisor hands on and never reads.

Only the session knows what stands in it (`kiosk/recollection.py`). It has no name and lives in memory; every reset closes it.
"""

from __future__ import annotations

import fcntl
import os

MEMORY_BYTES = 4096


def new_memory() -> int:
    """A file descriptor of MEMORY_BYTES zeros, sealed so that nobody can make it longer or shorter. The caller closes it."""
    memory = os.memfd_create("flexcare-session", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(memory, MEMORY_BYTES)
    fcntl.fcntl(memory, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL)
    return memory
