"""Where the guide comes from: what IT writes, what playlists name, who may learn of a tablet's address, and for which days."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flexcare.configuration.compile import check_source, compile_site
from flexcare.configuration.compiled import CompiledWard, Guide, GuideFeed, from_bytes, to_bytes
from flexcare.configuration.explain import explained, schema
from flexcare.configuration.in_force import in_force
from tests.helpers.source import day, edited_source

OWN, COVERED = "http://tv.vest.example/guide.xml", "https://stream.nordlys.example/guide.xml.gz"
XMLTV = b'<?xml version="1.0"?><tv><channel id="et.demo"><display-name>Kanal \xc3\x89t</display-name></channel></tv>\n'
DATA = Path(__file__).parents[2] / "data"


def ward_of(folder: Path, edits: str) -> CompiledWard:
    return compile_site(edited_source(folder, edits), day()).wards["b7"]


def test_without_any_source_there_is_none(tmp_path: Path) -> None:
    assert ward_of(tmp_path, "").guide == Guide()


def test_a_list_of_addresses_is_still_enough(tmp_path: Path) -> None:
    ward = ward_of(tmp_path, f'@ hospital.toml\n+ [guide]\n+ sources = ["{OWN}"]\n')
    assert ward.guide == Guide((GuideFeed(OWN),))


def test_tables_say_more(tmp_path: Path) -> None:
    edits = f"""@ hospital.toml
