"""The certificates of authorities that a source names: what is believed of a broker, and of web pages."""

from __future__ import annotations

from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from flexcare.configuration import toml_lines
from flexcare.configuration.faults import Faults
from flexcare.configuration.validate import Tables
from flexcare.session.offer import CERTIFICATES_MAX_CHARS


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
            return "" if len(self._pem(name)) <= CERTIFICATES_MAX_CHARS else "holds more certificates than a tablet takes"
        except OSError as error:
            return f"cannot be read: {error.strerror}"
        except ValueError:
            return "holds no certificate in PEM"

    def _pem(self, name: str) -> str:
        with (self._folder / name).open("rb") as file:
            data = file.read(4 * CERTIFICATES_MAX_CHARS)
        return "".join(each.public_bytes(Encoding.PEM).decode() for each in x509.load_pem_x509_certificates(data))


def check_authority(key: toml_lines.Path, name: str, authorities: Authorities, tables: Tables, faults: Faults) -> None:
    """Tell a file of certificates that cannot be used; "" names none."""
    why_not = authorities.why_not(name) if name else ""
    if why_not:
        faults.add(tables.fault(key, why_not, "put the file with the authority's certificates beside hospital.toml"))
