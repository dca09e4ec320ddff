"""Enrolment: how a tablet learns whose it is, and gets what must never be published.

It is a file on a stick, made on the desk and taken by the tablet. Its secrets are encrypted to a key that the tablet made (X25519,
HKDF-SHA256, ChaCha20-Poly1305), or plain where hospital IT carries the stick there itself and wipes it.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding
from msgspec import Meta

from flexcare.configuration.compiled import Identifier, OptionalIdentifier
from flexcare.download import is_web_address
from flexcare.errors import EnrolmentFailed
from flexcare.trust.durable import write_durably
from flexcare.trust.fingerprint import ROOT_MAX_BYTES, Fingerprint, Pin
from flexcare.trust.secrets import Secret, folder_secrets, handed_over
from flexcare.trust.verdict import hospital_prefix

ENROLMENT_MAX_BYTES = 256 * 1024
AUTHORITIES_MAX_CHARS = 64 * 1024

_PURPOSE = b"FlexCare enrolment 1"
_KEY_BYTES = 32
_NONCE = b"\0" * 12  # each key is of one ephemeral exchange and encrypts once
_DEVICE_KEY = "device-key"
_FILE = "enrolment.json"
_MAKE_AGAIN = "make a new file with flexcare enrol on the desk"

T = TypeVar("T")
SecretName = Annotated[str, Meta(pattern=r"\A[a-z][a-z0-9-]{0,40}\Z")]


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a tablet is told. root: one version of the site's root, pinned from now on; address: where `public` is served.

    region: the region that the site belongs to, whose root it may be; "" for a site that stands alone. authorities: the certificates, as
    PEM, that the server's must come from; "" for the system's.
    """

    site: Identifier
    ward: Identifier
    device: Identifier
    address: Annotated[str, Meta(min_length=1, max_length=2000)]
    root: Annotated[bytes, Meta(min_length=1, max_length=ROOT_MAX_BYTES)]
    root_version: Annotated[int, Meta(ge=1)] = 1
    version: Literal[1] = 1
    region: OptionalIdentifier = ""
    authorities: Annotated[str, Meta(max_length=AUTHORITIES_MAX_CHARS)] = ""

    @property
    def prefix(self) -> str:
        """What the names of this site's targets begin with."""
        return hospital_prefix(self.site) if self.region else ""

    @property
    def pin(self) -> Pin:
        return Pin(Fingerprint.of(self.root), self.root_version, self.root)


@dataclass(frozen=True, slots=True)
class _Stick:
    """The file: plain secrets, or `sealed` ones for one tablet alone."""

    enrolment: Enrolment
    secrets: dict[SecretName, str] = field(default_factory=dict, repr=False)
    sealed: bytes = b""


def stick(enrolment: Enrolment, secrets: Mapping[str, Secret], device_key: str = "") -> bytes:
    """The enrolment file, with the secrets sealed to the tablet's key if that is given; raises `EnrolmentFailed`."""
    if not is_web_address(enrolment.address):
        raise EnrolmentFailed("the address is none that tablets can fetch from", cure="write http://host/path/ or https://host/path/")
    plain = {name: secret.reveal() for name, secret in secrets.items()}
    if not device_key:
        return msgspec.json.encode(_Stick(enrolment, plain))
    return msgspec.json.encode(_Stick(enrolment, sealed=_seal(msgspec.json.encode(plain), _public_key(device_key), _bound_to(enrolment))))


def offered(data: bytes) -> Enrolment:
    """What an enrolment file would make of a tablet; takes nothing. Raises `EnrolmentFailed`."""
    return _read(data, _Stick, "the enrolment file").enrolment


def certificates(data: bytes) -> str:
    """The certificates of a file as PEM, and nothing else of it; raises `EnrolmentFailed` where there is none."""
    try:
        found = "".join(each.public_bytes(Encoding.PEM).decode() for each in x509.load_pem_x509_certificates(data))
    except ValueError:
        raise EnrolmentFailed("there is no certificate in PEM", cure="name the file of the hospital's own authority") from None
    if len(found) > AUTHORITIES_MAX_CHARS:
        raise EnrolmentFailed("there are more certificates than a tablet takes", cure="name only those that the server's comes from")
    return found


