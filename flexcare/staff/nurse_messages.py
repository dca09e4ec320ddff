"""What the nurse's page and the supervisor say to each other. Part of `flexcare.staff.messages`."""

from __future__ import annotations

from typing import TypeAlias

from flexcare.staff.words import Word


class NurseSays(Word, frozen=True):
    """What only nurses may say. Every message from the nurse's page but `Clear` is one of these."""


class Clear(Word, tag="clear", frozen=True):
    """Clear the patient's session. Open to everybody at the bed, as Finish is. clean: lock the tablet for cleaning then."""

    clean: bool = False


FromNurse: TypeAlias = Clear


class NurseOpened(Word, tag="nurse-opened", frozen=True):
    """A nurse's PIN was right: show the nurse's page."""

    device: str = ""


ToNurse: TypeAlias = NurseOpened
