"""`flexcare instruct`: signed instructions to tablets that run."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import msgspec
import typer

from flexcare.cli.publish import ask_instruction
from flexcare.cli.push import broker_line
from flexcare.clock import SystemClock
from flexcare.configuration.compiled import CompiledWard
from flexcare.errors import BrokerUnreachable, RepositoryUnusable
from flexcare.fleet.desk import Desk, Obedience
from flexcare.instructions.board import given, pruned, withdrawn
from flexcare.instructions.orders import Clear, Deed, Order, Orders, Role, ShowNotice, UnlockStaff
from flexcare.session.notice import TEXT_MAX_CHARS, NoticeText
from flexcare.trust.repository import Repository

app = typer.Typer(help="Give signed instructions to tablets that run.", no_args_is_help=True)

_NOT_ALL = 1
_LISTED_MAX = 50
_USUAL = "1h"
_LASTS = re.compile(r"([1-9][0-9]{0,5})([mhd])")
_UNITS_S = {"m": 60, "h": 3600, "d": 86400}

_Repository = Annotated[Path, typer.Argument(metavar="REPOSITORY", help="The folder that flexcare init made.")]
_Ward = Annotated[str, typer.Option(help="Whose tablets.")]
_Device = Annotated[str, typer.Option(help="Only this tablet of the ward.")]
_Lasts = Annotated[str, typer.Option("--for", metavar="30m|2h|3d", help="Who has not heard of it after so long does not obey it.")]
_Until = Annotated[str, typer.Option(metavar="TIME", help="The same as a time of day in the ward, such as 2026-11-24T18:00.")]
_Author = Annotated[str, typer.Option(help="Who gives this instruction; asked for if it is not given.")]
_Reason = Annotated[str, typer.Option(help="Why; asked for if it is not given.")]
_Keys = Annotated[list[Path] | None, typer.Option(metavar="DIR", help="Another folder with keys, such as a stick.")]
_Wait = Annotated[float, typer.Option(min=0, max=86400, metavar="S", help="How long to wait for the tablets; 0 to nudge alone.")]


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that is said on the command line but what is to be done."""

    repository: Path
    ward: str
    device: str
    lasts: str
    until: str
    author: str
    reason: str
    keys: list[Path] | None
    wait_s: float


@app.command()
def clear(
    repository: _Repository,
    ward: _Ward,
    device: _Device = "",
    now: Annotated[bool, typer.Option("--now", help="Do not ask whoever uses the tablet.")] = False,
    lasts: _Lasts = "",
    until: _Until = "",
    author: _Author = "",
    reason: _Reason = "",
    keys: _Keys = None,
    wait: _Wait = 180,
) -> None:
    """Clear the tablets of a ward, or one.

    A tablet that somebody uses asks first whether anybody is still there, and a touch keeps the session. Ends with 0 when all have obeyed
    (or, without a broker, when it is published), with 1 if not all do in time or the broker cannot be reached, and with 2 if nothing could
    be published.
    """
    _give(Asked(repository, ward, device, lasts, until, author, reason, keys, wait), lambda _: Clear(now=now))


@app.command("unlock-staff")
def unlock_staff(
    repository: _Repository,
    ward: _Ward,
    device: _Device = "",
    role: Annotated[Role | None, typer.Option(help="Only this role's PIN.")] = None,
    lasts: _Lasts = "",
    until: _Until = "",
    author: _Author = "",
    reason: _Reason = "",
    keys: _Keys = None,
    wait: _Wait = 180,
) -> None:
    """Let staff try their PIN again at once, after too many wrong tries. Ends as clear does."""
    _give(Asked(repository, ward, device, lasts, until, author, reason, keys, wait), lambda _: UnlockStaff(role))


@app.command()
def notice(
    repository: _Repository,
    ward: _Ward,
    text: Annotated[list[str], typer.Option(metavar="da=...", help="What to say, once in each language that the ward offers.")],
    device: _Device = "",
    lasts: _Lasts = "",
    until: _Until = "",
    author: _Author = "",
    reason: _Reason = "",
    keys: _Keys = None,
    wait: _Wait = 180,
) -> None:
    """Show a notice to whoever is at the bed, until its time is over, a later one takes its place or it is withdrawn.

    Ends as clear does.
    """
    if not lasts and not until:
        raise RepositoryUnusable("nobody says how long the notice is shown", cure="give --for or --until")
    asked = Asked(repository, ward, device, lasts, until, author, reason, keys, wait)
    _give(asked, lambda compiled: ShowNotice(_texts(text, compiled)))


@app.command()
def withdraw(repository: _Repository, ward: _Ward, number: int, keys: _Keys = None) -> None:
    """Take an instruction off the list: a notice goes with the tablets' next look, and who has not yet obeyed does not."""
    opened = Repository(repository, SystemClock(), key_folders=tuple(keys or ()))
    _ward_of(opened, ward)
    opened.change_orders(ward, lambda orders: withdrawn(orders, number, now_s=int(time.time())))
    print(f"Instruction {number} of {ward} is withdrawn.")


@app.command("list")
def show(repository: _Repository, ward: Annotated[str, typer.Option(help="Only this ward.")] = "") -> None:
    """Show the instructions that stand."""
    opened = Repository(repository, SystemClock())
    if ward:
        _ward_of(opened, ward)
    now_s = int(time.time())
    boards = [pruned(orders, now_s) for name, orders in sorted(opened.orders().items()) if ward in ("", name)]
    lines = [_line(orders.ward, order) for orders in boards for order in orders.orders]
    print("\n".join(lines) or "No instruction stands.")


