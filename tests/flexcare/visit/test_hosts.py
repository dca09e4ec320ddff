from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.visit.hosts import canonical_host


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Meals.Example.org", "meals.example.org"),
        ("meals.example.org.", "meals.example.org"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("BÜCHER.example", "xn--bcher-kva.example"),
        ("faß.example", "xn--fa-hia.example"),
        ("مستشفى.example", "xn--pgbre6cq2a.example"),
        ("127.0.0.1", "127.0.0.1"),
        ("[::1]", "::1"),
        ("2001:DB8:0:0::1", "2001:db8::1"),
        ("[::ffff:127.0.0.1]", "::ffff:7f00:1"),
        ("localhost", "localhost"),
        ("a_b.example", "a_b.example"),
    ],
)
def test_every_host_has_one_spelling(text: str, host: str) -> None:
    assert canonical_host(text) == host


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            ".",
            "..",
            "a..b",
            ".a",
            "a..",
            "-a.example",
            "a-.example",
            "a b",
            "a\tb",
            "a\0",
            "a%2eb",
            "a@b",
            "a/b",
            "a?b",
            "a#b",
            "a\\b",
        ),
        *("127.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "127.0.0.01", "127.0.0.1..", "1.2.3.4.5", "256.1.1.1", "0x"),
        *("example.1", "example.0x1", "fe80::1%eth0", "[fe80::1%25eth0]", "[::1", "::1]", "[127.0.0.1]", "1:2", "a:80"),
        *(
            "a" * 64,
            ".".join(["a" * 60] * 5),
            "*.example.org",
            "\N{ARABIC-INDIC DIGIT ONE}27.0.0.1",
            "xn--\N{SNOWMAN}",
            "a\N{SOFT HYPHEN}",
            "\N{IDEOGRAPHIC FULL STOP}",
        ),
    ],
)
def test_what_can_be_read_in_two_ways_is_no_host(text: str) -> None:
    # Digits of other scripts and the like become plain ones first; what comes out of it is one spelling or none.
    assert canonical_host(text) in (None, "127.0.0.1", "a")


@given(st.text(max_size=300))
def test_a_spelling_is_its_own_spelling(text: str) -> None:
    host = canonical_host(text)
    if host is not None:
        assert canonical_host(host) == host
        assert host == host.lower()
        assert host.isascii()
        assert not set(host) & set(" %@/\\?#[]*")


@given(st.integers(0, 2**32 - 1), st.sampled_from(["{:d}", "{:#x}", "0{:o}"]))
def test_no_number_is_a_host(number: int, notation: str) -> None:
    host = canonical_host(notation.format(number))
    assert host is None or "." in host
