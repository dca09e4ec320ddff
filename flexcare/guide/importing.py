"""The import as a program of its own: `python -P -m flexcare.guide.importing` reads a job, makes a guide, and answers.

Whatever a source holds, the supervisor goes on: the memory, the time and the files of this program are limited, every other program of
the tablet goes before it, and it ends with whoever started it.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from flexcare.errors import GuideSourceUnusable, GuideUnusable
from flexcare.guide.build import GuideSource, build_guide
from flexcare.guide.limits import DATABASE_MAX_BYTES
from flexcare.guide.report import GuideReport
from flexcare.lineup.channel import Channel

JOB_MAX_BYTES = 64 * 1024 * 1024
ANSWER_MAX_BYTES = 64 * 1024
MEMORY_MAX_BYTES = 768 * 1024 * 1024
"""Of addresses, not of memory in use: libraries and the stack count too."""
CPU_MAX_S = 600
DONE, NO_JOB = 0, 2

_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_IOPRIO_SET = 251 if os.uname().machine == "x86_64" else 30  # arch/x86/entry/syscalls/syscall_64.tbl; include/uapi/asm-generic/unistd.h
_IOPRIO_WHO_PROCESS = 1  # linux/ioprio.h
_IOPRIO_IDLE = 3 << 13


@dataclass(frozen=True, slots=True)
class JobSource:
    """One source: what has just come and nobody has looked into yet, and the last good one; "" for neither."""

    candidate: str = ""
    kept: str = ""
    shift_minutes: int = 0
    fetched_at_s: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """Make a guide of these sources for these channels at `file`."""

    sources: tuple[JobSource, ...]
    channels: tuple[Channel, ...]
    file: str
    now_s: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it. made: whether there is a guide at the job's file. refused: the sources whose candidate is no guide.

    channels: how many of the lineup have a guide; showings: how many programmes they show.
    """

    made: bool
    refused: tuple[int, ...] = ()
    channels: int = 0
    showings: int = 0
    made_at_s: int = 0


def run(job: Job) -> Answer:
    """Make the guide; a candidate that cannot be used is refused, and the last good one of its source counts."""
    refused: set[int] = set()
    while True:
        chosen = [(number, source) for number, source in enumerate(job.sources) if _file_of(number, source, refused)]
        report = _built(job, [_source_of(number, source, refused, job.now_s) for number, source in chosen])
        bad = (
            [number for number, _ in chosen]
            if report is None
            else [number for (number, _), told in zip(chosen, report.sources, strict=True) if told.unusable]
        )
        again = {number for number in bad if job.sources[number].candidate} - refused
        if not again:
            break
        refused |= again
    if report is None:
        return Answer(made=False, refused=tuple(sorted(refused)))
    return Answer(True, tuple(sorted(refused)), report.channels, report.showings, report.made_at_s)


def _file_of(number: int, source: JobSource, refused: set[int]) -> str:
    return source.candidate if source.candidate and number not in refused else source.kept


def _source_of(number: int, source: JobSource, refused: set[int], now_s: int) -> GuideSource:
    is_new = bool(source.candidate) and number not in refused
    return GuideSource(Path(_file_of(number, source, refused)), source.shift_minutes, now_s if is_new else source.fetched_at_s)


def _built(job: Job, sources: Sequence[GuideSource]) -> GuideReport | None:
    try:
        return build_guide(sources, job.channels, Path(job.file), job.now_s) if sources else None
    except GuideSourceUnusable:
        return None


def give_way() -> None:
    """Let every other program go first, at the processor and at the disk."""
    os.nice(19)
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    # Where the kernel knows no such thing, the disk is shared as ever.
    ctypes.CDLL(None, use_errno=True).syscall(ctypes.c_long(_IOPRIO_SET), _IOPRIO_WHO_PROCESS, 0, _IOPRIO_IDLE)


def limit(parent: int) -> None:
    """Bound memory, time and files; end with the parent. Raises SystemExit where the parent has gone already."""
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        raise SystemExit(NO_JOB)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX_BYTES, MEMORY_MAX_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_MAX_S, CPU_MAX_S))
    resource.setrlimit(resource.RLIMIT_FSIZE, (DATABASE_MAX_BYTES, DATABASE_MAX_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Do the job of standard input, which our parent (its number is the only argument) wrote; the answer goes to standard output."""
    limit(int(sys.argv[1]))
    give_way()
    try:
        job = msgspec.json.decode(sys.stdin.buffer.read(JOB_MAX_BYTES), type=Job)
    except msgspec.DecodeError:
        return NO_JOB
    try:
        answer = run(job)
    except GuideUnusable:
        answer = Answer(made=False)
    sys.stdout.buffer.write(msgspec.json.encode(answer))
    return DONE


if __name__ == "__main__":
    sys.exit(main())
