"""What a hospital decides about its staff's part of a tablet. How often a PIN may be tried is no setting: see `deploy/DECISIONS.md`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta


@dataclass(frozen=True, slots=True)
class StaffSettings:
    """`staff` of a compiled ward.

    timeout_s: the staff's menu that nobody touched for so long closes by itself. key: a key that opens the PIN pad as a long press on the
    clock does, by its name in xkbcommon; "" for none.
    """

    timeout_s: Annotated[int, Meta(ge=15, le=600)] = 60
    key: Annotated[str, Meta(max_length=40)] = ""
