"""The connection to a broker: a real mosquitto that comes and goes, and brokers that mean harm."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from deploy.demo_broker import Mosquitto
from flexcare.fleet.address import Broker
from flexcare.fleet.connection import Limits, Line, Message
from flexcare.trust.secrets import Secret
from tests.flexcare.fleet.brokers import SUBACK, WAIT_S, Hostile, NewConnection, guarded


def publish_packet(topic: str, payload: bytes, *, quality: int = 0, number: int = 1) -> bytes:
    """A PUBLISH of MQTT 3.1.1."""
    body = len(topic).to_bytes(2, "big") + topic.encode() + (number.to_bytes(2, "big") if quality else b"") + payload
    length, head = len(body), bytearray([0x30 | quality << 1])
    while True:
        head.append(length % 128 | (0x80 if length > 127 else 0))
        length //= 128
        if not length:
            return bytes(head) + body


def test_what_is_said_is_heard_and_what_is_kept_is_kept(mosquitto: Mosquitto, listen: NewConnection) -> None:
    tablet = listen(mosquitto.address, "tablet", will=Message("t/status", b"gone"))
    tablet.connection.present(Message("t/status", b"here"))
    tablet.up()
    desk = listen(mosquitto.address, "desk", ("t/status",))
    assert desk.hear() == ("t/status", b"here")
    tablet.connection.present(Message("t/status", b"changed"))
    assert desk.hear() == ("t/status", b"changed")
    tablet.connection.end()
    assert desk.hear() == ("t/status", b"gone")


def test_it_comes_back_by_itself_and_says_again_what_it_said(mosquitto: Mosquitto, listen: NewConnection) -> None:
    tablet = listen(mosquitto.address, "tablet", ("nudge",))
    tablet.connection.present(Message("t/status", b"here"))
    tablet.up()
    mosquitto.end(kill=True)
    assert tablet.down() == "the connection was lost"
    assert not tablet.connection.send("nudge", 1)
    mosquitto.start()
    tablet.up()
    desk = listen(mosquitto.address, "desk", ("t/status",))
    assert desk.hear() == ("t/status", b"here")
    assert desk.connection.send("nudge", WAIT_S)
    assert tablet.hear() == ("nudge", b"")


@pytest.mark.long
def test_a_broker_that_is_not_there_is_told_and_tried_again(mosquitto: Mosquitto, listen: NewConnection) -> None:
    mosquitto.end()
    tablet = listen(mosquitto.address, "tablet")
    assert tablet.down() == "it cannot be reached"
    mosquitto.start()
    tablet.up()


def test_it_logs_in(tmp_path: Path, listen: NewConnection) -> None:
    broker = guarded(tmp_path, {"tablets": "s3cret"})
    try:
        address = Broker.of(broker.address)
        assert listen(broker.address, "stranger").down() == "it does not let us in"
        assert listen(Line(address, "", "tablets", Secret("wrong")), "guesser").down() == "it does not let us in"
        listen(Line(address, "", "tablets", Secret("s3cret")), "tablet").up()
    finally:
        broker.end()


def test_a_packet_that_is_too_large_is_never_read(hostile: Callable[[bytes], Hostile], listen: NewConnection) -> None:
    broker = hostile(SUBACK + publish_packet("nudge", b"x" * 5000))
    tablet = listen(broker.address, "tablet", ("nudge",))
    assert broker.hung_up.get(timeout=WAIT_S)
    assert tablet.down() == "the connection was lost"
    assert tablet.messages.empty()


def test_a_message_that_nobody_asked_for_in_this_way_ends_it(hostile: Callable[[bytes], Hostile], listen: NewConnection) -> None:
    broker = hostile(SUBACK + publish_packet("nudge", b"", quality=2))
    tablet = listen(broker.address, "tablet", ("nudge",))
    assert tablet.down() == "the connection was lost"
    assert tablet.messages.empty()


@pytest.mark.parametrize("garbage", [b"\x00" * 64, b"\xf0\x00", b"\x30\xff\xff\xff\xff\xff", b"\x30\x02\x00\xff", b"\x20\x02\x00\x00" * 2])
def test_nonsense_ends_it_and_it_is_tried_again(hostile: Callable[[bytes], Hostile], listen: NewConnection, garbage: bytes) -> None:
    broker = hostile(garbage)
    tablet = listen(broker.address, "tablet", ("nudge",))
    assert tablet.down()
    assert broker.hung_up.get(timeout=WAIT_S)
    assert tablet.down()


def test_a_flood_is_read_slowly(hostile: Callable[[bytes], Hostile], listen: NewConnection) -> None:
    broker = hostile(SUBACK + publish_packet("nudge", b"") * 50_000)
    tablet = listen(broker.address, "tablet", ("nudge",), limits=Limits(packets_per_s=20))
    tablet.hear()
    began = time.monotonic()
    for _ in range(60):
        tablet.hear()
    # Three seconds' worth, of which the first and the last may be cut short.
    assert time.monotonic() - began > 1.5


def test_nobody_waits_for_a_broker_that_never_answers(listen: NewConnection) -> None:
    tablet = listen("mqtt://127.0.0.1:9", "tablet")
    tablet.down()
    began = time.monotonic()
    tablet.connection.end()
    assert time.monotonic() - began < 1
    with pytest.raises(queue.Empty):
        tablet.messages.get_nowait()
    assert all(thread.daemon for thread in threading.enumerate() if thread.name == "broker")