def _line(ward: str, order: object) -> str:
    if not isinstance(order, Order):
        return f"{ward}: an instruction that this FlexCare does not know"
    until = datetime.fromtimestamp(order.until_s, UTC).astimezone().isoformat(timespec="minutes")
    what = msgspec.to_builtins(order.do)["kind"]
    return f"{ward} {order.number}  {what}  {order.device or 'all tablets'}  until {until}  {order.by.author}: {order.by.reason}"


def _give(asked: Asked, deed_for: Callable[[CompiledWard], Deed]) -> None:
    clock = SystemClock()
    opened = Repository(asked.repository, clock, key_folders=tuple(asked.keys or ()))
    compiled = _ward_of(opened, asked.ward)
    if asked.device and asked.device not in compiled.devices:
        raise RepositoryUnusable("there is no such tablet in this ward", place=ascii(asked.device)[:80], cure="see devices.toml")
    deed, now_s = deed_for(compiled), int(clock.now().timestamp())
    until_s = _until_s(asked, compiled, now_s)
    by = ask_instruction(asked.author, asked.reason, clock)

    def change(orders: Orders) -> Orders:
        return given(orders, deed, by, device=asked.device, until_s=until_s, now_s=now_s)

    number = opened.change_orders(asked.ward, change).last
    print(f"Published as instruction {number} of {asked.ward}.")
    if not _bring(opened, compiled, asked, number):
        raise typer.Exit(_NOT_ALL)


def _ward_of(repository: Repository, ward: str) -> CompiledWard:
    wards = repository.published()
    if ward not in wards:
        known = ", ".join(sorted(wards)) or "none yet: flexcare publish"
        raise RepositoryUnusable("no such ward is published", place=ascii(ward)[:80], cure=f"name one of {known}")
    return wards[ward]


def _until_s(asked: Asked, compiled: CompiledWard, now_s: int) -> int:
    if asked.until and asked.lasts:
        raise RepositoryUnusable("two ends are given", cure="give either --for or --until")
    if asked.until:
        try:
            end = datetime.fromisoformat(asked.until)
        except ValueError:
            raise RepositoryUnusable("this is no time", place=ascii(asked.until)[:80], cure="write it like 2026-11-24T18:00") from None
        return int((end if end.tzinfo else end.replace(tzinfo=ZoneInfo(compiled.time_zone))).timestamp())
    found = _LASTS.fullmatch(asked.lasts or _USUAL)
    if found is None:
        raise RepositoryUnusable("this is no time span", place=ascii(asked.lasts)[:80], cure="write it like 30m, 2h or 3d")
    return now_s + int(found[1]) * _UNITS_S[found[2]]


def _texts(given_texts: list[str], compiled: CompiledWard) -> NoticeText:
    """What to say in each language that the ward offers. Raises RepositoryUnusable with everything that is wrong."""
    texts: dict[str, str] = {}
    faults = []
    for one in given_texts:
        language, _, words = one.partition("=")
        if language not in compiled.offer.languages:
            faults.append(f"the ward does not offer {ascii(language)[:20]}")
        elif language in texts:
            faults.append(f"{language} is there twice")
        texts[language] = words.strip()
    missing = [language for language in compiled.offer.languages if language not in texts]
    if missing:
        faults.append(f"{', '.join(missing)} is missing")
    for language in compiled.offer.languages:
        faults += _text_faults(language, texts.get(language))
    if faults:
        raise RepositoryUnusable("; ".join(faults), place="--text", cure="give --text once for each language, such as --text 'en=...'")
    return texts


def _text_faults(language: str, words: str | None) -> list[str]:
    if words is None:
        return []
    try:
        msgspec.convert({language: words}, NoticeText)
    except msgspec.ValidationError:
        return [f"the text in {language} is no one paragraph of 1 to {TEXT_MAX_CHARS} characters"]
    return []


def _bring(repository: Repository, compiled: CompiledWard, asked: Asked, number: int) -> bool:
    """Nudge and wait; whether all that are wanted have obeyed, as far as anybody can know."""
    fleet = compiled.fleet
    if not fleet.broker:
        minutes = "minute" if fleet.poll_minutes == 1 else f"{fleet.poll_minutes} minutes"
        print(f"No broker is configured (fleet.broker): tablets look by themselves, each {minutes}.")
        return True
    wanted = [asked.device] if asked.device else sorted(compiled.devices)
    roll = Obedience(asked.ward, wanted, number)
    try:
        with Desk(broker_line(fleet, repository), compiled.site) as desk:
            desk.nudge(asked.ward, asked.device)
            if not asked.wait_s:
                print(f"Nudged: {len(wanted)}.")
                return True
            done = desk.watch(roll, lambda: None, time.monotonic() + asked.wait_s)
    except BrokerUnreachable as error:
        print(f"Instruction {number} is published, but nobody could be nudged: {error}", file=sys.stderr)
        return False
    print(f"Tablets that obeyed instruction {number}: {roll.there} of {len(wanted)}.")
    others = list(roll.missing().items())
    for device, words in others[:_LISTED_MAX]:
        print(f"    {device}: {words}")
    if len(others) > _LISTED_MAX:
        print(f"    and {len(others) - _LISTED_MAX} more")
    return done and roll.there == len(wanted)
