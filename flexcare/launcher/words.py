"""All that a supervisor and its launcher can say to each other: a closed set of typed messages, one a packet, as JSON.

Nothing in them is a path, a command or a variable of the environment: what a session is and what is around it, the launcher knows by
itself. Descriptors travel beside a message (unix(7), SCM_RIGHTS).
"""

from __future__ import annotations

from typing import Annotated, TypeAlias, TypeVar

import msgspec
from msgspec import Meta

from flexcare.errors import FlexCareError
from flexcare.session.capture import Capture
from flexcare.session.messages import Count
from flexcare.session.settings import SessionSettings

PACKET_MAX_BYTES = 16 * 1024
FILES_MAX = 16
TOLD_MAX = 64
"""So many processes of a kind are told; one more says no more than these."""

Number = Annotated[int, Meta(ge=1, le=2**53)]
Slot = Annotated[int, Meta(ge=0, le=2)]
"""0 is for the staff's program, which is closed in as sessions are."""
Pid = Annotated[int, Meta(ge=1, le=2**22)]
Inode = Annotated[int, Meta(ge=0, le=2**63 - 1)]
Line = Annotated[str, Meta(max_length=400)]


class Word(msgspec.Struct, frozen=True, tag_field="type", forbid_unknown_fields=True):
    """What every message has: its type."""


# From the supervisor. `number` comes back with the answer.


class Listen(Word, tag="listen", frozen=True):
    """Make a place where the next session in this slot will look for the compositor. The answer brings the listening socket."""

    number: Number
    slot: Slot


class Start(Word, tag="start", frozen=True):
    """Start a session in this slot; two descriptors come with it: its end of the line, and the pipe for its output.

    own_door: it goes through the place that was made last for this slot, else to the compositor's own socket. camera and microphone:
    whether these are in its reach, as the hospital lets a service ask for them.
    """

    number: Number
    slot: Slot
    memory_mib: Annotated[int, Meta(ge=512, le=65536)]
    tasks_max: Annotated[int, Meta(ge=128, le=32768)]
    writable_mib: Annotated[int, Meta(ge=64, le=8192)]
    diagonal_inches: Annotated[float, Meta(gt=3, lt=60)]
    own_door: bool
    camera: bool
    microphone: bool

    @property
    def settings(self) -> SessionSettings:
        """What of a session's settings its surroundings need."""
        return SessionSettings(memory_mib=self.memory_mib, tasks_max=self.tasks_max, writable_mib=self.writable_mib)

    @property
    def capture(self) -> Capture:
        """What records the room and is in its reach."""
        return Capture(self.camera, self.microphone)


class Kill(Word, tag="kill", frozen=True):
    """End a session and everything that it started. Harmless when it has ended."""

    tree: Number


class Hold(Word, tag="hold", frozen=True):
    """Stop every process of a session, or let all of them go on."""

    number: Number
    tree: Number
    still: bool


class Whose(Word, tag="whose", frozen=True):
    """Whether a process belongs to a session."""

    number: Number
    tree: Number
    pid: Pid


class Look(Word, tag="look", frozen=True):
    """Look for what is left of a session, and for who holds one of these files (device and inode)."""

    number: Number
    tree: Number
    files: Annotated[tuple[tuple[Inode, Inode], ...], Meta(max_length=FILES_MAX)] = ()


# From the launcher.


class Hello(Word, tag="hello", frozen=True):
    """The first thing that it says. gone: no process of the sessions' user was left over from before.

    unheld: what of the usual confinement this machine cannot give.
    """

    gone: bool
    unheld: Annotated[tuple[Line, ...], Meta(max_length=16)] = ()


class Listening(Word, tag="listening", frozen=True):
    """The place is made."""

    number: Number


class Started(Word, tag="started", frozen=True):
    """A session was started. `tree` names it from now on, until the connection's end."""

    number: Number
    tree: Number
    init_pid: Pid
    pid_namespace: Inode
    mount_namespace: Inode
    unheld: Annotated[tuple[Line, ...], Meta(max_length=16)] = ()


class Refused(Word, tag="refused", frozen=True):
    """What was asked cannot be done, and why, in plain words."""

    number: Number
    what: Line
    cure: Line = ""


class Belongs(Word, tag="belongs", frozen=True):
    """Whether the process belongs to the session."""

    number: Number
    so: bool


class Held(Word, tag="held", frozen=True):
    """Whether all of it stands still now, or goes on."""

    number: Number
    so: bool


class Found(Word, tag="found", frozen=True):
    """What is left, as `flexcare.session.leftovers.Leftovers` has it."""

    number: Number
    processes: Annotated[tuple[Pid, ...], Meta(max_length=TOLD_MAX)] = ()
    mounts: Annotated[tuple[Pid, ...], Meta(max_length=TOLD_MAX)] = ()
    descriptors: Annotated[tuple[tuple[Pid, Count], ...], Meta(max_length=TOLD_MAX)] = ()


class Ended(Word, tag="ended", frozen=True):
    """A session has ended, with this exit code (128 + n for signal n). Comes by itself."""

    tree: Number
    code: Annotated[int, Meta(ge=0, le=255)]


ToLauncher: TypeAlias = Listen | Start | Kill | Hold | Whose | Look
FromLauncher: TypeAlias = Hello | Listening | Started | Refused | Belongs | Held | Found | Ended
Answer: TypeAlias = Listening | Started | Refused | Belongs | Held | Found

Said = TypeVar("Said")

_to_launcher: msgspec.json.Decoder[ToLauncher] = msgspec.json.Decoder(ToLauncher)
_from_launcher: msgspec.json.Decoder[FromLauncher] = msgspec.json.Decoder(FromLauncher)


class Babble(FlexCareError):
    """A packet that is no word of this language; the connection ends, and with it every session that was started through it."""


def encode(word: ToLauncher | FromLauncher) -> bytes:
    """A word as one packet."""
    return msgspec.json.encode(word)


def to_launcher(packet: bytes) -> ToLauncher:
    """Read what a supervisor said. Raises Babble."""
    return _read(packet, _to_launcher)


def from_launcher(packet: bytes) -> FromLauncher:
    """Read what a launcher said. Raises Babble."""
    return _read(packet, _from_launcher)


def _read(packet: bytes, decoder: msgspec.json.Decoder[Said]) -> Said:
    if len(packet) > PACKET_MAX_BYTES:
        raise Babble("a packet is too long")
    try:
        return decoder.decode(packet)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Babble("a packet says nothing that is known here") from error
