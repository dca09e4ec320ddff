"""Any bytes in: no crash, bounded memory and time, problems told; and what was written plainly comes back as it was."""

from __future__ import annotations

import gzip
import tracemalloc
from dataclasses import dataclass
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flexcare.errors import PlaylistUnusable
from flexcare.lineup import limits
from flexcare.lineup.address import refusal
from flexcare.lineup.channel import Channel, Lineup, Problem
from flexcare.lineup.m3u import read_m3u

_PIECES = [
    *(b"#EXTM3U", b"#EXTINF:", b"#EXTINF:-1 ", b"#EXTGRP:", b"#EXTVLCOPT:", b"#KODIPROP:", b"#EXT-X-KEY:", b"#"),
    *(
        b'tvg-id="',
        b"tvg-name='",
        b"tvg-chno=",
        b"tvg-shift=",
        b'group-title="',
        b"radio=true",
        b'"',
        b"'",
        b"\\",
        b",",
        b"=",
        b" ",
        b"|",
        b";",
    ),
    *(b"\n", b"\r\n", b"\r", b"\n\n", b"\0", b"\xff\xfe", b"\xe2\x80\xae", b"\xc3\x86", b"\xc6", b"\xef\xbb\xbf", b"\x1f\x8b"),
    *(
        b"http://x.example/",
        b"udp://@239.1.1.1:5000",
        b"rtsp://x/",
        b"file:///",
        b"User-Agent=a%0A",
        b"http-user-agent=",
        b"network-caching=9",
        b"1",
    ),
]
_PLAYLIST_LIKE = st.lists(st.sampled_from(_PIECES), max_size=60).map(b"".join)
_WELL_BEGUN = _PLAYLIST_LIKE.map(lambda rest: b"#EXTM3U\n#EXTINF:-1,Good\nudp://239.9.9.9:5000\n" + rest)


def _read(data: bytes) -> tuple[Lineup, tuple[Problem, ...]] | None:
    try:
        return read_m3u(data)
    except PlaylistUnusable as error:
        if not (error.what and error.cure):
            raise
        return None


def _check(lineup: Lineup, problems: tuple[Problem, ...], lines: int) -> None:
    numbers = [channel.number for channel in lineup.channels]
    assert numbers == sorted(set(numbers))
    assert all(number >= 1 for number in numbers)
    for channel in lineup.channels:
        assert channel.name.strip()
        for text in (channel.name, channel.guide_id, channel.guide_name, channel.logo, *channel.groups):
            assert text == "" or text.isprintable() or "\u200f" in text
            assert len(text) <= max(limits.NAME_MAX_CHARS, limits.ADDRESS_MAX_CHARS)
        streams = (channel.stream, *channel.backups)
        assert len(set(streams)) == len(streams) <= 1 + limits.BACKUPS_MAX
        for stream in streams:
            assert refusal(stream.address) is None
            assert stream.user_agent.isprintable()
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)
    for problem in problems:
        assert 1 <= problem.line <= lines
        assert problem.text
        assert problem.cure


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=600), _PLAYLIST_LIKE, _WELL_BEGUN))
def test_any_bytes_give_a_lineup_or_say_why_not(data: bytes) -> None:
    found = _read(data)
    if found:
        _check(*found, lines=len(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")))
        assert _read(gzip.compress(data)) == found


@settings(deadline=None)
@given(_PLAYLIST_LIKE)
def test_a_good_entry_plays_whatever_follows(rest: bytes) -> None:
    found = _read(b"#EXTM3U\n#EXTINF:-1 tvg-chno=1,Good\nudp://239.9.9.9:5000\n" + rest)
    assert found
    first = found[0].channels[0]
    assert (first.number, first.stream.address) == (1, "udp://239.9.9.9:5000")


_NAME = st.text(st.characters(min_codepoint=33, max_codepoint=0x2FFF, exclude_categories=("C", "Z")), min_size=1, max_size=30)
_VALUE = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("C", "Z")), max_size=30)


@dataclass(frozen=True)
class _Written:
    name: str
    guide_id: str
    groups: tuple[str, ...]
    radio: bool
    number: int
    quote: str

    def lines(self, index: int) -> str:
        def quoted(value: str) -> str:
            return self.quote + value.replace("\\", "\\\\").replace(self.quote, "\\" + self.quote) + self.quote

        fields = f"tvg-id={quoted(self.guide_id)} tvg-chno={quoted(str(self.number))} group-title={quoted(';'.join(self.groups))}"
        return f"#EXTINF:-1 {fields} radio={quoted(str(self.radio))},{self.name}\nhttp://x.example/{index}\n"


_WRITTEN = st.builds(
    _Written,
    _NAME,
    _VALUE,
    st.lists(_NAME.filter(lambda name: ";" not in name), max_size=4, unique=True).map(tuple),
    st.booleans(),
    st.integers(1, limits.NUMBER_MAX),
    st.sampled_from("\"'"),
)


