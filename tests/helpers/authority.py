"""A hospital's own certificate authority, and the certificates that it makes for servers."""

from __future__ import annotations

import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

HERE = ("127.0.0.1",)


class Authority:
    """A hospital's own, which makes server certificates."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "A test authority")])
        now = datetime.now(UTC)
        made = x509.CertificateBuilder(
            self._name, self._name, self._key.public_key(), x509.random_serial_number(), now - timedelta(100), now + timedelta(100)
        ).add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        self.pem = made.sign(self._key, hashes.SHA256()).public_bytes(Encoding.PEM)

    def server(self, path: Path, hosts: tuple[str, ...] = HERE, days: int = 30) -> Path:
        """A certificate with its key for these addresses and names, good until so many days from now."""
        key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
        who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "A test server")])
        names = x509.SubjectAlternativeName([_named(host) for host in hosts])
        made = x509.CertificateBuilder(
            self._name, who, key.public_key(), x509.random_serial_number(), now - timedelta(50), now + timedelta(days)
        ).add_extension(names, critical=False)
        signed = made.sign(self._key, hashes.SHA256()).public_bytes(Encoding.PEM)
        path.write_bytes(signed + key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return path


def _named(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
