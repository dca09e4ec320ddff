"""What a session may record where the hospital permits a service the microphone: from real microphones alone, never what others play.

Every output of a sound server can be recorded by its monitor. So a stream must name a source that the server itself listed as none, may
not be moved to another, and ends its whole connection if it is. One that names none, as a browser's does, gets the usual microphone by
name, for a server without any would give it a monitor.
Source: pulse/introspect.c (context_get_source_info_callback), pulse/stream.c (create_stream).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from flexcare.supervisor.playback.rules import ACCESS_DENIED, NO_ENTITY, NOBODY, STREAMS_MAX, Command, Conversation, Verdict, plain, refused
from flexcare.supervisor.playback.tags import Strange, Token, number, read, text

SOURCES_MAX = 64
_BEFORE_FORMAT = 3
"""A source is told as number, name, description, format (`a`), channels, owner, volume, mute, and the output that it is the monitor of."""
_MONITOR_OF = 5
NO_MOVE = 6
"""Which of the yes-or-no values of a new recording stream keeps it where it is."""
_MOVED = 79
_SOURCE_NUMBER, _SOURCE_NAME = 4, 5
"""Where a new recording stream says what it records: by one of them, the other being NOBODY or no text."""
_USUAL_SOURCE = 8
"""Where the server's answer about itself names it."""
_ABOUT_SOURCES = {Command.GET_SOURCE_INFO, Command.GET_SOURCE_INFO_LIST}
_ABOUT_RECORDING = {
    *(Command.CREATE_RECORD_STREAM, Command.DELETE_RECORD_STREAM, Command.GET_RECORD_LATENCY, Command.CORK_RECORD_STREAM),
    *(Command.FLUSH_RECORD_STREAM, Command.SET_RECORD_STREAM_BUFFER_ATTR),
}


@dataclass
class Microphones:
    """Those that the server told a session of."""

    _known: set[int | bytes] = field(default_factory=set)
    _names: list[bytes] = field(default_factory=list)
    _usual: bytes | None = None

    def learn_usual(self, about_server: list[Token]) -> None:
        """Remember which source the server would take by itself, microphone or not."""
        if len(about_server) > _USUAL_SOURCE:
            self._usual = about_server[_USUAL_SOURCE].text

    def named(self, new_stream: list[Token]) -> list[Token]:
        """With the usual microphone's name where it names no source; as it is where there is none."""
        unnamed = len(new_stream) > _SOURCE_NAME and (new_stream[_SOURCE_NUMBER].number, new_stream[_SOURCE_NAME].text) == (NOBODY, None)
        if not unnamed or not self._names:
            return new_stream
        name = self._usual if self._usual in self._names else self._names[0]
        return [*new_stream[:_SOURCE_NAME], text(name), *new_stream[_SOURCE_NAME + 1 :]]

    def only(self, reply: list[Token]) -> list[Token]:
        """A list of sources without those that are no microphones. Raises Strange."""
        starts = [at - _BEFORE_FORMAT for at, token in enumerate(reply) if token.kind == b"a"]
        if any(start < 2 for start in starts):
            raise Strange("a source without a name")
        kept = reply[:2]
        for start, end in zip(starts, [*starts[1:], len(reply)], strict=False):
            source = reply[start:end]
            if len(source) > _BEFORE_FORMAT + _MONITOR_OF and source[_BEFORE_FORMAT + _MONITOR_OF].number == NOBODY:
                self._learn(source)
                kept += source
        return kept

    def may_record(self, new_stream: list[Token]) -> bool:
        """Whether this stream would record a microphone."""
        if len(new_stream) < 6:
            return False
        index, name = new_stream[_SOURCE_NUMBER].number, new_stream[_SOURCE_NAME].text
        lists = [at for at, token in enumerate(new_stream) if token.kind == b"P"]
        after = new_stream[lists[0] + 1] if lists and lists[0] + 1 < len(new_stream) else None
        # One stream of an output can be recorded too.
        from_output = after is None or after.number == NOBODY
        named = index in self._known if name is None else name in self._known and index in (NOBODY, *self._known)
        return from_output and named

    def stays(self, moved: list[Token]) -> bool:
        """Whether a stream that the server moved still records a microphone."""
        return len(moved) > 3 and moved[3].number in self._known

    def _learn(self, source: list[Token]) -> None:
        if len(self._known) >= 2 * SOURCES_MAX:
            raise Strange("more microphones than anybody has")
        self._known.add(source[0].number)
        name = source[1].text
        if name is not None and name not in self._names:
            self._known.add(name)
            self._names.append(name)


@dataclass
class Calling(Conversation):
    """A conversation that may record microphones too."""

    hears: ClassVar[set[int]] = Conversation.hears | {65, 77, _MOVED, 93, 95}
    facilities: ClassVar[int] = Conversation.facilities | 0x0002
    remembered: ClassVar[set[int]] = Conversation.remembered | _ABOUT_SOURCES
    records: ClassVar[bool] = True

    microphones: Microphones = field(default_factory=Microphones)
    _recordings: int = 0

    def from_server(self, packet: bytes) -> Verdict:
        tokens = read(packet)
        if tokens and tokens[0].number == _MOVED and not self.microphones.stays(tokens):
            raise Strange("a recording was moved to what is no microphone")
        return super().from_server(packet)

    def _answer(self, command: int, tag: int, tokens: list[Token]) -> Verdict | None:
        if command == Command.CREATE_RECORD_STREAM:
            # For ever, not at once: nobody makes so many calls in one visit.
            self._recordings += 1
            allowed = self._recordings <= STREAMS_MAX and self.microphones.may_record(self.microphones.named(tokens))
            return None if allowed else refused(tag, ACCESS_DENIED)
        if command in _ABOUT_SOURCES or command in _ABOUT_RECORDING:
            return None
        return super()._answer(command, tag, tokens)

    def _rewrite(self, command: int, tokens: list[Token]) -> list[Token]:
        if command == Command.CREATE_RECORD_STREAM:
            return without_move(plain(self.microphones.named(tokens)))
        return super()._rewrite(command, tokens)

    def _learn(self, asked: Command, tokens: list[Token]) -> list[Token]:
        if asked == Command.GET_SERVER_INFO:
            self.microphones.learn_usual(tokens)
        if asked not in _ABOUT_SOURCES:
            return super()._learn(asked, tokens)
        told = self.microphones.only(tokens)
        if asked == Command.GET_SOURCE_INFO and len(told) == 2:
            return [number(Command.ERROR), tokens[1], number(NO_ENTITY)]
        return told


def without_move(new_stream: list[Token]) -> list[Token]:
    """Kept where it is: a server moves what recorded a microphone that was pulled out to anything else."""
    kept, switches = [], 0
    for token in new_stream:
        is_switch = token.kind in (b"0", b"1")
        kept.append(Token(b"1", b"1") if is_switch and switches == NO_MOVE else token)
        switches += is_switch
    return kept
