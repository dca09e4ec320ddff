from __future__ import annotations

from pathlib import Path

from flexcare.configuration.compile import compile_site
from flexcare.configuration.rules import joined
from flexcare.lineup.channel import Channel, Stream
from tests.helpers.source import day, edited_source


def channel(number: int, name: str, address: str = "") -> Channel:
    return Channel(number, name, Stream(address or f"udp://@239.1.1.{number}:1234"))


def test_the_same_channel_in_a_later_list_is_a_backup_and_a_taken_number_moves() -> None:
    first = [channel(1, "One"), channel(2, "Two")]
    second = [channel(1, "Three", "udp://@239.1.2.1:1"), channel(7, "Two", "udp://@239.1.2.2:1"), channel(9, "Nine")]
    made = joined([first, second])
    assert [(each.number, each.name, len(each.backups)) for each in made] == [(1, "One", 0), (2, "Two", 1), (3, "Three", 0), (9, "Nine", 0)]


def test_hide_order_renumber_and_back_up(tmp_path: Path) -> None:
    edits = """@ wards/b7.toml
+ [channels]
+ hide = ["Havn", "nyt24.demo"]
+ order = ["Natur", "9"]
+ renumber = { "Børn" = 2, "Kanal Ét" = 50 }
+ backups = { "Børn" = ["udp://@239.10.1.6:1234", "udp://@239.10.1.7:1234"], "natur.demo" = ["rtp://@239.10.0.3:5004"] }
"""
    channels = compile_site(edited_source(tmp_path, edits), day()).wards["b7"].offer.channels
    assert [(each.number, each.name) for each in channels] == [
        (3, "Natur"),
        (9, "قناة البيت"),
        (2, "Børn"),
        (50, "Kanal Ét"),
        (101, "Radio Rolig"),
    ]
    assert [stream.address for stream in channels[2].backups] == ["udp://@239.10.1.6:1234", "udp://@239.10.1.7:1234"]
    assert channels[0].backups == ()  # its own address is no backup of it
