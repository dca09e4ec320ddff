"""`flexcare receipts`: when a tablet was cleared and what staff did at it, and whether its list of that can be believed."""

from __future__ import annotations

import json
import os
import stat
import sys
import textwrap
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from flexcare.errors import ReceiptsUnreadable
from flexcare.paths import default_paths
from flexcare.session.kinds import Outcome
from flexcare.session.receipt import Check, Deed, Entry, Receipt
from flexcare.session.receipt_chain import Chain, Fault, read_chain
from flexcare.session.receipt_file import FILE_MAX_BYTES

_FAULTS, _UNUSABLE = 1, 2
_HEAD = f"{'No.':>5}  {'At':<25}  {'Kind':<10}  {'Empty':>6}  {'Shown':>6}  Notes"
_NOTES_INDENT = len(_HEAD) - len("Notes")
_NOTES_MIN = 18


def show(
    state: Annotated[Path | None, typer.Option(metavar="DIR", help="The tablet's state folder, if it is not the usual one.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")] = False,
    verify: Annotated[bool, typer.Option("--verify", help="Say only whether the chain of receipts holds.")] = False,
) -> None:
    """Show when this tablet was cleared and what staff did at it, newest last.

    With it the milliseconds until nothing was left and until the next Welcome was seen, and what was not proved.

    Ends with 0 if the chain of receipts holds, with 1 if it has faults, and with 2 if there is no list that can be read.
    """
    path = state / "receipts.jsonl" if state else default_paths().receipts
    try:
        chain = read_chain(_read(path))
    except ReceiptsUnreadable as error:
        if not as_json:
            raise
        _print_json(Chain((Fault(0, f"{error.place}: {error.what}", error.cure),), 0), verify=verify)
        raise typer.Exit(_UNUSABLE) from error
    if as_json:
        _print_json(chain, verify=verify)
    elif verify:
        _print_verdict(chain)
    else:
        _print_table(chain)
    if chain.faults:
        raise typer.Exit(_FAULTS)


def _read(path: Path) -> bytes:
    try:
        # Not to wait for ever, should a pipe lie there.
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK)) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise ReceiptsUnreadable("this is no file", place=str(path), cure="name the state folder with --state")
            data = file.read(FILE_MAX_BYTES + 1)
    except FileNotFoundError as error:
        what = "there are no receipts here"
        raise ReceiptsUnreadable(
            what, place=str(path), cure="name the state folder with --state; a tablet writes the first at its start"
        ) from error
    except OSError as error:
        what = f"the receipts cannot be read: {error.strerror}"
        raise ReceiptsUnreadable(what, place=str(path), cure="use an account that may read the state folder") from error
    if len(data) > FILE_MAX_BYTES:
        what = f"the file is longer than {FILE_MAX_BYTES} bytes: it is no list of receipts"
        raise ReceiptsUnreadable(what, place=str(path), cure="the supervisor begins a new list at its next start")
    return data


def _print_json(chain: Chain, *, verify: bool) -> None:
    answer: dict[str, object] = {"count": len(chain.receipts), "from": _from(chain), "to": _to(chain), "dropped": chain.trimmed}
    answer |= {"holds": not chain.faults, "faults": [asdict(fault) for fault in chain.faults]}
    if not verify:
        answer["receipts"] = [asdict(receipt) for receipt in chain.receipts]
        answer["deeds"] = [asdict(deed) for deed in chain.deeds]
    # ASCII alone is valid JSON on any terminal and in any locale.
    json.dump(answer, sys.stdout, indent=2)
    print()


def _from(chain: Chain) -> str | None:
    return chain.receipts[0].at if chain.receipts else None


def _to(chain: Chain) -> str | None:
    return chain.receipts[-1].at if chain.receipts else None


def _print_table(chain: Chain) -> None:
    width = max(_NOTES_MIN, Console().width - _NOTES_INDENT)
    print(_HEAD)
    # As they stand in the file: a number that is out of its place is to be seen so.
    for entry in chain.entries:
        notes = textwrap.wrap(_notes(entry), width) or [""]
        print(f"{_row(entry)}  {notes[0]}".rstrip())
        for note in notes[1:]:
            print(" " * _NOTES_INDENT + note)
    if chain.faults:
        print(f"\nThe chain of receipts does not hold: {_count(len(chain.faults), 'fault')}. See flexcare receipts --verify.")


def _row(entry: Entry) -> str:
    if isinstance(entry, Deed):
        return f"{entry.number:>5}  {entry.at:<25}  {'staff':<10}  {'':>6}  {'':>6}"
    return f"{entry.number:>5}  {entry.at:<25}  {entry.kind:<10}  {entry.empty_ms:>6}  {entry.shown_ms:>6}"


def _notes(entry: Entry) -> str:
    if isinstance(entry, Deed):
        notes = [f"{entry.act}, by {entry.by}", *(["failed"] if entry.outcome is Outcome.FAILED else [])]
    else:
        notes = _shortfalls(entry)
    if entry.healed:
        notes.append("a line before was lost")
    return "; ".join(notes)


def _shortfalls(receipt: Receipt) -> list[str]:
    unproved = [check for check in Check if check not in receipt.verified]
    notes = [f"not proved: {' '.join(unproved)}"] if unproved else []
    if not receipt.memory_erased:
        notes.append("not erased in memory")
    return notes


def _print_verdict(chain: Chain) -> None:
    if chain.receipts:
        print(f"{_count(len(chain.receipts), 'receipt')}, from {_from(chain)} to {_to(chain)}.")
    else:
        print("No receipts.")
    if chain.deeds:
        print(f"{_count(len(chain.deeds), 'deed')} of staff, from {chain.deeds[0].at} to {chain.deeds[-1].at}.")
    if chain.trimmed:
        print(f"{_count(chain.trimmed, 'older line')} dropped, as the limits on number and age want.")
    if not chain.faults:
        print("The chain holds.")
        return
    print(f"The chain does not hold: {_count(len(chain.faults), 'fault')}.")
    for fault in chain.faults:
        print(f"line {fault.line}: {fault.what} ({fault.cure})")


def _count(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
