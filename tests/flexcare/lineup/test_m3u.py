from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

import pytest

from flexcare.errors import PlaylistUnusable
from flexcare.lineup import limits
from flexcare.lineup.channel import Catchup, Channel, Lineup, Problem, Stream
from flexcare.lineup.m3u import read_m3u

SAMPLES = Path(__file__).parents[2] / "data" / "playlists"


def read(text: str) -> tuple[Lineup, tuple[Problem, ...]]:
    return read_m3u(text.encode())


def channels(text: str) -> tuple[Channel, ...]:
    """The channels of a list that must have no problem."""
    lineup, problems = read(text)
    assert problems == ()
    return lineup.channels


def entry(fields: str = "", name: str = "One", address: str = "udp://239.1.1.1:5000", between: str = "") -> str:
    return f"#EXTM3U\n#EXTINF:-1 {fields},{name}\n{between}{address}\n"


def only(text: str) -> Channel:
    (channel,) = channels(text)
    return channel


def names(read_channels: Sequence[Channel]) -> list[str]:
    return [channel.name for channel in read_channels]


def numbers(read_channels: Sequence[Channel]) -> dict[str, int]:
    return {channel.name: channel.number for channel in read_channels}


def test_all_fields_of_an_entry() -> None:
    text = entry(
        'tvg-id="dr1.dk" tvg-name="DR_1" tvg-logo="https://x.example/dr1.png" tvg-chno="7" tvg-shift="-1.5" '
        'group-title="News;Public" radio="true" catchup="default" catchup-days="7" catchup-source="http://x.example/?utc=${start}"',
        "DR1",
        "https://x.example/dr1.m3u8",
    )
    assert only(text) == Channel(
        number=7,
        name="DR1",
        stream=Stream("https://x.example/dr1.m3u8"),
        guide_id="dr1.dk",
        guide_name="DR_1",
        guide_shift_minutes=-90,
        groups=("News", "Public"),
        radio=True,
        logo="https://x.example/dr1.png",
        catchup=Catchup("default", "http://x.example/?utc=${start}", 7),
    )


@pytest.mark.parametrize(
    ("fields", "guide_id", "group"),
    [
        ('tvg-id="a,b" group-title="News, local"', "a,b", "News, local"),
        ("tvg-id='a,b' group-title='News, local'", "a,b", "News, local"),
        ("tvg-id=ab group-title=News", "ab", "News"),
        (r'tvg-id="a\"b" group-title="News\, \"local\""', 'a"b', 'News, "local"'),
        (r"tvg-id='a\'b' group-title='It\'s'", "a'b", "It's"),
        ('tvg-id=\'say "so"\' group-title="it\'s"', 'say "so"', "it's"),
        ('TVG-ID="ab" Group-Title="News"', "ab", "News"),
        ('tvg-id="" tvg-id="ab" xtvg-id="no" group-title="News"', "ab", "News"),
        ('tvg-id = "no" tvg-id="ab"    group-title="News"   ', "ab", "News"),
    ],
)
def test_quotes_of_any_kind(fields: str, guide_id: str, group: str) -> None:
    channel = only(entry(fields, "Name, with, commas"))
    assert channel.guide_id == guide_id
    assert channel.groups == (group,)
    assert channel.name == "Name, with, commas"


@pytest.mark.parametrize("name", ['5" TV', 'tvg-id="late"', "a,b", "=", "Rock 'n' Roll", "  wide  "])
def test_the_name_is_all_after_the_first_comma_outside_quotes(name: str) -> None:
    assert only(entry('tvg-id="x,y"', name)).name == name.strip()


def test_an_info_line_without_fields_or_with_a_duration() -> None:
    assert names(channels("#EXTM3U\n#EXTINF:-1,A\nudp://1.1.1.1:1\n#EXTINF:12.5,B\nudp://1.1.1.1:2\n#EXTINF:,C\nudp://1.1.1.1:3")) == [
        "A",
        "B",
        "C",
    ]


def test_an_open_quote_is_told_and_the_channel_is_kept() -> None:
    lineup, (problem,) = read(entry('tvg-id="a tvg-name=b', "One"))
    assert names(lineup.channels) == ["One"]
    assert problem.line == 2
    assert "not closed" in problem.text


