"""What a session may ask of the sound server, and hear from it: a closed list; all else is refused in the server's own words.

It may play, and turn its own streams down. It cannot record, hear what others play, see or touch others' streams, change outputs, load
modules, share memory, or be louder than the machine's ceiling. The server learns no name of what is played and keeps no volume for it.
Source: pulsecore/native-common.h, pulse/context.c, pulse/stream.c, pulse/introspect.c.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import ClassVar

from flexcare.supervisor.playback.pages import PageLevel, channels_of, is_of_a_visit
from flexcare.supervisor.playback.tags import FULL_VOLUME, Strange, Token, number, properties, read, text, write

PACKET_MAX_BYTES = 64 * 1024
STREAMS_MAX = 32
PENDING_MAX = 256
VERSION_MASK = 0xFFFF
"""The bits above it offer shared memory."""
NOBODY = 0xFFFFFFFF
ACCESS_DENIED, NO_ENTITY = 1, 5
NAMES = properties(
    {"application.name": "FlexCare", "media.name": "FlexCare", "state.restore-props": "false", "state.restore-target": "false"}
)
"""All that the server learns of a session or a stream. The last two: WirePlumber keeps no volume of it on the disk."""
PCM = (0, 1)
"""The encodings whose volume a server can change."""
MUTED, VOLUME_SET, MUTE_SET, PASSTHROUGH = 8, 10, 12, 16
"""Which of the yes-or-no values of a new playback stream say that it begins muted, that its volume and its mute are given, and that it
asks for a way past the volume.
"""
OUR_TAG = 0xFFFFFFFE
"""What we ask for the session; it counts its own questions from 0."""


class Command(IntEnum):
    """The numbers of pulsecore/native-common.h that anything is done with."""

    ERROR = 0
    REPLY = 2
    CREATE_PLAYBACK_STREAM = 3
    DELETE_PLAYBACK_STREAM = 4
    CREATE_RECORD_STREAM = 5
    DELETE_RECORD_STREAM = 6
    AUTH = 8
    SET_CLIENT_NAME = 9
    LOOKUP_SINK = 10
    DRAIN_PLAYBACK_STREAM = 12
    GET_PLAYBACK_LATENCY = 14
    GET_SERVER_INFO = 20
    GET_SINK_INFO = 21
    GET_SINK_INFO_LIST = 22
    GET_SOURCE_INFO = 23
    GET_SOURCE_INFO_LIST = 24
    GET_SINK_INPUT_INFO = 29
    GET_SINK_INPUT_INFO_LIST = 30
    SUBSCRIBE = 35
    SET_SINK_INPUT_VOLUME = 37
    CORK_PLAYBACK_STREAM = 41
    FLUSH_PLAYBACK_STREAM = 42
    TRIGGER_PLAYBACK_STREAM = 43
    SET_PLAYBACK_STREAM_NAME = 46
    GET_RECORD_LATENCY = 57
    CORK_RECORD_STREAM = 58
    FLUSH_RECORD_STREAM = 59
    PREBUF_PLAYBACK_STREAM = 60
    SUBSCRIBE_EVENT = 66
    SET_SINK_INPUT_MUTE = 69
    SET_PLAYBACK_STREAM_BUFFER_ATTR = 72
    SET_RECORD_STREAM_BUFFER_ATTR = 73
    UPDATE_PLAYBACK_STREAM_SAMPLE_RATE = 74
    UPDATE_PLAYBACK_STREAM_PROPLIST = 81
    UPDATE_CLIENT_PROPLIST = 82
    REMOVE_PLAYBACK_STREAM_PROPLIST = 84
    REMOVE_CLIENT_PROPLIST = 85


_C = Command
_AS_IT_IS = {
    *(_C.LOOKUP_SINK, _C.DRAIN_PLAYBACK_STREAM, _C.GET_PLAYBACK_LATENCY, _C.GET_SERVER_INFO, _C.GET_SINK_INFO, _C.GET_SINK_INFO_LIST),
    *(_C.CORK_PLAYBACK_STREAM, _C.FLUSH_PLAYBACK_STREAM, _C.TRIGGER_PLAYBACK_STREAM, _C.PREBUF_PLAYBACK_STREAM),
    *(_C.SET_PLAYBACK_STREAM_BUFFER_ATTR, _C.UPDATE_PLAYBACK_STREAM_SAMPLE_RATE, _C.DELETE_PLAYBACK_STREAM),
}
_OWN_ONLY = {_C.GET_SINK_INPUT_INFO, _C.SET_SINK_INPUT_VOLUME, _C.SET_SINK_INPUT_MUTE}
_EMPTY = {_C.GET_SOURCE_INFO_LIST, _C.GET_SINK_INPUT_INFO_LIST}
"""Answered with nothing: there is no microphone and nobody else."""
_SWALLOWED = {
    *(_C.SET_PLAYBACK_STREAM_NAME, _C.UPDATE_PLAYBACK_STREAM_PROPLIST, _C.UPDATE_CLIENT_PROPLIST),
    *(_C.REMOVE_PLAYBACK_STREAM_PROPLIST, _C.REMOVE_CLIENT_PROPLIST),
}
"""Answered as done: names that nobody needs."""
_MAY_HEAR = {0, 2, 61, 62, 63, 64, 66, 76, 78, 86, 91, 92, 94}
"""Answers and events about playing; 91 and 92 ask a stream to pause."""
_SUBSCRIBABLE = 0x0001 | 0x0004 | 0x0080
"""Outputs, streams, the server."""
_FACILITY_MASK, _FACILITY_STREAM = 0xF, 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said to the server and to the session; b"" for nothing."""

    on: bytes = b""
    back: bytes = b""
    more: bytes = b""
    """Said to the server after `on`."""


