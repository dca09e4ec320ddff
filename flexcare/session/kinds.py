"""Why a session ended: a closed list, and all that a receipt says about it."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What set off a reset. A new kind is added here; one that was ever written into a receipt never leaves."""

    FINISH = "finish"
    """The patient asked for it."""
    IDLE = "idle"
    """Nothing was touched and nothing played."""
    UNANSWERED = "unanswered"
    """Something played, and nobody answered "Still there?"."""
    DAILY = "daily"
    """The daily hour."""
    BOOT = "boot"
    """The tablet started."""
    CRASH = "crash"
    """The session crashed too often, froze, or talked nonsense."""
    RESTART = "restart"
    """The supervisor started anew while the tablet ran on."""
    RENEWED = "renewed"
    """A new configuration, on a Welcome that nobody had touched."""
    SIGNED = "signed"
    """The hospital's signed instruction."""
    STAFF = "staff"
    """Staff, at the bed."""
    ASKED = "asked"
    """SIGUSR1, for tests and demonstrations."""
