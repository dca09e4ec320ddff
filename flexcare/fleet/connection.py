"""A connection to an MQTT broker that comes back by itself. The only module that knows paho.

The broker may be down, slow or hostile: a packet that is too large or that nobody asked for ends the connection, a flood is read slowly,
and the next try waits longer each time. All of it happens in a thread of its own, which holds nobody up at the program's end.
"""

from __future__ import annotations

import random
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from paho.mqtt import client as paho
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode

from flexcare.fleet.address import Broker
from flexcare.trust.secrets import Secret

KEEP_ALIVE_S = 60
CONNECT_TIMEOUT_S = 10.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 300.0
STEADY_S = 60.0
"""A connection that lasted so long makes up for the failures before it."""

_TURN_S = 1.0
_COMMAND_AND_QUALITY = 0xF6
_PUBLISH_EXACTLY_ONCE = 0x34


@dataclass(frozen=True, slots=True)
class Line:
    """Where to connect and as whom. authorities: the certificates to believe, as PEM; "" for the system's."""

    broker: Broker
    authorities: str = ""
    user: str = ""
    password: Secret = field(default_factory=lambda: Secret(""))


@dataclass(frozen=True, slots=True)
class Message:
    """A retained message."""

    topic: str
    payload: bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """What is taken from a broker: packets of at most so many bytes, and so many in a second (0 for as many as come)."""

    packet_max_bytes: int = 4096
    packets_per_s: int = 20


@dataclass(frozen=True, slots=True)
class Heard:
    """What is called, in the connection's own thread: with a message, when connected, and with why there is no connection."""

    message: Callable[[str, bytes], None]
    up: Callable[[], None] = lambda: None
    down: Callable[[str], None] = lambda _: None


class Connection:
    """Listens to `topics` as `name`; `will` is what the broker says when it goes away. It lives from `start` to `end`."""

    def __init__(
        self, line: Line, name: str, topics: tuple[str, ...], heard: Heard, *, will: Message | None = None, limits: Limits | None = None
    ) -> None:
        self._line = line
        self._name = name
        self._topics = topics
        self._heard = heard
        self._will = will
        self._limits = limits or Limits()
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._client: paho.Client | None = None
        self._present: Message | None = None

    def start(self) -> None:
        """Connect, now and whenever the connection is lost."""
        threading.Thread(target=self._run, name="broker", daemon=True).start()

    def present(self, message: Message) -> None:
        """Have the broker keep this message; it is said again after each new connection."""
        with self._lock:
            self._present = message
            if self._client is not None:
                self._client.publish(message.topic, message.payload, qos=1, retain=True)

    def send(self, topic: str, timeout_s: float) -> bool:
        """Say an empty message and wait for the broker to have it; False where it does not."""
        with self._lock:
            if self._client is None:
                return False
            sent = self._client.publish(topic, b"", qos=1)
        try:
            sent.wait_for_publish(timeout_s)
        except (RuntimeError, ValueError):
            return False
        return sent.is_published()

    def end(self) -> None:
        """Say the will and go, without waiting."""
        with self._lock:
            self._ended.set()
            if self._client is not None:
                if self._will is not None:
                    self._client.publish(self._will.topic, self._will.payload, qos=1, retain=True)
                self._client.disconnect()

    def _run(self) -> None:
        failures = 0
        while not self._ended.is_set():
            began = time.monotonic()
            why = self._connect_once()
            failures = 1 if time.monotonic() - began > STEADY_S else failures + 1
            if self._ended.is_set():
                return
            self._heard.down(why)
            pause_s = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2 ** min(failures - 1, 20))
            # Spread, because all tablets of a site lose their broker together.
            self._ended.wait(pause_s * random.uniform(0.5, 1.5))

    def _connect_once(self) -> str:
        """Connect and listen as long as it lasts; why it ended."""
        refused: list[str] = []
        try:
            client = self._new_client(refused)
            client.connect(self._line.broker.host, self._line.broker.port, KEEP_ALIVE_S)
            result = MQTTErrorCode.MQTT_ERR_SUCCESS
            # After `end` it goes on until what is still to be said is said; the broker's silence ends it too.
            while result is MQTTErrorCode.MQTT_ERR_SUCCESS:
                result = client.loop(_TURN_S)
        except ssl.SSLCertVerificationError:
            return "its certificate is not believed"
        except OSError:
            return "it cannot be reached"
        except Exception:  # noqa: BLE001  # a broker's malformed packets make paho raise anything
            return "what it says is no MQTT"
        finally:
            with self._lock:
                self._client = None
        return refused[0] if refused else "the connection was lost"

    def _new_client(self, refused: list[str]) -> paho.Client:
        client = _Careful(self._name, self._limits, self._ended)
        client.connect_timeout = CONNECT_TIMEOUT_S
        if self._line.user:
            client.username_pw_set(self._line.user, self._line.password.reveal())
        if self._line.broker.tls:
            client.tls_set_context(ssl.create_default_context(cadata=self._line.authorities or None))
        if self._will is not None:
            client.will_set(self._will.topic, self._will.payload, qos=1, retain=True)

        def connected(client: paho.Client, _data: object, _flags: object, reason: Any, _properties: object) -> None:
            if reason.is_failure:
                refused.append("it does not let us in")
            else:
                self._connected(client)

        def heard(_client: object, _data: object, message: paho.MQTTMessage) -> None:
            self._heard.message(message.topic, bytes(message.payload))

        client.on_connect = connected
        # With it paho only queues what another thread says; without it that thread writes too, in the middle of what this one writes.
        client.on_socket_register_write = lambda *_: None
        client.on_message = heard
        return client

    def _connected(self, client: paho.Client) -> None:
        with self._lock:
            # A broker that lets the same connection in twice is none, and each time would leave something to be said.
            if self._ended.is_set() or self._client is not None:
                client.disconnect()
                return
            self._client = client
            if self._topics:
                client.subscribe([(topic, 1) for topic in self._topics])
            if self._present is not None:
                client.publish(self._present.topic, self._present.payload, qos=1, retain=True)
        self._heard.up()


class _Careful(paho.Client):
    """paho reads what a broker sends, up to 256 MiB a packet and as fast as it comes; this does not.

    These two methods are not part of paho's interface: `tests/flexcare/fleet` finds out if they are not called any more.
    """

    def __init__(self, name: str, limits: Limits, ended: threading.Event) -> None:
        super().__init__(CallbackAPIVersion.VERSION2, name, clean_session=True, reconnect_on_failure=False)
        self._limits = limits
        self._ended = ended
        self._second, self._packets = 0, 0

    def _sock_recv(self, bufsize: int) -> bytes:
        if self._limits.packet_max_bytes and bufsize > self._limits.packet_max_bytes:
            raise ConnectionError("the packet is too large")
        return super()._sock_recv(bufsize)

    def _packet_handle(self) -> MQTTErrorCode:
        self._slow_down()
        # paho keeps such messages until the broker says so, and nobody subscribed to any.
        if self._in_packet["command"] & _COMMAND_AND_QUALITY == _PUBLISH_EXACTLY_ONCE:
            return MQTTErrorCode.MQTT_ERR_PROTOCOL
        return super()._packet_handle()

    def _slow_down(self) -> None:
        now = time.monotonic()
        if int(now) != self._second:
            self._second, self._packets = int(now), 0
        self._packets += 1
        if self._limits.packets_per_s and self._packets > self._limits.packets_per_s:
            self._ended.wait(int(now) + 1 - now)
