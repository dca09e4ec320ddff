"""The hashes of the staff's PINs on the desk: files `pin-ROLE.txt` beside the keys, taken along by every publication."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from flexcare.errors import PinRefused, RepositoryUnusable
from flexcare.staff.kept import read_kept
from flexcare.trust.durable import write_durably
from flexcare.trust.secrets import Secret

_CURE = "set the PIN anew with flexcare pin set"


def keep_pin(folder: Path, role: str, kept: str) -> None:
    """Keep the hash of a role's PIN in the place of the one before; raises OSError."""
    write_durably(folder / f"pin-{role}.txt", kept.encode())


def read_pins(folder: Path) -> dict[str, str]:
    """What is kept of the PINs, by role; raises OSError, and `RepositoryUnusable` for one that tablets would refuse."""
    found = {}
    for path in sorted(folder.glob("pin-*.txt")):
        try:
            found[path.stem.removeprefix("pin-")] = str(read_kept(path.read_text()))
        except (PinRefused, UnicodeDecodeError) as error:
            what = error.what if isinstance(error, PinRefused) else "the file is damaged"
            raise RepositoryUnusable(what, place=str(path), cure=_CURE) from None
    return found


def check_pepper(pins: Mapping[str, str], pepper: Secret) -> None:
    """Raise `RepositoryUnusable` for a PIN that was mixed with another pepper than tablets get: it would lock the staff out."""
    for role, kept in pins.items():
        if not read_kept(kept).is_of(pepper):
            raise RepositoryUnusable(f"the PIN of {role} was set with another pepper than this key store's", cure=_CURE)