class Tablet:
    """The tablet's own side: `folder` keeps what it was told, its key and its secrets. All raise `EnrolmentFailed` or `SecretsUnusable`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._secrets = folder_secrets(folder / "secrets")

    def key(self) -> str:
        """The public key to seal secrets to; made when it is first asked for, and the private one never leaves the tablet."""
        return _text(self._private_key().public_key().public_bytes_raw())

    def take(self, data: bytes, *, expected_words: str = "") -> Enrolment:
        """Take an enrolment file: secrets first, then what the tablet is. `expected_words` is the fingerprint as the desk showed it."""
        read = _read(data, _Stick, "the enrolment file")
        enrolment = read.enrolment
        if expected_words and expected_words.strip().lower() != enrolment.pin.fingerprint.words:
            raise EnrolmentFailed("the fingerprint is another one", cure="do not use this file; ask hospital IT where it comes from")
        secrets = read.secrets
        if read.sealed:
            secrets = _read(_unseal(read.sealed, self._private_key(), _bound_to(enrolment)), dict[SecretName, str], "its secrets")
        for name, secret in secrets.items():
            self._secrets.put(f"{enrolment.site}.{name}", Secret(secret))
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_durably(self._folder / _FILE, msgspec.json.encode(enrolment))
        except OSError as error:
            raise EnrolmentFailed(f"it cannot be kept: {error.strerror}", place=str(self._folder), cure="check rights and space") from error
        return enrolment

    def enrolment(self) -> Enrolment | None:
        """What the tablet was told last; None before its first enrolment."""
        try:
            with (self._folder / _FILE).open("rb") as file:
                data = file.read(ENROLMENT_MAX_BYTES)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise EnrolmentFailed(
                f"it cannot be read: {error.strerror}", place=str(self._folder), cure="check the folder's rights"
            ) from error
        return _read(data, Enrolment, str(self._folder / _FILE))

    def secret(self, name: str) -> Secret | None:
        """A secret such as `pepper`: what systemd hands over, bound to this machine, else what came with the enrolment, or None."""
        enrolment = self.enrolment()
        if enrolment is None:
            return None
        handed, full = handed_over(), f"{enrolment.site}.{name}"
        found = handed.get(full) if handed is not None else None
        return found if found is not None else self._secrets.get(full)

    def _private_key(self) -> X25519PrivateKey:
        kept = self._secrets.get(_DEVICE_KEY)
        if kept is None:
            key = X25519PrivateKey.generate()
            self._secrets.put(_DEVICE_KEY, Secret(_text(key.private_bytes_raw())))
            return key
        try:
            return X25519PrivateKey.from_private_bytes(_bytes(kept.reveal()))
        except ValueError:
            raise EnrolmentFailed("the tablet's key is damaged", cure="delete the tablet's state and enrol it again") from None


def _read(data: bytes, kind: type[T], what: str) -> T:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        # Without the library's words and chain: they may hold what was in the file.
        raise EnrolmentFailed(f"{what} is damaged, or for a newer FlexCare", cure=_MAKE_AGAIN) from None


def _bound_to(enrolment: Enrolment) -> bytes:
    """What a sealed part belongs to: nobody moves it into a file that tells the tablet something else."""
    plain = msgspec.to_builtins(enrolment)
    for later in ("region", "authorities"):
        if not plain[later]:  # files made before there was such a thing still open
            del plain[later]
    return msgspec.json.encode(plain, order="deterministic")


def _seal(data: bytes, to: X25519PublicKey, bound: bytes) -> bytes:
    ephemeral = X25519PrivateKey.generate()
    mine = ephemeral.public_key().public_bytes_raw()
    try:
        shared = ephemeral.exchange(to)
    except ValueError:  # a point of low order (RFC 7748, 6.1): anybody would know what comes out
        raise _no_key() from None
    key = _derived(shared, mine + to.public_bytes_raw())
    return mine + ChaCha20Poly1305(key).encrypt(_NONCE, data, bound)


def _unseal(sealed: bytes, mine: X25519PrivateKey, bound: bytes) -> bytes:
    try:
        theirs = sealed[:_KEY_BYTES]
        shared = mine.exchange(X25519PublicKey.from_public_bytes(theirs))
        key = _derived(shared, theirs + mine.public_key().public_bytes_raw())
        return ChaCha20Poly1305(key).decrypt(_NONCE, sealed[_KEY_BYTES:], bound)
    except (InvalidTag, ValueError):
        raise EnrolmentFailed("its secrets are for another tablet, or it was changed", cure=_MAKE_AGAIN) from None


def _derived(shared: bytes, salt: bytes) -> bytes:
    return HKDF(hashes.SHA256(), _KEY_BYTES, salt, _PURPOSE).derive(shared)


def _public_key(text: str) -> X25519PublicKey:
    try:
        return X25519PublicKey.from_public_bytes(_bytes(text))
    except ValueError:
        raise _no_key() from None


def _no_key() -> EnrolmentFailed:
    return EnrolmentFailed("this is no key of a tablet", cure="show it on the tablet with flexcare enrol --show-key")


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text.strip() + "=", altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ValueError("not base64") from error
