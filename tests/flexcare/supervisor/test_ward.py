from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from flexcare.session.capture import Capture
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_writer import write_ward
from flexcare.session.web_service import AllowEntry, WebService
from flexcare.supervisor.ward import Ward
from tests.helpers.bedside import offer


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


def test_what_may_record_is_what_some_service_may_ask_for(tmp_path: Path) -> None:
    papers = WebService("papers", {"en": "Papers"}, "https://a.example/", (AllowEntry("https", "a.example"),), {"en": "To read"})
    call, see = replace(papers, id="call", microphone=True), replace(papers, id="see", camera=True)
    ward, folder = Ward(tmp_path / "ward"), tmp_path / "ward"
    write_ward(folder, replace(offer(), services=(papers, call, see)), {})
    assert ward.capture() == Capture(camera=True, microphone=True)
    write_ward(folder, replace(offer(), services=(papers,)), {})
    assert ward.capture() == Capture()
