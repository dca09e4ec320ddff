"""What one supervisor leaves to the next: after a violent end, the next one looks for sessions that should be dead, and ends them."""

from __future__ import annotations

import logging
import os
import select
import signal
import time
from collections.abc import Iterable
from pathlib import Path

from flexcare.session.kinds import Kind
from flexcare.session.launch import Launched
from flexcare.session.leftovers import leftovers
from flexcare.session.live import Proof
from flexcare.supervisor.run_file import RunRecord, SessionTrace, kind_of_start, read_run, started_ticks, this_boot, write_run

log = logging.getLogger(__name__)

DEATH_TIMEOUT_S = 5.0
LOOK_AGAIN_S = 0.01


class Aftermath:
    """Keeps the run file in step with the sessions that live, and reads what the supervisor before left in it."""

    def __init__(self, run_file: Path) -> None:
        self._file = run_file
        self._boot = this_boot()
        self.kind: Kind = kind_of_start(run_file, self._boot)
        """Whether this is the first start of the boot."""

    def clear(self) -> Proof:
        """See to it that no session of the supervisor before is left; what was proved of that."""
        record = read_run(self._file)
        traces = record.sessions if record is not None and record.boot_id == self._boot else ()
        found = [_end(trace) for trace in traces]
        # Whoever held the other ends of its sockets and pipes is gone: the processes here, and the supervisor before.
        gone = all(found)
        return Proof(processes=gone, mounts=gone, sockets=gone, memory=gone, output=gone)

    def note(self, alive: Iterable[Launched]) -> None:
        """Leave word of the sessions that are not yet proved to be gone."""
        traces = tuple(trace for launched in alive if (trace := _trace(launched)) is not None)
        try:
            write_run(self._file, RunRecord(self._boot, shown=True, sessions=traces))
        except OSError as error:
            log.error("the run file cannot be written: %s", error.strerror)

    def note_others(self, _alive: Iterable[Launched]) -> None:
        """Leave word that this boot saw a session; a launcher ends those that it started by itself."""
        self.note(())


def _trace(launched: Launched) -> SessionTrace | None:
    ticks = started_ticks(launched.init_pid)
    if ticks is None:
        return None
    namespaces = tuple(number for number in (launched.pid_namespace, launched.mount_namespace) if number is not None)
    return SessionTrace(launched.init_pid, ticks, namespaces)


def _end(trace: SessionTrace) -> bool:
    """End what is left of a session; False where something stays."""
    if started_ticks(trace.init_pid) == trace.init_started_ticks and not _kill(trace.init_pid):
        return False
    if len(trace.namespaces) < 2:
        return True
    # The kernel tells of the first process's end a moment before whoever waits for it has taken it away.
    deadline_s = time.monotonic() + DEATH_TIMEOUT_S
    while left := leftovers(trace.namespaces[0], trace.namespaces[1], ()):
        if time.monotonic() > deadline_s:
            break
        time.sleep(LOOK_AGAIN_S)
    return not left


def _kill(pid: int) -> bool:
    log.warning("a session of the supervisor before is still there and is ended")
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        signal.pidfd_send_signal(process, signal.SIGKILL)
        ended, _, _ = select.select([process], [], [], DEATH_TIMEOUT_S)
    except ProcessLookupError:
        return True
    finally:
        os.close(process)
    return bool(ended)
