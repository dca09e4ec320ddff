"""Where the supervisor's own files lie. A session never sees any of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NAME = "flexcare"


@dataclass(frozen=True, slots=True)
class Paths:
    """Two folders, which need not exist yet.

    state: what outlives a boot, on a disk: the receipts, what was taken and obeyed, the guide.
    run: what means something within one boot only, in memory where it can be: what a supervisor has to know after its own death.
    """

    state: Path
    run: Path

    @property
    def receipts(self) -> Path:
        """The list of receipts (`flexcare.session.receipts`)."""
        return self.state / "receipts.jsonl"

    @property
    def instructions(self) -> Path:
        """Which of the hospital's instructions are settled (`flexcare.instructions.record`)."""
        return self.state / "instructions.json"

    @property
    def health(self) -> Path:
        """How the tablet is, for IT (`flexcare.fleet.health`)."""
        return self.run / "health.json"

    @property
    def trust(self) -> Path:
        """What the tablet was enrolled with and has taken (`flexcare.trust`)."""
        return self.state / "trust"

    @property
    def guide(self) -> Path:
        """The sources of the programme guide and what was made of them (`flexcare.supervisor.guiding`)."""
        return self.state / "guide"

    @property
    def ward(self) -> Path:
        """The ward folder of an enrolled tablet, a link to the newest."""
        return self.run / "ward"

    @property
    def run_file(self) -> Path:
        """What a supervisor finds after its own death (`flexcare.supervisor.run_file`)."""
        return self.run / "run.json"


def default_paths(environment: Mapping[str, str] = os.environ, *, user: int | None = None) -> Paths:
    """The folders for the user (uid) of this process: of the system for root, of the XDG base directories for others.

    Without XDG_RUNTIME_DIR a user's run folder is inside the state folder: a name in /tmp could be taken by somebody else. XDG paths
    that are not absolute do not count (XDG Base Directory Specification 0.8).
    """
    uid = os.getuid() if user is None else user
    if uid == 0:
        return Paths(Path("/var/lib") / NAME, Path("/run") / NAME)
    home = Path(environment.get("HOME") or Path.home())
    state = (_absolute(environment.get("XDG_STATE_HOME")) or home / ".local" / "state") / NAME
    run = _absolute(environment.get("XDG_RUNTIME_DIR"))
    return Paths(state, run / NAME if run else state / "run")


def _absolute(text: str | None) -> Path | None:
    return Path(text) if text is not None and text.startswith("/") else None
