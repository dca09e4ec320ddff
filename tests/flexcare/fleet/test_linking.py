"""The tablet's end, with a real broker: nudges become looks, spread and not too many; the status follows the standing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from itertools import pairwise
from pathlib import Path

import pytest

import flexcare
from deploy.demo_broker import Mosquitto
from flexcare.configuration.compiled import Fleet
from flexcare.fleet import topics
from flexcare.fleet.address import Broker
from flexcare.fleet.connection import Line, Message
from flexcare.fleet.linking import Linking
from flexcare.fleet.status import Status, from_bytes
from flexcare.trust.enrolment import Enrolment, Tablet, stick
from flexcare.trust.secrets import Secret
from tests.flexcare.fleet.brokers import Authority, Listener, NewConnection, guarded

WHO = Enrolment("vest", "b7", "t-1", "http://127.0.0.1:9/", b"{}")
STATUS = topics.status("vest", "b7", "t-1")
WAIT_S = 30.0


class Looks:
    """Counts looks, and lets a test wait for one."""

    def __init__(self) -> None:
        self.times_s: list[float] = []
        self._came = asyncio.Event()

    def look_now(self) -> None:
        self.times_s.append(asyncio.get_running_loop().time())
        self._came.set()

    async def until(self, count: int) -> None:
        async with asyncio.timeout(WAIT_S):
            while len(self.times_s) < count:
                self._came.clear()
                await self._came.wait()


@pytest.fixture
def tablet(tmp_path: Path) -> Tablet:
    made = Tablet(tmp_path / "trust")
    made.take(stick(WHO, {}))
    return made


def linked(tablet: Tablet, test: Callable[[Linking, Looks], Awaitable[None]], *, spacing_s: float = 60.0) -> None:
    async def run() -> None:
        looks = Looks()
        linking = Linking(WHO, tablet, looks.look_now, spacing_s=spacing_s)
        try:
            await test(linking, looks)
        finally:
            linking.end()

    asyncio.run(run())


def told(desk: Listener) -> Status:
    topic, payload = desk.hear()
    status = from_bytes(payload)
    assert topic == STATUS
    assert status is not None, payload
    return status


def test_its_status_follows_how_the_configuration_stands(mosquitto: Mosquitto, listen: NewConnection, tablet: Tablet) -> None:
    desk = listen(mosquitto.address, "desk", (STATUS,))
    desk.up()

    async def test(linking: Linking, _: Looks) -> None:
        fleet = Fleet(broker=mosquitto.address, jitter_s=0)
        linking.stand(Status(3, flexcare.__version__, "ok"), fleet)
        assert await asyncio.to_thread(told, desk) == Status(3, flexcare.__version__, "ok")
        linking.stand(Status(3, flexcare.__version__, "expired"), fleet)
        assert await asyncio.to_thread(told, desk) == Status(3, flexcare.__version__, "expired")
        linking.stand(Status(4, flexcare.__version__, "ok"), Fleet(jitter_s=0))  # the hospital gives its broker up
        assert (await asyncio.to_thread(told, desk)).state == "gone"
        linking.stand(Status(5, flexcare.__version__, "ok"), fleet)
        assert await asyncio.to_thread(told, desk) == Status(5, flexcare.__version__, "ok")

    linked(tablet, test)
    assert told(desk).state == "gone"


def test_a_nudge_is_a_look_and_what_it_carries_is_not_read(mosquitto: Mosquitto, listen: NewConnection, tablet: Tablet) -> None:
    desk = listen(mosquitto.address, "desk", (STATUS,))
    desk.up()

    async def test(linking: Linking, looks: Looks) -> None:
        linking.stand(Status(1, flexcare.__version__, "ok"), Fleet(broker=mosquitto.address, jitter_s=0))
        await asyncio.to_thread(told, desk)
        for count, topic in enumerate(topics.nudges("vest", "b7", "t-1"), 1):
            assert await asyncio.to_thread(desk.connection.send, topic, WAIT_S)
            await looks.until(count)
        for topic in (topics.nudge("vest", "b8"), topics.nudge("ost"), topics.nudge("vest", "b7", "t-2")):
            assert await asyncio.to_thread(desk.connection.send, topic, WAIT_S)
        # Behind those in order, with a payload that nobody reads, and kept, as somebody might by mistake.
        desk.connection.present(Message(topics.nudge("vest"), b'{"serial": 99, "address": "http://elsewhere.example/"}'))
        await looks.until(4)
        assert len(looks.times_s) == 4

    linked(tablet, test, spacing_s=0.0)


def test_a_flood_of_nudges_is_one_look_and_one_more_after_the_spacing(mosquitto: Mosquitto, listen: NewConnection, tablet: Tablet) -> None:
    desk = listen(mosquitto.address, "desk", (STATUS,))
    desk.up()

    async def test(linking: Linking, looks: Looks) -> None:
        linking.stand(Status(1, flexcare.__version__, "ok"), Fleet(broker=mosquitto.address, jitter_s=0))
        await asyncio.to_thread(told, desk)
        for _ in range(100):
            assert await asyncio.to_thread(desk.connection.send, topics.nudge("vest"), WAIT_S)
        await looks.until(2)
        assert all(after - before >= 1.9 for before, after in pairwise(looks.times_s))

    linked(tablet, test, spacing_s=2.0)


@pytest.mark.parametrize("address", ["mqtt://broker.vest.example", "nonsense", "mqtts://127.0.0.1:9", "mqtt://127.0.0.1:9"])
def test_a_broker_that_cannot_be_used_disturbs_nobody(tablet: Tablet, address: str) -> None:
    async def test(linking: Linking, looks: Looks) -> None:
        linking.stand(Status(1, flexcare.__version__, "ok"), Fleet(broker=address))
        linking.stand(Status(2, flexcare.__version__, "refused"), Fleet(broker=address))
        linking.stand(Status(2, flexcare.__version__, "ok"), Fleet())
        assert not looks.times_s

    linked(tablet, test)


def test_a_tablet_logs_in_with_what_it_was_enrolled_with(tmp_path: Path, listen: NewConnection, tablet: Tablet) -> None:
    tablet.take(stick(WHO, {"broker-user": Secret("tablets"), "broker-password": Secret("s3cret")}))
    broker = guarded(tmp_path, {"tablets": "s3cret", "desk": "other"})
    try:
        desk = listen(Line(Broker.of(broker.address), "", "desk", Secret("other")), "desk", (STATUS,))
        desk.up()

        async def test(linking: Linking, _: Looks) -> None:
            linking.stand(Status(1, flexcare.__version__, "ok"), Fleet(broker=broker.address))
            assert (await asyncio.to_thread(told, desk)).serial == 1

        linked(tablet, test)
    finally:
        broker.end()


# paho leaves the socket of a failed handshake to the garbage collector, which closes it at once.
@pytest.mark.filterwarnings("ignore:Exception ignored in. <ssl.SSLSocket:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore:unclosed <ssl.SSLSocket:ResourceWarning")
def test_only_a_certificate_of_the_hospitals_own_authority_is_believed(tmp_path: Path, listen: NewConnection, tablet: Tablet) -> None:
    pki = Authority(tmp_path)
    broker = Mosquitto(tmp_path / "broker", more=("user root", "allow_anonymous true"), listener=pki.listener)
    try:
        address = Broker.of(f"mqtts://127.0.0.1:{broker.port}")
        assert listen(Line(address), "system").down() == "its certificate is not believed"
        desk = listen(Line(address, pki.pem), "desk", (STATUS,))
        desk.up()

        async def test(linking: Linking, _: Looks) -> None:
            linking.stand(Status(1, flexcare.__version__, "ok"), Fleet(broker=f"mqtts://127.0.0.1:{broker.port}", broker_ca=pki.pem))
            assert (await asyncio.to_thread(told, desk)).serial == 1

        linked(tablet, test)
    finally:
        broker.end()