def test_an_info_line_without_a_comma_is_told() -> None:
    lineup, problems = read('#EXTM3U\n#EXTINF:-1 tvg-name="One"\nudp://1.1.1.1:1\n')
    assert names(lineup.channels) == ["One"]
    assert {problem.line for problem in problems} == {2}
    assert "no comma" in problems[0].text


class TestHeader:
    def test_guide_addresses_from_both_fields_each_once(self) -> None:
        header = '#EXTM3U x-tvg-url="http://a.example/1.xml.gz,https://b.example/2,3.xml  http://c.example/" url-tvg="http://a.example/1.xml.gz"\n'
        lineup, problems = read(header + "#EXTINF:-1,A\nudp://1.1.1.1:1\n")
        assert lineup.guide_addresses == ("http://a.example/1.xml.gz", "https://b.example/2,3.xml", "http://c.example/")
        assert problems == ()

    def test_unquoted_list(self) -> None:
        lineup, _ = read("#EXTM3U url-tvg=http://a.example/1,http://b.example/2\n#EXTINF:-1,A\nudp://1.1.1.1:1\n")
        assert lineup.guide_addresses == ("http://a.example/1", "http://b.example/2")

    def test_a_guide_on_the_tablet_is_refused(self) -> None:
        lineup, (problem,) = read('#EXTM3U x-tvg-url="file:///etc/passwd"\n#EXTINF:-1,A\nudp://1.1.1.1:1\n')
        assert lineup.guide_addresses == ()
        assert problem.line == 1

    def test_no_more_guides_than_the_limit(self) -> None:
        many = ",".join(f"http://g.example/{number}" for number in range(40))
        lineup, _ = read(f'#EXTM3U x-tvg-url="{many}"\n#EXTINF:-1,A\nudp://1.1.1.1:1\n')
        assert len(lineup.guide_addresses) == limits.GUIDE_ADDRESSES_MAX

    def test_a_channels_own_shift_replaces_that_of_the_header(self) -> None:
        text = "#EXTM3U tvg-shift=2\n#EXTINF:-1,A\nudp://1.1.1.1:1\n#EXTINF:-1 tvg-shift=0,B\nudp://1.1.1.1:2\n#EXTINF:-1 tvg-shift=-0.5,C\nudp://1.1.1.1:3"
        assert [channel.guide_shift_minutes for channel in channels(text)] == [120, 0, -30]

    @pytest.mark.parametrize("shift", ["soon", "nan", "inf", "25", "-25", "1e9"])
    def test_a_shift_that_is_none_is_told_and_not_used(self, shift: str) -> None:
        lineup, (problem,) = read(entry(f'tvg-shift="{shift}"'))
        assert lineup.channels[0].guide_shift_minutes == 0
        assert "tvg-shift" in problem.text

    def test_catchup_of_the_header_holds_where_a_channel_says_nothing_else(self) -> None:
        text = '#EXTM3U catchup="shift" catchup-days="3"\n#EXTINF:-1,A\nudp://1.1.1.1:1\n#EXTINF:-1 catchup-days="9",B\nudp://1.1.1.1:2\n'
        assert [channel.catchup for channel in channels(text)] == [Catchup("shift", "", 3), Catchup("shift", "", 9)]

    def test_a_missing_header_is_told(self) -> None:
        lineup, (problem,) = read("\n#EXTINF:-1,A\nudp://1.1.1.1:1\n")
        assert names(lineup.channels) == ["A"]
        assert (problem.line, problem.cure) == (2, "write #EXTM3U as its first line")


class TestGroups:
    def test_a_section_holds_until_the_next_one(self) -> None:
        text = (
            "#EXTM3U\n#EXTINF:-1,A\nudp://1.1.1.1:1\n#EXTGRP:News; Local ;News;\n#EXTINF:-1,B\nudp://1.1.1.1:2\n#EXTINF:-1,C\nudp://1.1.1.1:3\n"
            '#EXTINF:-1 group-title="Own",D\nudp://1.1.1.1:4\n#EXTINF:-1,E\nudp://1.1.1.1:5\n#EXTGRP:Sport\n#EXTINF:-1,F\nudp://1.1.1.1:6\n'
        )
        assert [channel.groups for channel in channels(text)] == [
            (),
            ("News", "Local"),
            ("News", "Local"),
            ("Own",),
            ("News", "Local"),
            ("Sport",),
        ]

    def test_a_group_inside_an_entry_is_that_entrys_alone(self) -> None:
        text = "#EXTM3U\n#EXTINF:-1,A\n#EXTGRP:News\nudp://1.1.1.1:1\n#EXTINF:-1,B\nudp://1.1.1.1:2\n"
        assert [channel.groups for channel in channels(text)] == [("News",), ()]

    def test_a_group_inside_an_entry_joins_its_group_title(self) -> None:
        assert only(entry('group-title="A;B"', between="#EXTGRP:B;C\n")).groups == ("A", "B", "C")

    def test_no_more_groups_than_the_limit(self) -> None:
        title = ";".join(f"g{number}" for number in range(1000))
        assert len(only(entry(f'group-title="{title}"')).groups) == limits.GROUPS_MAX


