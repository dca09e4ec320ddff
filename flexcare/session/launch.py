"""Starts a session in its sandbox, from a thread that lives as long as the session.

That thread puts itself into a Landlock domain first, so that the session inherits it and the rest of the program does not. And
bubblewrap ends the session when the thread that started it ends, so with this program, whatever happens to it.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import subprocess
import threading
import weakref
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from flexcare.errors import SandboxUnusable
from flexcare.session.control_groups import ControlGroup
from flexcare.session.freezing import freeze, thaw
from flexcare.session.landlock import confine_thread, missing_landlock
from flexcare.session.leftovers import Leftovers, in_pid_namespace, leftovers, mount_namespace_of
from flexcare.session.limits import Limits, limit, own_user
from flexcare.session.sandbox import ACCOUNTS, Sandbox
from flexcare.session.system_calls import filter_descriptor

START_TIMEOUT_S = 20.0
DYING_S = 1.0
RIGHTS_OVER_OTHERS = {"CAP_KILL": 5, "CAP_SETGID": 6, "CAP_SETUID": 7}
"""What it takes to start a session as another host user and to end it; numbers from linux/capability.h."""


class Launched(Protocol):
    """A session that was started. `unheld` says in words what of the usual confinement this machine could not give."""

    @property
    def init_pid(self) -> int: ...
    @property
    def pid_namespace(self) -> int | None: ...
    @property
    def mount_namespace(self) -> int | None: ...
    @property
    def unheld(self) -> tuple[str, ...]: ...
    def kill(self) -> None: ...
    def wait(self, timeout_s: float) -> bool: ...
    def contains(self, pid: int) -> bool: ...
    def freeze(self) -> bool: ...
    def thaw(self) -> bool: ...
    def left(self, forgotten: Collection[tuple[int, int]]) -> Leftovers: ...


@dataclass(eq=False)
class Confined:
    """A session in its sandbox: its first process, and what names its namespaces, by which its processes are known.

    The names mean this session and no other for as long as this object is kept and nobody calls `forget`.
    """

    init_pid: int
    pidfd: int
    pid_namespace: int
    mount_namespace: int
    unheld: tuple[str, ...] = ()
    groups: tuple[ControlGroup, ...] = ()
    ended: threading.Event = field(default_factory=threading.Event)
    forget: Callable[[], object] = lambda: None
    _gone: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def kill(self) -> None:
        """End every process of the session at once; harmless when it has ended.

        The namespace's first process is killed, never bubblewrap's outer one, which then has nobody to reap its zombie.
        """
        with self._lock, contextlib.suppress(ProcessLookupError):
            if not self._gone:
                signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)

    def dies(self, within_s: float) -> bool:
        """Whether the first process has ended within this time, reaped or not."""
        return self._gone or bool(select.select([self.pidfd], [], [], within_s)[0])

    def wait(self, timeout_s: float) -> bool:
        """Wait until the session has ended, nothing of it is left to reap, its limits are removed, and `on_end` was told."""
        return self.ended.wait(timeout_s)

    def contains(self, pid: int) -> bool:
        """Whether a process of the host, by its number there, belongs to this session."""
        try:
            return not self._gone and in_pid_namespace(pid, self.pid_namespace)
        except OSError:
            return False

    def freeze(self) -> bool:
        """Stop every process of the session; False where one may still run. Blocks for some milliseconds."""
        return not self._gone and freeze(self.pid_namespace) and all(group.hold(still=True) for group in self.groups)

    def thaw(self) -> bool:
        """Let every process of the session go on."""
        if not self._gone:
            for group in self.groups:
                group.hold(still=False)
            thaw(self.pid_namespace)
        return not self._gone

    def left(self, forgotten: Collection[tuple[int, int]]) -> Leftovers:
        """What is there of this session, and who holds one of the `forgotten` files (device and inode numbers)."""
        return leftovers(self.pid_namespace, self.mount_namespace, forgotten)

    def close(self) -> None:
        """Forget the first process: from now on its number may be somebody else's."""
        with self._lock:
            self._gone = True
            os.close(self.pidfd)


def launch(
    sandbox: Sandbox, program: Sequence[str], *, pass_fds: Sequence[int] = (), output: int, on_end: Callable[[int], None]
) -> Confined:
    """Start `program` in the sandbox and return when it is confined and about to begin.

    It finds `pass_fds` open under the same numbers, nothing to read, and both its outputs go to `output`. `on_end` gets the exit
    code (128 + n for signal n) in the session's thread, which must not start another session: that would inherit its domain. Blocks
    for some milliseconds. Raises SandboxUnusable; then `on_end` is never called.
    """
    _require_rights(sandbox.user)
    starting = _Starting(sandbox, tuple(program), tuple(pass_fds), output, on_end)
    # A daemon's thread does not hold this program up at its end; the session ends with it.
    threading.Thread(target=starting.run, name="session", daemon=True).start()
    starting.settled.wait()
    if starting.launched is None:
        raise starting.error or ended_early()
    return starting.launched


def _require_rights(user: int | None) -> None:
    """Refuse to start what could not be ended again. Without CAP_KILL not even the death of this program would end it."""
    if user in (None, os.getuid()):
        return
    status = Path("/proc/thread-self/status").read_text()
    rights = next(int(line.split()[1], 16) for line in status.splitlines() if line.startswith("CapEff:"))
    missing = [name for name, bit in RIGHTS_OVER_OTHERS.items() if not rights >> bit & 1]
    if missing:
        raise SandboxUnusable(
            f"a session cannot run as user {user} from here", cure=f"start this program as root with {', '.join(missing)}"
        )


