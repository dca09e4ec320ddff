from __future__ import annotations

import os
from pathlib import Path

import pytest

from flexcare.session.notice import NOTICE_FILE, Notice, read_notice, write_notice

NOTICE = Notice(3, 1_800_000_000, {"da": "Hej", "ar": "مرحبا"})


def test_it_comes_changes_and_goes_while_the_folder_is_held(tmp_path: Path) -> None:
    assert read_notice(tmp_path) is None
    write_notice(tmp_path, NOTICE)
    assert read_notice(tmp_path) == NOTICE
    # Sessions may run as another user.
    assert (tmp_path / NOTICE_FILE).stat().st_mode & 0o777 == 0o644
    write_notice(tmp_path, Notice(4, 9, {"da": "Andet"}))
    found = read_notice(tmp_path)
    assert found is not None
    assert found.number == 4
    write_notice(tmp_path, None)
    write_notice(tmp_path, None)
    assert read_notice(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff", b'{"number":1,"until_s":1,"text":{}}', b'{"number":1,"until_s":1,"text":{"da":"a\\nb"}}', b"[" * 99_999]
)
def test_anything_else_is_no_notice(tmp_path: Path, data: bytes) -> None:
    (tmp_path / NOTICE_FILE).write_bytes(data)
    assert read_notice(tmp_path) is None


def test_links_and_pipes_are_no_notice(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    write_notice(other, NOTICE)
    (tmp_path / NOTICE_FILE).symlink_to(other / NOTICE_FILE)
    assert read_notice(tmp_path) is None
    (tmp_path / NOTICE_FILE).unlink()
    os.mkfifo(tmp_path / NOTICE_FILE)
    assert read_notice(tmp_path) is None
