"""Python's own table of names, which would otherwise grow in the middle of a supervisor's life."""

from __future__ import annotations

import sys

PASSING_NAMES = 150_000
"""After so many the table grows no more, under Python 3.11 and 3.13: with a supervisor's names in it, it grows before the 10,000th and once
more at about the 100,000th.
"""


def make_room_for_names() -> None:
    """Have the table of interned names grow now, to the size that it keeps. Takes about 50 ms and 1.4 MB.

    Every `Path` adds its parts to it, and the places of those that are gone are given back only when it is full. Without this it grows by
    half a megabyte at about the 130th reset, which looks like a leak to whoever watches the supervisor's memory, and hides a real one.
    """
    for number in range(PASSING_NAMES):
        sys.intern(f"passing name {number}")
