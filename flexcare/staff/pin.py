"""PINs of staff: which are good enough, and how they are kept. The only module that knows `argon2`.

A PIN has few digits, so its hash alone could be tried out by anybody who reads it. It is mixed with the site's pepper first, a secret of
256 bits that is never published (HMAC-SHA256), and then made slow (Argon2id, RFC 9106, 4: the second recommended option).
"""

from __future__ import annotations

import hashlib
import hmac
import itertools
from enum import StrEnum

import argon2

from flexcare.errors import PinRefused
from flexcare.staff.kept import HASH_BYTES, LANES, MEMORY_KIB, ROUNDS, SALT_BYTES, KeptPin, pepper_mark, read_kept
from flexcare.trust.secrets import Secret

DIGITS_MIN, DIGITS_MAX = 6, 16

_CHOOSE = "choose another one, of at least six digits that nobody guesses"
_PAIR = 2
# Shapes on the keypad and turns of phrase that the rules below do not find.
_BLOCKED_WORDS = """
    112233 121314 142536 147258 147852 159357 159753 171717 258456 357159 369258 420420 456852 520520 696969 753951 789456 852456 951753
    987456 007007 11223344 14725836 147258369
"""
_BLOCKED = frozenset(_BLOCKED_WORDS.split())
_HASHER = argon2.PasswordHasher(
    time_cost=ROUNDS, memory_cost=MEMORY_KIB, parallelism=LANES, hash_len=HASH_BYTES, salt_len=SALT_BYTES, type=argon2.Type.ID
)


class Role(StrEnum):
    """Who has a PIN."""

    NURSE = "nurse"
    IT = "it"


def check_pin(pin: str) -> None:
    """Raise `PinRefused`, which never holds the PIN, where a PIN is too easy."""
    if not (pin.isascii() and pin.isdecimal()):
        raise PinRefused("a PIN is made of digits", cure=_CHOOSE)
    if not DIGITS_MIN <= len(pin) <= DIGITS_MAX:
        raise PinRefused(f"a PIN has {DIGITS_MIN} to {DIGITS_MAX} digits", cure=_CHOOSE)
    if pin in _BLOCKED or _is_run(pin) or _repeats(pin) or _is_date(pin):
        raise PinRefused("this PIN is among the first that anybody tries", cure=_CHOOSE)


def hash_pin(pin: str, role: Role, pepper: Secret) -> str:
    """What may be kept in the PIN's place (`flexcare.staff.kept`); raises `PinRefused`."""
    check_pin(pin)
    return str(KeptPin(pepper_mark(pepper), _HASHER.hash(_mixed(pin, role, pepper))))


def pin_is(pin: str, role: Role, pepper: Secret, kept: str) -> bool:
    """Whether a PIN is the one of which this was kept; takes some 100 ms and 64 MiB."""
    try:
        return _HASHER.verify(read_kept(kept).encoded, _mixed(pin, role, pepper))
    except (PinRefused, argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return False


def _mixed(pin: str, role: Role, pepper: Secret) -> bytes:
    return hmac.digest(pepper.reveal().encode(), f"FlexCare PIN 1:{role}:{pin}".encode(), hashlib.sha256)


def _is_run(pin: str) -> bool:
    """123456, 987654, 246810 and the like: every step is the same, counted round the ten digits."""
    steps = {(int(after) - int(before)) % 10 for before, after in itertools.pairwise(pin)}
    return len(steps) == 1


def _repeats(pin: str) -> bool:
    """Few digits only, or one part again and again, or the same backwards."""
    parts = any(pin == pin[:size] * (len(pin) // size) for size in range(1, len(pin) // 2 + 1) if len(pin) % size == 0)
    return parts or len(set(pin)) <= _PAIR or pin == pin[::-1]


def _is_date(pin: str) -> bool:
    """A day as people write it, in six digits or eight: the first guess of who knows the owner's birthday."""
    if len(pin) not in (6, 8):
        return False
    first, second, last = int(pin[:2]), int(pin[2:4]), int(pin[-2:])
    year = int(pin[-4:]) if len(pin) == 8 else None
    day_first = (_is_day(first, second) or _is_day(second, first)) and (year is None or 1900 <= year < 2100)
    year_first = _is_day(last, int(pin[-4:-2])) and (len(pin) == 6 or 1900 <= int(pin[:4]) < 2100)
    return day_first or year_first


def _is_day(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12
