"""`flexcare check`: everything that is wrong with a source, at once."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from flexcare.clock import SystemClock
from flexcare.configuration.compile import Checked, check_source
from flexcare.configuration.faults import Fault
from flexcare.errors import SourceUnusable

FAULTS, UNUSABLE = 1, 2
Folder = Annotated[Path, typer.Argument(metavar="SOURCE", help="The folder that holds hospital.toml.")]


def check(
    source: Folder,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of lines.")] = False,
) -> None:
    """Tell all faults of a hospital's configuration: the file, its line, the key, what, and the cure.

    Playlists and logos that the source names by web address are fetched. Notes are worth a look and stop nothing. Ends with 0 if all
    is well, with 1 if there are faults, and with 2 if there is no source to be read.
    """
    try:
        checked = check_source(source, SystemClock())
    except SourceUnusable as error:
        if not as_json:
            raise
        _print_json({"usable": False, "faults": [asdict(Fault(error.place, 0, "", error.what, error.cure))], "notes": []})
        raise typer.Exit(UNUSABLE) from error
    if as_json:
        _print_json({"usable": True, **_counts(checked), "faults": _plain(checked.faults), "notes": _plain(checked.notes)})
    else:
        _print_lines(checked)
    if checked.faults:
        raise typer.Exit(FAULTS)


def print_faults(faults: Sequence[Fault]) -> None:
    """Print each fault with its cure in a line below."""
    for fault in faults:
        print(Fault(fault.file, fault.line, fault.key, fault.what))
        if fault.cure:
            print(f"    {fault.cure}")


def _print_lines(checked: Checked) -> None:
    print_faults(checked.faults)
    if checked.notes:
        print(("\n" if checked.faults else "") + "Notes, which stop nothing:")
        print_faults(checked.notes)
    counts = _counts(checked)
    gap = "\n" if checked.faults or checked.notes else ""
    print(f"{gap}Wards: {counts['wards']}. Devices: {counts['devices']}. Faults: {len(checked.faults)}. Notes: {len(checked.notes)}.")


def _counts(checked: Checked) -> dict[str, int]:
    return {"wards": len(checked.source.wards), "devices": len(checked.devices)}


def _plain(faults: Sequence[Fault]) -> list[dict[str, object]]:
    return [asdict(fault) for fault in faults]


def _print_json(answer: dict[str, object]) -> None:
    # ASCII alone is valid JSON on any terminal and in any locale.
    json.dump(answer, sys.stdout, indent=2)
    print()
