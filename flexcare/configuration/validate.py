"""Hold the layers against the model: each table on its own, so that all faults come at once and wards share what they do not change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from flexcare.agreement.model import IDENTIFIER, Identifier
from flexcare.configuration import model
from flexcare.configuration.explain import model_around
from flexcare.configuration.faults import Fault, Faults, did_you_mean
from flexcare.configuration.layers import Layer, Table, dotted, merged, origin
from flexcare.configuration.model_services import Service
from flexcare.configuration.toml_lines import Path

_FIELDS = {field.alias or name: field for name, field in model.Configuration.model_fields.items()}
_ADAPTERS: dict[str, TypeAdapter[Any]] = {key: TypeAdapter(field.rebuild_annotation()) for key, field in _FIELDS.items()}
_DEVICES = TypeAdapter(dict[Identifier, model.DeviceEntry])
_WANTED = {
    "string_type": "text in quotes",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "date_type": "a date without quotes, such as 2026-12-31",
    "date_from_datetime_inexact": "a date without a time",
    "list_type": "a list in [ ]",
    "dict_type": "a table",
    "model_type": "a table",
    "none_required": "nothing",
}
_SPOKEN = {
    "string_too_short": "is empty",
    "too_short": "is empty",
    "string_too_long": "is longer than {max_length} characters",
    "too_long": "has more than {max_length} entries",
    "greater_than_equal": "is below {ge}",
    "less_than_equal": "is above {le}",
    "greater_than": "is not above {gt}",
    "less_than": "is not below {lt}",
}


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables that hold somewhere, by name, as the model reads them; one with faults is not there. `raw`: as they were written."""

    layers: tuple[Layer, ...]
    raw: Table
    read: Mapping[str, Any]

    def get(self, key: str) -> Any:
        return self.read.get(key)

    def place(self, path: Path) -> tuple[str, int, str]:
        """File, line and key of a value, for a fault."""
        layer = origin(self.layers, path)
        return layer.file, layer.lines.of(path), dotted(path)

    def fault(self, path: Path, what: str, cure: str = "") -> Fault:
        return Fault(*self.place(path), what, cure)


def validated(layers: Sequence[Layer], faults: Faults, shared: Tables | None = None) -> Tables:
    """Read the tables that come out of these layers. What the last layer leaves alone is taken from `shared`, the layers above it."""
    raw: Table = dict(shared.raw) if shared else {}
    changed: Iterable[str] = layers[-1].data if shared else model.SECTIONS
    for layer in layers[-1:] if shared else layers:
        raw = merged(layer.data, raw)
    tables = Tables(tuple(layers), raw, dict(shared.read) if shared else {})
    read = cast("dict[str, Any]", tables.read)
    for key in changed:
        if key in _ADAPTERS:
            read.pop(key, None)
            _read_table(key, tables, read, faults)
    for key in layers[-1].data if shared else raw:
        if key not in _ADAPTERS:
            faults.add(tables.fault((key,), "is unknown", did_you_mean(key, model.SECTIONS)))
    return tables


def read_tables(keys: Iterable[str], tables: Tables, faults: Faults) -> Tables:
    """The same with some more tables read."""
    read = dict(tables.read)
    for key in keys:
        _read_table(key, tables, read, faults)
    return Tables(tables.layers, tables.raw, read)


def check_ward_tables(layer: Layer, faults: Faults) -> None:
    """Tell what a ward's own file may not set."""
    for key in layer.data:
        if key in _ADAPTERS and key not in model.WARD_MAY_SET:
            faults.add(Fault(layer.file, layer.lines.of((key,)), key, "cannot be set for one ward", "set it in hospital.toml"))


