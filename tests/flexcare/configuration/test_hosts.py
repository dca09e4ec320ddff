from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.configuration.hosts import host_of, is_pattern, matches


@pytest.mark.parametrize(
    "address",
    [
        "udp://@239.10.0.1:1234",
        "rtp://239.1.1.1:5004",
        "udp://10.0.0.9@232.1.1.1:1234",
        "udp://:1234",
        "rtp://@:5004",
        "udp://@[ff05::1]:1234",
    ],
)
def test_multicast_and_listening_ask_nobody(address: str) -> None:
    assert host_of(address) == ""


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://TV.Example./a?x=udp://239.1.1.1", "tv.example"),
        ("http://user:pass@tv.example:8080/a", "tv.example"),
        ("udp://192.0.2.7:1234", "192.0.2.7"),
        ("srt://[2001:db8::1]:9000", "2001:db8::1"),
        ("http://[broken/a", "[broken/a"),
        ("http://239.1.1.1%2eevil.example/s.ts", "239.1.1.1%2eevil.example"),
        ("http://tv.example@evil.example/", "evil.example"),
    ],
)
def test_everybody_else_has_a_host(address: str, host: str) -> None:
    assert host_of(address) == host


def test_patterns() -> None:
    assert matches("tv.vest.example", ["other", "tv.vest.example"])
    assert matches("a.b.vest.example", ["*.vest.example"])
    assert not matches("vest.example", ["*.vest.example"])
    assert not matches("evilvest.example", ["*.vest.example", "vest.example"])
    assert matches("10.20.3.4", ["10.20.0.0/16"])
    assert not matches("10.21.3.4", ["10.20.0.0/16"])
    assert not matches("tv.vest.example", ["10.20.0.0/16", "10.20.0.1/16"])
    assert matches("2001:db8::1", ["2001:db8::/32"])


def test_what_is_a_pattern() -> None:
    good = ["tv", "tv.vest.example", "*.vest.example", "192.0.2.1", "10.20.0.0/16", "2001:db8::/32", "2001:db8::1"]
    assert [text for text in good if not is_pattern(text)] == []
    bad = ["", "*", "*.", "TV.example", "https://tv.example", "tv.example/path", "a..b", "user@tv.example", "*.*.example", "10.20.0.1/16"]
    assert [text for text in bad if is_pattern(text)] == []


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    host = host_of(f"http://{text}")
    assert isinstance(host, str)
    assert isinstance(is_pattern(text), bool)
    assert matches("tv.example", [text]) in (True, False)
