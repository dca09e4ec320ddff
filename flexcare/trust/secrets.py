"""Passphrases and tokens: where they are kept. The only module that knows `keyring`.

On a desk that is the desktop's own key store; on a headless tablet the credentials that systemd hands to the supervisor
(systemd.exec(5), LoadCredential=), read-only; for a demo, and on a tablet enrolled from a file, a folder that only its owner can read.
"""

from __future__ import annotations

import os
import re
import secrets as randomness
from collections.abc import Mapping
from pathlib import Path

import keyring
import keyring.backend
import keyring.backends.fail
import keyring.errors

from flexcare.errors import SecretsUnusable
from flexcare.trust.durable import write_durably

SECRET_MAX_BYTES = 64 * 1024

_SERVICE = "flexcare"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,200}")
_RANDOM_BYTES = 32


class Secret:
    """A text that cannot be printed by accident; `reveal` gives it to what needs it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return "Secret(...)"

    __str__ = __repr__

    def __format__(self, _specification: str) -> str:
        return repr(self)

    def __reduce__(self) -> str:
        raise TypeError("a secret is not pickled")


def random_secret() -> Secret:
    """A new secret of 256 bits."""
    return Secret(randomness.token_urlsafe(_RANDOM_BYTES))


class Secrets:
    """Secrets by name in one key store; a name is letters, digits, dots and hyphens. All raise `SecretsUnusable`."""

    def __init__(self, backend: keyring.backend.KeyringBackend) -> None:
        self._backend = backend

    def __repr__(self) -> str:
        return f"Secrets({type(self._backend).__name__})"

    def get(self, name: str) -> Secret | None:
        """The secret of this name, or None if there is none."""
        _check(name)
        try:
            text = self._backend.get_password(_SERVICE, name)
        except (keyring.errors.KeyringError, OSError, UnicodeDecodeError) as error:
            raise _unusable("cannot be read", name, error) from None
        return None if text is None else Secret(text)

    def need(self, name: str) -> Secret:
        """The secret of this name, which must be there."""
        secret = self.get(name)
        if secret is None:
            raise SecretsUnusable("there is no such secret in this key store", place=name, cure="use the desk and the account that made it")
        return secret

    def put(self, name: str, secret: Secret) -> None:
        """Keep a secret under a name, in the place of an older one."""
        _check(name)
        try:
            self._backend.set_password(_SERVICE, name, secret.reveal())
        except (keyring.errors.KeyringError, OSError) as error:
            raise _unusable("cannot be kept", name, error) from None


class FolderKeyring(keyring.backend.KeyringBackend):
    """One file for each secret in a folder that only its owner can read."""

    priority = 0  # never chosen by keyring itself

    def __init__(self, folder: Path, *, writable: bool) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._folder = folder
        self._writable = writable

    def get_password(self, service: str, username: str) -> str | None:
        try:
            with (self._folder / f"{service}.{username}").open("rb") as file:
                data = file.read(SECRET_MAX_BYTES + 1)
        except FileNotFoundError:
            return None
        if len(data) > SECRET_MAX_BYTES:
            raise keyring.errors.KeyringError("the file is too large for a secret")
        # An editor or echo ends a file with a line break, and no secret does.
        return data.decode().rstrip("\r\n")

    def set_password(self, service: str, username: str, password: str) -> None:
        if not self._writable:
            raise keyring.errors.PasswordSetError("what systemd hands over is read-only")
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_durably(self._folder / f"{service}.{username}", password.encode())

    def delete_password(self, service: str, username: str) -> None:
        if not self._writable:
            raise keyring.errors.PasswordDeleteError("what systemd hands over is read-only")
        (self._folder / f"{service}.{username}").unlink(missing_ok=True)


def folder_secrets(folder: Path) -> Secrets:
    """Secrets as files in a folder: for demos, and for a tablet that was enrolled from a file."""
    return Secrets(FolderKeyring(folder, writable=True))


def handed_over(environment: Mapping[str, str] = os.environ) -> Secrets | None:
    """The credentials that systemd hands to this service, read-only; None where it hands none over."""
    credentials = environment.get("CREDENTIALS_DIRECTORY", "")
    return Secrets(FolderKeyring(Path(credentials), writable=False)) if credentials.startswith("/") else None


def machine_secrets(environment: Mapping[str, str] = os.environ) -> Secrets:
    """What this machine offers: systemd's credentials where it hands some over, otherwise the desktop's key store.

    Raises `SecretsUnusable` where there is neither.
    """
    handed = handed_over(environment)
    if handed is not None:
        return handed
    backend = keyring.get_keyring()
    if isinstance(backend, keyring.backends.fail.Keyring):
        raise SecretsUnusable(
            "this account has no key store",
            cure="log in to a desktop that has one (GNOME, KDE); for a trial, flexcare init --demo; "
            "flexcare renew also takes what systemd's LoadCredential= hands over",
        )
    return Secrets(backend)


def _check(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise SecretsUnusable("this is no name for a secret", place=ascii(name)[:80], cure="use letters, digits, dots and hyphens")


def _unusable(what: str, name: str, error: Exception) -> SecretsUnusable:
    # The error's own words are a backend's, and could hold anything.
    return SecretsUnusable(f"the secret {what} ({type(error).__name__})", place=name, cure="unlock the key store and try again")
