from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theme.palettes import (
    CONTROL_CONTRAST,
    CONTROL_PAIRS,
    DAY,
    LOGO_MARKS,
    NIGHT,
    NIGHT_MAX_LUMINANCE,
    PALETTES,
    SOFT_TEXT_CONTRAST,
    SOFT_TEXT_PAIRS,
    TEXT_CONTRAST,
    TEXT_PAIRS,
    Palette,
    contrast,
    luminance,
    with_accent,
)

RULES = ((TEXT_PAIRS, TEXT_CONTRAST), (SOFT_TEXT_PAIRS, SOFT_TEXT_CONTRAST), (CONTROL_PAIRS, CONTROL_CONTRAST))
COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


def failing(palette: Palette) -> list[str]:
    return [
        f"{ink} on {ground}: {contrast(getattr(palette, ink), getattr(palette, ground)):.2f} < {least}"
        for pairs, least in RULES
        for ink, ground in pairs
        if contrast(getattr(palette, ink), getattr(palette, ground)) < least
    ]


@pytest.mark.parametrize("name", PALETTES)
def test_every_pair_can_be_read(name: str) -> None:
    assert failing(PALETTES[name]) == []


@pytest.mark.parametrize("name", PALETTES)
def test_plates_suit_light_and_dark_logos(name: str) -> None:
    assert all(contrast(PALETTES[name].plate, mark) >= CONTROL_CONTRAST for mark in LOGO_MARKS)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_night_is_dim_and_not_blue() -> None:
    for role in fields(NIGHT):
        colour = getattr(NIGHT, role.name)[-6:]
        assert luminance(f"#{colour}") <= NIGHT_MAX_LUMINANCE, role.name
        assert int(colour[:2], 16) >= int(colour[4:], 16), role.name


@given(COLOURS)
def test_any_hospitals_colour_can_be_read_by_day_and_by_night(accent: str) -> None:
    assert failing(with_accent(DAY, accent)) == []
    assert failing(with_accent(NIGHT, accent)) == []
    night = with_accent(NIGHT, accent).accent
    assert luminance(night) <= NIGHT_MAX_LUMINANCE
    assert int(night[1:3], 16) >= int(night[5:7], 16)


def test_a_blue_hospital_is_not_blue_at_night() -> None:
    assert with_accent(NIGHT, "#0055AA") == NIGHT
    assert with_accent(DAY, "#0055AA") != DAY
