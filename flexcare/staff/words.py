"""What every message between the supervisor and the staff program is made of."""

from __future__ import annotations

import msgspec

from flexcare.errors import FlexCareError


class Word(msgspec.Struct, frozen=True, tag_field="type", forbid_unknown_fields=True):
    """What every message has: its type. Tags are unique over all of the staff's messages."""


class NotStaff(FlexCareError):
    """What came over the socket is no message of the staff program; it is ended, and the patient's session goes on."""
