from __future__ import annotations

import gzip
import lzma
import resource
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flexcare.errors import GuideSourceUnusable
from flexcare.guide.details import Element
from flexcare.guide.limits import SILENCE_MAX_BYTES
from flexcare.guide.xmltv import read_xmltv

GOOD = b'<tv><channel id="a"/><programme channel="a"><title>A</title></programme></tv>'


class Reader:
    """Notes what it is handed: the ids of channels, and the titles of programmes."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def start(self) -> tuple[object, object]:
        self.seen.clear()
        return self._channel, self._programme

    def _channel(self, element: Element) -> None:
        self.seen.append(f"channel {element.get('id')}")

    def _programme(self, element: Element) -> None:
        titles = [child.text for child in element if child.tag == "title"]
        self.seen.append(f"programme {titles[0] if titles else ''}")


def read(folder: Path, data: bytes) -> tuple[list[str], bool]:
    file = folder / "guide.xml"
    file.write_bytes(data)
    reader = Reader()
    was_mended = read_xmltv(file, reader.start)  # type: ignore[arg-type]  # it is what it says
    return reader.seen, was_mended


def refused(folder: Path, data: bytes) -> str:
    with pytest.raises(GuideSourceUnusable) as caught:
        read(folder, data)
    assert caught.value.cure
    return str(caught.value)


def test_reads_in_order_whatever_the_packing(tmp_path: Path) -> None:
    for data in (GOOD, gzip.compress(GOOD), lzma.compress(GOOD)):
        assert read(tmp_path, data) == (["channel a", "programme A"], False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "iso-8859-15", "windows-1252", "cp850"])
def test_reads_every_declared_encoding(tmp_path: Path, encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{name}"?><tv><programme><title>Blåbærgrød é</title></programme></tv>'
    assert read(tmp_path, text.encode(encoding))[0] == ["programme Blåbærgrød é"]
    cyrillic = '<?xml version="1.0" encoding="koi8-r"?><tv><programme><title>Вести</title></programme></tv>'
    assert read(tmp_path, cyrillic.encode("koi8-r"))[0] == ["programme Вести"]


def test_an_encoding_that_nobody_knows(tmp_path: Path) -> None:
    assert read(tmp_path, b'<?xml version="1.0" encoding="x-mine"?>' + GOOD) == (["channel a", "programme A"], True)


def test_mends_and_begins_again(tmp_path: Path) -> None:
    data = GOOD.replace(b"<title>A", b"<title>Tom & J\xe5rry")
    assert read(tmp_path, data) == (["channel a", "programme Tom & Jårry"], True)


def test_a_large_guide_in_little_memory(tmp_path: Path) -> None:
    one = b'<programme channel="a"><title>A</title><desc>' + b"x" * 400 + b"</desc></programme>"
    file = tmp_path / "guide.xml"
    with file.open("wb") as out:
        out.write(b"<tv>")
        for _ in range(200):
            out.write(one * 1_000)
        out.write(b"</tv>")
    seen = 0

    def programme(_element: Element) -> None:
        nonlocal seen
        seen += 1

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    read_xmltv(file, lambda: (programme, programme))
    assert seen == 200_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20 * 1024


@pytest.mark.parametrize("kept", [4, 10, 30, len(GOOD) - 1])
def test_a_guide_that_breaks_off(tmp_path: Path, kept: int) -> None:
    assert "breaks off" in refused(tmp_path, GOOD[:kept])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"<html><body><p>Not found</p></body></html>", "no XMLTV"),
        (b"<tv><day><programme/></day></tv>", "no XMLTV"),
        (b"<guide><programme/></guide>", "no XMLTV"),
        (b"#EXTM3U\n", "no well-formed XML"),
        (b'{"channels": []}', "no well-formed XML"),
        (b"<tv><programme></channel></tv>", "no well-formed XML"),
        (b"\xff" * 1_000, "no well-formed XML"),
    ],
)
def test_what_is_no_guide(tmp_path: Path, data: bytes, reason: str) -> None:
    assert reason in refused(tmp_path, data)


def test_what_says_nothing_for_too_long(tmp_path: Path) -> None:
    much = SILENCE_MAX_BYTES + 200_000
    for silence in (b"<a/>" * (much // 4), b"x" * much, b"<a>" * 200 + b" " * much, b"<!--" + b"x" * much + b"-->"):
        assert "no programme ends" in refused(tmp_path, b"<tv>" + silence + b"</tv>")
    assert "no programme ends" in refused(tmp_path, b'<tv a="' + b"x" * much + b'"></tv>')
    assert "no programme ends" in refused(tmp_path, b"<tv><programme>" + b"<desc>x</desc>" * (much // 14))


def test_what_nests_too_deep(tmp_path: Path) -> None:
    assert refused(tmp_path, b"<tv><programme>" + b"<a>" * 5_000 + b"</a>" * 5_000 + b"</programme></tv>")


LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10) for level in range(1, 10))


@pytest.mark.parametrize("place", [b"<programme><title>&l9;</title></programme>", b'<programme channel="&l9;"/>', b'<channel id="&l9;"/>'])
def test_expands_no_entities(tmp_path: Path, place: bytes) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    refused(tmp_path, b'<!DOCTYPE tv [<!ENTITY l0 "laugh">' + LAUGHS + b"]><tv>" + place + b"</tv>")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 1024


def test_reads_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    entity = f'<!DOCTYPE tv [<!ENTITY x SYSTEM "{secret.as_uri()}">]><tv><programme><title>&x;</title></programme></tv>'
    assert "entities" in refused(tmp_path, entity.encode())
    dtd = tmp_path / "xmltv.dtd"
    dtd.write_text('<!ENTITY x "secret">')
    outside = f'<!DOCTYPE tv SYSTEM "{dtd.as_uri()}"><tv><programme><title>a&x;b</title></programme></tv>'
    assert read(tmp_path, outside.encode())[0] == ["programme a"]


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"<tv>", b"<tv><programme>", b'<?xml version="1.0" encoding="utf-16"?><tv>']))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes, begin: bytes) -> None:
    try:
        read(tmp_path_factory.mktemp("xmltv"), begin + data)
    except GuideSourceUnusable:
        return


_PIECES = st.sampled_from(
    [
        b"<tv>",
        b"</tv>",
        b"<programme>",
        b"</programme>",
        b"<channel/>",
        b"<title>",
        b"</title>",
        b"a",
        b"&",
        b"&amp;",
        b"\xff",
        b"<![CDATA[",
    ]
)


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=30))
def test_anything_like_a_guide(tmp_path_factory: pytest.TempPathFactory, pieces: list[bytes]) -> None:
    try:
        read(tmp_path_factory.mktemp("xmltv"), b"<tv>" + b"".join(pieces))
    except GuideSourceUnusable:
        return
