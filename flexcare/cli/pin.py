"""`flexcare pin set`: give staff of a site a PIN."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from flexcare.clock import SystemClock
from flexcare.errors import PinRefused
from flexcare.staff.pin import Role, hash_pin
from flexcare.trust.repository import Repository

app = typer.Typer(help="The PINs of staff.", no_args_is_help=True)

_PIN_LINE_MAX_CHARS = 64


@app.callback()
def _pins() -> None:
    """Keep `set` a command of its own while it is the only one."""


@app.command("set")
def set_pin(
    role: Annotated[Role, typer.Argument(help="Whose PIN it is.")],
    repository: Annotated[Path, typer.Argument(metavar="REPOSITORY", help="The folder that flexcare init made.")],
) -> None:
    """Ask for a PIN twice and keep its hash, which is of no use without the site's pepper.

    The next flexcare publish or push takes it to the tablets, where it holds at once. Without a terminal one line is read from standard
    input.
    """
    opened = Repository(repository, SystemClock())
    pin = _ask()
    opened.keep_pin(role, hash_pin(pin, role, opened.pepper()))
    print(f"The PIN of {role} is set. It reaches the tablets with the next flexcare publish.")


def _ask() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline(_PIN_LINE_MAX_CHARS).strip()
    first: str = typer.prompt("PIN", hide_input=True)
    if typer.prompt("The same again", hide_input=True) != first:
        raise PinRefused("the two are not the same", cure="try again")
    return first.strip()
