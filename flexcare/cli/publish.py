"""`flexcare publish`: compile a site's source, show what changes, sign it and let tablets have it."""

from __future__ import annotations

import sys
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
    clock = SystemClock()
    opened = Repository(repository, clock, key_folders=tuple(keys or ()))
    targets = _compiled(source)
    seen = opened.publish(targets, _DRAFT, dry_run=True)
    _show(seen)
    if dry_run or not (seen.difference or force):
        return
    instruction = ask_instruction(author, reason, clock)
    if not yes and not _confirmed():
        raise typer.Exit(_REFUSED)
    print(f"Published as serial {opened.publish(targets, instruction, force=force).serial}.")


def ask_instruction(author: str, reason: str, clock: Clock) -> Instruction:
    """The instruction, with what is missing asked for; raises `RepositoryUnusable` where nobody can answer."""
    author = (author or _ask("Author", "--author")).strip()
    reason = (reason or _ask("Reason", "--reason")).strip()
    if not 0 < len(author) <= _AUTHOR_MAX_CHARS or not 0 < len(reason) <= _REASON_MAX_CHARS:
        limits = f"of at most {_AUTHOR_MAX_CHARS} and {_REASON_MAX_CHARS} characters"
        raise RepositoryUnusable("an instruction has an author and a reason", cure=f"give --author and --reason, {limits}")
    return Instruction(author, reason, clock.now().isoformat(timespec="seconds"))


def _compiled(source: Path) -> dict[str, bytes]:
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
