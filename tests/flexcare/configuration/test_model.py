"""The model's words agree with what the other side of each takes."""

from __future__ import annotations

import json
import re
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import theme.translations
from flexcare.agreement.model import Section
from flexcare.configuration import colour, model
from flexcare.configuration.compiled import CompiledWard, Fleet
from flexcare.configuration.explain import explained, meanings, schema
from flexcare.session.offer import Sound
from flexcare.session.settings import SessionSettings
from theme import palettes

MIRRORS = [(model.Session, SessionSettings), (model.SoundSection, Sound), (model.FleetSection, Fleet)]


@pytest.mark.parametrize(("section", "mirrored"), MIRRORS, ids=lambda kind: kind.__name__)
def test_a_section_mirrors_what_it_becomes(section: type[Section], mirrored: type) -> None:
    assert list(section.model_fields) == [field.name for field in fields(mirrored)]
    for field in fields(mirrored):
        assert field.default is not MISSING
        assert section.model_fields[field.name].default == field.default, field.name
    assert _limits(section.model_json_schema()["properties"]) == _limits(
        msgspec.json.schema(mirrored)["$defs"][mirrored.__name__]["properties"]
    )


def _limits(properties: dict[str, Any]) -> dict[str, tuple[object, object]]:
    return {name: (value.get("minimum"), value.get("maximum")) for name, value in properties.items()}


@pytest.mark.parametrize("text", ["00:00", "04:00", "23:59", "24:00", "4:00", "04:60", "04:00 ", "", "never"])
def test_a_daily_reset_is_what_a_session_takes_or_never(text: str) -> None:
    hint = get_type_hints(SessionSettings, include_extras=True)["daily_reset"]
    try:
        msgspec.convert(text, hint)
        taken = True
    except msgspec.ValidationError:
        taken = text == "never"
    try:
        model.Session(daily_reset=text)
        written = True
    except ValueError:
        written = False
    assert written == taken


def test_the_screen_speaks_the_languages_that_may_be_offered() -> None:
    folder = theme.translations.__path__[0]
    spoken = {re.sub(r".*_|\.ts", "", path.name) for path in Path(folder).glob("*.ts")}
    assert set(get_args(model.ScreenLanguage)) == spoken


@given(st.from_regex(r"#[0-9A-Fa-f]{6}", fullmatch=True))
def test_contrast_is_that_of_the_palettes(accent: str) -> None:
    assert colour.contrast_to_white(accent) == pytest.approx(palettes.contrast(accent, "#FFFFFF"))


def test_every_key_is_explained() -> None:
    told = list(meanings())
    assert len(told) > 80
    assert [meaning.key for meaning in told if len(meaning.text) < 8] == []
    assert len({meaning.key for meaning in told}) == len(told)
    (idle,) = explained("session.idle_minutes")
    assert str(idle) == (
        "session.idle_minutes\n    A session that nobody touched for so long, with nothing playing, is cleared.\n"
        "    whole number from 1 to 10080; default 240; set in: hospital or ward"
    )
    assert [meaning.key for meaning in explained("services.tv.title")] == ["services.NAME.title"]
    assert [meaning.key for meaning in explained("devices.toml")][:3] == [
        f"devices.toml.NAME.{key}" for key in ("diagonal_inches", "ward", "bed")
    ]
    assert explained("session.idle_minuts") == []


def test_the_schemas_are_json_and_know_every_table() -> None:
    hospital, ward, devices = schema("hospital"), schema("ward"), schema("devices")
    assert json.loads(json.dumps([hospital, ward, devices]))
    assert set(hospital["properties"]) == set(model.SECTIONS) - {"ward"}
    assert set(ward["properties"]) == set(model.WARD_MAY_SET)
    assert hospital["additionalProperties"] is False
    assert hospital["$defs"]["Session"]["properties"]["idle_minutes"]["maximum"] == 10080
    assert "required" not in ward["$defs"]["Service"]
    assert devices["$defs"]["DeviceEntry"]["required"] == ["ward"]


def test_a_compiled_ward_of_the_first_days_still_loads() -> None:
    assert {field.name for field in fields(CompiledWard) if field.default is MISSING and field.default_factory is MISSING} == {
        *("site", "ward", "serial", "instruction", "offer", "devices", "assets", "agreement_from", "agreement_to")
    }
