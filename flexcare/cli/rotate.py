"""`flexcare rotate`: replace a key, because somebody else may have it or because it is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flexcare.clock import SystemClock
from flexcare.trust.repository import Repository


def rotate(
    repository: Annotated[Path, typer.Argument(metavar="REPOSITORY", help="The folder that flexcare init made.")],
    role: Annotated[str, typer.Argument(metavar="ROLE", help="root, targets, snapshot, timestamp or ward-WARD.")],
    keys: Annotated[list[Path] | None, typer.Option(metavar="DIR", help="Another folder with keys, such as a stick.")] = None,
) -> None:
    """Make a new key for ROLE and let it count in the place of the old one, which is deleted here.

    Root changes one key at a time: one that is in no folder named, otherwise the oldest. Name all sticks that you still have with --keys.
    Tablets follow at their next look; a tablet that was away for years follows too.
    """
    opened = Repository(repository, SystemClock(), key_folders=tuple(keys or ()))
    opened.rotate(role)
    print(f"{role} has a new key in {opened.folder / 'keys'}. Fingerprint of the root: {opened.pin().fingerprint.words}")
