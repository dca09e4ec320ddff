"""Read a list of receipts and say whether its chain holds. Pure: bytes in, receipts and faults out."""

from __future__ import annotations

from dataclasses import dataclass

from flexcare.session.receipt import GENESIS, Deed, Entry, Receipt, Trimmed, from_line

FAULTS_MAX = 100
"""More faults than this are counted no further; the file is rubbish then."""

_CURE_LINE = "keep a copy of the file for whoever has to explain it; the list drops the line when it is old enough"
_CURE_WHOLE = f"{_CURE_LINE}, or at once when the file is moved away while the tablet's supervisor is stopped"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a list of receipts. `line` counts from 1; 0 stands for the file as a whole."""

    line: int
    what: str
    cure: str

    def __str__(self) -> str:
        return f"{f'line {self.line}: ' if self.line else ''}{self.what} ({self.cure})"


@dataclass(frozen=True, slots=True)
class Chain:
    """What is wrong with a list; how many older entries were dropped as it should be; its readable entries as they stand there."""

    faults: tuple[Fault, ...]
    trimmed: int
    entries: tuple[Entry, ...] = ()

    @property
    def receipts(self) -> tuple[Receipt, ...]:
        """The receipts among them."""
        return tuple(entry for entry in self.entries if isinstance(entry, Receipt))

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What staff did."""
        return tuple(entry for entry in self.entries if isinstance(entry, Deed))


def read_chain(data: bytes) -> Chain:
    """Read a whole file. Any bytes are read; what is no sound chain becomes faults, at most FAULTS_MAX and one."""
    whole, _, torn = data.rpartition(b"\n")
    reader = _Reader()
    if whole or data.startswith(b"\n"):
        for line in whole.split(b"\n"):
            reader.read(line)
            if len(reader.faults) >= FAULTS_MAX:
                break
    if torn:
        what = "the last line was not written to its end, as after a power cut"
        reader.faults.append(Fault(reader.line + 1, what, "the supervisor heals it at its next start"))
    return Chain(tuple(reader.faults), reader.trimmed, tuple(reader.entries))


class _Reader:
    """Follows the chain from line to line."""

    def __init__(self) -> None:
        self.line = 0
        self.trimmed = 0
        self.entries: list[Entry] = []
        self.faults: list[Fault] = []
        self._expected: tuple[int, str] | None = (1, GENESIS)  # number and previous; None where a damaged line leaves nothing to expect

    def read(self, line: bytes) -> None:
        self.line += 1
        entry = from_line(line)
        if entry is None:
            self._fault("the line is damaged or was changed: it is no receipt whose hash is right", _CURE_LINE)
            self._expected = None
        elif isinstance(entry, Trimmed):
            self._begin_at(entry)
        else:
            self._link(entry)

    def _begin_at(self, mark: Trimmed) -> None:
        if self.line != 1:
            self._fault("the mark of a shortened list stands in its middle", _CURE_WHOLE)
        self.trimmed = mark.trimmed
        self._expected = (mark.trimmed + 1, mark.anchor)

    def _link(self, entry: Entry) -> None:
        name = "deed" if isinstance(entry, Deed) else "receipt"
        if self._expected is not None:
            number, previous = self._expected
            if entry.number != number:
                what = f"{name} {entry.number} stands where number {number} belongs: lines are missing, doubled or moved"
                self._fault(what, _CURE_WHOLE)
            elif entry.previous != previous:
                self._fault(f"{name} {entry.number} does not continue the one before it", _CURE_WHOLE)
        self._expected = (entry.number + 1, entry.hash)
        self.entries.append(entry)

    def _fault(self, what: str, cure: str) -> None:
        self.faults.append(Fault(self.line, what, cure))
