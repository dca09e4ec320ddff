"""What is kept of a PIN in its place, and which of these are good enough to be published.

`peppered-1:PEPPER:ARGON2`. `peppered-1` says how the PIN was mixed before it was made slow: with HMAC-SHA256 under the site's pepper.
PEPPER tells which pepper that was without telling anything of it, so that a tablet with another one knows that no PIN can be right.
ARGON2 is the encoded form of RFC 9106's reference implementation. None of it is a secret: without the pepper it can't be tried out.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass

from flexcare.errors import PinRefused
from flexcare.trust.secrets import Secret

MARK = "peppered-1"
MEMORY_KIB = 64 * 1024
"""RFC 9106, 4: the second recommended option; less is refused."""
ROUNDS = 3
LANES = 4
SALT_BYTES, HASH_BYTES = 16, 32
_MEMORY_MAX_KIB, _ROUNDS_MAX = 256 * 1024, 16
"""What a tablet would be kept busy with otherwise, or could not do at all."""

_CURE = "set it anew with flexcare pin set"
_KEPT = re.compile(
    rf"{MARK}:([0-9a-f]{{16}}):(\$argon2id\$v=19\$m=(\d{{1,8}}),t=(\d{{1,4}}),p=(\d{{1,3}})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+))"
)


@dataclass(frozen=True, slots=True)
class KeptPin:
    """pepper: the mark of the pepper; encoded: what Argon2id made, with its parameters."""

    pepper: str
    encoded: str

    def __repr__(self) -> str:
        return "KeptPin(...)"

    def is_of(self, pepper: Secret) -> bool:
        """Whether this pepper was mixed in."""
        return hmac.compare_digest(self.pepper, pepper_mark(pepper))

    def __str__(self) -> str:
        return f"{MARK}:{self.pepper}:{self.encoded}"


def pepper_mark(pepper: Secret) -> str:
    """What tells one pepper from another: 64 bits of an HMAC of nothing but its purpose."""
    return hmac.digest(pepper.reveal().encode(), b"FlexCare pepper mark 1", hashlib.sha256)[:8].hex()


def read_kept(text: str) -> KeptPin:
    """Read what was kept of a PIN; raises `PinRefused`, which never holds it, where that is too weak or of another making."""
    found = _KEPT.fullmatch(text.strip())
    if found is None:
        raise PinRefused("this is no hash of a PIN that was mixed with a pepper", cure=_CURE)
    memory_kib, rounds, lanes = int(found[3]), int(found[4]), int(found[5])
    if memory_kib < MEMORY_KIB or rounds < ROUNDS or _size(found[6]) < SALT_BYTES or _size(found[7]) < HASH_BYTES:
        raise PinRefused("the hash of the PIN is weaker than Argon2id with 64 MiB, 3 rounds and a salt of 16 bytes", cure=_CURE)
    if memory_kib > _MEMORY_MAX_KIB or rounds > _ROUNDS_MAX or not 1 <= lanes <= LANES or len(text) > 400:
        raise PinRefused("the hash of the PIN asks for more than a tablet has", cure=_CURE)
    return KeptPin(found[1], found[2])


def _size(base64_text: str) -> int:
    """How many bytes so much of Base64 without padding stands for."""
    return len(base64_text) * 6 // 8
