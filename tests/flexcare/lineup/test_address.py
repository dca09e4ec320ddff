from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.lineup.address import ALLOWED_SCHEMES, PLAIN_STREAM, refusal


@pytest.mark.parametrize(
    "address",
    [
        "udp://239.1.1.1:5000",
        "udp://@239.1.1.1:5000",
        "udp://@:1234",
        "rtp://:5004",
        "rtp://10.0.0.1@239.1.1.1:5004",
        "http://x.example/a?b=c#d",
        "HTTPS://user:word@x.example:8443/",
        "srt://x.example:9000?mode=caller",
        "udp://[ff15::1]:5000",
        "http://tv.example/ærø.ts",
        "http://us%40er:pa%25ss@tv.example/a%20b?c=%41",
        "udp://[ff02::1%25eth0]:5000",
    ],
)
def test_what_may_be_played(address: str) -> None:
    assert refusal(address) is None


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("file:///etc/passwd", "own files"),
        ("dvd:///dev/sr0", "disc"),
        ("screen://", "camera"),
        ("v4l2:///dev/video0", "camera"),
        ("rtsp://x/1", "live555"),
        ("RTSP://x/1", "live555"),
        ("plugin://plugin.video.x/", "Kodi"),
        ("gopher://x", "not among"),
        ("javascript:alert(1)", "not among"),
        ("http/ts://x.example/", "no address"),
        ("/dev/video0", "no address"),
        ("C:\\film.avi", "no address"),
        ("film.ts", "no address"),
        ("http:///x", "no host"),
        ("http://:80/", "no host"),
        ("http://", "no host"),
        ("udp:", "no host"),
        ("http://239.1.1.1%2eevil.example/s.ts", "escape"),
        ("http://evil.example%00.tv.hospital/x.ts", "escape"),
        ("udp://u@x%2eexample:5000", "escape"),
        ("http://x.example/a b", "space"),
        ("http://x.example/\x1b", "control"),
        ("http://x.example/\u202e", "control"),
        ("http://x.example/" + "a" * 5000, "longer"),
    ],
)
def test_what_may_not_be_played_and_why(address: str, word: str) -> None:
    why_not = refusal(address)
    assert why_not is not None
    assert word in why_not.text
    assert why_not.cure


@given(st.text(max_size=40), st.sampled_from([*ALLOWED_SCHEMES, "file", "rtsp", "concat", ""]))
def test_only_allowed_schemes_pass_and_no_password_is_repeated(rest: str, scheme: str) -> None:
    why_not = refusal(f"{scheme}://{rest}")
    if scheme not in ALLOWED_SCHEMES:
        assert why_not is not None
    marked = refusal(f"{scheme}://u:hunter2@/{rest}")
    if marked:
        assert "hunter2" not in marked.text + marked.cure


@given(st.from_regex(PLAIN_STREAM, fullmatch=True))
def test_whatever_is_plain_may_be_played(address: str) -> None:
    assert refusal(address) is None
    assert "|" not in address
    assert "%" not in re.split(r"[/?#]", address.partition("://")[2])[0]


def test_a_plain_address_is_found_plain() -> None:
    assert re.fullmatch(PLAIN_STREAM, "https://x.example/a?b=c&d=%20")