def read_devices(layer: Layer, faults: Faults) -> dict[str, model.DeviceEntry]:
    """The devices that are well written, in their order; the others become faults."""
    data = layer.data
    try:
        return _DEVICES.validate_python(data)
    except ValidationError as error:
        details = error.errors(include_url=False)
    tables = Tables((layer,), data, {})
    for detail in details:
        path = _path(detail)
        faults.add(_fault_of(detail, path, tables, _around_in_devices(path)))
    bad = {str(detail["loc"][0]) for detail in details}
    return _DEVICES.validate_python({key: value for key, value in data.items() if key not in bad})


def _around_in_devices(path: Path) -> type[BaseModel] | None:
    """The model around a key of `devices.toml`: the entry itself, or a table of it that is as in a ward."""
    return model.DeviceEntry if len(path) == len(("NAME", "key")) else model_around(path[1:])


def _read_table(key: str, tables: Tables, read: dict[str, Any], faults: Faults) -> None:
    field = _FIELDS[key]
    if key not in tables.raw:
        if field.is_required():
            faults.add(tables.fault((key,), "is missing", field.description or ""))
        else:
            read[key] = field.get_default(call_default_factory=True)
        return
    try:
        read[key] = _ADAPTERS[key].validate_python(tables.raw.get(key, {}))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            path = (key, *_path(detail))
            faults.add(_fault_of(detail, path, tables))
        if key == "services":
            # The good ones are looked at all the same, so that their faults come in the same report.
            read[key] = _good_entries(tables.raw[key], error)


def _good_entries(raw: object, error: ValidationError) -> Table:
    bad = {str(detail["loc"][0]) for detail in error.errors(include_url=False) if detail["loc"]}
    good = {name: value for name, value in raw.items() if name not in bad} if isinstance(raw, dict) else {}
    return {name: Service.model_validate(value) for name, value in good.items()}


def _path(detail: ErrorDetails) -> Path:
    """The keys down to a fault, without pydantic's own mark for "the key itself"."""
    return tuple(str(part) for part in detail["loc"] if part != "[key]")


def _fault_of(detail: ErrorDetails, path: Path, tables: Tables, around: type[BaseModel] | None = None) -> Fault:
    named = path
    while len(named) > 1 and named[-1].isdigit():  # the places in a list are described by the list
        named = named[:-1]
    around = around or model_around(named)
    field = around.model_fields.get(named[-1]) if around else None
    described = (field.description or "") if field else ""
    known = around.model_fields if around else ()
    return tables.fault(*_spoken_of(detail, path, described, known))


def _spoken_of(detail: ErrorDetails, path: Path, described: str, known: Iterable[str]) -> tuple[Path, str, str]:
    """Where, what and the cure; `described` says what the key is for, `known` are the keys of the table around it."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "at_key":
        return ((*path, context["key"]) if context["key"] else path), context["what"], context["cure"]
    if kind == "extra_forbidden":
        return path, "is unknown", did_you_mean(path[-1], known) or "flexcare explain lists every key"
    if kind == "missing":
        return path, "is missing", described or "write it"
    if kind == "literal_error":
        return path, *_no_choice(detail, path, described)
    if kind == "string_pattern_mismatch":
        return (
            path,
            "is not written as it must be",
            "use small letters, digits and hyphens" if context["pattern"] == IDENTIFIER else described,
        )
    return path, _wrong(kind, context) or detail["msg"][:1].lower() + detail["msg"][1:], described


def _wrong(kind: str, context: Mapping[str, Any]) -> str:
    if kind in _WANTED:
        return f"must be {_WANTED[kind]}"
    return _SPOKEN[kind].format(**context) if kind in _SPOKEN else ""


def _no_choice(detail: ErrorDetails, path: Path, described: str) -> tuple[str, str]:
    if path == ("schema",):
        return f"must be {model.SCHEMA}", "this source was written for another FlexCare: bring the two together"
    expected = detail["ctx"]["expected"]
    return f"must be {expected}", did_you_mean(str(detail["input"]), _literals(expected)) or described


def _literals(expected: str) -> list[str]:
    return [word.strip(" '") for word in expected.replace(" or ", ",").split(",")]
