"""Make a guide in a process of its own: `python -P -m flexcare.guide [JOB]`, the job in a file or on standard input.

Prints one JSON object (`flexcare.guide.job.Answer`). Ends with 0 if a guide was made, with 1 if no source can be used, and with 2 if the
job is none, the guide cannot be written, or the memory does not suffice; in both the guide that was there stays. Yields to everything
else on the machine, and is the first to go where memory runs out.
"""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

import msgspec

from flexcare.errors import GuideSourceUnusable, GuideUnusable
from flexcare.guide.build import build_guide
from flexcare.guide.job import BUILT, FAILED, NO_SOURCE, Answer, from_job, to_answer

_NICENESS = 19
_MEMORY_MAX_BYTES = 768 * 1024**2  # of addresses, of which an import of the largest guide fills a tenth
_OOM_SCORE = Path("/proc/self/oom_score_adj")
_FIRST_TO_GO = "1000"


def main() -> int:
    """Do the job and print what came of it; returns the exit code."""
    _be_modest()
    answer, code = _done(Path(sys.argv[1]).read_bytes() if len(sys.argv) > 1 else sys.stdin.buffer.read())
    sys.stdout.buffer.write(to_answer(msgspec.structs.replace(answer, code=code)))
    sys.stdout.flush()
    return code


def _be_modest() -> None:
    os.nice(_NICENESS)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_MAX_BYTES, _MEMORY_MAX_BYTES))
    _OOM_SCORE.write_text(_FIRST_TO_GO)


def _done(data: bytes) -> tuple[Answer, int]:
    try:
        sources, channels, file, now_s, ahead_s = from_job(data)
    except msgspec.DecodeError as error:
        return Answer(error=f"this is no job: {error}"), FAILED
    # What SQLite sorts on the disk goes beside the guide: other places may not be writable, or may be small.
    os.environ["SQLITE_TMPDIR"] = str(file.parent)
    try:
        return Answer(build_guide(sources, channels, file, now_s, ahead_s)), BUILT
    except GuideSourceUnusable as error:
        return Answer(error=str(error)), NO_SOURCE
    except GuideUnusable as error:
        return Answer(error=str(error)), FAILED
    except MemoryError:
        return Answer(error="the guide takes more memory than it may"), FAILED


if __name__ == "__main__":
    sys.exit(main())
