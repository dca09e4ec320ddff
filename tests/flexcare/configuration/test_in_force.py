from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flexcare.agreement.coverage import Term
from flexcare.configuration.compile import compile_site
from flexcare.configuration.compiled import CompiledWard
from flexcare.configuration.in_force import in_force
from flexcare.session.offer import Tile
from tests.helpers.source import day, edited_source

LAST_SECOND = datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC)
NEXT_YEAR = datetime(2026, 12, 31, 23, 0, 0, tzinfo=UTC)


@pytest.fixture
def ward(tmp_path: Path) -> CompiledWard:
    edits = "@ hospital.toml\n- valid_to = 2099-12-31\n+ valid_to = 2026-12-31\n"
    return compile_site(edited_source(tmp_path, edits), day()).wards["b7"]


def test_all_of_it_until_the_last_second(ward: CompiledWard) -> None:
    for moment in (datetime(2025, 12, 31, 23, 0, tzinfo=UTC), LAST_SECOND):
        found = in_force(ward, moment)
        assert (found.offer, found.term, found.reason) == (ward.offer, Term.IN_FORCE, "")


@pytest.mark.parametrize(
    ("moment", "term"), [(NEXT_YEAR, Term.AFTER), (datetime(2025, 12, 31, 22, 59, tzinfo=UTC), Term.BEFORE)], ids=["after", "before"]
)
def test_multicast_and_the_hospitals_own_stay(ward: CompiledWard, moment: datetime, term: Term) -> None:
    found = in_force(ward, moment)
    assert found.term is term
    assert found.reason == f"the agreement is {term} (from 2026-01-01 to 2026-12-31)"
    names = [channel.name for channel in found.offer.channels]
    assert names == ["Kanal Ét", "Nyt 24", "Natur", "Havn", "Børn", "Radio Rolig"]
    assert [channel.name for channel in ward.offer.channels if channel.name not in names] == ["قناة البيت"]
    first = found.offer.channels[0]
    assert (first.stream.address, first.backups) == ("udp://@239.10.0.1:1234", ())
    assert ward.offer.channels[0].backups[0].address.startswith("https://stream.nordlys.example/")
    assert found.offer.tiles == (Tile("tv"), Tile("radio"))
    assert found.offer.privacy is not None
    assert (found.offer.privacy.services, found.offer.privacy.agreement) == ((), "")
    assert found.offer.privacy.protection_officer.name


@pytest.mark.parametrize(
    "wrong", [{"time_zone": "Mars/Olympus"}, {"time_zone": "../../etc/passwd"}, {"agreement_to": "2026-13-45"}, {"agreement_from": ""}]
)
def test_days_that_cannot_be_told_leave_television_on(ward: CompiledWard, wrong: dict[str, str]) -> None:
    found = in_force(replace(ward, **wrong), LAST_SECOND)  # type: ignore[arg-type]
    assert found.term is Term.AFTER
    assert "cannot be told" in found.reason
    assert [channel.name for channel in found.offer.channels] == ["Kanal Ét", "Nyt 24", "Natur", "Havn", "Børn", "Radio Rolig"]


def test_a_backup_takes_over_and_a_tile_goes_with_its_last_channel(tmp_path: Path) -> None:
    edits = "@ lineups/hospital.m3u\n- http://tv.vest.example/rolig.mp3\n+ https://stream.nordlys.example/rolig.mp3\n"
    edits += "@ hospital.toml\n- valid_to = 2099-12-31\n+ valid_to = 2026-12-31\n@ wards/b7.toml\n+ [channels.backups]\n"
    edits += '+ "قناة البيت" = ["https://tv.vest.example/albayt.m3u8"]\n'
    ward = compile_site(edited_source(tmp_path, edits), day()).wards["b7"]
    offer = in_force(ward, NEXT_YEAR).offer
    assert offer.tiles == (Tile("tv"),)
    albayt = next(channel for channel in offer.channels if channel.number == 9)
    assert albayt.stream.address == "https://tv.vest.example/albayt.m3u8"
    assert albayt.backups == ()