class TestOptions:
    def test_allowed_options_reach_the_stream(self) -> None:
        between = '#EXTVLCOPT:http-user-agent="A player"\n#EXTVLCOPT--http-referrer=http://r.example/\n#EXTVLCOPT:network-caching=300\n'
        assert only(entry(between=between, address="http://x.example/1")).stream == Stream(
            "http://x.example/1", "A player", "http://r.example/", 300
        )

    def test_they_hold_for_one_entry_only_and_may_stand_above_it(self) -> None:
        text = "#EXTM3U\n#EXTVLCOPT:http-user-agent=x\n#EXTINF:-1,A\nhttp://x.example/1\n#EXTINF:-1,B\nhttp://x.example/2\n"
        assert [channel.stream.user_agent for channel in channels(text)] == ["x", ""]

    def test_a_suffix_outweighs_the_lines(self) -> None:
        address = "http://x.example/1?a=b|User-Agent=The%20other&Referer=http%3A%2F%2Fr.example"
        channel = only(entry(between="#EXTVLCOPT:http-user-agent=One\n", address=address))
        assert channel.stream == Stream("http://x.example/1?a=b", "The other", "http://r.example")

    @pytest.mark.parametrize(
        "option", ["sout=#std{access=file,dst=/tmp/x}", "input-slave=file:///etc/passwd", "http-proxy=x", "vout=any", "=", ""]
    )
    def test_all_others_are_told_and_dropped(self, option: str) -> None:
        lineup, (problem,) = read(entry(between=f"#EXTVLCOPT:{option}\n"))
        assert lineup.channels[0].stream == Stream("udp://239.1.1.1:5000")
        assert problem.line == 3

    def test_a_suffix_may_set_nothing_else(self) -> None:
        lineup, (problem,) = read(entry(address="http://x.example/1|Cookie=secret&User-Agent=ok"))
        assert lineup.channels[0].stream == Stream("http://x.example/1", "ok")
        assert "secret" not in problem.text + problem.cure

    def test_a_header_cannot_be_smuggled_in(self) -> None:
        lineup, (problem,) = read(entry(address="http://x.example/1|User-Agent=a%0D%0AHost:%20evil"))
        assert lineup.channels[0].stream == Stream("http://x.example/1")
        assert "control character" in problem.text

    @pytest.mark.parametrize(
        ("value", "caching_ms", "told"), [("0", 0, 0), ("10000", 10000, 0), ("99999999", 10000, 1), ("-1", None, 1), ("x", None, 1)]
    )
    def test_caching_is_bounded(self, value: str, caching_ms: int | None, told: int) -> None:
        lineup, problems = read(entry(between=f"#EXTVLCOPT:network-caching={value}\n"))
        assert lineup.channels[0].stream.caching_ms == caching_ms
        assert len(problems) == told

    def test_the_same_lines_in_many_entries_count_for_each(self) -> None:
        text = "#EXTM3U\n" + "".join(
            f"#EXTINF:-1,N{n}\n#EXTVLCOPT:http-user-agent=x\n#EXTVLCOPT:sout=y\nudp://1.1.1.1:{n}\n" for n in range(1, 4)
        )
        lineup, problems = read(text)
        assert [channel.stream.user_agent for channel in lineup.channels] == ["x"] * 3
        assert [problem.line for problem in problems] == [4, 8, 12]

    def test_kodi_properties_are_kept_aside(self) -> None:
        channel = only(entry(between="#KODIPROP:inputstream=a=b\n#KODIPROP:x=\n"))
        assert channel.properties == (("inputstream", "a=b"), ("x", ""))
        assert channel.stream == Stream("udp://239.1.1.1:5000")


