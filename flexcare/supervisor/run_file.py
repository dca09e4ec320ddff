"""What a supervisor has to know after its own death: whether this boot saw it before, and what sessions may have been left behind.

The file means something within one boot only. It is replaced in one step and not flushed to a disk: a killed supervisor leaves it
whole, and after a power cut the boot is another one. What cannot be read counts as not there.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from flexcare.session.kinds import Kind

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_FILE_MAX_BYTES = 8192

BootId = Annotated[str, Meta(pattern=r"\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")]
Inode = Annotated[int, Meta(ge=1, le=2**63 - 1)]
Pid = Annotated[int, Meta(ge=1, le=2**22)]


@dataclass(frozen=True, slots=True)
class SessionTrace:
    """How to find what is left of a session: its init by pid and start time (clock ticks since boot, proc(5)), its namespaces by inode."""

    init_pid: Pid
    init_started_ticks: Annotated[int, Meta(ge=0, le=2**63 - 1)]
    namespaces: Annotated[tuple[Inode, ...], Meta(max_length=16)]


@dataclass(frozen=True, slots=True)
class RunRecord:
    """The boot, whether a session was ever shown in it, and every session that was started and not yet proved to be gone."""

    boot_id: BootId
    shown: bool
    sessions: Annotated[tuple[SessionTrace, ...], Meta(max_length=16)] = ()
    version: Literal[1] = 1


def read_run(path: Path) -> RunRecord | None:
    """What the last supervisor left; None where there is nothing, or nothing sound. Raises nothing."""
    try:
        with open(path, "rb", opener=_open_carefully) as file:
            return msgspec.json.decode(file.read(_FILE_MAX_BYTES), type=RunRecord)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def write_run(path: Path, record: RunRecord) -> None:
    """Leave `record` to a later supervisor, in one step. Makes the folder. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    with open(new, "xb", opener=_open_carefully) as file:
        file.write(msgspec.json.encode(record))
    new.replace(path)


def kind_of_start(path: Path, boot_id: str) -> Kind:
    """Whether this start is the first of its boot or follows a supervisor that died or was stopped in the same boot."""
    record = read_run(path)
    return Kind.RESTART if record is not None and record.boot_id == boot_id else Kind.BOOT


def this_boot(path: Path = BOOT_ID) -> str:
    """The kernel's name for this boot. Raises OSError."""
    return path.read_text(encoding="ascii").strip()


def started_ticks(pid: int) -> int | None:
    """When a process started, in clock ticks since boot; None where there is none. With the pid it names one process for good."""
    try:
        line = Path(f"/proc/{pid}/stat").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return None
    # The name stands in brackets and may hold anything, so count from its end (proc(5): starttime is field 22).
    return int(line[line.rindex(b")") + 1 :].split()[19])


def _open_carefully(name: str, flags: int) -> int:
    return os.open(name, flags | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)
