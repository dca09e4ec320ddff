"""Python's own table of names, which would otherwise grow once in the middle of a supervisor's life."""

from __future__ import annotations

import sys

PASSING_NAMES = 50_000
"""More than the table has room for: when a supervisor has started it is full at 22,000, with 15,000 in use; grown, at 44,000."""


def make_room_for_names() -> None:
    """Have the table of interned names grow now, to the size that it keeps. Takes about 10 ms and half a megabyte.

    Every `Path` adds its parts to it, and the places of those that are gone are given back only when it is full. Without this it grows by
    that half megabyte at about the 130th reset, which looks like a leak to whoever watches the supervisor's memory, and hides a real one.
    """
    for number in range(PASSING_NAMES):
        sys.intern(f"passing name {number}")
