"""Names as a patient may see them: no control characters, nothing that turns the text around it, bounded in length."""

from __future__ import annotations

import re

from flexcare.lineup.limits import GROUPS_MAX, NAME_MAX_CHARS

# Controls (Unicode category Cc) and the line and paragraph separators read as a space; the byte order mark and the bidirectional
# embeddings, overrides and isolates (Unicode Standard Annex 9, 2.1 to 2.5) as nothing. The plain marks LRM, RLM and ALM stay:
# Arabic and Hebrew names need them, and they leave nothing open.
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_UNSEEN = re.compile(r"[\ufeff\u202a-\u202e\u2066-\u2069]+")


def clean(text: str) -> str:
    """Strip a name of what must not reach a screen; cut at `NAME_MAX_CHARS`."""
    text = text.strip()
    if not text.isprintable():
        text = " ".join(_BREAKS.sub(" ", _UNSEEN.sub("", text)).split())
    return text if len(text) <= NAME_MAX_CHARS else text[:NAME_MAX_CHARS].rstrip()


def group_names(text: str) -> tuple[str, ...]:
    """Split a `;` list of groups; each once, in order, at most `GROUPS_MAX`."""
    names = (clean(name) for name in text.split(";", 4 * GROUPS_MAX))
    return tuple(dict.fromkeys(name for name in names if name))[:GROUPS_MAX]
