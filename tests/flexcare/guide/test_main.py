"""The program that makes a guide, run as the supervisor runs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flexcare.errors import GuideSourceUnusable
from flexcare.guide.build import GuideSource
from flexcare.guide.job import BUILT, FAILED, NO_SOURCE, PROGRAM, from_answer, to_job
from flexcare.guide.store import Guide
from tests.flexcare.guide.xml import NOW_S, one, programme, write


def run(job: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run([sys.executable, *PROGRAM, *arguments], input=job, capture_output=True, timeout=60, check=False)
    assert done.stderr == b""
    return done


def test_makes_a_guide(tmp_path: Path) -> None:
    file = write(tmp_path / "a.xml", programme("2000", "2100"))
    job = to_job([GuideSource(file, 0, 7)], [one(), one(2, "Two", "two")], tmp_path / "guide.sqlite", NOW_S)
    done = run(job)
    report = from_answer(done.stdout)
    assert (done.returncode, report.channels, report.made_at_s, report.misses[0].name) == (BUILT, 1, 7, "Two")
    guide = Guide(tmp_path / "guide.sqlite")
    assert guide.channels == {1}
    guide.close()
    (tmp_path / "job.json").write_bytes(job)
    assert run(b"", str(tmp_path / "job.json")).returncode == BUILT


def test_no_source(tmp_path: Path) -> None:
    done = run(to_job([GuideSource(tmp_path / "nothing")], [one()], tmp_path / "guide.sqlite", NOW_S))
    assert done.returncode == NO_SOURCE
    with pytest.raises(GuideSourceUnusable, match="cannot be read"):
        from_answer(done.stdout)


def test_no_job_and_no_place(tmp_path: Path) -> None:
    assert run(b"").returncode == FAILED
    assert run(b'{"sources": 1}').returncode == FAILED
    file = write(tmp_path / "a.xml", programme("2000", "2100"))
    done = run(to_job([GuideSource(file)], [one()], tmp_path / "no" / "guide.sqlite", NOW_S))
    assert done.returncode == FAILED
    with pytest.raises(GuideSourceUnusable, match="cannot be written"):
        from_answer(done.stdout)


def test_an_answer_that_was_cut() -> None:
    with pytest.raises(GuideSourceUnusable, match="ended before its time"):
        from_answer(b'{"report": {')
