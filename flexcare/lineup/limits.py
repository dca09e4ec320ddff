"""How much of a playlist is read, in one place. What lies beyond a limit is a problem that is told, never a crash.

A hospital's own list has tens to hundreds of channels, a provider's up to a hundred thousand; the limits leave room
above that and keep the memory of a reader below about three times the size of what it was given.
"""

from __future__ import annotations

PLAYLIST_MAX_BYTES = 64 * 1024 * 1024
"""The most that is read from a file or an address, and the most that a packed list may unpack to."""

LINE_MAX_CHARS = 64 * 1024
"""A longer line is skipped with its entry: some lists carry whole pictures in `tvg-logo`, no honest one carries more."""

CHUNK_BYTES = 256 * 1024
"""How much of a list is decoded and split at a time, so that a list is never held twice."""

ENTRIES_MAX = 200_000
"""Entries that are taken; the rest of the list is not read."""

PROBLEMS_MAX = 1_000
"""Problems that are told one by one; a last one says how many more there are."""

ADDRESS_MAX_CHARS = 4_096
"""The longest stream, logo or guide address."""

NAME_MAX_CHARS = 200
"""The longest name, guide id or group; longer ones are cut."""

NUMBER_MAX = 99_999
"""The highest number that `tvg-chno` may ask for: five digits can be typed on a remote control."""

GROUPS_MAX = 16
"""Groups of one channel."""

BACKUPS_MAX = 8
"""Backup streams of one channel: with a try of several seconds each, more would help nobody."""

PROPERTIES_MAX = 32
"""`#KODIPROP` pairs of one channel."""

OPTION_MAX_CHARS = 512
"""The longest user agent or referrer, and the longest value of a `#KODIPROP`."""

CACHING_MAX_MS = 10_000
"""The longest buffering that a list may ask for: every zap would take that long."""

SHIFT_MAX_HOURS = 24.0
"""The furthest that `tvg-shift` may move a guide, either way."""

GUIDE_ADDRESSES_MAX = 16
"""Guide addresses of one list."""

DOWNLOAD_TIMEOUT_S = 30.0
"""The longest that fetching a list may take in all, redirects included."""

REDIRECTS_MAX = 5
"""Redirects that are followed on the way to a list."""
