"""What every key of a source means, out of the model itself: for `flexcare explain`, for faults, and as JSON Schema for editors."""

from __future__ import annotations

import json
import re
import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from flexcare.agreement.model import Identifier
from flexcare.configuration.model import NOT_ABOVE_A_WARD, WARD_MAY_SET, Configuration, DeviceEntry
from flexcare.configuration.toml_lines import Path

DEVICES_KEY = "devices.toml"
_NAMES = {str: "text", int: "whole number", float: "number", bool: "true or false"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """One key: its path with NAME for names that IT chooses, its type, its default as TOML writes it ("" for none), what it is for."""

    key: str
    type: str
    default: str
    required: bool
    text: str
    per_ward: bool

    def __str__(self) -> str:
        worth = "required" if self.required else f"default {self.default or 'none'}"
        where = "hospital or ward" if self.per_ward else "devices.toml" if self.key.startswith(DEVICES_KEY) else "hospital"
        return f"{self.key}\n    {self.text}\n    {self.type}; {worth}; set in: {where}"


def meanings() -> Iterator[Meaning]:
    """Every key of the model, in its order, then those of devices.toml."""
    yield from _of_model(Configuration, ())
    yield from _of_model(DeviceEntry, (DEVICES_KEY, "NAME"))


def explained(key: str) -> list[Meaning]:
    """The meanings of a key and of all below it; a name that IT chose stands for any: `services.tv.title` finds `services.NAME.title`."""
    wanted = key.split(".") if not key.startswith(DEVICES_KEY) else [DEVICES_KEY, *key.removeprefix(DEVICES_KEY).strip(".").split(".")]
    return [meaning for meaning in meanings() if _fits(wanted, meaning.key)]


def _fits(wanted: list[str], key: str) -> bool:
    parts = key.split(".") if not key.startswith(DEVICES_KEY) else [DEVICES_KEY, *key.removeprefix(f"{DEVICES_KEY}.").split(".")]
    return len(wanted) <= len(parts) and all(part in (want, "NAME") for want, part in zip(wanted, parts, strict=False))


def model_around(path: Path) -> type[BaseModel] | None:
    """The model of the table that a path's last key stands in, or None inside plain dictionaries and lists."""
    at: Any = Configuration
    for part in path[:-1]:
        at = _below(at, part)
        if at is None:
            return None
    return at if isinstance(at, type) and issubclass(at, BaseModel) else None


def schema(of: Literal["hospital", "ward", "devices"]) -> dict[str, Any]:
    """The JSON Schema of one kind of file, for editors. Nothing is required of a ward's file: it only says what differs."""
    if of == "devices":
        return {**TypeAdapter(dict[Identifier, DeviceEntry]).json_schema(), "title": "devices.toml"}
    made = Configuration.model_json_schema()
    made["title"] = f"{of}.toml"
    properties = made["properties"]
    if of == "hospital":
        made["properties"] = {key: value for key, value in properties.items() if key not in NOT_ABOVE_A_WARD}
        made.pop("required")  # a region above may have said it
        return made
    made["properties"] = {key: value for key, value in properties.items() if key in WARD_MAY_SET}
    return _nothing_required(made)


def _nothing_required(made: dict[str, Any]) -> dict[str, Any]:
    made.pop("required", None)
    for definition in made.get("$defs", {}).values():
        definition.pop("required", None)
    return made


def _of_model(owner: type[BaseModel], at: Path) -> Iterator[Meaning]:
    for name, field in owner.model_fields.items():
        path = (*at, field.alias or name)
        inner, chosen = _inner(field.annotation)
        if inner and chosen != "list":
            yield from _of_model(inner, (*path, "NAME") if chosen == "dict" else path)
            continue
        yield _meaning(path, field)
        if inner:
            yield from _of_model(inner, (*path, "NAME"))


def _meaning(path: Path, field: FieldInfo) -> Meaning:
    default = "" if field.is_required() else _default(field)
    return Meaning(".".join(path), _type(field), default, field.is_required(), field.description or "", path[0] in WARD_MAY_SET)


def _default(field: FieldInfo) -> str:
    value = field.get_default(call_default_factory=True)
    return "" if value is None or isinstance(value, BaseModel) else json.dumps(value, ensure_ascii=False)


def _type(field: FieldInfo) -> str:
    text = _spoken(field.annotation)
    bounds = " ".join(re.findall(r"\b(?:ge|le|gt|lt)=-?[0-9.]+", repr(field)))
    limits = {"ge": "from", "le": "to", "gt": "above", "lt": "below"}
    said = " ".join(f"{limits[name]} {value}" for name, _, value in (bound.partition("=") for bound in bounds.split()))
    return f"{text} {said}".rstrip()


def _spoken(kind: Any) -> str:
    kind = _plain(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return " or ".join(json.dumps(value) for value in arguments)
    if origin is list:
        return f"list of {_spoken(arguments[0])}"
    if origin is dict:
        return f"table: name = {_spoken(arguments[1])}"
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return "table"
    return _NAMES.get(kind, getattr(kind, "__name__", "value"))


def _plain(kind: Any) -> Any:
    """A type without what is only annotated, and without None."""
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif get_origin(kind) in (Union, types.UnionType):
            kind = next(part for part in get_args(kind) if part is not type(None))
        else:
            return kind


def _inner(kind: Any) -> tuple[type[BaseModel] | None, str]:
    kind = _plain(kind)
    origin = get_origin(kind)
    name = {dict: "dict", list: "list"}.get(origin, "") if origin else ""
    if name:
        kind = _plain(get_args(kind)[-1])
    return (kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None), name


def _below(at: Any, part: str) -> Any:
    at = _plain(at)
    if isinstance(at, type) and issubclass(at, BaseModel):
        field = at.model_fields.get(part) or next((known for known in at.model_fields.values() if known.alias == part), None)
        return _plain(field.annotation) if field else None
    if get_origin(at) in (dict, list):
        return _plain(get_args(at)[-1])
    return None
