"""How a session lives and ends: one typed model, in the ward folder's offer until the hospital's configuration carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

Minutes = Annotated[int, Meta(ge=1, le=7 * 24 * 60)]


@dataclass(frozen=True, slots=True)
class SessionSettings:
    """`session` in the offer.

    standby: keep a second session painted and hidden, so that a reset shows the next Welcome at once; costs its memory.
    idle_minutes: a session that nobody touched for so long, with nothing playing, is cleared at the end of that time.
    still_there_minutes: the same while something plays.
    countdown_s: how long "Still there?" is seen and heard before either of the two; any touch keeps the session.
    daily_reset: the local time from which, within an hour, an idle tablet is cleared once a day; None never does.
    quiet_minutes: what "idle" means for the daily reset: nothing touched for so long, and nothing playing.
    memory_mib, tasks_max: the most memory and tasks of the whole session, where the machine can hold it to that.
    writable_mib: the size of each memory file system that the session can write.
    cleaning_s: how long the tablet stays locked after "Clear and clean", at least as long as the disinfectant has to act.
    heartbeat_timeout_s: a session that says nothing for so long is frozen and is replaced.
    """

    standby: bool = True
    idle_minutes: Minutes = 240
    still_there_minutes: Minutes = 240
    countdown_s: Annotated[int, Meta(ge=60, le=600)] = 120
    daily_reset: Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")] | None = "04:00"
    quiet_minutes: Minutes = 30
    memory_mib: Annotated[int, Meta(ge=512, le=65536)] = 2048
    tasks_max: Annotated[int, Meta(ge=128, le=32768)] = 1024
    writable_mib: Annotated[int, Meta(ge=64, le=8192)] = 256
    cleaning_s: Annotated[int, Meta(ge=10, le=1800)] = 120
    heartbeat_timeout_s: Annotated[int, Meta(ge=3, le=120)] = 8