@settings(deadline=None)
@given(st.lists(_WRITTEN, min_size=1, max_size=8, unique_by=(lambda one: one.name, lambda one: one.number)))
def test_what_is_written_comes_back(written: list[_Written]) -> None:
    lineup, problems = read_m3u(("#EXTM3U\n" + "".join(one.lines(index) for index, one in enumerate(written))).encode())
    found = {channel.number: channel for channel in lineup.channels}
    assert len(found) == len(written)
    for one in written:
        channel: Channel = found[one.number]
        assert (channel.name, channel.guide_id, channel.groups, channel.radio) == (one.name, one.guide_id, one.groups, one.radio)
    assert not [problem for problem in problems if "not closed" not in problem.text]


_INFO = st.builds(
    lambda fields, name: f"#EXTINF:-1{''.join(fields)},{name}",
    st.lists(
        st.sampled_from(
            [
                *(
                    ' tvg-id="a"',
                    ' tvg-id=" b, c "',
                    ' tvg-id="æ"',
                    ' tvg-name="N"',
                    ' tvg-name="x\u202ey"',
                    ' tvg-logo="l.png"',
                    ' tvg-logo="a b"',
                ),
                *(' tvg-chno="3"', ' tvg-chno="03"', ' tvg-chno="99999"', ' tvg-chno="x"', ' group-title="A;B"', ' group-title=""'),
                *(
                    ' radio="true"',
                    " radio=1",
                    ' tvg-shift="1"',
                    " tvg-shift=-1.5",
                    " tvg-shift=x",
                    ' catchup="default"',
                    ' catchup-days="7"',
                ),
                *(' other="1"', " tvg-country=dk", ' tvg-id="open', r' tvg-name="a\"b"', " tvg-id='q,r'", ' ch-number="8"', " "),
            ]
        ),
        max_size=6,
    ),
    st.sampled_from(["One", "Two", " Two ", "Three, four", '5" TV', "", "B\u202ead", "x" * 300, "e=f"]),
)
_BETWEEN = [
    "#EXTGRP:G;H",
    "#EXTVLCOPT:http-user-agent=u",
    "#EXTVLCOPT:sout=x",
    "#KODIPROP:a=b",
    "#EXTVLCOPT:network-caching=99999",
    "# note",
    "",
]
_ADDRESSES = [
    *(
        "http://x.example/1",
        "udp://@239.1.1.1:5000",
        "https://x.example/a b",
        "rtsp://x/",
        "srt://x.example:1 ",
        "http:///",
        "http://æ.example/",
    ),
    *("http://x.example/2|User-Agent=a%20b&Referer=r", "http://x.example/3|Cookie=c", "http://x.example/4|", "rtp://@:5004", "C:\\x"),
]
_LINES = st.lists(st.one_of(_INFO, st.sampled_from(_BETWEEN), st.sampled_from(_ADDRESSES), st.just("#EXTM3U tvg-shift=2")), max_size=14)


@settings(deadline=None, max_examples=400)
@given(_LINES)
def test_both_ways_of_reading_an_entry_agree(lines: list[str]) -> None:
    """A space before `#EXTINF` is trimmed and keeps the entry off the short way for plain ones."""
    text = "\n".join(["#EXTM3U", *lines, "#EXTINF:-1,Good", "udp://239.9.9.9:5000"])
    short = _read(text.encode())
    assert short
    _check(*short, lines=text.count("\n") + 1)
    assert _read(text.replace("\n#EXTINF", "\n #EXTINF").encode()) == short


_HOSTILE = {
    "one line": b"x" * 8_000_000,
    "open quotes": b'#EXTINF:-1 a="' * 500_000,
    "escaped quotes": b'#EXTINF:-1 a="' + b'\\"a="' * 12_000 + b"\n",
    "one long key": b"#EXTINF:-1 " + b"a-" * 32_000 + b"\n",
    "many keys": b"#EXTM3U " + b"a=b " * 16_000 + b"\n",
    "single quotes": b"#EXTINF:-1 " + b"a='b\"" * 10_000 + b"\n",
    "commas": b"#EXTINF:" + b"," * 65_000 + b"\n",
    "lone CR": b"\r" * 4_000_000,
    "garbage lines": b"rubbish\n" * 500_000,
    "info lines": b"#EXTINF:-1,x\n" * 300_000,
    "one name": b"#EXTINF:-1,x\n" + b"".join(b"udp://1.1.1.1:%d\n#EXTINF:-1,x\n" % number for number in range(100_000)),
    "options": b"#EXTM3U\n#EXTINF:-1,x\n" + b"#EXTVLCOPT:http-user-agent=a\n" * 200_000 + b"udp://1.1.1.1:1\n",
    "spaces": b"#EXTINF:-1" + b" " * 65_000 + b"x\n",
}


@pytest.mark.parametrize("data", _HOSTILE.values(), ids=_HOSTILE)
@pytest.mark.long
def test_hostile_lists_cost_little_time_and_memory(data: bytes) -> None:
    """Twice the time and memory of a list of the same size that is in order is allowed for; quadratic reading takes minutes."""
    begin = perf_counter()
    _read(data)
    assert perf_counter() - begin < 20
    tracemalloc.start()
    try:
        _read(data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 3 * len(data) + 8 * limits.CHUNK_BYTES + 4_000_000
