from __future__ import annotations

from pathlib import Path

from tests.helpers.command_line import flexcare
from tests.helpers.source import edited_source, good_source


def test_the_notice_in_danish(tmp_path: Path) -> None:
    done = flexcare("notice", good_source(tmp_path), "--language", "da", "--ward", "boern")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith('<!DOCTYPE html>\n<html lang="da" dir="ltr">')
    assert "Behandlingsgrundlag" in done.stdout


def test_what_there_is_no_notice_for(tmp_path: Path) -> None:
    source = good_source(tmp_path)
    done = flexcare("notice", source, "--language", "fr")
    assert done.returncode == 2
    assert "da, en, de, ar" in done.stderr
    done = flexcare("notice", source, "--language", "da", "--ward", "born")
    assert done.returncode == 2
    assert "did you mean boern?" in done.stderr
    (folder := tmp_path / "faulty").mkdir()
    done = flexcare("notice", edited_source(folder, "@ wards/b7.toml\n+ [sond]\n"), "--language", "da")
    assert done.returncode == 1
    assert "sond: is unknown" in done.stdout