class TestNumbers:
    def test_wanted_numbers_stay_and_others_get_the_lowest_free_ones(self) -> None:
        text = "#EXTM3U\n" + "".join(
            f"#EXTINF:-1 {fields},{name}\nudp://1.1.1.1:{port}\n"
            for port, (name, fields) in enumerate(
                [("A", ""), ("B", "tvg-chno=2"), ("C", ""), ("D", 'tvg-chno="1"'), ("E", "tvg-chno=2"), ("F", "")], 1
            )
        )
        lineup, (problem,) = read(text)
        assert numbers(lineup.channels) == {"D": 1, "B": 2, "A": 3, "C": 4, "E": 5, "F": 6}
        assert [channel.number for channel in lineup.channels] == [1, 2, 3, 4, 5, 6]
        assert problem.line == 10
        assert "line 4" in problem.text

    def test_an_entry_added_at_the_end_changes_no_number(self) -> None:
        text = "#EXTM3U\n#EXTINF:-1 tvg-chno=5,A\nudp://1.1.1.1:1\n#EXTINF:-1,B\nudp://1.1.1.1:2\n"
        before = numbers(channels(text))
        after = numbers(channels(text + "#EXTINF:-1,C\nudp://1.1.1.1:3\n"))
        assert before.items() <= after.items()

    @pytest.mark.parametrize("number", ["0", "-4", "1.5", "abc", "100000", "1" * 400, "٣"])
    def test_what_is_no_number_is_told(self, number: str) -> None:
        lineup, (problem,) = read(entry(f'tvg-chno="{number}"'))
        assert lineup.channels[0].number == 1
        assert problem.line == 2

    def test_an_entry_that_is_refused_leaves_its_number(self) -> None:
        lineup, _ = read("#EXTM3U\n#EXTINF:-1 tvg-chno=1,A\nrtsp://x/1\n#EXTINF:-1,B\nudp://1.1.1.1:2\n")
        assert numbers(lineup.channels) == {"B": 1}


class TestBackups:
    def test_the_same_name_and_id_make_one_channel(self) -> None:
        text = "#EXTM3U\n" + "".join(f'#EXTINF:-1 tvg-id="a",A\nudp://1.1.1.1:{port}\n' for port in (1, 2, 3))
        channel = only(text)
        assert channel.stream == Stream("udp://1.1.1.1:1")
        assert channel.backups == (Stream("udp://1.1.1.1:2"), Stream("udp://1.1.1.1:3"))

    def test_the_same_stream_again_is_no_backup(self) -> None:
        lineup, problems = read("#EXTM3U\n" + '#EXTINF:-1 tvg-id="a",A\nudp://1.1.1.1:1\n' * 3)
        assert lineup.channels[0].backups == ()
        assert [problem.line for problem in problems] == [4, 6]

    def test_the_same_id_under_other_names_or_the_same_name_under_other_ids_are_channels(self) -> None:
        entries = [("a", "A"), ("a", "A HD"), ("b", "A"), ("b", "A")]
        lines = (f'#EXTINF:-1 tvg-id="{one}",{name}\nudp://1.1.1.1:{port}\n' for port, (one, name) in enumerate(entries, 1))
        text = "#EXTM3U\n" + "".join(lines)
        assert [(channel.name, channel.guide_id, len(channel.backups)) for channel in channels(text)] == [
            ("A", "a", 0),
            ("A HD", "a", 0),
            ("A", "b", 1),
        ]

    def test_radio_is_never_a_backup_of_television(self) -> None:
        text = '#EXTM3U\n#EXTINF:-1,P4\nudp://1.1.1.1:1\n#EXTINF:-1 radio="true",P4\nudp://1.1.1.1:2\n'
        assert [channel.radio for channel in channels(text)] == [False, True]

    def test_no_more_backups_than_the_limit(self) -> None:
        lineup, problems = read("#EXTM3U\n" + "".join(f"#EXTINF:-1,A\nudp://1.1.1.1:{port}\n" for port in range(1, 30)))
        assert len(lineup.channels[0].backups) == limits.BACKUPS_MAX
        assert len(problems) == 28 - limits.BACKUPS_MAX

    def test_entries_without_a_name_stay_apart(self) -> None:
        lineup, problems = read('#EXTM3U\n#EXTINF:-1,\nudp://1.1.1.1:1\n#EXTINF:-1 radio="1",\nudp://1.1.1.1:2\nudp://1.1.1.1:3\n')
        assert names(lineup.channels) == ["TV 1", "Radio 2", "TV 3"]
        assert [problem.line for problem in problems] == [2, 4, 6]


