"""Broken sources: every fault in one report, with its file, line, key and cure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from flexcare.configuration.compile import check_source, compile_site
from flexcare.errors import DownloadFailed, SourceFaulty, SourceUnusable
from tests.helpers.playlist_server import GOOD as PLAYLIST
from tests.helpers.source import EXPECTED, day, edited_source, good_source, with_lines

BROKEN = sorted((Path(__file__).parents[2] / "data" / "sources" / "broken").glob("*.txt"))
NOTE = "note: "


def test_there_are_broken_sources() -> None:
    assert len(BROKEN) >= 30


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.stem)
def test_a_broken_source_is_told_whole(case: Path, tmp_path: Path) -> None:
    edits, _, expected = case.read_text().partition(EXPECTED)
    source = edited_source(tmp_path, edits)
    checked = check_source(source, day())
    lines = [line for line in expected.splitlines() if line]
    faults = [with_lines(line, source) for line in lines if not line.startswith(NOTE)]
    notes = [with_lines(line.removeprefix(NOTE), source) for line in lines if line.startswith(NOTE)]
    assert sorted(map(str, checked.faults)) == sorted(faults)
    assert sorted(map(str, checked.notes)) == sorted(notes)
    assert faults
    assert checked.compiled is None


def test_a_report_never_repeats_a_secret(tmp_path: Path) -> None:
    told = 0
    for case in BROKEN:
        edits, _, expected = case.read_text().partition(EXPECTED)
        told += "hunter2" in edits
        # The place of an expected line is written as the text of that line.
        assert all("hunter2" not in line.rpartition("}")[2] for line in expected.splitlines())
    assert told >= 3
    source = edited_source(
        tmp_path, '@ hospital.toml\n- sources = ["hospital.m3u"]\n+ sources = ["https://ward:hunter2@tv.vest.example/list.m3u"]\n'
    )
    report = check_source(source, day(), read=_unreachable)
    assert len(report.faults) == 2
    assert "hunter2" not in "".join(map(str, report.faults))


def test_the_good_source_has_nothing_wrong(tmp_path: Path) -> None:
    checked = check_source(good_source(tmp_path), day())
    assert (checked.faults, checked.notes) == ((), ())
    assert checked.compiled is not None


def test_no_folder_and_no_hospital(tmp_path: Path) -> None:
    with pytest.raises(SourceUnusable, match="no such folder"):
        check_source(tmp_path / "none", day())
    with pytest.raises(SourceUnusable, match=r"no hospital\.toml"):
        check_source(tmp_path, day())


def test_a_faulty_source_is_not_compiled(tmp_path: Path) -> None:
    source = edited_source(tmp_path, "@ devices.toml\n+ [demo-40]\n")
    with pytest.raises(SourceFaulty, match="1 fault") as caught:
        compile_site(source, day())
    assert [str(fault) for fault in caught.value.faults] == [
        "devices.toml:14: demo-40.ward: is missing (The ward it is in: a file of `wards/`, without .toml.)"
    ]


def test_an_agreement_that_begins_later_is_a_note(tmp_path: Path) -> None:
    source = edited_source(tmp_path, "@ hospital.toml\n- valid_from = 2026-01-01\n+ valid_from = 2026-06-02\n")
    checked = check_source(source, day())
    assert checked.faults == ()
    assert [note.what for note in checked.notes] == [
        "the agreement DBA-2026-014 is not in force before 2026-06-02",
        "what comes from stream.nordlys.example starts on 2026-06-02",
    ]


def test_an_agreement_that_ends_soon_is_a_note(tmp_path: Path) -> None:
    source = edited_source(tmp_path, "@ hospital.toml\n- valid_to = 2099-12-31\n+ valid_to = 2026-07-30\n")
    assert [note.what for note in check_source(source, day()).notes] == [
        "the agreement DBA-2026-014 ends with 2026-07-30; what comes from stream.nordlys.example stops then"
    ]
    later = edited_source(tmp_path / "later", "@ hospital.toml\n- valid_to = 2099-12-31\n+ valid_to = 2026-07-31\n")
    assert check_source(later, day()).notes == ()


def test_a_playlist_by_web_address(tmp_path: Path) -> None:
    edits = '@ wards/b7.toml\n+ [lineup]\n+ sources = ["https://tv.vest.example/list.m3u"]\n+ [services.radio]\n+ on = false\n'
    source = edited_source(tmp_path, edits)
    asked: list[str] = []

    def read(name: str) -> bytes:
        asked.append(name)
        return PLAYLIST if name.startswith("https://") else Path(name).read_bytes()

    checked = check_source(source, day(), read=read)
    assert checked.faults == ()
    assert checked.compiled is not None
    assert [channel.name for channel in checked.compiled.wards["b7"].offer.channels] == ["One"]
    assert sorted(asked) == sorted(["https://tv.vest.example/list.m3u", str(source / "lineups" / "hospital.m3u")])
    (fault,) = check_source(source, day(), read=_unreachable).faults[:1]
    assert replace(fault, cure="") == replace(
        fault, file="wards/b7.toml", line=5, key="lineup.sources", what="tv.vest.example: the server cannot be reached", cure=""
    )


def _unreachable(name: str) -> bytes:
    if name.startswith("https://"):
        raise DownloadFailed("the server cannot be reached", place="tv.vest.example", cure="check the address, the network and the server")
    return Path(name).read_bytes()
