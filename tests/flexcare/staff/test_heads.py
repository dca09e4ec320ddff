from __future__ import annotations

import pytest

from flexcare.lineup.channel import Channel, Stream
from flexcare.staff.heads import HEADS_MAX, Head, heads


def channels(*addresses: str) -> list[Channel]:
    return [Channel(number, f"Channel {number}", Stream(address)) for number, address in enumerate(addresses, 1)]


def test_one_stream_of_each_head_end() -> None:
    found = heads(
        channels(
            "http://tv.example/one?x=1", "http://TV.example/two", "http://tv.example:8080/three", "udp://@239.1.1.1:5000",
            "udp://@239.1.1.2:5000", "srt://tv.example:9000",
        )
    )  # fmt: skip
    assert [(head.scheme, head.place, head.path) for head in found] == [
        ("http", "tv.example:80", "/one?x=1"),
        ("http", "tv.example:8080", "/three"),
        ("udp", "239.1.1.1:5000", "/"),
        ("srt", "tv.example:9000", "/"),
    ]
    assert [head.is_group for head in found] == [False, False, True, False]


def test_backups_count_and_the_number_is_bounded() -> None:
    one = Channel(1, "One", Stream("http://a.example/"), backups=(Stream("http://b.example/"),))
    assert [head.host for head in heads([one])] == ["a.example", "b.example"]
    assert len(heads(channels(*(f"http://{number}.example/" for number in range(100, 120))))) == HEADS_MAX


@pytest.mark.parametrize(
    "address", ["udp://@:1234", "http://[::1", "http://1.2.3/x", "file:///etc/passwd", "http://a.example/\r\nX: y", ""]
)
def test_what_cannot_be_asked_is_left_out(address: str) -> None:
    assert all("\r" not in head.path for head in heads(channels(address)))
    assert [head for head in heads(channels(address)) if "\r" not in address] == []


def test_an_address_of_the_sixth_version_stands_in_brackets() -> None:
    assert Head("http", "2001:db8::1", 80).place == "[2001:db8::1]:80"
