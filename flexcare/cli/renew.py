"""`flexcare renew`: keep believed what is published; run by a timer, with the keys of snapshot and timestamp alone."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from flexcare.clock import SystemClock
from flexcare.trust.repository import Repository

_WARNING = timedelta(days=60)


def renew(
    repository: Annotated[
        Path, typer.Argument(metavar="REPOSITORY", help="The folder that flexcare init made, or a copy without other keys.")
    ],
    keys: Annotated[list[Path] | None, typer.Option(metavar="DIR", help="Another folder with keys.")] = None,
) -> None:
    """Sign snapshot and timestamp anew. Warns 60 days before root or targets run out, which this cannot renew."""
    clock = SystemClock()
    opened = Repository(repository, clock, key_folders=tuple(keys or ()))
    print(f"Tablets believe it until {opened.renew().astimezone():%Y-%m-%d %H:%M %Z}.")
    for role, expiry in opened.expiries().items():
        if role not in ("snapshot", "timestamp") and expiry - clock.now() < _WARNING:
            cure = "flexcare rotate REPOSITORY root" if role == "root" else "flexcare publish --force"
            print(f"flexcare: {role} runs out on {expiry:%Y-%m-%d}; run {cure} before", file=sys.stderr)
