from __future__ import annotations

import logging
from pathlib import Path

import pytest

from flexcare.session.settings import SessionSettings
from flexcare.supervisor.ward import Ward


@pytest.mark.parametrize(("brought", "level"), [(True, logging.INFO), (False, logging.ERROR)])
def test_nothing_there_is_a_fault_only_where_nobody_brings_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, brought: bool, level: int
) -> None:
    caplog.set_level(logging.INFO)
    assert Ward(tmp_path / "ward", brought=brought).settings() == SessionSettings()
    assert [record.levelno for record in caplog.records] == [level]


def test_what_was_brought_and_cannot_be_read_is_a_fault(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "offer.json").write_bytes(b"{")
    assert Ward(tmp_path, brought=True).settings() == SessionSettings()
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