class TestNames:
    @pytest.mark.parametrize(("fields", "name"), [('tvg-name="Guide"', "Guide"), ('tvg-id="id.dk"', "id.dk")])
    def test_an_empty_name_is_found_elsewhere_and_told(self, fields: str, name: str) -> None:
        lineup, (problem,) = read(entry(fields, " "))
        assert lineup.channels[0].name == name
        assert "no name" in problem.text

    def test_nothing_unseen_reaches_the_screen(self) -> None:
        channel = only(entry('group-title="a\u202eb"', "A\x00B\x1b[31m\u202eC\u2066D\u2029E\x85F"))
        assert channel.name == "A B [31mCD E F"
        assert channel.groups == ("ab",)

    def test_arabic_keeps_its_marks_and_long_names_are_cut(self) -> None:
        assert only(entry(name="قناة\u200f 1")).name == "قناة\u200f 1"
        assert len(only(entry(name="x" * 500)).name) == limits.NAME_MAX_CHARS


class TestBytes:
    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    @pytest.mark.parametrize("pack", [bytes, gzip.compress])
    def test_any_line_end_mark_and_packing(self, line_end: str, mark: str, pack: type[bytes]) -> None:
        text = mark + '#EXTM3U\n\n#EXTINF:-1 tvg-id="a",Ærø\n#EXTGRP:G\nudp://1.1.1.1:1\n#EXTINF:-1,B\nrtsp://x/\n'.replace("\n", line_end)
        lineup, (problem,) = read_m3u(pack(text.encode()))
        assert lineup.channels == (Channel(1, "Ærø", Stream("udp://1.1.1.1:1"), guide_id="a", groups=("G",)),)
        assert problem.line == 7

    def test_latin_1_lines_are_read_and_told_once(self) -> None:
        data = "#EXTM3U\n#EXTINF:-1,Ærø\nudp://1.1.1.1:1\n#EXTINF:-1,Über\nudp://1.1.1.1:2\n".encode("latin-1")
        lineup, (problem,) = read_m3u(data + "#EXTINF:-1,قناة\nudp://1.1.1.1:3\n".encode())
        assert names(lineup.channels) == ["Ærø", "Über", "قناة"]
        assert "UTF-8" in problem.text

    def test_line_numbers_hold_across_chunks(self) -> None:
        for line_end in ("\n", "\r\n", "\r"):
            filler = line_end.join("#" + "x" * (n % 90) for n in range(20000))
            data = f"#EXTM3U{line_end}{filler}{line_end}#EXTINF:-1,A{line_end}rtsp://x/{line_end}#EXTINF:-1,B{line_end}udp://1.1.1.1:1"
            assert len(data) > 2 * limits.CHUNK_BYTES
            _, (problem,) = read(data)
            assert problem.line == 20003

    def test_entries_hold_across_chunks(self) -> None:
        text = "#EXTM3U\n" + "".join(
            f'#EXTINF:-1 tvg-id="i{n}",N{n}\n#EXTVLCOPT:http-user-agent={"u" * (n % 50)}\nudp://1.1.1.1:{n}\n' for n in range(1, 9000)
        )
        assert len(text) > 2 * limits.CHUNK_BYTES
        assert [(c.name, c.guide_id, len(c.stream.user_agent)) for c in channels(text)] == [
            (f"N{n}", f"i{n}", n % 50) for n in range(1, 9000)
        ]


