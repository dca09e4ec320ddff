from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flexcare.clock import SystemClock
from flexcare.errors import PinRefused
from flexcare.staff.pin import Role, check_pin, hash_pin, pin_is
from flexcare.trust.repository import Repository
from flexcare.trust.secrets import Secret

PEPPER = Secret("of-the-site")
GOOD = "683917"


NO_NUMBER = ["", "68391a", "\uff16\uff18\uff13\uff19\uff11\uff17", "683 917", "-68391"]
TOO_SHORT_OR_LONG = ["1234", "68391", "1" * 17]
GUESSED = ["123456", "654321", "246802", "000000", "121212", "123123", "112211", "683386", "147258", "11223344"]
DAYS = ["24121980", "241280", "19801224", "801224", "12241980"]


@pytest.mark.parametrize("pin", [*NO_NUMBER, *TOO_SHORT_OR_LONG, *GUESSED, *DAYS])
def test_easy_pins_are_refused_without_being_told(pin: str) -> None:
    with pytest.raises(PinRefused) as caught:
        check_pin(pin)
    assert len(pin) < 4 or pin not in str(caught.value)


@pytest.mark.parametrize("pin", [GOOD, "4719302", "90628174", "683917683918"])
def test_good_pins(pin: str) -> None:
    check_pin(pin)


@given(st.text(max_size=40))
@settings(max_examples=300)
def test_any_text_is_a_pin_or_refused(text: str) -> None:
    try:
        check_pin(text)
    except PinRefused:
        return
    assert text.isascii()
    assert text.isdecimal()


def test_only_the_pin_its_role_and_the_sites_pepper_open_it() -> None:
    kept = hash_pin(GOOD, Role.NURSE, PEPPER)
    assert kept.startswith("peppered-1:")
    assert "$argon2id$v=19$m=65536,t=3,p=4$" in kept
    assert GOOD not in kept
    assert pin_is(GOOD, Role.NURSE, PEPPER, kept)
    assert not pin_is("683918", Role.NURSE, PEPPER, kept)
    assert not pin_is(GOOD, Role.IT, PEPPER, kept)
    assert not pin_is(GOOD, Role.NURSE, Secret("of-another-site"), kept)
    assert not pin_is(GOOD, Role.NURSE, PEPPER, "damaged")


def test_the_command_keeps_a_hash_and_the_next_publication_takes_it_along(tmp_path: Path) -> None:
    repository = Repository.create(tmp_path / "desk", "north", SystemClock(), demo=True)

    def run(line: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "flexcare", "pin", "set", "nurse", str(tmp_path / "desk")]
        return subprocess.run(command, input=line, capture_output=True, text=True, timeout=60, check=False)

    done = run(f"{GOOD}\n")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "The PIN of nurse is set. It reaches the tablets with the next flexcare publish.\n",
        "",
    )
    kept = (tmp_path / "desk/keys/pin-nurse.txt").read_text()
    assert pin_is(GOOD, Role.NURSE, repository.pepper(), kept)
    refused = run("123456\n")
    assert refused.returncode == 2
    assert "123456" not in refused.stderr
    assert (tmp_path / "desk/keys/pin-nurse.txt").read_text() == kept
