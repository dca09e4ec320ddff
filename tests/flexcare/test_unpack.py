from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.unpack import NotGzip, UnpackedTooLarge, gunzip


@given(st.lists(st.binary(max_size=200), min_size=1, max_size=4))
def test_members_come_back_as_they_were(parts: list[bytes]) -> None:
    packed = b"".join(gzip.compress(part) for part in parts)
    assert gunzip(packed, 800) == b"".join(parts)


@pytest.mark.parametrize(("size", "limit"), [(11, 10), (1, 0), (5_000_000, 1000)])
def test_nothing_unpacks_beyond_the_limit(size: int, limit: int) -> None:
    with pytest.raises(UnpackedTooLarge):
        gunzip(gzip.compress(b"a" * size), limit)


def test_exactly_the_limit_is_allowed() -> None:
    assert gunzip(gzip.compress(b"a" * 10), 10) == b"a" * 10


def test_the_limit_holds_for_all_members_together() -> None:
    with pytest.raises(UnpackedTooLarge):
        gunzip(gzip.compress(b"a" * 6) * 2, 10)


def test_thousands_of_members_are_refused_before_they_cost_time() -> None:
    with pytest.raises(NotGzip, match="members"):
        gunzip(gzip.compress(b"") * 5000, 10)


@pytest.mark.parametrize(
    "packed",
    [gzip.compress(b"hello" * 99)[:-9], b"\x1f\x8bnonsense", b"", b"plain"],
    # Named, for packed bytes carry the second they were packed in, and every worker must name a case alike.
    ids=["cut short", "nonsense", "empty", "plain"],
)
def test_damage_is_told(packed: bytes) -> None:
    with pytest.raises(NotGzip):
        gunzip(packed, 1000)


def test_what_follows_the_last_member_is_left_aside() -> None:
    assert gunzip(gzip.compress(b"a") + b"\0\0", 10) == b"a"


@given(st.binary(max_size=300))
def test_any_bytes_unpack_within_the_limit_or_say_why_not(packed: bytes) -> None:
    try:
        content = gunzip(b"\x1f\x8b\x08\0" + packed, 100)
    except (NotGzip, UnpackedTooLarge):
        return
    assert len(content) <= 100
