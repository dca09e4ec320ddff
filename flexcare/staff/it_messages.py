"""What IT's page and the supervisor say to each other, once IT's PIN was right. Part of `flexcare.staff.messages`."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from flexcare.staff.words import Word


class ItSays(Word, frozen=True):
    """What only IT may say. Every message from IT's page is one of these."""


class Pull(ItSays, tag="it-pull", frozen=True):
    """Look for a new configuration now; answered by `Pulled`."""


FromIt: TypeAlias = Pull


class Facts(msgspec.Struct, frozen=True):
    """What IT asks about on the telephone; "" and 0 for what is not known."""

    device: str = ""
    version: str = ""
    site: str = ""
    ward: str = ""
    serial: int = 0
    author: str = ""
    reason: str = ""
    published: str = ""
    state: str = ""
    alarm: str = ""
    agreement_from: str = ""
    agreement_to: str = ""
    memory_erased: bool = False


class ItOpened(Word, tag="it-opened", frozen=True):
    """IT's PIN was right: show IT's page."""

    facts: Facts


class Pulled(Word, tag="it-pulled", frozen=True):
    """It was looked for a new configuration; how that stands now."""

    facts: Facts


ToIt: TypeAlias = ItOpened | Pulled
