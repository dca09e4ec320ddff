from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.lineup.channel import Stream
from kiosk.player.admission import CACHING_MAX_MS, SCHEMES, StreamRefused, admitted_address, admitted_options


@pytest.mark.parametrize(
    "address",
    ["udp://@239.1.1.1:1234", "rtp://239.1.1.1:5004", "http://10.0.0.1/a.ts", "HTTPS://example.org/a.m3u8", "srt://10.0.0.1:9000"],
)
def test_what_a_hospital_sends_is_admitted(address: str) -> None:
    assert admitted_address(Stream(address)) == address


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "/etc/passwd",
        "rtsp://10.0.0.1/",
        "screen://",
        "v4l2:///dev/video0",
        "dvd:///dev/sr0",
        "http/dump://10.0.0.1/",
        "concat://a",
        "vlc://quit",
        "imem://",
        "http://",
        "http:/a",
        " http://a",
        "http://a :sout=#std{dst=/tmp/x}",
        "http://a\n",
        "http://a\x00",
        "",
        "http://" + "a" * 5000,
    ],
)
def test_everything_else_is_refused_without_naming_it(address: str) -> None:
    with pytest.raises(StreamRefused) as refused:
        admitted_address(Stream(address))
    assert len(address) < 8 or address not in str(refused.value)


@given(st.text())
def test_no_text_gets_another_scheme_in(text: str) -> None:
    try:
        admitted = admitted_address(Stream(text))
    except StreamRefused:
        return
    assert admitted.split("://")[0].lower() in SCHEMES


def test_only_the_allow_list_becomes_options() -> None:
    stream = Stream("http://a/", user_agent="Set-top", referrer="http://b/", caching_ms=99_999)
    assert admitted_options(stream) == (f":network-caching={CACHING_MAX_MS}", ":http-user-agent=Set-top", ":http-referrer=http://b/")
    assert admitted_options(Stream("http://a/", caching_ms=0)) == (":network-caching=0",)


@pytest.mark.parametrize("smuggled", ["a\r\nHost: b", "a\nb", "\x00"])
def test_no_second_header_is_smuggled_in(smuggled: str) -> None:
    for stream in (Stream("http://a/", user_agent=smuggled), Stream("http://a/", referrer=smuggled)):
        with pytest.raises(StreamRefused):
            admitted_options(stream)
