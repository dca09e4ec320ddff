from __future__ import annotations

import pytest

from kiosk.comfort.comfort import BRIGHTNESS_MAX, BRIGHTNESS_MIN, DARKEST_VEIL, Comfort
from theme.theme import Theme


@pytest.fixture
def theme() -> Theme:
    return Theme()


@pytest.fixture
def comfort(theme: Theme) -> Comfort:
    return Comfort(theme, "day")


def test_the_first_palette_shows_at_once(theme: Theme) -> None:
    Comfort(theme, "contrast")
    assert theme.property("bordered") is True


def test_text_size_and_movement_reach_the_screen(theme: Theme, comfort: Comfort) -> None:
    comfort.setTextSize("largest")
    comfort.setReduceMotion(True)
    assert theme.property("textScale") == 2.0
    assert theme.property("slide") == 0


def test_a_name_that_is_unknown_changes_nothing(comfort: Comfort) -> None:
    changes: list[None] = []
    comfort.changed.connect(lambda: changes.append(None))
    comfort.setTextSize("huge")
    comfort.setPalette("pink")
    assert (comfort.current_text_size, comfort.current_palette, changes) == ("standard", "day", [])


def test_brightness_stays_within_its_bounds(comfort: Comfort) -> None:
    comfort.stepBrightness(-100)
    assert (comfort.property("brightness"), comfort.property("veil")) == (BRIGHTNESS_MIN, DARKEST_VEIL)
    comfort.stepBrightness(100)
    assert (comfort.property("brightness"), comfort.property("veil")) == (BRIGHTNESS_MAX, 0)


def test_the_night_has_its_palette_until_the_patient_chooses_one(theme: Theme) -> None:
    comfort = Comfort(theme, "day", night_palette="contrast")
    comfort.heed(night=True, light_percent=100)
    assert (comfort.current_palette, comfort.palette_is_chosen) == ("contrast", False)
    comfort.heed(night=False, light_percent=100)
    assert comfort.current_palette == "day"
    comfort.setPalette("day")
    comfort.heed(night=True, light_percent=100)
    assert (comfort.current_palette, comfort.palette_is_chosen) == ("day", True)


def test_a_dimmed_picture_can_still_be_made_darker_and_never_too_dark_to_read(comfort: Comfort) -> None:
    comfort.heed(night=True, light_percent=60)
    dimmed = comfort.property("veil")
    assert 0 < dimmed < DARKEST_VEIL
    comfort.stepBrightness(-1)
    assert dimmed < comfort.property("veil") < DARKEST_VEIL
    comfort.heed(night=True, light_percent=5)
    assert comfort.property("veil") == DARKEST_VEIL
    assert comfort.property("brightness") == 80
    comfort.heed(night=False, light_percent=100)
    comfort.stepBrightness(1)
    assert comfort.property("veil") == 0
