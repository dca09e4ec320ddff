"""When it is night at a hospital, and what is different then: part of the offer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Annotated, Literal

from msgspec import Meta

HourMinute = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


@dataclass(frozen=True, slots=True)
class Night:
    """`night` in the offer: from `begins` to `ends`, the tablet's local time, over midnight where it ends earlier than it begins.

    palette: until the patient chooses one. dim_percent: the brightness of the screen, of what it is by day. cap_percent: the loudest that
    can be chosen, of full volume; the day's cap where that is lower. headphones_only: the speaker is silent.
    """

    begins: HourMinute
    ends: HourMinute
    palette: Literal["day", "night", "contrast"] = "night"
    dim_percent: Annotated[int, Meta(ge=5, le=100)] = 40
    cap_percent: Annotated[int, Meta(ge=0, le=100)] = 40
    headphones_only: bool = False

    def is_on(self, at: time) -> bool:
        """Whether it is night at a local time of day."""
        begins, ends = time.fromisoformat(self.begins), time.fromisoformat(self.ends)
        at = at.replace(tzinfo=None)
        return begins <= at < ends if begins < ends else at >= begins or at < ends