@dataclass
class _Starting:
    """One start, carried out by the session's own thread."""

    sandbox: Sandbox
    program: tuple[str, ...]
    pass_fds: tuple[int, ...]
    output: int
    on_end: Callable[[int], None]
    launched: Confined | None = None
    error: SandboxUnusable | None = None
    settled: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        try:
            process, launched, limits = self._start()
        except SandboxUnusable as error:
            self.error = error
            return
        except (BrokenPipeError, ProcessLookupError):
            self.error = ended_early()
            return
        except OSError as error:
            self.error = SandboxUnusable(f"a session cannot be started: {error.strerror}")
            return
        else:
            self.launched = launched
        finally:
            self.settled.set()
        code = process.wait()
        limits.remove()
        launched.close()
        try:
            self.on_end(code if code >= 0 else 128 - code)
        finally:
            launched.ended.set()

    def _start(self) -> tuple[subprocess.Popen[bytes], Confined, Limits]:
        landlock = missing_landlock()
        if not landlock:
            confine_thread()
        with contextlib.ExitStack() as stack, contextlib.ExitStack() as undo:
            said, say = _pipe(stack)
            held, release = _pipe(stack)
            process = self._begin(stack, say.fileno(), held.fileno())
            say.close()
            held.close()
            undo.callback(process.wait)
            launched = _known(process, said)
            undo.callback(launched.forget)
            undo.callback(launched.close)
            undo.callback(launched.kill)
            limits = self._limited(launched)
            for step in (limits.remove, process.wait, launched.kill):  # the last one first
                undo.callback(step)
            launched.groups = limits.groups
            launched.unheld = (*([landlock] if landlock else []), *limits.missing)
            release.write(b"go")
            undo.pop_all()
        return process, launched, limits

    def _limited(self, launched: Confined) -> Limits:
        try:
            return limit(launched.init_pid, self.sandbox.settings, own_user(self.sandbox.user))
        except SandboxUnusable as error:
            # It has told its namespaces, and may then have found that it cannot fill them. Whoever is dying refuses everything.
            raise (ended_early() if launched.dies(DYING_S) else error) from error

    def _begin(self, stack: contextlib.ExitStack, say: int, held: int) -> subprocess.Popen[bytes]:
        accounts = {place: _readable(stack, content.encode()) for place, content in ACCOUNTS.items()}
        calls = filter_descriptor()
        stack.callback(os.close, calls)
        own = ["--seccomp", str(calls), "--info-fd", str(say), "--block-fd", str(held)]
        # Through a descriptor, so that the session does not find the host's paths in its first process's command line.
        arguments = _readable(stack, "\0".join([*own, *self.sandbox.arguments(accounts)]).encode())
        other = None if self.sandbox.user == os.getuid() else self.sandbox.user
        return subprocess.Popen(
            [bubblewrap(), "--args", str(arguments), "--", *self.program],
            stdin=subprocess.DEVNULL,
            stdout=self.output,
            stderr=self.output,
            pass_fds=(*self.pass_fds, *accounts.values(), calls, say, held, arguments),
            env={},
            user=other,
            group=other,
            extra_groups=None if other is None else self.sandbox.devices().groups(),
        )


def bubblewrap() -> str:
    """Where bubblewrap is. Raises SandboxUnusable."""
    found = shutil.which("bwrap")
    if found is None:
        raise SandboxUnusable("bubblewrap is missing", cure="install bubblewrap")
    return found


def _pipe(stack: contextlib.ExitStack) -> tuple[BinaryIO, BinaryIO]:
    """The two ends of a pipe, closed with the stack unless they were before."""
    reader, writer = os.pipe()
    return stack.enter_context(os.fdopen(reader, "rb", 0)), stack.enter_context(os.fdopen(writer, "wb", 0))


def _readable(stack: contextlib.ExitStack, content: bytes) -> int:
    descriptor = os.memfd_create("sandbox", os.MFD_CLOEXEC)
    stack.callback(os.close, descriptor)
    os.write(descriptor, content)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


def _known(process: subprocess.Popen[bytes], said: BinaryIO) -> Confined:
    """The namespaces that bubblewrap tells of once it has made them. Where it does not, it is ended; raises SandboxUnusable."""
    ready, _, _ = select.select([said], [], [], START_TIMEOUT_S)
    text = said.read() if ready else b""
    if not text:
        process.kill()
        raise ended_early()
    try:
        return _held(int(json.loads(text)["child-pid"]))
    except OSError as error:
        process.kill()
        raise ended_early() from error


def _held(pid: int) -> Confined:
    with contextlib.ExitStack() as undo:
        pidfd = os.pidfd_open(pid)
        undo.callback(os.close, pidfd)
        # Kept for as long as somebody may ask about the session, so that the kernel gives its number to no other. It keeps nothing alive.
        namespace = os.open(f"/proc/{pid}/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
        undo.callback(os.close, namespace)
        launched = Confined(pid, pidfd, os.fstat(namespace).st_ino, mount_namespace_of(pid))
        undo.pop_all()
    launched.forget = weakref.finalize(launched, os.close, namespace)
    return launched


def ended_early() -> SandboxUnusable:
    """What can be said where bubblewrap itself says why."""
    return SandboxUnusable("bubblewrap ended before the session began", cure="flexcare.session.check says why")
