"""The narrowest layer: a device's own tables in `devices.toml`, laid over its ward's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flexcare.configuration import model
from flexcare.configuration.faults import Faults
from flexcare.configuration.layers import Layer, merged, part
from flexcare.configuration.validate import Tables, read_tables


def has_own(raw: object) -> bool:
    """Whether a device's entry, as it was written, overrides anything of its ward."""
    return isinstance(raw, Mapping) and any(key in raw for key in model.DEVICE_MAY_SET)


def device_tables(ward: Tables, devices: Layer, name: str) -> Tables:
    """The tables that hold for a device, as they were written; what it overrides is not read yet."""
    entry: Mapping[str, Any] = devices.data[name]
    own = {key: entry[key] for key in model.DEVICE_MAY_SET if key in entry}
    read = {key: value for key, value in ward.read.items() if key not in own}
    return Tables((*ward.layers, part(devices, name, own)), merged(own, ward.raw), read)


def read_device(ward: Tables, devices: Layer, name: str, faults: Faults) -> Tables:
    """The tables that hold for a device. What is wrong in them only together with the ward's becomes a fault."""
    tables = device_tables(ward, devices, name)
    # A table that is faulty in the ward was told there.
    keys = [key for key in model.DEVICE_MAY_SET if key not in tables.read and key in ward.read]
    tables = read_tables(keys, tables, faults)
    _check_languages(tables, ward, faults)
    return tables


def _check_languages(tables: Tables, ward: Tables, faults: Faults) -> None:
    languages, offered = tables.get("languages"), ward.get("languages")
    strange = [one for one in languages.offered if one not in offered.offered] if languages and offered else []
    if strange:
        what = f"has {', '.join(strange)}, which the ward does not offer"
        faults.add(tables.fault(("languages", "offered"), what, "offer it in the ward too: texts are published for its languages"))
