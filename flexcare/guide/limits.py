"""How much of a guide is read and kept, in one place. What lies beyond is told or refused, never a crash.

A ward's own guide has some ten thousand programmes, a provider's half a million in 200 MB; the limits leave room above that, and the
memory of an import stays below about 80 MB however large its source.
"""

from __future__ import annotations

UNPACKED_MAX_BYTES = 2 * 1024**3
"""The most that one source may hold, unpacked."""

PACKED_MEMORY_MAX_BYTES = 80 * 1024**2
"""The most memory that unpacking may take: `xz -9` asks for 65 MiB."""

DATABASE_MAX_BYTES = 1024**3
"""The largest guide that is made: it is kept twice while it is swapped."""

CHUNK_BYTES = 64 * 1024
"""How much is parsed at a time."""

SILENCE_MAX_BYTES = 1024**2
"""The most that is read without a channel or a programme coming to its end: it bounds depth, text and number of all that is inside one."""

CHANNELS_MAX = 100_000
"""Channels of one source; more are not looked at."""

DISPLAY_NAMES_MAX = 32
"""Names of one channel."""

PROGRAMMES_MAX = 2_000_000
"""Programmes kept of all sources; a source that goes beyond is refused."""

TITLE_MAX_CHARS = 300
"""The longest title, sub-title or name of a person; longer ones are cut."""

DESCRIPTION_MAX_CHARS = 4_000
"""The longest description; longer ones are cut."""

WORD_MAX_CHARS = 100
"""The longest category or episode number; longer ones are cut."""

ADDRESS_MAX_CHARS = 2_048
"""The longest address of a picture; a longer one is left out."""

LANGUAGES_MAX = 12
"""Languages of one text."""

CATEGORIES_MAX = 12
"""Categories of one programme in one language."""

CREDITS_MAX = 40
"""People of one programme."""

PAST_KEPT_S = 24 * 3600
"""How long after its end a programme is kept: an evening can be looked up the next morning."""

FUTURE_KEPT_S = 31 * 24 * 3600
"""How far ahead programmes are kept."""

LENGTH_MAX_S = 24 * 3600
"""The longest programme; a longer one ends then."""

UNKNOWN_LENGTH_S = 3600
"""How long a programme without a stop lasts where no other follows."""

UNKNOWN_LENGTH_MAX_S = 6 * 3600
"""How long a programme without a stop lasts at most where the next one is far."""
