"""`flexcare push`: publish, have tablets look at once, and watch them take it."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from flexcare.cli.publish import Wording, compiled_targets, publish_changes
from flexcare.clock import SystemClock
from flexcare.configuration.compiled import CompiledWard, Fleet, from_bytes
from flexcare.errors import BrokerUnreachable, RepositoryUnusable
from flexcare.fleet.address import Broker
from flexcare.fleet.connection import Line
from flexcare.fleet.desk import AGAIN_S, Desk, Roll
from flexcare.trust.repository import Repository
from flexcare.trust.secrets import Secret
from flexcare.trust.verdict import ward_of

DESK_USER, DESK_PASSWORD = "broker-desk-user", "broker-desk-password"

_NOT_ALL = 1
_LISTED_MAX = 50


def push(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="The folder that hospital IT writes.")],
    repository: Annotated[Path, typer.Argument(metavar="REPOSITORY", help="The folder that flexcare init made.")],
    ward: Annotated[str, typer.Option(help="Have only this ward's tablets look at once.")] = "",
    device: Annotated[str, typer.Option(help="Have only this tablet look at once.")] = "",
    author: Annotated[str, typer.Option(help="Who gives this instruction to the processor; asked for if it is not given.")] = "",
    reason: Annotated[str, typer.Option(help="Why; asked for if it is not given.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before publishing.")] = False,
    keys: Annotated[list[Path] | None, typer.Option(metavar="DIR", help="Another folder with keys, such as a stick.")] = None,
    wait: Annotated[float, typer.Option(min=0, max=86400, metavar="S", help="How long to wait for the tablets; 0 to nudge alone.")] = 180,
) -> None:
    """Publish what SOURCE says, have tablets look at once, and show how many run it.

    What is published is for the whole site; --ward and --device say who looks now and is waited for, the others come when they look by
    themselves. Where nothing differs, tablets are nudged and counted all the same. Ends with 0 when all run it (or, without a broker,
    when it is published), with 1 if not all do in time, if the broker cannot be reached or if the answer was no, and with 2 if nothing
    could be published.
    """
    opened = Repository(repository, SystemClock(), key_folders=tuple(keys or ()))
    targets = compiled_targets(source)
    wards = {name: from_bytes(data) for target, data in targets.items() if (name := ward_of(target))}
    choice = _choice(wards, ward, device)
    serial = publish_changes(opened, targets, Wording(author, reason, yes))
    fleet = next(iter(wards.values())).fleet
    if not fleet.broker:
        print(f"No broker is configured (fleet.broker): tablets look by themselves, each {_every(fleet.poll_minutes)}.")
        return
    try:
        here = _bring(broker_line(fleet, opened), serial, choice, _wanted(wards, choice), wait)
    except BrokerUnreachable as error:
        print(f"Serial {serial} is published, but nobody could be nudged: {error}", file=sys.stderr)
        raise typer.Exit(_NOT_ALL) from None
    if not here:
        raise typer.Exit(_NOT_ALL)


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is to look now: a device of a ward, a ward, or all."""

    site: str
    ward: str
    device: str


def _choice(wards: Mapping[str, CompiledWard], ward: str, device: str) -> Choice:
    """Raises RepositoryUnusable for a ward or a device that the source does not have."""
    site = next(iter(wards.values())).site
    if device:
        found = next((name for name, compiled in wards.items() if device in compiled.devices), "")
        if not found or ward not in ("", found):
            raise RepositoryUnusable(
                "there is no such tablet" + (" in this ward" if found else ""), place=ascii(device)[:80], cure="see devices.toml"
            )
        return Choice(site, found, device)
    if ward and ward not in wards:
        raise RepositoryUnusable("there is no such ward", place=ascii(ward)[:80], cure=f"name one of {', '.join(sorted(wards))}")
    return Choice(site, ward, "")


def _wanted(wards: Mapping[str, CompiledWard], choice: Choice) -> dict[str, str]:
    """The tablets that are chosen, with their wards."""
    if choice.device:
        return {choice.device: choice.ward}
    return {device: name for name, compiled in wards.items() if choice.ward in ("", name) for device in compiled.devices}


def broker_line(fleet: Fleet, repository: Repository) -> Line:
    """How the desk comes to the broker: with a login of its own, if it has one."""
    user, password = (repository.secret(name) or Secret("") for name in (DESK_USER, DESK_PASSWORD))
    return Line(Broker.of(fleet.broker), fleet.broker_ca, user.reveal(), password)


def _every(minutes: int) -> str:
    return "minute" if minutes == 1 else f"{minutes} minutes"


def _bring(line: Line, serial: int, choice: Choice, wanted: Mapping[str, str], wait_s: float) -> bool:
    """Nudge and wait; whether all that are wanted run the serial."""
    roll = Roll(wanted, serial)
    with Desk(line, choice.site) as desk:
        desk.nudge(choice.ward, choice.device)
        if not wait_s:
            print(f"Nudged: {_tablets(len(wanted))}.")
            return True
        here = _wait(desk, roll, choice, len(wanted), wait_s)
    print(f"Tablets that run serial {serial}: {roll.there} of {len(wanted)}.")
    missing = list(roll.missing().items())
    for device, words in missing[:_LISTED_MAX]:
        print(f"    {device} ({wanted[device]}): {words}")
    if len(missing) > _LISTED_MAX:
        print(f"    and {len(missing) - _LISTED_MAX} more")
    return here


def _wait(desk: Desk, roll: Roll, choice: Choice, count: int, wait_s: float) -> bool:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task("Tablets that run it", total=count)
        end_s = time.monotonic() + wait_s
        while True:
            turn_s = min(end_s, time.monotonic() + AGAIN_S)
            if desk.watch(roll, lambda: progress.update(task, completed=roll.there), turn_s):
                return True
            if turn_s >= end_s:
                return False
            with suppress(BrokerUnreachable):  # it comes back, or the time runs out
                desk.nudge(choice.ward, choice.device)


def _tablets(count: int) -> str:
    return "1 tablet" if count == 1 else f"{count} tablets"
