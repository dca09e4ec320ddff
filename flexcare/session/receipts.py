"""The receipts of a tablet and its staff's deeds: an append-only list that survives power cuts, damaged files and full disks.

One writer, the supervisor, from any of its threads. Everything here may wait for a disk, so call it off the event loop. What
the list holds is in `flexcare.session.receipt`, what makes it sound in `flexcare.session.receipt_chain`.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeGuard

from flexcare.clock import Clock
from flexcare.errors import ReceiptsUnwritable
from flexcare.session.kinds import Act, By, Kind, Outcome
from flexcare.session.receipt import GENESIS, AnEntry, Check, Deed, Entry, Receipt, Trimmed, from_line, sealed, sealed_mark, to_line
from flexcare.session.receipt_chain import Fault
from flexcare.session.receipt_file import ReceiptFile

RECEIPTS_MAX = 2000
DAYS_MAX = 90
_TRIMMED_TO = 0.9
"""A list that grew too long is shortened by a tenth, so that it is not rewritten at every reset."""
_CURE = "see that the state folder is on a disk that has room and can be written; what is missing is written with the next receipt"
_QUOTED = re.compile(r'"[^"]*"')


class Receipts:
    """The list in one file, at most `receipts_max` receipts and deeds of at most `days_max` days; the newest one always stays.

    Never fails to open: what was wrong with the file stands in `told`, for the caller to log, and the next receipt says `healed`
    where a line was lost.
    """

    def __init__(self, path: Path, clock: Clock, *, receipts_max: int = RECEIPTS_MAX, days_max: int = DAYS_MAX) -> None:
        self._file = ReceiptFile(path)
        self._clock = clock
        self._receipts_max = receipts_max
        self._age_max = timedelta(days=days_max)
        self._writing = threading.RLock()
        self._last: Entry | None = None
        self._last_receipt: Receipt | None = None
        self._last_daily: Receipt | None = None
        self._oldest: datetime | None = None
        self._lines = 0
        self._unwritten: list[Entry] = []
        self._dropped_unwritten = False
        self._loaded = False
        self._healed = False
        self.told: list[Fault] = []
        try:
            self._load()
        except OSError as error:
            self.told.append(Fault(0, f"the list of receipts cannot be read or put in order: {error.strerror}", _CURE))

    def last(self) -> Receipt | None:
        """The newest receipt, on the disk or not."""
        return self._last_receipt

    def last_daily(self) -> Receipt | None:
        """The newest receipt of a daily reset."""
        return self._last_daily

    def add(
        self,
        kind: Kind,
        *,
        verified: Iterable[Check],
        memory_erased: bool,
        cover_ms: int = 0,
        empty_ms: int = 0,
        shown_ms: int = 0,
        standby: bool = False,
    ) -> Receipt:
        """Write a receipt and everything that could not be written before; it is on the disk when this returns.

        Raises ReceiptsUnwritable; the receipt is then `last()` all the same, and the next `add` or `write_missing` tries again.
        """
        receipt = Receipt(
            number=1,
            at=self._clock.now().isoformat(timespec="seconds"),
            kind=kind,
            cover_ms=cover_ms,
            empty_ms=empty_ms,
            shown_ms=shown_ms,
            standby=standby,
            verified=tuple(sorted(set(verified))),
            memory_erased=memory_erased,
            healed=False,
            previous=GENESIS,
        )
        return self._add(receipt)

    def add_deed(self, act: Act, by: By, outcome: Outcome) -> Deed:
        """Write what staff did, as `add` writes a receipt; raises ReceiptsUnwritable as it does."""
        at = self._clock.now().isoformat(timespec="seconds")
        return self._add(Deed(number=1, at=at, act=act, by=by, outcome=outcome, healed=False, previous=GENESIS))

    def _add(self, entry: AnEntry) -> AnEntry:
        with self._writing:
            entry = self._follow(entry)
            self._remember(entry)
            self._healed = False
            self._unwritten.append(entry)
            if len(self._unwritten) > self._receipts_max:
                del self._unwritten[0]
                self._dropped_unwritten = True
            self.write_missing()
            # Numbered anew where the list could be read only now.
            return self._last if isinstance(self._last, type(entry)) else entry

    def _follow(self, entry: AnEntry) -> AnEntry:
        """The entry in its place of the chain."""
        if self._last is None:
            return sealed(replace(entry, healed=self._healed))
        return sealed(replace(entry, number=self._last.number + 1, previous=self._last.hash, healed=self._healed))

    def write_missing(self) -> None:
        """Bring what waits in memory to the disk. Raises ReceiptsUnwritable."""
        with self._writing:
            try:
                if not self._loaded or self._file.changed():
                    self._load()
                self._write()
                if self._too_long():
                    self._shorten()
            except OSError as error:
                raise ReceiptsUnwritable(f"receipts cannot be written: {error.strerror}", place=self._file.path.name, cure=_CURE) from error

    def _load(self) -> None:
        """Read the list anew, heal its end, and let what waits in memory continue it."""
        self._loaded = False
        data, faults = self._file.read()
        lines = data.split(b"\n")[:-1]
        entries = _entries(lines)
        receipts = [entry for entry in entries if isinstance(entry, Receipt)]
        self._lines = len(lines)
        self._oldest = entries[0].time if entries else None
        new = [fault for fault in faults if fault not in self.told]
        self._healed = self._healed or bool(new)
        self.told += new
        self._last_daily = next((receipt for receipt in reversed(receipts) if receipt.kind is Kind.DAILY), self._last_daily)
        self._last_receipt = self._last_receipt or (receipts[-1] if receipts else None)
        if entries:
            self._continue(entries[-1])
        self._file.make_sound(data)
        self._loaded = True

    def _continue(self, written: Entry) -> None:
        """Take `written` as the last one on the disk, and let what waits in memory follow it."""
        waiting = self._unwritten
        hashes = [entry.hash for entry in waiting]
        if written.hash in hashes:  # on the disk after all, when the disk had said that it was not
            self._unwritten = waiting[hashes.index(written.hash) + 1 :]
        elif waiting and waiting[0].previous == GENESIS:  # the list could not be read until now
            self._unwritten = _chained(waiting, written)
            self._last = self._unwritten[-1]
            self._last_receipt = next((entry for entry in reversed(self._unwritten) if isinstance(entry, Receipt)), self._last_receipt)
        elif self._last is None:
            self._last = written
        # Else memory knows better than a file that somebody shortened or exchanged: the chain will show the gap.

    def _remember(self, entry: Entry) -> None:
        self._last = entry
        if isinstance(entry, Receipt):
            self._last_receipt = entry
            if entry.kind is Kind.DAILY:
                self._last_daily = entry

    def _write(self) -> None:
        waiting = self._unwritten
        if not waiting:
            return
        data = b"".join(map(to_line, waiting))
        if self._dropped_unwritten:  # more waited than the list may hold, so nothing older stays
            self._file.replace(to_line(sealed_mark(waiting[0].number - 1, waiting[0].previous)) + data)
            self._lines, self._oldest = len(waiting) + 1, None
        else:
            self._file.append(data)
            self._lines += len(waiting)
        self._oldest = self._oldest or waiting[0].time
        self._unwritten, self._dropped_unwritten = [], False

    def _too_long(self) -> bool:
        return self._lines > self._receipts_max or (self._oldest is not None and self._too_old(self._oldest))

    def _too_old(self, moment: datetime) -> bool:
        return self._clock.now() - moment > self._age_max

    def _shorten(self) -> None:
        """Rewrite the list without its oldest receipts. The first line then says so and where the chain goes on."""
        data, _ = self._file.read()
        lines = data.split(b"\n")[:-1]
        start = max(0, len(lines) - max(1, int(self._receipts_max * _TRIMMED_TO))) if len(lines) > self._receipts_max else 0
        for index in range(start, len(lines)):
            first = from_line(lines[index])
            if _is_entry(first) and (index == len(lines) - 1 or not self._too_old(first.time)):
                break
        else:
            return
        self._oldest = first.time
        if first.number > 1:
            kept = [to_line(sealed_mark(first.number - 1, first.previous)), *(line + b"\n" for line in lines[index:])]
            self._file.replace(b"".join(kept))
            self._lines = len(kept)


def _chained(entries: list[Entry], previous: Entry) -> list[Entry]:
    chained: list[Entry] = []
    for entry in entries:
        previous = sealed(replace(entry, number=previous.number + 1, previous=previous.hash, hash=""))
        chained.append(previous)
    return chained


def _is_entry(entry: Entry | Trimmed | None) -> TypeGuard[Entry]:
    return entry is not None and not isinstance(entry, Trimmed)


def _entries(lines: list[bytes]) -> list[Entry]:
    return [entry for entry in map(from_line, lines) if _is_entry(entry)]


def memory_is_erased(cmdline: str) -> bool:
    """Whether the kernel was told to erase memory as it is freed (`init_on_free=1`), by the text of /proc/cmdline.

    As for the kernel the last mention counts; words in quotes and behind `--` are not for it. A kernel that is built to erase without
    being told so counts as one that does not: it can only be believed where it is said.
    """
    words = _QUOTED.sub('""', cmdline).split()
    words = words[: words.index("--")] if "--" in words else words
    values = [word.removeprefix("init_on_free=") for word in words if word.startswith("init_on_free=")]
    return bool(values) and values[-1] in {"1", "y", "Y", "on"}
