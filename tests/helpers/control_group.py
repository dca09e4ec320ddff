"""A control group of version 2 for one booted system: no other test on this machine has its name, and nothing of it stays."""

from __future__ import annotations

import contextlib
import select
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

EMPTY_MS = 20_000


@contextlib.contextmanager
def own_group() -> Iterator[Path]:
    """The group's folder; at the end of the block what still runs in it is ended and the group is taken away."""
    with tempfile.TemporaryDirectory(prefix="fc-groups-") as name:
        subprocess.run(["mount", "-t", "cgroup2", "none", name], check=True, timeout=60)
        group = Path(name, f"fc-{uuid.uuid4().hex[:12]}")
        try:
            group.mkdir()
            yield group
        finally:
            _empty(group)
            for folder in sorted((path for path in group.rglob("*") if path.is_dir()), reverse=True):
                folder.rmdir()
            group.rmdir()
            subprocess.run(["umount", name], check=True, timeout=60)


def _empty(group: Path) -> None:
    """End what is still in it, where a start took too long; returns when nothing is."""
    (group / "cgroup.kill").write_text("1")
    with (group / "cgroup.events").open() as events:
        changed = select.poll()
        changed.register(events, select.POLLPRI)
        while "populated 1" in events.read():
            assert changed.poll(EMPTY_MS), "the system's processes do not end"
            events.seek(0)
