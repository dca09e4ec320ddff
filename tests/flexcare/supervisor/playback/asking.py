"""What a sound client says to its server, and what that answers."""

from __future__ import annotations

from hypothesis import strategies as st

from flexcare.session.page_volume import PROPERTY, VISIT
from flexcare.supervisor.playback.rules import Command
from flexcare.supervisor.playback.tags import FULL_VOLUME, Token, number, properties, text, write

TAG = 77
NO, YES = Token(b"0", b"0"), Token(b"1", b"1")
SECRET = properties({"media.name": "A secret"})
SHAPE = Token(b"a", b"a\3\2\0\0\xac\x44")
VALUES = st.one_of(
    st.builds(number, st.integers(0, 2**32 - 1)),
    st.builds(lambda raw: text(raw.replace(b"\0", b"")), st.binary(max_size=20)),
    st.sampled_from(
        [NO, YES, SECRET, Token(b"N", b"N"), Token(b"v", b"v\1\0\2\0\0"), Token(b"f", b"fB\1PN"), Token(b"a", b"a\3\2\0\0\xac\x44")]
    ),
)


def volume(*levels: int) -> Token:
    return Token(b"v", b"v" + bytes([len(levels)]) + b"".join(level.to_bytes(4, "big") for level in levels))


def say(command: int, *more: Token) -> bytes:
    return write([number(command), number(TAG), *more])


def new_stream(*, switches: int = 17, encoding: int = 1, levels: tuple[int, ...] = (FULL_VOLUME * 2, 5)) -> bytes:
    """A new playback stream as a client of PulseAudio 16 asks for it, with every switch on."""
    head = [Token(b"a", b"a\3\2\0\0\xac\x44"), Token(b"m", b"m\2\1\2"), number(2**32 - 1), Token(b"N", b"N"), number(4096), YES]
    middle = [*(number(0) for _ in range(4)), volume(*levels), *[YES] * 7, YES, YES, SECRET]
    formats = [Token(b"B", b"B\1"), Token(b"f", bytes([*b"fB", encoding, *b"PN"]))]
    return say(Command.CREATE_PLAYBACK_STREAM, *head, *middle, *[YES] * (switches - 10), *formats)


def made(channel: int, stream: int) -> bytes:
    """The server's answer to that: the stream's channel, its number, how much it wants, how much it holds, and what it is."""
    return say(Command.REPLY, number(channel), number(stream), *[number(0)] * 5, SHAPE)


def a_visit() -> bytes:
    """What belongs to a web visit says its names."""
    return say(Command.SET_CLIENT_NAME, properties({"application.name": "A secret", PROPERTY: VISIT, "window.x11.display": ":0"}))