_SHAPE = 9
"""Where an answer says what a new stream is; the numbers of no other have it there."""


@dataclass
class Conversation:
    """One connection of a session. Raises Strange where it has to be ended."""

    hears: ClassVar[set[int]] = _MAY_HEAR
    facilities: ClassVar[int] = _SUBSCRIBABLE
    remembered: ClassVar[set[int]] = {_C.CREATE_PLAYBACK_STREAM, _C.GET_SERVER_INFO, _C.AUTH}
    """Questions whose answers are not handed on as they are."""
    records: ClassVar[bool] = False
    """Whether blocks of sound go to the session too."""

    level: PageLevel = field(default_factory=PageLevel)
    """How loud it plays where it belongs to a web visit."""
    _is_of_a_visit: bool = False
    _pending: dict[int, Command] = field(default_factory=dict)
    _begin: dict[int, tuple[Token | None, Token | None]] = field(default_factory=dict)
    """The volume and the mute that a stream which is being made shall begin with, by the question's tag."""
    _streams: dict[int, int] = field(default_factory=dict)
    """Streams of this connection by their channel, each with the number by which the whole server knows it."""
    _widths: dict[int, int] = field(default_factory=dict)
    """How many channels each of them has that belong to a visit, by that number."""

    def from_session(self, packet: bytes) -> Verdict:
        """Judge what the session says."""
        tokens = read(packet)
        if len(tokens) < 2:
            raise Strange("a packet without a command")
        command, tag = tokens[0].number, tokens[1].number
        if (answer := self._answer(command, tag, tokens)) is not None:
            return answer
        if command == _C.SET_CLIENT_NAME:
            self._is_of_a_visit |= is_of_a_visit(tokens)
        if command == _C.DELETE_PLAYBACK_STREAM and len(tokens) > 2:
            self._widths.pop(self._streams.pop(tokens[2].number, NOBODY), None)
        rewritten = self._rewrite(command, tokens)
        self._expect(tag, command)
        if command == _C.CREATE_PLAYBACK_STREAM:
            self._begin[tag] = _beginning(rewritten)
        return Verdict(on=write(rewritten))

    def _rewrite(self, command: int, tokens: list[Token]) -> list[Token]:
        if command == _C.SUBSCRIBE:
            if len(tokens) < 3:
                raise Strange("no facilities")
            return [*tokens[:2], number(tokens[2].number & self.facilities)]
        rewritten = _REWRITTEN.get(command, plain)(tokens)
        return self.level.held(rewritten) if self._is_of_a_visit else rewritten

    def _answer(self, command: int, tag: int, tokens: list[Token]) -> Verdict | None:
        """What is answered without asking the server; None for what it may be asked."""
        if command in _EMPTY or command in _SWALLOWED:
            return Verdict(back=write([number(_C.REPLY), number(tag)]))
        foreign = command in _OWN_ONLY and (len(tokens) < 3 or tokens[2].number not in self._streams.values())
        if foreign or command == _C.GET_SOURCE_INFO:
            return refused(tag, NO_ENTITY)
        known = command in _AS_IT_IS or command in _OWN_ONLY or command in _REWRITTEN or command == _C.SUBSCRIBE
        if not known or (command == _C.CREATE_PLAYBACK_STREAM and not self._may_create(tokens)):
            return refused(tag, ACCESS_DENIED)
        return None

    def from_server(self, packet: bytes) -> Verdict:
        """What of this the session hears, and what the server is asked because of it."""
        tokens = read(packet)
        if len(tokens) < 2 or (command := tokens[0].number) not in self.hears:
            return Verdict()
        if command == _C.SUBSCRIBE_EVENT:
            return Verdict(back=packet if self._may_hear_of(tokens) else b"")
        if command in (_C.REPLY, _C.ERROR):
            tag = tokens[1].number
            if tag == OUR_TAG:
                return Verdict()
            asked, begin = self._pending.pop(tag, None), self._begin.pop(tag, (None, None))
            if command == _C.REPLY and asked is not None:
                if asked == _C.CREATE_PLAYBACK_STREAM and not _is_new_stream(tokens):
                    raise Strange("the answer to another question under the same number")
                if asked == _C.CREATE_PLAYBACK_STREAM and self._is_of_a_visit:
                    begin = self._begin_page(tokens), begin[1]
                on, more = _begun(tokens, *begin)
                return Verdict(on, write(self._learn(asked, tokens)), more)
        return Verdict(back=packet)

    def turned(self) -> list[bytes]:
        """What the server is asked where the level of pages has changed."""
        return [
            write([number(_C.SET_SINK_INPUT_VOLUME), number(OUR_TAG), number(index), self.level.volume(channels)])
            for index, channels in self._widths.items()
        ]

    def _expect(self, tag: int, command: int) -> None:
        if tag in self._pending:
            raise Strange("a question under the number of another")
        if command in self.remembered:
            if len(self._pending) == PENDING_MAX:
                raise Strange("too many questions at once")
            self._pending[tag] = Command(command)

    def _learn(self, asked: Command, tokens: list[Token]) -> list[Token]:
        match asked:
            case Command.CREATE_PLAYBACK_STREAM if len(tokens) > 3:
                self._streams[tokens[2].number] = tokens[3].number
            case Command.GET_SERVER_INFO if len(tokens) > 5:
                # Who runs the server and on what machine is nobody's business.
                return [*tokens[:4], text(b"session"), text(b"flexcare"), *tokens[6:]]
            case Command.AUTH if len(tokens) > 2:
                return [*tokens[:2], number(tokens[2].number & VERSION_MASK), *tokens[3:]]
        return tokens

    def _begin_page(self, reply: list[Token]) -> Token | None:
        """Know a stream of a visit, and its volume at this moment."""
        if len(reply) < 4 or not (channels := channels_of(reply)):
            return None
        self._widths[reply[3].number] = channels
        return self.level.volume(channels)

    def _may_create(self, tokens: list[Token]) -> bool:
        encodings = (token.raw[2] for token in tokens if token.kind == b"f")
        return len(self._streams) < STREAMS_MAX and all(encoding in PCM for encoding in encodings)

    def _may_hear_of(self, tokens: list[Token]) -> bool:
        if len(tokens) < 4:
            return False
        return tokens[2].number & _FACILITY_MASK != _FACILITY_STREAM or tokens[3].number in self._streams.values()


