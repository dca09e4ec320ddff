"""What the program that makes a guide is asked, and what it answers: JSON, so that the supervisor's memory stays its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from flexcare.errors import GuideSourceUnusable
from flexcare.guide.build import GuideSource
from flexcare.guide.limits import FUTURE_KEPT_S
from flexcare.guide.report import GuideReport
from flexcare.lineup.channel import Channel

BUILT, NO_SOURCE, FAILED = 0, 1, 2
"""Exit codes: a guide was made; no source can be used, what was there stays; the job is none, or the guide cannot be written."""

PROGRAM = ("-P", "-m", "flexcare.guide")
"""What Python is called with; the job comes on standard input or in a file that is named after it, the answer on standard output."""


class SourceJob(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One source, as `GuideSource` has it."""

    file: str
    shift_minutes: int = 0
    fetched_at_s: int = 0


class Job(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A guide to be made: of these sources, for these channels, into this file, at this moment, so far ahead."""

    sources: tuple[SourceJob, ...]
    channels: tuple[Channel, ...]
    file: str
    now_s: int
    ahead_s: int = FUTURE_KEPT_S


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What came of it: a report, or an error in one line; neither where the program did not live to tell.

    code: how the program ends, for whoever cannot see that.
    """

    report: GuideReport | None = None
    error: str = ""
    code: int = FAILED


def to_job(sources: Sequence[GuideSource], channels: Sequence[Channel], file: Path, now_s: int, ahead_s: int = FUTURE_KEPT_S) -> bytes:
    """The job in JSON."""
    of_sources = tuple(SourceJob(str(source.file), source.shift_minutes, source.fetched_at_s) for source in sources)
    return msgspec.json.encode(Job(of_sources, tuple(channels), str(file), now_s, ahead_s))


def from_job(data: bytes) -> tuple[list[GuideSource], tuple[Channel, ...], Path, int, int]:
    """Read a job, as `build_guide` takes it. Raises msgspec.DecodeError (msgspec.ValidationError among it)."""
    job = msgspec.json.decode(data, type=Job)
    sources = [GuideSource(Path(source.file), source.shift_minutes, source.fetched_at_s) for source in job.sources]
    return sources, job.channels, Path(job.file), job.now_s, job.ahead_s


def to_answer(answer: Answer) -> bytes:
    """The answer in JSON."""
    return msgspec.json.encode(answer)


def from_answer(data: bytes) -> GuideReport:
    """The report of a program that has ended; raises `GuideSourceUnusable` with its error, or where it told nothing that can be read."""
    try:
        answer = msgspec.json.decode(data, type=Answer)
    except msgspec.DecodeError as error:
        raise GuideSourceUnusable("the guide was not made: its program ended before its time") from error
    if answer.report is None:
        raise GuideSourceUnusable(answer.error)
    return answer.report
