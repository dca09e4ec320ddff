"""The broker of a source: an address that is safe to use, and the certificates to believe of it."""

from __future__ import annotations

from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from flexcare.configuration.compiled import BROKER_CA_MAX_CHARS
from flexcare.configuration.faults import Faults
from flexcare.configuration.model import FleetSection
from flexcare.configuration.validate import Tables
from flexcare.fleet.address import Broker


class Authorities:
    """Reads certificates from the source's folder; nothing but the certificates of a file is ever published."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> str:
        """The certificates of a file as PEM; "" for no name, and where `why_not` says why."""
        return "" if not name or self.why_not(name) else self._pem(name)

    def why_not(self, name: str) -> str:
        """Why a file cannot be used; "" where it can."""
        try:
            return "" if len(self._pem(name)) <= BROKER_CA_MAX_CHARS else "holds more certificates than a tablet takes"
        except OSError as error:
            return f"cannot be read: {error.strerror}"
        except ValueError:
            return "holds no certificate in PEM"

    def _pem(self, name: str) -> str:
        with (self._folder / name).open("rb") as file:
            data = file.read(4 * BROKER_CA_MAX_CHARS)
        return "".join(each.public_bytes(Encoding.PEM).decode() for each in x509.load_pem_x509_certificates(data))


def check_broker(fleet: FleetSection, authorities: Authorities, tables: Tables, faults: Faults) -> None:
    """Tell a broker that nobody should connect to, and certificates that cannot be used."""
    try:
        if fleet.broker:
            Broker.of(fleet.broker)
    except ValueError as error:
        faults.add(tables.fault(("fleet", "broker"), str(error), "write mqtts://host:port; mqtt:// is for this machine alone"))
    why_not = authorities.why_not(fleet.broker_ca) if fleet.broker_ca else ""
    if why_not:
        cure = "put the file with the authority's certificates beside hospital.toml"
        faults.add(tables.fault(("fleet", "broker_ca"), why_not, cure))
