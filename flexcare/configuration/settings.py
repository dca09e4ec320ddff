"""From the tables that hold somewhere to the settings of an offer: a ward's, and those in which a device differs from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from flexcare.configuration import model
from flexcare.configuration.device_layer import has_own, read_device
from flexcare.configuration.faults import Faults
from flexcare.configuration.layers import Layer
from flexcare.configuration.model_bedside import Staff
from flexcare.configuration.own import Own, own_of
from flexcare.configuration.validate import Tables
from flexcare.session.night import Night
from flexcare.session.offer import Offer, Sound
from flexcare.session.settings import SessionSettings
from flexcare.staff.settings import StaffSettings

NEVER = "never"


def settings(tables: Tables) -> dict[str, Any]:
    """What a device may override too, as the offer has it."""
    look, sound, night = tables.get("look"), tables.get("sound"), tables.get("night")
    return {
        "languages": tuple(tables.get("languages").offered),
        "palette": look.palette,
        "screen_off_minutes": look.screen_off_minutes,
        "sound": Sound(sound.cap_percent, sound.start_percent),
        "session": _session(tables.get("session")),
        "night": Night(**night.model_dump()) if night.begins else None,
    }


def _session(section: model.Session) -> SessionSettings:
    values: dict[str, Any] = section.model_dump()
    daily = values.pop("daily_reset")
    return SessionSettings(daily_reset=None if daily == NEVER else daily, **values)


def staff_settings(section: Staff) -> StaffSettings:
    """The hospital's settings for its staff."""
    return StaffSettings(section.timeout_s, section.key)


def own_settings(ward: Tables, offer: Offer, layer: Layer, devices: Iterable[str], faults: Faults) -> dict[str, Own]:
    """What devices of a ward override, as far as it differs from the ward's offer."""
    found = {}
    for name in devices:
        if not has_own(layer.data.get(name)):
            continue
        tables = read_device(ward, layer, name, faults)
        if all(key in tables.read for key in model.DEVICE_MAY_SET):
            own = own_of(replace(offer, **settings(tables)), offer)
            if own:
                found[name] = own
    return found
