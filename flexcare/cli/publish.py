"""`flexcare publish`: compile a site's source, show what changes, sign it and let tablets have it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from flexcare.clock import Clock, SystemClock
from flexcare.configuration.compile import compile_site
from flexcare.configuration.compiled import Instruction, to_bytes
from flexcare.errors import RepositoryUnusable
from flexcare.trust.repository import Published, Repository
from flexcare.trust.verdict import asset_target, ward_target

_AUTHOR_MAX_CHARS, _REASON_MAX_CHARS = 120, 500
_REFUSED = 1
_DRAFT = Instruction("-", "-", "")


def publish(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="The folder that hospital IT writes.")],
    repository: Annotated[Path, typer.Argument(metavar="REPOSITORY", help="The folder that flexcare init made.")],
    author: Annotated[str, typer.Option(help="Who gives this instruction to the processor; asked for if it is not given.")] = "",
    reason: Annotated[str, typer.Option(help="Why; asked for if it is not given.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before publishing.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Publish also if nothing changed.")] = False,
    keys: Annotated[list[Path] | None, typer.Option(metavar="DIR", help="Another folder with keys, such as a stick.")] = None,
) -> None:
    """Publish what SOURCE says to all tablets of the site.

    Author and reason become part of the instruction that the agreement asks for. Ends with 0, with 1 if the answer was no, and with 2 if
    nothing could be published.
    """
    opened = Repository(repository, SystemClock(), key_folders=tuple(keys or ()))
    targets = compiled_targets(source)
    if dry_run:
        _show(opened.publish(targets, _DRAFT, dry_run=True))
    else:
        publish_changes(opened, targets, Wording(author, reason, yes), force=force)


@dataclass(frozen=True, slots=True)
class Wording:
    """What was said on the command line of an instruction; what is empty is asked for, and with `yes` nobody is asked whether."""

    author: str
    reason: str
    yes: bool


def publish_changes(repository: Repository, targets: Mapping[str, bytes], wording: Wording, *, force: bool = False) -> int:
    """Show what differs and publish it, if something does or it is forced; the serial that is published then.

    Raises `typer.Exit` where somebody says no, and what publishing raises.
    """
    seen = repository.publish(targets, _DRAFT, dry_run=True)
    _show(seen)
    if not (seen.difference or force):
        return seen.serial
    instruction = ask_instruction(wording.author, wording.reason, SystemClock())
    if not wording.yes and not _confirmed():
        raise typer.Exit(_REFUSED)
    serial = repository.publish(targets, instruction, force=force).serial
    print(f"Published as serial {serial}.")
    return serial


def ask_instruction(author: str, reason: str, clock: Clock) -> Instruction:
    """The instruction, with what is missing asked for; raises `RepositoryUnusable` where nobody can answer."""
    author = (author or _ask("Author", "--author")).strip()
    reason = (reason or _ask("Reason", "--reason")).strip()
    if not 0 < len(author) <= _AUTHOR_MAX_CHARS or not 0 < len(reason) <= _REASON_MAX_CHARS:
        limits = f"of at most {_AUTHOR_MAX_CHARS} and {_REASON_MAX_CHARS} characters"
        raise RepositoryUnusable("an instruction has an author and a reason", cure=f"give --author and --reason, {limits}")
    return Instruction(author, reason, clock.now().isoformat(timespec="seconds"))


def compiled_targets(source: Path) -> dict[str, bytes]:
    """Every target that a source compiles to."""
    compiled = compile_site(source)
    wards = {ward_target(name): to_bytes(ward) for name, ward in compiled.wards.items()}
    return wards | {asset_target(digest): data for digest, data in compiled.assets.items()}


def _show(seen: Published) -> None:
    if not seen.difference:
        print("Nothing differs from what is published.")
    for line in seen.difference:
        print(line)


def _ask(what: str, option: str) -> str:
    if not sys.stdin.isatty():
        raise RepositoryUnusable("nobody is there to ask for an author and a reason", cure=f"give {option}")
    answer: str = typer.prompt(what)
    return answer


def _confirmed() -> bool:
    if not sys.stdin.isatty():
        raise RepositoryUnusable("nobody is there to ask whether to publish this", cure="give --yes")
    return typer.confirm("Publish this?")
