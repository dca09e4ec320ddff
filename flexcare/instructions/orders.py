"""What is published for one ward's tablets to do: a list of numbered orders that run out, version 1.

One signed target a ward, `instructions/WARD.json`. Numbers count up for ever, also where an order was taken off the list again: `last` is
the newest ever given. A tablet obeys each number once or refuses it (`flexcare.instructions.deciding`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta

from flexcare.configuration.compiled import Identifier, Instruction
from flexcare.errors import ConfigurationRefused
from flexcare.session.messages import Moment
from flexcare.session.notice import NoticeText

VERSION: Literal[1] = 1
ORDERS_MAX = 1000
ORDERS_MAX_BYTES = 1024 * 1024

NUMBER_MAX = 2**31
Number = Annotated[int, Meta(ge=1, le=NUMBER_MAX)]
Role = Literal["nurse", "it"]
_Whom = Annotated[str, Meta(pattern=r"\A(?:[a-z0-9][a-z0-9-]{0,62})?\Z")]

_TARGET = re.compile(r"instructions/([a-z0-9][a-z0-9-]{0,62})\.json")


class Clear(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="clear", tag_field="kind"):
    """Clear the session. Somebody who uses it is asked first and can stop it, unless `now`."""

    now: bool = False


class UnlockStaff(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="unlock-staff", tag_field="kind"):
    """Forget the wrong tries at the PIN pad, of one role or of all."""

    role: Role | None = None


class ShowNotice(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="notice", tag_field="kind"):
    """Show a notice of the hospital's until the order runs out, or until a later one or none stands in its place."""

    text: NoticeText


Deed: TypeAlias = Clear | UnlockStaff | ShowNotice


@dataclass(frozen=True, slots=True)
class Order:
    """One instruction. by: who gives it, why and when; until_s: when it runs out (seconds since 1970); device: "" for the whole ward."""

    number: Number
    by: Instruction
    until_s: Moment
    do: Deed
    device: _Whom = ""

    @property
    def given_at_s(self) -> int:
        return int(datetime.fromisoformat(self.by.at).timestamp())


@dataclass(frozen=True, slots=True)
class Strange:
    """An order of a kind that this FlexCare does not know, or that is malformed; its number still counts."""

    number: Number
    device: str = ""


@dataclass(frozen=True, slots=True)
class Orders:
    """All orders that stand for a ward, by number. last: the highest number ever given, 0 for none."""

    site: Identifier
    ward: Identifier
    last: Annotated[int, Meta(ge=0, le=NUMBER_MAX)] = 0
    orders: tuple[Order | Strange, ...] = ()
    version: Literal[1] = VERSION


@dataclass(frozen=True, slots=True)
class _List:
    """As `Orders`, with each order still to be read by itself: one that cannot be read must not hide the others."""

    site: Identifier
    ward: Identifier
    last: Annotated[int, Meta(ge=0, le=NUMBER_MAX)]
    orders: Annotated[tuple[msgspec.Raw, ...], Meta(max_length=ORDERS_MAX)]


@dataclass(frozen=True, slots=True)
class _Versioned:
    version: Annotated[int, Meta(ge=1)] = 1


def orders_target(ward: str) -> str:
    """Where the orders for a ward are published."""
    return f"instructions/{ward}.json"


def orders_ward(path: str) -> str | None:
    """The ward in the name of a target of orders; None for any other target."""
    found = _TARGET.fullmatch(path)
    return found[1] if found else None


def to_bytes(orders: Orders) -> bytes:
    """The target's content."""
    return msgspec.json.encode(orders, order="deterministic")


def accept_orders(data: bytes, *, site: str, ward: str) -> Orders:
    """Read the orders for this site and ward; raises `ConfigurationRefused` with the reason. A strange order among them is no reason."""
    place = orders_target(ward)
    if len(data) > ORDERS_MAX_BYTES:
        raise _refused(f"it is larger than {ORDERS_MAX_BYTES // 1024} KiB", place)
    try:
        version = msgspec.json.decode(data, type=_Versioned).version
        if version > VERSION:
            raise _refused(f"it is of version {version}, made for a newer FlexCare", place, cure="update FlexCare on this tablet")
        found = msgspec.json.decode(data, type=_List)
        orders = tuple(_order(raw) for raw in found.orders)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        # Not the library's words: they may repeat what stands there.
        raise _refused("it is no list of instructions", place) from error
    if (found.site, found.ward) != (site, ward):
        raise _refused("it is for another site or ward", place)
    numbers = [0, *(order.number for order in orders)]
    if numbers != sorted(set(numbers)) or numbers[-1] > found.last:
        raise _refused("its numbers are out of order", place)
    return Orders(site, ward, found.last, orders)


def _order(raw: msgspec.Raw) -> Order | Strange:
    try:
        order = msgspec.json.decode(raw, type=Order)
        _ = order.given_at_s
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError, OverflowError):
        return msgspec.json.decode(raw, type=Strange)
    return order


def _refused(what: str, place: str, cure: str = "give the instruction again") -> ConfigurationRefused:
    return ConfigurationRefused(what, place=place, cure=cure)
