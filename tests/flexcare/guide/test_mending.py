from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.guide.mending import mended


def mend(data: bytes, piece: int = 10_000) -> str:
    return b"".join(mended(data[at : at + piece] for at in range(0, len(data), piece))).decode()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<a>Tom & Jerry</a>", "<a>Tom &amp; Jerry</a>"),
        (b"<a>R&B &amp; &lt; &#65;</a>", "<a>R&amp;B &amp; &lt; &#65;</a>"),
        (b"<a>caf&eacute; &nosuch;</a>", "<a>café &amp;nosuch;</a>"),
        (b"<a>&#0;&#xD800;&#x1F600;&#x110000;</a>", "<a>&#x1F600;</a>"),
        (b"<a>\x00\x0bx\x1f</a>", "<a>x</a>"),
        ("<a>Blå</a>".encode("latin-1"), "<a>Blå</a>"),
        (b"<a>\x93quoted\x94</a>", "<a>\u201cquoted\u201d</a>"),
        ("<a>Blå</a>".encode("utf-8-sig"), "<a>Blå</a>"),
        ("<a>Blå</a>".encode("utf-16"), "<a>Blå</a>"),
        ('<?xml version="1.0" encoding="iso-8859-2"?><a>Łódź & co</a>'.encode("iso-8859-2"), "<a>Łódź &amp; co</a>"),
        (b'<?xml version="1.0" encoding="hex"?><a>&</a>', "<a>&amp;</a>"),
        (b'<?xml version="1.0" encoding="idna"?><a>\xe5</a>', "<a>å</a>"),
        (b'<?xml version="1.0" encoding="no-such"?><a>\xe5</a>', "<a>å</a>"),
        (b"&", "&amp;"),
        (b"", ""),
    ],
)
def test_mends(data: bytes, expected: str) -> None:
    assert mend(data) == expected


@given(st.lists(st.sampled_from(["&amp;", "&eacute;", "&", "&#65;", "a", "å", ";", "<b>"])), st.integers(1, 7))
def test_pieces_make_no_difference(parts: list[str], piece: int) -> None:
    data = "".join(parts).encode()
    assert mend(data, piece) == mend(data)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    mend(data, 50)
