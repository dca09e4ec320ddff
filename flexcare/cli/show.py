"""`flexcare show`: what holds for a ward or a device, and which file says so."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from flexcare.cli.check import FAULTS, Folder, print_faults
from flexcare.clock import SystemClock
from flexcare.configuration.compile import Checked, check_source
from flexcare.configuration.device_layer import device_tables, has_own
from flexcare.configuration.explain import meanings
from flexcare.configuration.faults import did_you_mean
from flexcare.configuration.layers import dotted, leaves, origin
from flexcare.configuration.model import DEVICE_MAY_SET
from flexcare.configuration.source import DEVICES

BUILT_IN = "built in"


def show(
    source: Folder,
    device: Annotated[str, typer.Option(metavar="DEVICE", help="A device, by its name in devices.toml.")] = "",
    ward: Annotated[str, typer.Option(metavar="WARD", help="A ward, by its file's name without .toml.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of lines.")] = False,
) -> None:
    """Show every value that holds for a device or a ward, with the file and line that it comes from.

    Ends with 0 if all is well, with 1 if the source has faults (the values are shown all the same), and with 2 if there is no source.
    """
    checked = check_source(source, SystemClock())
    if not checked.tables:
        print_faults(checked.faults)
        raise typer.Exit(FAULTS)
    rows = list(_rows(checked, device, _ward(checked, device, ward)))
    if as_json:
        json.dump({key: {"value": _plain(value), "from": place} for key, value, place in rows}, sys.stdout, indent=2)
        print()
    else:
        _print_rows(rows)
    if checked.faults:
        if not as_json:
            print("\nThe source has faults:")
            print_faults(checked.faults)
        raise typer.Exit(FAULTS)


def _ward(checked: Checked, device: str, ward: str) -> str:
    if bool(device) == bool(ward):
        raise typer.BadParameter("name one of the two", param_hint="--device or --ward")
    if device:
        entry = checked.source.devices.data.get(device)
        if not isinstance(entry, dict):
            raise typer.BadParameter(_unknown(device, checked.source.devices.data), param_hint="--device")
        ward = str(entry.get("ward", ""))
    if ward not in checked.tables:
        raise typer.BadParameter(_unknown(ward, checked.tables), param_hint="--device" if device else "--ward")
    return ward


def _unknown(name: str, known: Any) -> str:
    cure = did_you_mean(name, known)
    return f"there is no {name or 'ward'}" + (f" ({cure})" if cure else "")


def _rows(checked: Checked, device: str, ward: str) -> Iterator[tuple[str, Any, str]]:
    tables = checked.tables[ward]
    own = checked.source.devices.data.get(device, {}) if device else {}
    if has_own(own):
        tables = device_tables(tables, checked.source.devices, device)
    written = set()
    for path, value in leaves(tables.raw):
        key = dotted(path)
        if key == "device.diagonal_inches" and "diagonal_inches" in own:
            continue
        written.add(key)
        layer = origin(tables.layers, path)
        yield key, value, f"{layer.file}:{layer.lines.of(path)}"
    for name, value in own.items():
        if name in DEVICE_MAY_SET:
            continue
        key = "device.diagonal_inches" if name == "diagonal_inches" else f"device.{name}"
        written.add(key)
        yield key, value, f"{DEVICES}:{checked.source.devices.lines.of((device, name))}"
    for meaning in meanings():
        said = meaning.key in written or any(key.startswith(f"{meaning.key}.") for key in written)
        if meaning.default and "NAME" not in meaning.key and not said:
            yield meaning.key, json.loads(meaning.default), BUILT_IN


def _print_rows(rows: list[tuple[str, Any, str]]) -> None:
    width = max(len(place) for _, _, place in rows)
    for key, value, place in sorted(rows, key=lambda row: row[0]):
        print(f"{place.ljust(width)}  {key} = {json.dumps(_plain(value), ensure_ascii=False)}")


def _plain(value: Any) -> Any:
    """A TOML value as JSON has it: dates as text."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value if isinstance(value, (str, int, float, bool)) else str(value)
