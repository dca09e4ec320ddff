"""How loud what belongs to a web visit plays: as the session told, whatever the page's own sound streams ask for."""

from __future__ import annotations

from dataclasses import dataclass

from flexcare.session.page_volume import COMMAND, FULL_PERCENT, PROPERTY, VISIT
from flexcare.supervisor.playback.tags import FULL_VOLUME, Token, number, properties, read

_OF_A_VISIT = properties({PROPERTY: VISIT}).raw[1:-1]


@dataclass
class PageLevel:
    """What a session told last, for all of its connections. Until it has: full volume, which is the machine's ceiling."""

    percent: int = FULL_PERCENT

    def volume(self, channels: int) -> Token:
        """For a stream of so many channels; on the scale on which libvlc asks for its own, so both sound alike."""
        level = FULL_VOLUME * self.percent // FULL_PERCENT
        return Token(b"v", bytes([ord("v"), channels]) + level.to_bytes(4, "big") * channels)

    def held(self, tokens: list[Token]) -> list[Token]:
        """What asks for a volume asks for this one."""
        return [self.volume(token.raw[1]) if token.kind == b"v" else token for token in tokens]


def told_percent(packet: bytes) -> int | None:
    """What a session says of its pages; None where it says something else, which is for the sound server. Raises Strange."""
    tokens = read(packet)
    if len(tokens) != 2 or tokens[0] != number(COMMAND):
        return None
    return min(tokens[1].number, FULL_PERCENT)


def is_of_a_visit(names: list[Token]) -> bool:
    """Whether a client that says these names of itself belongs to a web visit."""
    return any(token.kind == b"P" and _OF_A_VISIT in token.raw for token in names)


def channels_of(new_stream: list[Token]) -> int:
    """How many channels the server says that a stream has; 0 where it does not say."""
    specification = next((token for token in new_stream if token.kind == b"a"), None)
    return specification.raw[2] if specification is not None else 0