def _is_new_stream(reply: list[Token]) -> bool:
    """Whether an answer tells of a new stream: its channel and number, how much it holds, and what it is."""
    return len(reply) > _SHAPE and reply[_SHAPE].kind == b"a"


def refused(tag: int, why: int) -> Verdict:
    """Deny it in the server's words."""
    return Verdict(back=write([number(_C.ERROR), number(tag), number(why)]))


def _no_louder(tokens: list[Token]) -> list[Token]:
    """Without any volume above the full one, which would be past the ceiling."""
    return [_softened(token) if token.kind == b"v" else token for token in tokens]


def _softened(volume: Token) -> Token:
    levels = (int.from_bytes(volume.raw[at : at + 4], "big") for at in range(2, len(volume.raw), 4))
    return Token(b"v", volume.raw[:2] + b"".join(min(level, FULL_VOLUME).to_bytes(4, "big") for level in levels))


def _without_shared_memory(tokens: list[Token]) -> list[Token]:
    if len(tokens) < 3:
        raise Strange("no version")
    return [*tokens[:2], number(tokens[2].number & VERSION_MASK), *tokens[3:]]


def _nameless(tokens: list[Token]) -> list[Token]:
    """With our names in place of the session's."""
    return [NAMES if token.kind == b"P" else token for token in tokens]


def plain(tokens: list[Token]) -> list[Token]:
    """Without names, and no louder than full."""
    return _no_louder(_nameless(tokens))


def _plain_stream(tokens: list[Token]) -> list[Token]:
    """A new stream: nameless, no louder than full, and on no way past the volume."""
    kept, switches = [], 0
    for token in plain(tokens):
        is_switch = token.kind in (b"0", b"1")
        kept.append(Token(b"0", b"0") if is_switch and switches == PASSTHROUGH else token)
        switches += is_switch
    return kept


def _beginning(new_stream: list[Token]) -> tuple[Token | None, Token | None]:
    """The volume and the mute that a new stream asks for."""
    switches = [token for token in new_stream if token.kind in (b"0", b"1")]
    volumes = [token for token in new_stream if token.kind == b"v"]
    given = [len(switches) > at and switches[at].kind == b"1" for at in (VOLUME_SET, MUTE_SET)]
    return volumes[0] if given[0] and volumes else None, switches[MUTED] if given[1] else None


def _begun(reply: list[Token], volume: Token | None, muted: Token | None) -> tuple[bytes, bytes]:
    """Ask again for what a new stream asked for, before its session hears of it: PipeWire 0.3.65 begins every stream at full volume."""
    if len(reply) < 4:
        return b"", b""
    asked = ((_C.SET_SINK_INPUT_VOLUME, volume), (_C.SET_SINK_INPUT_MUTE, muted))
    words = [write([number(command), number(OUR_TAG), reply[3], value]) if value is not None else b"" for command, value in asked]
    return words[0], words[1]


_REWRITTEN: dict[int, Callable[[list[Token]], list[Token]]] = {
    _C.AUTH: _without_shared_memory,
    _C.SET_CLIENT_NAME: _nameless,
    _C.CREATE_PLAYBACK_STREAM: _plain_stream,
}
