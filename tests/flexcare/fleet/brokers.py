"""Brokers on loopback: real ones, and one that sends whatever a test wants."""

from __future__ import annotations

import ipaddress
import queue
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from deploy.demo_broker import Mosquitto
from flexcare.fleet.address import Broker
from flexcare.fleet.connection import Connection, Heard, Limits, Line, Message

WAIT_S = 30.0
CONNACK, SUBACK = b"\x20\x02\x00\x00", b"\x90\x03\x00\x01\x00"
NewConnection = Callable[..., "Listener"]


@pytest.fixture
def mosquitto(tmp_path: Path) -> Iterator[Mosquitto]:
    broker = Mosquitto(tmp_path / "broker")
    yield broker
    broker.end()


class Listener:
    """A connection, and what it hears as events to wait for."""

    def __init__(self, line: Line, *, name: str, topics: tuple[str, ...] = (), will: Message | None = None, limits: Limits | None = None):
        self.messages: queue.Queue[tuple[str, bytes]] = queue.Queue()
        self.turns: queue.Queue[str] = queue.Queue()
        heard = Heard(lambda topic, payload: self.messages.put((topic, payload)), lambda: self.turns.put(""), self.turns.put)
        self.connection = Connection(line, name, topics, heard, will=will, limits=limits)
        self.connection.start()

    def up(self) -> None:
        """Wait until it is connected, whatever was before."""
        while self.turns.get(timeout=WAIT_S):
            pass

    def down(self) -> str:
        """Wait until it is not; why."""
        while not (why := self.turns.get(timeout=WAIT_S)):
            pass
        return why

    def hear(self) -> tuple[str, bytes]:
        return self.messages.get(timeout=WAIT_S)


@pytest.fixture
def listen() -> Iterator[NewConnection]:
    """Makes listeners: `listen(address or Line, name=..., ...)`."""
    with ExitStack() as stack:

        def make(
            to: str | Line, name: str, topics: tuple[str, ...] = (), will: Message | None = None, limits: Limits | None = None
        ) -> Listener:
            listener = Listener(Line(Broker.of(to)) if isinstance(to, str) else to, name=name, topics=topics, will=will, limits=limits)
            stack.callback(listener.connection.end)
            return listener

        yield make


class Hostile:
    """A broker that lets in whoever comes, sends `after` and holds the line; `came` has one entry a visit, True where it was sent."""

    def __init__(self, after: bytes) -> None:
        self.came: queue.Queue[socket.socket] = queue.Queue()
        self.hung_up: queue.Queue[bool] = queue.Queue()
        self._after = after
        self._server = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def address(self) -> str:
        return f"mqtt://127.0.0.1:{self._server.getsockname()[1]}"

    def close(self) -> None:
        self._server.close()

    def _serve(self) -> None:
        while True:
            try:
                visitor, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(visitor,), daemon=True).start()

    def _talk(self, visitor: socket.socket) -> None:
        with visitor:
            try:
                visitor.recv(4096)
                visitor.sendall(CONNACK)
                visitor.sendall(self._after)
                while visitor.recv(4096):
                    pass
            except OSError:
                pass
        self.hung_up.put(True)


@pytest.fixture
def hostile() -> Iterator[Callable[[bytes], Hostile]]:
    with ExitStack() as stack:

        def make(after: bytes) -> Hostile:
            broker = Hostile(after)
            stack.callback(broker.close)
            return broker

        yield make


def guarded(folder: Path, passwords: Mapping[str, str], *, more: tuple[str, ...] = (), listener: tuple[str, ...] = ()) -> Mosquitto:
    """A broker that lets in only these users."""
    file = folder / "passwords"
    file.touch()
    for user, password in passwords.items():
        subprocess.run(["mosquitto_passwd", "-b", str(file), user, password], check=True, capture_output=True)
    lines = ("user root", "allow_anonymous false", f"password_file {file}", *more)
    return Mosquitto(folder / "broker", more=lines, listener=listener)


class Authority:
    """A hospital's own certificate authority (`pem`), and the lines that make a broker show its certificate for 127.0.0.1."""

    def __init__(self, folder: Path) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Vest test authority")])
        now = datetime.now(UTC)
        certificate = (
            x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now - timedelta(1), now + timedelta(30))
            .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .sign(key, hashes.SHA256())
        )
        self.pem = certificate.public_bytes(Encoding.PEM).decode()
        (folder / "broker.pem").write_text(self.pem)
        (folder / "broker.key").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        self.listener = (f"certfile {folder / 'broker.pem'}", f"keyfile {folder / 'broker.key'}")
