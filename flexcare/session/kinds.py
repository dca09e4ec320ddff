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


class Act(StrEnum):
    """What staff did at a tablet. A new act is added here; one that was ever written never leaves."""

    OPEN = "open"
    """A PIN was right."""
    CLEAR = "clear"
    CLEAN = "clean"
    NIGHT = "night"
    VOLUME = "volume"
    LANGUAGE = "language"
    HELP = "help"
    """"TV problem" was asked."""
    BED = "bed"
    READING = "reading"
    """The text size, palette and layout that this bed begins with."""
    OUT_OF_ORDER = "out-of-order"
    IN_ORDER = "in-order"
    PULL = "pull"
    TEST_NETWORK = "test-network"
    TEST_SOUND = "test-sound"
    TEST_SCREEN = "test-screen"
    ENROL = "enrol"
    RESTART = "restart"
    EXPORT = "export"


class By(StrEnum):
    """Who did it: the role whose PIN it was, never a person."""

    ANYBODY = "anybody"
    """It takes no PIN."""
    NURSE = "nurse"
    IT = "it"


class Outcome(StrEnum):
    """How it went."""

    DONE = "done"
    FAILED = "failed"
