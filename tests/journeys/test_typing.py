"""Typing with a finger in a real session: sandbox, compositor and touches as at a bed; what is typed is found and told to nobody."""

from __future__ import annotations

import pytest

from deploy.tour.patient import Patient
from kiosk.keyboard.layouts import LAYOUTS
from tests.helpers.bed import NewBed, on
from tests.helpers.bedside import channel, offer

pytestmark = [pytest.mark.timeout(180)]

NOWHERE = "http://127.0.0.1:9/nothing.ts"
NAMES = {1: "Ærø Lokal", 2: "Größe Zwei", 3: "قناة البيت", 4: "News 24"}
WORDS = {"da": ("Dansk", "Søg", "ærø", 1), "de": ("Deutsch", "Suchen", "größe", 2), "ar": ("العربية", "بحث", "قناة", 3)}


def begin(new_bed: NewBed, language: str, search: str) -> Patient:
    bed, patient = new_bed(offer(*(channel(number, NOWHERE, name) for number, name in NAMES.items())), "--log", "DEBUG")
    patient.see("Welcome", on("Welcome"))
    patient.tap(language)
    patient.see("Home", on("Home"))
    patient.tap(search)
    patient.see("the keys", lambda screen: screen.sheet == "Search" and screen.target("-") is not None)
    assert patient.bed is bed
    return patient


@pytest.mark.parametrize("code", WORDS)
@pytest.mark.long
def test_what_is_touched_key_by_key_is_found_and_plays(new_bed: NewBed, code: str) -> None:
    language, search, word, number = WORDS[code]
    patient = begin(new_bed, language, search)
    assert set(word) <= set("".join(LAYOUTS[code].lower))
    for letter in word:
        patient.tap(letter)
    patient.tap(NAMES[number])
    screen = patient.see("television", on("Television"), steady=False)
    assert screen.number == number
    assert "wayland" not in patient.bed.words(), "Qt speaks of its input method"
    assert word not in patient.bed.words()


def test_digits_find_a_number_and_real_keys_type_into_the_field(new_bed: NewBed) -> None:
    patient = begin(new_bed, "English", "Search")
    patient.tap("Digits and signs")
    patient.see("the digits", lambda screen: screen.target("4") is not None)
    patient.key("2")
    patient.tap("4")
    patient.tap("News 24")
    assert patient.see("television", on("Television"), steady=False).number == 4
