from pathlib import Path

import pytest

from deploy.session_caches import main, make


def test_makes_what_sessions_start_from(tmp_path: Path) -> None:
    folder = tmp_path / "caches"
    folder.mkdir()
    (folder / "old").touch()
    make(folder)
    assert len(list(folder.glob("flexcare/qmlcache/*.qmlc"))) > 10
    assert list(folder.glob("flexcare/qtpipelinecache*/*"))
    assert list(folder.glob("mesa_shader_cache*"))
    assert not (folder / "old").exists()
    assert list(tmp_path.iterdir()) == [folder]


def test_says_what_is_missing_and_keeps_what_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "caches").mkdir()
    (tmp_path / "caches" / "old").touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main([str(tmp_path / "caches")]) == 1
    assert "no caches for sessions" in capsys.readouterr().err
    assert (tmp_path / "caches" / "old").exists()
