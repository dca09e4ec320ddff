from __future__ import annotations

import pytest

from flexcare.errors import PinRefused
from flexcare.staff.kept import MARK, pepper_mark, read_kept
from flexcare.trust.secrets import Secret

SALT, HASH = "A" * 22, "B" * 43
GOOD = f"{MARK}:{'0' * 16}:$argon2id$v=19$m=65536,t=3,p=4${SALT}${HASH}"


def test_what_was_kept_is_read_and_never_shown() -> None:
    kept = read_kept(f"{GOOD}\n")
    assert str(kept) == GOOD
    assert kept.encoded == GOOD.partition("0" * 16 + ":")[2]
    assert repr(kept) == "KeptPin(...)"


def test_a_pepper_is_told_from_another_by_a_mark_that_is_not_it() -> None:
    pepper = Secret("pepper")
    kept = read_kept(GOOD.replace("0" * 16, pepper_mark(pepper)))
    assert kept.is_of(pepper)
    assert not kept.is_of(Secret("salt"))
    assert "pepper" not in pepper_mark(pepper)


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [
        (f"{MARK}:{'0' * 16}:", "", "no hash"),
        (f"{MARK}:", "plain-1:", "no hash"),
        ("0" * 16, "0" * 15, "no hash"),
        ("argon2id", "argon2i", "no hash"),
        ("v=19", "v=16", "no hash"),
        (GOOD, "", "no hash"),
        (GOOD, "683917", "no hash"),
        ("m=65536", "m=65535", "weaker"),
        ("t=3", "t=2", "weaker"),
        (SALT, "A" * 20, "weaker"),
        (HASH, "B" * 41, "weaker"),
        ("m=65536", "m=1048576", "more than"),
        ("t=3", "t=99", "more than"),
        ("p=4", "p=0", "more than"),
        ("p=4", "p=64", "more than"),
        (HASH, "B" * 400, "more than"),
    ],
)
def test_what_is_weak_or_of_another_making_is_refused(was: str, now: str, why: str) -> None:
    with pytest.raises(PinRefused, match=why) as caught:
        read_kept(GOOD.replace(was, now))
    assert "$" not in str(caught.value)
    assert "683917" not in str(caught.value)
