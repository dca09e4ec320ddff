"""`flexcare explain` and `flexcare schema`: what may be written, for people and for their editors."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Literal

import typer

from flexcare.configuration import explain as words
from flexcare.configuration.faults import did_you_mean


def explain(
    key: Annotated[
        str, typer.Argument(metavar="KEY", help="A key, such as session.idle_minutes, or a table; without it, everything.")
    ] = "",
) -> None:
    """Say what a key of the configuration means, its type, its default, and which file may set it."""
    meanings = words.explained(key) if key else list(words.meanings())
    if not meanings:
        cure = did_you_mean(key, (meaning.key for meaning in words.meanings())) or "without a key, all are told"
        raise typer.BadParameter(f"there is no key {key} ({cure})", param_hint="KEY")
    print("\n\n".join(map(str, meanings)))


def schema(
    of: Annotated[
        Literal["hospital", "ward", "devices"], typer.Argument(help="Which kind of file; region.toml is like hospital.toml.")
    ] = "hospital",
) -> None:
    """Print the JSON Schema of hospital.toml, of a ward's file or of devices.toml, for editors."""
    json.dump(words.schema(of), sys.stdout, indent=2)
    print()
