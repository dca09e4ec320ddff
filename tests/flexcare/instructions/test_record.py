from __future__ import annotations

import logging
from pathlib import Path

import pytest

from flexcare.instructions.record import Record, read_record, write_record
from flexcare.session.notice import Notice


def test_what_is_remembered_is_there_again(tmp_path: Path) -> None:
    file = tmp_path / "state" / "instructions.json"
    assert read_record(file) == Record()
    record = Record({"north/b7": 9}, 8, "still-there", "north/b7", Notice(7, 99, {"da": "Hej"}))
    write_record(file, record)
    assert read_record(file) == record
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b'{"settled":{"north/b7":-1}}', b'{"settled":{},"version":2}', b"[" * 90_000])
def test_a_damaged_file_is_a_lost_count(tmp_path: Path, data: bytes, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "instructions.json"
    file.write_bytes(data)
    with caplog.at_level(logging.ERROR):
        assert read_record(file) == Record(lost=True)
    assert "cannot be read" in caplog.text
