"""What goes over the broker, without one: addresses, topics, and the closed schema of a status."""

from __future__ import annotations

import json
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import flexcare
from flexcare.errors import ConfigurationNotTaken
from flexcare.fleet import topics
from flexcare.fleet.address import Broker
from flexcare.fleet.desk import Roll
from flexcare.fleet.status import STATUS_MAX_BYTES, Problem, Status, from_bytes, to_bytes

GOOD = {"serial": 3, "software": "1.0", "state": "ok"}


@pytest.mark.parametrize(
    ("address", "broker"),
    [
        ("mqtts://broker.vest.example", Broker("broker.vest.example", 8883, tls=True)),
        ("mqtts://10.0.0.1:1", Broker("10.0.0.1", 1, tls=True)),
        ("mqtt://localhost", Broker("localhost", 1883, tls=False)),
        ("mqtt://127.8.9.1:65535", Broker("127.8.9.1", 65535, tls=False)),
    ],
)
def test_an_address_that_is_safe(address: str, broker: Broker) -> None:
    assert Broker.of(address) == broker


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("mqtt://broker.vest.example:1883", "in the clear"),
        ("mqtt://127.0.0.1.example", "in the clear"),
        ("mqtts://broker:0", "no port"),
        ("mqtts://broker:65536", "no port"),
        ("mqtts://broker:٣", "no port"),
        ("http://broker", "no address"),
        ("mqtts://", "no address"),
        ("", "no address"),
    ],
)
def test_an_address_that_nobody_connects_to(address: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Broker.of(address)


def test_topics() -> None:
    assert topics.nudges("vest", "b7", "t-1") == ("flexcare/vest/nudge", "flexcare/vest/b7/nudge", "flexcare/vest/b7/t-1/nudge")
    assert topics.nudge("vest", "b7") in topics.nudges("vest", "b7", "t-1")
    assert topics.who(topics.status("vest", "b7", "t-1"), "vest") == ("b7", "t-1")
    assert topics.who(topics.status("ost", "b7", "t-1"), "vest") is None
    assert topics.who("flexcare/vest/b7/t-1/more/status", "vest") is None


def test_every_alarm_can_be_told_and_none_is_long() -> None:
    kinds: list[type[ConfigurationNotTaken]] = [ConfigurationNotTaken, *ConfigurationNotTaken.__subclasses__()]
    words = {word for part in get_args(Problem) for word in get_args(part) or (part,)}
    assert {kind.alarm for kind in kinds} <= words
    for word in (*words, "ok", "gone"):
        status = msgspec.convert({**GOOD, "serial": 2**53, "software": "1" * 40, "state": word}, Status)
        assert len(to_bytes(status)) <= STATUS_MAX_BYTES
        assert from_bytes(to_bytes(status)) == status
    assert from_bytes(to_bytes(Status(0, flexcare.__version__, "ok"))) is not None


@pytest.mark.parametrize(
    "wrong",
    [
        {**GOOD, "channel": 4},
        {**GOOD, "state": "watching"},
        {**GOOD, "software": "free text"},
        {**GOOD, "software": "1.0\n"},
        {**GOOD, "serial": -1},
        {**GOOD, "serial": "3"},
        {"serial": 3},
        [],
    ],
)
def test_what_is_no_status_is_none(wrong: object) -> None:
    assert from_bytes(json.dumps(wrong).encode()) is None


@given(st.binary(max_size=400))
def test_whatever_comes_is_a_status_or_none(data: bytes) -> None:
    status = from_bytes(data)
    assert status is None or from_bytes(to_bytes(status)) == status


def test_who_runs_it() -> None:
    roll = Roll({"t-1": "b7", "t-2": "b7", "t-3": "b8", "t-4": "b8"}, 5)
    roll.hear("b7", "t-1", Status(5, "1", "ok"))
    roll.hear("b7", "t-2", Status(4, "1", "expired"))
    roll.hear("b7", "t-3", Status(9, "1", "ok"))  # under another ward than the source says
    roll.hear("b8", "t-4", Status(9, "1", "gone"))
    roll.hear("b8", "t-9", Status(9, "1", "ok"))
    assert roll.there == 1
    assert roll.missing() == {
        "t-2": "runs serial 4, expired",
        "t-3": "never heard of",
        "t-4": "switched off, or without a network",
    }
    roll.hear("b7", "t-2", Status(6, "1", "unreachable"))
    assert (sorted(roll.missing()), roll.complete) == (["t-3", "t-4"], False)
    roll.hear("b8", "t-3", Status(5, "1", "ok"))
    roll.hear("b8", "t-4", Status(5, "1", "ok"))
    assert (roll.there, roll.missing(), roll.complete) == (4, {}, True)
    roll.hear("b8", "t-4", Status(5, "1", "gone"))
    assert (roll.there, roll.complete) == (3, False)
