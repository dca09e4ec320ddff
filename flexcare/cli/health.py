"""`flexcare health`: how this tablet is."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from flexcare.errors import HealthUnknown
from flexcare.fleet.health import Health, read_health
from flexcare.paths import default_paths
from flexcare.supervisor.lock import is_held

_ALARM = 1
_WORDS = {
    "unreachable": "the hospital's repository cannot be read; the last good configuration stays",
    "refused": "what the repository serves was refused; the last good configuration stays",
    "expired": "the hospital's word has run out; the last good configuration stays",
    "unwritable": "the disk does not take a new configuration",
    "unusable": "the configuration cannot be shown",
    "clock": "this tablet's clock is behind the hospital's",
    "not-erased": "this kernel does not erase freed memory (init_on_free=1)",
    "staff-locked": "many wrong PINs were tried",
    "guide-stale": "the programme guide is old",
    "instructions": "the hospital's instructions are not taken",
    "sound": "this tablet's volume cannot be set any more; sessions hold the loudest volume themselves",
    "headphones": "only headphones may be heard now, and this tablet cannot tell whether they are plugged in, so its speaker plays quietly",
}
_SOUND = {
    "unknown": "not looked for yet",
    "none": "this tablet has no volume that can be set; sessions have only their own",
    "server": "set through the sound server",
    "card": "set on the sound card",
}
_HEADPHONES = {
    "unknown": "not looked for yet",
    "seen": "seen when they are plugged in",
    "unseen": "nobody tells whether they are plugged in",
}
_LIGHT = {
    "unknown": "not looked for yet",
    "none": "this tablet has no backlight that can be set; sessions darken their own picture",
    "file": "set by the kernel's file",
    "logind": "set through logind",
}


def health(
    run: Annotated[
        Path | None, typer.Option("--run", metavar="DIR", help="The run folder of the supervisor, if it is not the usual one.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for another program.")] = False,
) -> None:
    """Show how this tablet is. Ends with 0 when all is well, with 1 when something is wrong, with 2 when no supervisor runs here."""
    paths = default_paths()
    folder = run or paths.run
    found = read_health(folder / paths.health.name) if is_held(folder) else None
    if found is None:
        raise HealthUnknown(
            "no supervisor runs here", place=str(folder), cure="start it, ask with the account that may read this, or name --run"
        )
    sys.stdout.write(msgspec.json.encode(found).decode() + "\n" if as_json else _page(found))
    if found.alarms:
        raise typer.Exit(_ALARM)


def _page(found: Health) -> str:
    lines = [
        f"Software        {found.software}",
        f"Configuration   {f'serial {found.serial}' if found.serial else 'none yet'} ({found.state})",
        f"Instruction     {f'{found.instruction} ({found.outcome})' if found.instruction else 'none yet'}",
        f"Sound           {_SOUND[found.equipment.sound]}",
        f"Headphones      {_HEADPHONES[found.equipment.headphones]}",
        f"Light           {_LIGHT[found.equipment.light]}",
        *(f"Alarm           {alarm} since {_time(since)}: {_WORDS[alarm]}" for alarm, since in sorted(found.alarms.items())),
    ]
    return "\n".join(lines if found.alarms else [*lines, "All is well."]) + "\n"


def _time(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).astimezone().isoformat(timespec="minutes")