class TestLimits:
    @pytest.mark.parametrize("position", ["info", "address", "between"])
    def test_a_line_that_is_too_long_costs_its_own_entry_only(self, position: str) -> None:
        long = "x" * (limits.LINE_MAX_CHARS + 1)
        text = {"info": entry(name=long), "address": entry(address=f"http://x.example/{long}"), "between": entry(between=f"#{long}\n")}[
            position
        ]
        lineup, problems = read(text + "#EXTINF:-1,After\nudp://1.1.1.1:9\n")
        assert names(lineup.channels) == (["One", "After"] if position == "between" else ["After"])
        assert "longer" in problems[0].text

    def test_a_line_longer_than_several_chunks(self) -> None:
        lineup, (problem,) = read(entry(name="æ" * limits.CHUNK_BYTES * 3) + "#EXTINF:-1,After\nudp://1.1.1.1:9\n")
        assert names(lineup.channels) == ["After"]
        assert problem.line == 2

    def test_a_good_entry_after_an_info_line_that_was_too_long(self) -> None:
        lineup, _ = read(f"#EXTM3U\n#EXTINF:-1,{'x' * 70000}\n#EXTINF:-1,After\nudp://1.1.1.1:9\n")
        assert names(lineup.channels) == ["After"]

    def test_no_more_entries_than_the_limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("flexcare.lineup.m3u.ENTRIES_MAX", 3)
        text = "#EXTM3U\n" + "".join(f"#EXTINF:-1,N{n}\nudp://1.1.1.1:{n}\n" for n in range(1, 9))
        for between in ("", "\n"):
            lineup, (problem,) = read(text.replace("\nudp", f"\n{between}udp"))
            assert len(lineup.channels) == 3
            assert "more than 3 entries" in problem.text

    def test_no_more_problems_than_the_limit(self) -> None:
        lineup, problems = read(entry() + "#EXTINF:-1,X\nrtsp://x/\n" * (limits.PROBLEMS_MAX + 50))
        assert len(lineup.channels) == 1
        assert len(problems) == limits.PROBLEMS_MAX + 1
        assert problems[-1].text.startswith("50 more")

    def test_a_gzip_bomb_is_refused(self) -> None:
        bomb = gzip.compress(b"#EXTM3U\n" + b"\n" * (limits.PLAYLIST_MAX_BYTES + 1), compresslevel=1)
        with pytest.raises(PlaylistUnusable, match="larger than 64 MiB"):
            read_m3u(bomb)


class TestOtherKinds:
    @pytest.mark.parametrize(
        ("data", "what"),
        [
            (b"", "empty"),
            (b" \r\n\n", "empty"),
            (b"\xef\xbb\xbf", "empty"),
            (b"<!DOCTYPE html><title>Log in</title>", "web page"),
            (b"  \n<html>", "web page"),
            (b"<?xml version='1.0'?><tv></tv>", "XML"),
            (b'{"error": 1}', "JSON"),
            (b"[playlist]\nFile1=http://x", "PLS"),
            ("#EXTM3U".encode("utf-16"), "UTF-16"),
            (b"\x89PNG\r\n\x1a\n\0\0\0", "no text"),
            (b"#EXTM3U\n", "no channels"),
            (b"#EXTM3U\n#EXTINF:-1,A\n", "no channels"),
            (b"\x1f\x8bbroken", "gzip"),
        ],
    )
    def test_each_is_refused_with_a_cure(self, data: bytes, what: str) -> None:
        with pytest.raises(PlaylistUnusable, match=what) as caught:
            read_m3u(data)
        assert caught.value.cure

    @pytest.mark.parametrize(
        "text",
        [
            "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXTINF:9.009,\nhttp://x.example/1.ts\n",
            "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nhttp://x.example/low.m3u8\n",
            "#EXTM3U\n#EXTINF:9,\n#EXT-X-PROGRAM-DATE-TIME:x\n#EXT-X-KEY:METHOD=NONE\nhttp://x.example/1.ts\n",
        ],
    )
    def test_one_channels_hls_is_no_lineup(self, text: str) -> None:
        with pytest.raises(PlaylistUnusable, match="HLS") as caught:
            read(text)
        assert caught.value.place.startswith("line ")

    def test_a_list_in_which_all_is_refused_tells_all_problems(self) -> None:
        with pytest.raises(PlaylistUnusable, match="none of the 2") as caught:
            read("#EXTM3U\n#EXTINF:-1,A\nrtsp://x/\n#EXTINF:-1,B\nfile:///x\n")
        assert [problem.line for problem in caught.value.problems] == [3, 5]


def test_an_entry_without_an_address_is_told() -> None:
    lineup, problems = read("#EXTM3U\n#EXTINF:-1,A\n#EXTINF:-1,B\nudp://1.1.1.1:1\n#EXTINF:-1,C\n")
    assert names(lineup.channels) == ["B"]
    assert [problem.line for problem in problems] == [2, 5]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.m3u*")), ids=lambda path: path.name)
def test_samples_from_real_life(path: Path) -> None:
    lineup, problems = read_m3u(path.read_bytes())
    found = [f"{c.number} {c.name} | {';'.join(c.groups)} | {c.guide_id} | {c.stream.address} | +{len(c.backups)}" for c in lineup.channels]
    found += [f"! {problem.line}" for problem in problems]
    assert found == path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
