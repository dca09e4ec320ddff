"""The fingerprint of a site's root: what a person compares when a tablet meets its hospital for the first time."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Annotated

import msgspec

from flexcare.errors import RepositoryUnusable

ROOT_MAX_BYTES = 64 * 1024

# Proquints (Wilkerson, arXiv:0901.4016): each says 16 bits as a word that can be read over a telephone in any language.
_CONSONANTS = "bdfghjklmnprstvz"
_VOWELS = "aiou"
# 128 bits: nobody finds a second root with the same words (NIST SP 800-107 Rev. 1, 4.1: second preimages).
_WORDS = 8


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The SHA-256 of one version of a root, as 64 hexadecimal digits."""

    digest: str

    @classmethod
    def of(cls, root: bytes) -> Fingerprint:
        return cls(hashlib.sha256(root).hexdigest())

    @property
    def words(self) -> str:
        """The first half of it as eight words."""
        return "-".join(_word(int(self.digest[4 * index : 4 * index + 4], 16)) for index in range(_WORDS))


@dataclass(frozen=True, slots=True)
class Pin:
    """The root that a tablet believes from its first contact on: one version of it, by fingerprint, or whole where `root` is given."""

    fingerprint: Fingerprint
    version: int = 1
    root: bytes = b""

    @classmethod
    def of(cls, root: bytes) -> Pin:
        """The pin of a whole root; raises `RepositoryUnusable` where it is none."""
        try:
            version = msgspec.json.decode(root, type=_Root).signed.version
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise RepositoryUnusable("this is no root", cure="name the newest NUMBER.root.json that the region serves") from error
        return cls(Fingerprint.of(root), version, root)


class _Signed(msgspec.Struct, tag_field="_type", tag="root"):
    version: Annotated[int, msgspec.Meta(ge=1)]


class _Root(msgspec.Struct):
    signed: _Signed


def _word(number: int) -> str:
    return (
        _CONSONANTS[number >> 12 & 15]
        + _VOWELS[number >> 10 & 3]
        + _CONSONANTS[number >> 6 & 15]
        + _VOWELS[number >> 4 & 3]
        + _CONSONANTS[number & 15]
    )
