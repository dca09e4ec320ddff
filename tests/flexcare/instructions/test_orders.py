from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.configuration.compiled import Instruction
from flexcare.errors import ConfigurationRefused
from flexcare.instructions.orders import (
    ORDERS_MAX,
    ORDERS_MAX_BYTES,
    Clear,
    Order,
    Orders,
    ShowNotice,
    Strange,
    UnlockStaff,
    accept_orders,
    orders_target,
    orders_ward,
    to_bytes,
)
from tests.helpers.hospital import INSTRUCTION, SITE, WARD

TEXT = {"da": "Brandøvelse kl. 14.", "ar": "تدريب على الإخلاء الساعة ٢."}
GOOD = Orders(
    SITE,
    WARD,
    9,
    (
        Order(3, INSTRUCTION, 2_000_000_000, Clear()),
        Order(4, INSTRUCTION, 2_000_000_000, UnlockStaff("nurse"), "tablet-1"),
        Order(9, INSTRUCTION, 2_000_000_000, ShowNotice(TEXT)),
    ),
)


def changed(number: int = 9, /, **more: object) -> bytes:
    """The list with one of its orders changed, as somebody with every key could sign it."""
    plain = msgspec.to_builtins(GOOD)
    plain["orders"] = [{**order, **more} if order["number"] == number else order for order in plain["orders"]]
    return msgspec.json.encode(plain)


def read(data: bytes) -> Orders:
    return accept_orders(data, site=SITE, ward=WARD)


def test_what_is_published_is_read_again() -> None:
    assert read(to_bytes(GOOD)) == GOOD
    assert orders_ward(orders_target("b7")) == "b7"
    assert orders_ward("instructions/../b7.json") is None
    assert orders_ward("wards/b7.json") is None


@pytest.mark.parametrize(
    "more",
    [
        {"do": {"kind": "dance"}},
        {"do": {"kind": "clear", "now": True, "patient": "Ada"}},
        {"do": {"kind": "notice", "text": {}}},
        {"do": {"kind": "notice", "text": {"da": "x" * 161}}},
        {"do": {"kind": "notice", "text": {"da": "   "}}},
        {"do": {"kind": "notice", "text": {"da": "to\nlinjer"}}},
        {"do": {"kind": "notice", "text": {"da": "vendt \u202e om"}}},
        {"do": {"kind": "notice", "text": {"danish": "hej"}}},
        {"do": {"kind": "unlock-staff", "role": "patient"}},
        {"by": {"author": "", "reason": "x", "at": INSTRUCTION.at}},
        {"by": {"author": "x", "reason": "x", "at": "yesterday"}},
        {"until_s": -1},
        {"until_s": 2**60},
    ],
)
def test_a_strange_order_does_not_hide_the_others(more: dict[str, object]) -> None:
    found = read(changed(9, **more))
    assert found.orders[:2] == GOOD.orders[:2]
    assert found.orders[2] == Strange(9)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no list"),
        (b"[" * 100_000, "no list"),
        (b"\xff\xfe", "no list"),
        (b" " * (ORDERS_MAX_BYTES + 1), "larger than"),
        (msgspec.json.encode({**msgspec.to_builtins(GOOD), "version": 2}), "newer FlexCare"),
        (msgspec.json.encode({**msgspec.to_builtins(GOOD), "ward": "b8"}), "another site or ward"),
        (msgspec.json.encode({**msgspec.to_builtins(GOOD), "site": "south"}), "another site or ward"),
        (msgspec.json.encode({**msgspec.to_builtins(GOOD), "last": 8}), "out of order"),
        (changed(9, number=3), "out of order"),
        (changed(3, number=5), "out of order"),
        (changed(3, number=0), "no list"),
        (changed(3, number="three"), "no list"),
        (msgspec.json.encode({**msgspec.to_builtins(GOOD), "orders": [{"number": 1}] * (ORDERS_MAX + 1)}), "no list"),
    ],
)
def test_what_is_refused_as_a_whole(data: bytes, why: str) -> None:
    with pytest.raises(ConfigurationRefused, match=why) as caught:
        read(data)
    assert caught.value.cure
    assert "Brand" not in str(caught.value)


@given(st.binary(max_size=200) | st.text().map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read(data)
    except ConfigurationRefused:
        return


def test_a_moment_that_no_calendar_has_is_strange() -> None:
    far = Order(9, Instruction("a", "b", "9999-12-31T23:59:59-23:59"), 1, Clear())
    found = read(to_bytes(Orders(SITE, WARD, 9, (far,))))
    assert found.orders[0].number == 9
