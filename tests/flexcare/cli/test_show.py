from __future__ import annotations

import json
from pathlib import Path

from tests.helpers.command_line import flexcare
from tests.helpers.source import edited_source, good_source


def test_every_value_with_the_file_it_comes_from(tmp_path: Path) -> None:
    source = good_source(tmp_path)
    (tmp_path / "region.toml").write_text("[look]\nscreen_off_minutes = 5\n")
    done = flexcare("show", source, "--device", "demo-21", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    shown = json.loads(done.stdout)
    assert shown["look.screen_off_minutes"] == {"value": 5, "from": "../region.toml:2"}
    assert shown["hospital.name"] == {"value": "Regional Hospital Vest", "from": "hospital.toml:9"}
    assert shown["sound.cap_percent"] == {"value": 60, "from": "wards/boern.toml:8"}
    assert shown["device.diagonal_inches"] == {"value": 13.3, "from": "devices.toml:13"}
    assert shown["device.bed"] == {"value": "Children's ward, bed 1", "from": "devices.toml:12"}
    assert shown["session.countdown_s"] == {"value": 120, "from": "built in"}
    assert shown['hosts.activities."stream.nordlys.example"']["value"] == "streaming"
    assert "hosts.activities" not in shown


def test_lines_for_people(tmp_path: Path) -> None:
    done = flexcare("show", good_source(tmp_path), "--ward", "b7")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert any(line.startswith("wards/b7.toml:3 ") and line.endswith(' ward.name = "B7, medical ward"') for line in lines)
    assert [line.partition("  ")[2].strip() for line in lines] == sorted(line.partition("  ")[2].strip() for line in lines)


def test_a_faulty_source_is_shown_all_the_same(tmp_path: Path) -> None:
    done = flexcare("show", edited_source(tmp_path, "@ wards/b7.toml\n+ [sond]\n+ cap_percent = 3\n"), "--device", "demo-12")
    assert done.returncode == 1
    assert "sond.cap_percent = 3" in done.stdout
    assert "wards/b7.toml:4: sond: is unknown\n    did you mean sound?" in done.stdout


def test_where_nothing_can_be_read_there_are_the_faults(tmp_path: Path) -> None:
    done = flexcare("show", edited_source(tmp_path, "@ hospital.toml\n- schema = 1\n+ schema = = 1\n"), "--ward", "b7")
    assert (done.returncode, done.stdout) == (1, "hospital.toml:2: this is no TOML: invalid value\n    mend this place first\n")


def test_who_is_not_there(tmp_path: Path) -> None:
    source = good_source(tmp_path)
    for arguments, said in (
        (("--device", "demo-1"), "there is no demo-1 (did you mean demo-"),
        (("--ward", "born"), "there is no born (did you mean boern?)"),
        ((), "name one of the two"),
    ):
        done = flexcare("show", source, *arguments)
        assert done.returncode == 2
        assert said in done.stderr
