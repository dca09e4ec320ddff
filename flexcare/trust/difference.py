"""What a publication changes, in lines that a person can approve: wards, services, agreement, values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

import msgspec

from flexcare.configuration.compiled import CompiledWard, Instruction

_VALUE_MAX_CHARS = 60
_NAMED_BY = ("number", "name")
_AGREEMENT = ("agreement_from", "agreement_to", "offer.privacy.agreement")
_SERVICES = ("offer.privacy.services", "offer.tiles")
_ANY = Instruction("-", "-", "")


def difference(old: Mapping[str, CompiledWard], new: Mapping[str, CompiledWard]) -> tuple[str, ...]:
    """One line for each thing that differs, by ward; nothing where nothing does. Serial and instruction do not count."""
    lines: list[str] = []
    for ward in sorted({*old, *new}):
        if ward not in new:
            lines.append(f"{ward}: the ward is removed; its tablets keep what they have and report it")
        elif ward not in old:
            lines.append(f"{ward}: the ward is new")
        else:
            lines += [f"{ward}: {line}" for line in _ward(old[ward], new[ward])]
    return tuple(lines)


def _ward(old: CompiledWard, new: CompiledWard) -> list[str]:
    plain_old, plain_new = _plain(old), _plain(new)
    pins = _pins(old.pins, new.pins)
    before, after = _flat(_unlike(plain_old, plain_new)), _flat(_unlike(plain_new, plain_old))
    if before == after:
        return pins
    found = [(_kind(path), path, before.get(path), after.get(path)) for path in {**before, **after} if before.get(path) != after.get(path)]
    lines = [f"{kind}: {_change(path, was, now)}" for kind, path, was, now in sorted(found)]
    return [*pins, *lines] or ["value: the order of entries"]


def _pins(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """What is kept of a PIN is not shown: it would be read as if it meant something, and end in tickets."""
    words = {(True, True): "is another", (False, True): "is new", (True, False): "is gone"}
    changed = [role for role in sorted({*old, *new}) if old.get(role) != new.get(role)]
    return [f"staff: the PIN of {role} {words[role in old, role in new]}" for role in changed]


def _plain(compiled: CompiledWard) -> dict[str, object]:
    plain: dict[str, object] = msgspec.to_builtins(replace(compiled, serial=1, instruction=_ANY, pins={}))
    return plain


def _unlike(value: Mapping[str, object], other: Mapping[str, object]) -> dict[str, object]:
    """`value` without what `other` says too, since spelling that out is what takes time. A list, which has an order, stays whole."""
    unlike: dict[str, object] = {}
    for key, inner in value.items():
        others = other.get(key)
        if inner == others and key in other:
            continue
        if isinstance(inner, dict) and inner and isinstance(others, dict):
            rest = _unlike(inner, others)
            if rest:
                unlike[key] = rest
        else:
            unlike[key] = inner
    return unlike


def _flat(plain: Mapping[str, object]) -> dict[str, str]:
    return dict(_leaves(plain, "")) if plain else {}


def _leaves(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Each value with its path; an entry of a list is named by its number or name, so that an insertion is not a change of all."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list | tuple) and value:
        for index, inner in enumerate(value):
            yield from _leaves(inner, f"{path}[{_name(inner, index)}]")
        yield f"{path}[]", " ".join(str(_name(inner, index)) for index, inner in enumerate(value))
    else:
        yield path, json.dumps(value, ensure_ascii=False)


def _name(value: object, index: int) -> object:
    if isinstance(value, dict):
        return next((value[key] for key in _NAMED_BY if key in value), index)
    return index


def _kind(path: str) -> str:
    if path.startswith(_AGREEMENT):
        return "agreement"
    return "service" if path.startswith(_SERVICES) else "value"


def _change(path: str, was: str | None, now: str | None) -> str:
    path = path.removesuffix("[]") + (" (order)" if path.endswith("[]") else "")
    if was is None:
        return f"{path} is new: {_short(now)}"
    if now is None:
        return f"{path} is gone, was {_short(was)}"
    return f"{path}: {_short(was)} -> {_short(now)}"


def _short(text: str | None) -> str:
    text = text or ""
    return text if len(text) <= _VALUE_MAX_CHARS else f"{text[: _VALUE_MAX_CHARS - 3]}..."
