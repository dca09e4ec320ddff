"""What this process holds open, for tests that prove that nothing stays so. Compare with `<=`: what others left may still go away."""

from __future__ import annotations

import gc
import threading
from pathlib import Path

PATIENCE_S = 60.0


def open_descriptors() -> int:
    """How many descriptors this process has once what sessions' threads still held is given back."""
    for thread in threading.enumerate():
        if thread.name == "session":
            thread.join(PATIENCE_S)
    # What a test before left to the collector is not to go away in the middle of this one; where some does, it becomes less.
    gc.collect()
    return len(list(Path("/proc/self/fd").iterdir()))
