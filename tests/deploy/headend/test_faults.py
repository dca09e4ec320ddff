"""Each fault does what its name says, over each protocol, and goes away again."""

from __future__ import annotations

import http.client
import json
import re
import socket
from urllib.parse import urlsplit

import pytest

from deploy.headend.client import Headend, HeadendFailed
from tests.helpers.headend import faulty
from tests.helpers.packets import connect, fetch, look, probe, take_datagrams, take_http

VIDEO, AUDIO = 0x100, 0x101


def _segment(headend: Headend, name: str) -> bytes:
    address = headend.stream(name, "hls")
    newest = re.findall(r"^\d+\.ts$", fetch(address).decode(), re.MULTILINE)[-1]
    return fetch(address.replace("index.m3u8", newest))


def test_silence_keeps_the_connection_and_sends_nothing(small_headend: Headend) -> None:
    with faulty(small_headend, "et", "silence"), connect(small_headend.stream("et")) as reply:
        small_headend.wait(lambda status: status["et"]["http"]["clients"] == 1)
        before = small_headend.status()["et"]["http"]["packets"]
        # Another channel's second goes by, and this one has sent nothing in it.
        take_http(small_headend.stream("nyt24"), 2.2)
        told = small_headend.status()["et"]["http"]
        assert (told["clients"], told["packets"], told["fault"]) == (1, before, "silence")
        small_headend.heal("et")
        assert reply.read(188)[0] == 0x47


def test_freeze_leaves_clock_tables_and_sound(small_headend: Headend) -> None:
    with faulty(small_headend, "natur", "freeze"):
        data = take_http(small_headend.stream("natur"), 2.5)
        segment = _segment(small_headend, "natur")
    for part in (data, segment):
        seen = look(part)
        assert seen.jumps == 0
        assert max(seen.steps_ms) <= 100
        assert seen.pids[0] > 10
        assert seen.pids[AUDIO] > 50
        assert probe(part).get("video", 0) == 0
    assert probe(take_http(small_headend.stream("natur"), 1))["video"] > 40


def test_corrupt_damages_the_share_that_was_asked_for(small_headend: Headend) -> None:
    clean = _segment(small_headend, "havn")
    with faulty(small_headend, "havn", "corrupt", share=0.2):
        damaged = _segment(small_headend, "havn")
    assert look(clean).jumps == 0
    assert probe(clean) == {"video": 96, "audio": 90}
    small_headend.stream("sport", "udp")
    with faulty(small_headend, "sport", "corrupt", share=1):
        packets = b"".join(take_datagrams(small_headend.stream("sport", "udp"), 20)[10:])
    assert look(packets).pids.keys() <= {0, 0x11, 0x1000, VIDEO, AUDIO}
    zeros = [packets[at + 4 : at + 188].count(0) + packets[at + 4 : at + 188].count(255) for at in range(0, len(packets), 188)]
    assert max(zeros) < 20, "damaged packets hold noise, no tables"
    assert damaged != clean
    assert len(damaged) % 188 == 0


def test_close_cuts_off_those_who_watch_and_those_who_come(small_headend: Headend) -> None:
    address = small_headend.stream("born")
    with connect(address) as reply:
        assert reply.read(188)[0] == 0x47
        with faulty(small_headend, "born", "close"):
            while reply.read(188 * 100):
                pass
            with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
                connect(address)
            with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
                fetch(small_headend.stream("born", "hls"))
    assert take_http(address, 0.5)


def test_wrong_sends_a_web_page(small_headend: Headend) -> None:
    with faulty(small_headend, "bio", "wrong"):
        for protocol in ("http", "hls"):
            with connect(small_headend.stream("bio", protocol)) as reply:
                assert reply.headers["Content-Type"] == "text/html"
                assert b"<html>" in reply.read()
        assert b"<html>" in take_datagrams(small_headend.stream("bio", "udp"), 1)[0]


def test_a_fault_may_concern_one_protocol_only(small_headend: Headend) -> None:
    with faulty(small_headend, "wetter", "close", protocol="http"):
        assert probe(_segment(small_headend, "wetter"))["video"] == 96
        with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
            connect(small_headend.stream("wetter"))
        assert small_headend.status()["wetter"]["hls"]["fault"] is None


def test_a_reserve_has_faults_of_its_own(small_headend: Headend) -> None:
    with faulty(small_headend, "natur", "silence"):
        assert probe(take_http(small_headend.stream("natur-reserve"), 1))["video"] > 40


def test_nobody_is_at_the_dead_address(small_headend: Headend) -> None:
    place = urlsplit(small_headend.dead_address)
    assert place.hostname is not None
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((place.hostname, place.port or 0), timeout=5)


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/faults/nobody", {"fault": "silence"}, 404),
        ("/faults/et", {"fault": "boredom"}, 400),
        ("/faults/et", {"fault": "corrupt", "share": 2}, 400),
        ("/faults/et", {"fault": "silence", "protocol": "ftp"}, 400),
        ("/faults/et", ["silence"], 400),
        ("/faults/jazz", {"fault": "freeze"}, 400),
        ("/send/rolig/udp", {}, 404),
    ],
)
def test_what_makes_no_sense_is_refused(small_headend: Headend, path: str, body: object, status: int) -> None:
    place = urlsplit(small_headend.address)
    asking = http.client.HTTPConnection(place.netloc, timeout=5)
    try:
        asking.request("POST", path, json.dumps(body))
        reply = asking.getresponse()
        assert reply.status == status
        assert "error" in json.load(reply)
    finally:
        asking.close()


def test_the_client_tells_what_was_refused(small_headend: Headend) -> None:
    with pytest.raises(HeadendFailed, match="boredom"):
        small_headend.fault("et", "boredom")
