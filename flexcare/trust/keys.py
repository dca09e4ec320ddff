"""Private keys on a disk: ed25519, each a PEM file that is encrypted with a passphrase of its own from the key store."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.signer import CryptoSigner, Signer

from flexcare.errors import RepositoryUnusable
from flexcare.trust.durable import write_durably
from flexcare.trust.secrets import Secrets, random_secret

KEY_MAX_BYTES = 16 * 1024


class KeyRing:
    """The private keys of one site: files `ROLE-NUMBER.pem` in folders, some of which may be on sticks that are not always there.

    New keys go to the first folder. What says which keys count is the repository's root, never a file's name.
    """

    def __init__(self, site: str, folders: Sequence[Path], secrets: Secrets) -> None:
        self._site = site
        self._folders = tuple(folders)
        self._secrets = secrets

    def __repr__(self) -> str:
        return f"KeyRing({self._site!r})"

    def make(self, role: str) -> Signer:
        """Make a new key for a role, under the next free number. Its passphrase is kept first; no key is ever overwritten."""
        folder = self._folders[0]
        number = max((_number(path) for path in self._files(role)), default=0) + 1
        path = folder / f"{role}-{number}.pem"
        key = Ed25519PrivateKey.generate()
        passphrase = random_secret()
        self._secrets.put(self._account(path), passphrase)
        data = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(passphrase.reveal().encode()),
        )
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_durably(path, data)
        except OSError as error:
            raise RepositoryUnusable(
                f"the key cannot be written: {error.strerror}", place=str(path), cure="check the folder's rights and the free space"
            ) from error
        return CryptoSigner(key)

    def need(self, role: str, key_ids: Collection[str], threshold: int = 1) -> list[Signer]:
        """The keys of a role that count, as many as are here; raises `RepositoryUnusable` if these are fewer than the threshold."""
        signers = {signer.public_key.keyid: signer for signer in map(self._read, self._files(role))}
        usable = [signer for key_id, signer in signers.items() if key_id in key_ids]
        if len(usable) < threshold:
            place = ", ".join(map(str, self._folders))
            what = f"{threshold} of the keys of {role} are needed, and {len(usable)} are here"
            raise RepositoryUnusable(what, place=place, cure="name the folder that has the others with --keys")
        return usable

    def forget(self, role: str, key_ids: Collection[str]) -> None:
        """Delete the keys of a role that count no longer; `key_ids` are those that do."""
        for path in self._files(role):
            if self._read(path).public_key.keyid not in key_ids:
                path.unlink()

    def _files(self, role: str) -> list[Path]:
        found = [path for folder in self._folders for path in folder.glob(f"{role}-*.pem") if _number(path, role)]
        return sorted(found, key=_number)

    def _account(self, path: Path) -> str:
        return f"{self._site}.{path.stem}"

    def _read(self, path: Path) -> Signer:
        passphrase = self._secrets.need(self._account(path))
        try:
            with path.open("rb") as file:
                data = file.read(KEY_MAX_BYTES)
            key = serialization.load_pem_private_key(data, passphrase.reveal().encode())
        except OSError as error:
            raise RepositoryUnusable(
                f"the key cannot be read: {error.strerror}", place=str(path), cure="use the account that made it"
            ) from error
        except (ValueError, TypeError):
            raise RepositoryUnusable(
                "the key and its passphrase do not belong together", place=str(path), cure="bring back this site's key file and key store"
            ) from None
        if not isinstance(key, Ed25519PrivateKey):
            raise RepositoryUnusable("this is no ed25519 key", place=str(path), cure="bring back the key file of this site")
        return CryptoSigner(key)


def _number(path: Path, role: str | None = None) -> int:
    """The number in a key's file name; 0 if it is no key's name, or another role's."""
    stem, _, number = path.stem.rpartition("-")
    return int(number) if number.isdecimal() and role in (None, stem) else 0