+ [guide]
+ refresh_minutes = 30
+ jitter_s = 5
+ days = 3
+ [[guide.sources]]
+ address = "{COVERED}"
+ shift_minutes = -60
+ [[guide.sources]]
+ address = "{OWN}"
"""
    assert ward_of(tmp_path, edits).guide == Guide((GuideFeed(COVERED, "", -60), GuideFeed(OWN)), 30, 5, 3)


HEADER = f'@ lineups/hospital.m3u\n- #EXTM3U\n+ #EXTM3U x-tvg-url="{OWN},{COVERED},http://guides.example/x.xml"\n'


def test_what_playlists_name_follows_where_it_was_declared(tmp_path: Path) -> None:
    source = edited_source(tmp_path, HEADER + f'@ hospital.toml\n+ [guide]\n+ sources = ["{COVERED}"]\n')
    checked = check_source(source, day())
    assert checked.compiled is not None
    assert checked.compiled.wards["b7"].guide.sources == (GuideFeed(COVERED), GuideFeed(OWN))
    assert [note.what for note in checked.notes] == [
        "its guide at guides.example is left out: the host is neither the hospital's own nor covered"
    ]


def test_playlists_may_be_left_out_of_it(tmp_path: Path) -> None:
    checked = check_source(edited_source(tmp_path, HEADER + "@ hospital.toml\n+ [guide]\n+ from_playlists = false\n"), day())
    assert checked.compiled is not None
    assert checked.compiled.wards["b7"].guide.sources == ()
    assert checked.notes == ()


def test_more_sources_than_a_tablet_asks_are_told(tmp_path: Path) -> None:
    named = ",".join(f"http://tv.vest.example/{number}.xml" for number in range(10))
    own = json.dumps([f"http://tv.vest.example/own-{number}.xml" for number in range(8)])
    edits = f'@ lineups/hospital.m3u\n- #EXTM3U\n+ #EXTM3U x-tvg-url="{named}"\n@ hospital.toml\n+ [guide]\n+ sources = {own}\n'
    checked = check_source(edited_source(tmp_path, edits), day())
    assert checked.compiled is not None
    assert len(checked.compiled.wards["b7"].guide.sources) == 16
    assert [note.what for note in checked.notes] == ["with those of the playlists there are 18 sources; the first 16 are used"]


# An agreement covers the host of a guide as it covers that of a stream.

LATER = datetime(2101, 1, 1, tzinfo=UTC)
NO_STREAMS = '@ hospital.toml\n- "stream.nordlys.example" = "streaming"\n+ "*.nordlys.example" = "streaming"\n'


def test_a_covered_source_rests_with_the_agreement_and_stands_in_the_notice(tmp_path: Path) -> None:
    guide = "https://guide.nordlys.example/dk.xml"
    ward = ward_of(tmp_path, f'{NO_STREAMS}@ hospital.toml\n+ [guide]\n+ sources = ["{guide}", "{OWN}"]\n')
    assert "guide.nordlys.example" in ward.resting_hosts
    assert ward.offer.privacy is not None
    titles = [service.service["en"] for service in ward.offer.privacy.services]
    assert "Radio" in titles  # which rests on nothing else: the guide of its channels does
    assert in_force(ward, day().now()).guide == (GuideFeed(guide), GuideFeed(OWN))
    assert in_force(ward, LATER).guide == (GuideFeed(OWN),)


def test_a_guide_alone_that_rests_is_told(tmp_path: Path) -> None:
    ward = ward_of(tmp_path, f'@ hospital.toml\n+ [guide]\n+ sources = ["{COVERED}"]\n')
    alone = replace(ward, offer=replace(ward.offer, channels=(), tiles=(), privacy=None))
    now = in_force(alone, LATER)
    assert (now.guide, now.offer) == ((), alone.offer)
    assert now.reason


def test_a_zone_that_nobody_knows_asks_nobody_outside(tmp_path: Path) -> None:
    ward = ward_of(tmp_path, f'@ hospital.toml\n+ [guide]\n+ sources = ["{COVERED}", "{OWN}"]\n')
    assert in_force(replace(ward, time_zone="Nowhere/Land"), day().now()).guide == (GuideFeed(OWN),)


# A small guide that lies in the source is published with it.


def with_file(folder: Path, data: bytes, name: str = "own.xml") -> Path:
    source = edited_source(folder, f'@ hospital.toml\n+ [guide]\n+ sources = ["{name}"]\n')
    (source / "guides").mkdir()
    (source / "guides" / name).write_bytes(data)
    return source


@pytest.mark.parametrize("data", [XMLTV, gzip.compress(XMLTV), XMLTV.decode().encode("utf-16")], ids=["plain", "packed", "utf-16"])
def test_a_file_is_an_asset(data: bytes, tmp_path: Path) -> None:
    compiled = compile_site(with_file(tmp_path, data), day())
    (feed,) = compiled.wards["b7"].guide.sources
    assert feed.address == ""
    assert feed.asset in compiled.wards["b7"].digests
    packed = compiled.assets[feed.asset]
    assert hashlib.sha256(packed).hexdigest() == feed.asset
    assert gzip.decompress(packed) == (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data)
    assert in_force(compiled.wards["b7"], LATER).guide == (feed,)


def test_a_large_file_is_refused_with_a_cure(tmp_path: Path) -> None:
    noise = os.urandom(1_200_000).hex().encode()
    (fault,) = check_source(with_file(tmp_path, XMLTV.replace(b"</tv>", b"<!--" + noise + b"--></tv>")), day()).faults
    assert fault.what == "guides/own.xml is larger than 1 MiB, also packed"
    assert "write its address" in fault.cure


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    bomb = gzip.compress(b" " * (65 * 1024 * 1024), 1)
    (fault,) = check_source(with_file(tmp_path, bomb), day()).faults
    assert fault.what == "guides/own.xml unpacks to more than 64 MiB"


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    (fault,) = check_source(with_file(tmp_path, gzip.compress(XMLTV)[:-9]), day()).faults
    assert fault.what == "guides/own.xml: the gzip content ends too early"


# Old and new words.


def test_a_ward_that_was_compiled_before_has_no_guide() -> None:
    assert from_bytes((DATA / "compiled-v1.json").read_bytes()).guide == Guide()


def test_what_is_compiled_can_be_read_back(tmp_path: Path) -> None:
    ward = compile_site(with_file(tmp_path, XMLTV), day()).wards["b7"]
    assert from_bytes(to_bytes(ward)) == ward


def test_every_key_is_explained_and_editors_know_both_forms() -> None:
    said = {meaning.key: meaning for meaning in explained("guide")}
    assert {"guide.sources", "guide.sources.NAME.address", "guide.from_playlists", "guide.refresh_minutes", "guide.days"} <= said.keys()
    assert said["guide.sources.NAME.shift_minutes"].type == "whole number from -1440 to 1440"
    items = schema("hospital")["$defs"]["Guide"]["properties"]["sources"]["items"]
    assert {"type": "string"} in items["anyOf"]
    assert any("$ref" in one for one in items["anyOf"])
