"""What hospital IT takes from a tablet to whoever helps them: how it is set up and how it is, and nothing about use. Pure.

Left out on purpose: every channel, address, host, service and page; when in a day a session ended; whatever names a person but the author
of the configuration in force, whom the hospital named itself. What a new field could tell of a patient is to be asked before it is added.
"""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from flexcare.configuration.compiled import CompiledWard
from flexcare.fleet.health import Health
from flexcare.session.kinds import Kind
from flexcare.session.receipt import Receipt
from flexcare.staff.diagnosis import Figure, Part, State

RECEIPTS_MAX = 50
CODE_MAX_BYTES = 1200
"""What a telephone reads off a screen without trouble, in one code (ISO/IEC 18004: version 25 or so with error correction L)."""


@dataclass(frozen=True, slots=True)
class Setup:
    """The configuration in force. age_days: since it was published, None where that cannot be told."""

    serial: int
    author: str
    reason: str
    published: str
    age_days: int | None
    agreement_from: str
    agreement_to: str


@dataclass(frozen=True, slots=True)
class Clearing:
    """One receipt without its time of day: what set it off, and how long it took."""

    day: str
    kind: Kind
    cover_ms: int
    empty_ms: int
    shown_ms: int
    proved: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """One figure of a test, without the place in the network."""

    part: Part
    state: State
    ms: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """All of it. kinds: how often the list of receipts has each; alarms: since when, in seconds since 1970."""

    device: str
    site: str
    ward: str
    made: str
    software: str
    system: str
    kernel: str
    state: str
    alarms: dict[str, int]
    setup: Setup | None = None
    kinds: dict[str, int] = field(default_factory=dict)
    unproved: int = 0
    clearings: tuple[Clearing, ...] = ()
    looked: tuple[Looked, ...] = ()
    version: Literal[1] = 1

    def to_bytes(self) -> bytes:
        """For a file: JSON that people can read too."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"

    @property
    def file_name(self) -> str:
        """How its file is called, on any file system: a device's identifier is of letters, digits and dashes."""
        return f"flexcare-{self.device or 'tablet'}-{self.made[:10]}.json"

    def to_words(self) -> str:
        """For a telephone: the same in short, one fact a line, at most CODE_MAX_BYTES as UTF-8."""
        lines = [
            f"FlexCare {self.software}",
            f"{self.device or '-'} {self.site}/{self.ward}",
            f"{self.system}, {self.kernel}",
            self.made,
            f"state {self.state}",
            *(f"alarm {alarm} {since}" for alarm, since in sorted(self.alarms.items())),
            *self._of_setup(),
            " ".join(f"{kind} {count}" for kind, count in sorted(self.kinds.items())),
            f"unproved {self.unproved}",
            *(f"{one.part} {one.state} {one.ms} ms {one.bytes} B" for one in self.looked),
        ]
        return "\n".join(lines).encode()[:CODE_MAX_BYTES].decode(errors="ignore")

    def _of_setup(self) -> list[str]:
        setup = self.setup
        if setup is None:
            return []
        return [
            f"configuration {setup.serial}, {setup.published}",
            f"{setup.author}: {setup.reason}"[:200],
            f"agreement {setup.agreement_from} {setup.agreement_to}",
        ]


def make_bundle(
    device: str,
    compiled: CompiledWard | None,
    health: Health,
    receipts: Iterable[Receipt],
    figures: Iterable[Figure],
    now: datetime,
    *,
    site: str = "",
    ward: str = "",
) -> Bundle:
    """The bundle of a tablet as it is now. receipts: oldest first."""
    all_of_them = tuple(receipts)
    return Bundle(
        device=device,
        site=site,
        ward=ward,
        made=now.isoformat(timespec="minutes"),
        software=health.software,
        system=_system(),
        kernel=platform.release(),
        state=health.state,
        alarms={alarm: int(since) for alarm, since in health.alarms.items()},
        setup=_setup(compiled, now) if compiled is not None else None,
        kinds=dict(Counter(receipt.kind.value for receipt in all_of_them)),
        unproved=sum(not receipt.proved for receipt in all_of_them),
        clearings=tuple(map(_clearing, all_of_them[-RECEIPTS_MAX:])),
        looked=tuple(Looked(figure.part, figure.state, figure.ms, figure.bytes) for figure in figures),
    )


def _setup(compiled: CompiledWard, now: datetime) -> Setup:
    said = compiled.instruction
    return Setup(compiled.serial, said.author, said.reason, said.at, age_days(said.at, now), compiled.agreement_from, compiled.agreement_to)


def age_days(published: str, now: datetime) -> int | None:
    """How many whole days ago that was, 0 for none yet; None where it is no time."""
    try:
        return max(0, (now - datetime.fromisoformat(published)).days)
    except (ValueError, TypeError):
        return None


def _clearing(receipt: Receipt) -> Clearing:
    # The day alone: when somebody slept or was fetched is nobody's matter.
    return Clearing(receipt.at[:10], receipt.kind, receipt.cover_ms, receipt.empty_ms, receipt.shown_ms, receipt.proved)


def _system(release: Path = Path("/etc/os-release")) -> str:
    """The name of the system (os-release(5)); "" where it has none."""
    try:
        lines = release.read_text().splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return next((line.partition("=")[2].strip('"') for line in lines if line.startswith("PRETTY_NAME=")), "")
