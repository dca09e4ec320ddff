"""The words of a title as they are searched for: without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata

_BETWEEN = re.compile(r"[\W_]+")
# Letters that Unicode does not take apart, as people without that key write them.
_PLAIN = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ى": "ي", "ة": "\u0647", "ـ": ""}
)


# The Latin letters that European titles are made of, each to its plain ones: taking letters apart one by one is slow.
_LATIN = {
    number: "".join(sign for sign in unicodedata.normalize("NFKD", chr(number)) if not unicodedata.combining(sign)).translate(_PLAIN)
    for number in range(0xC0, 0x250)
    if chr(number).isalpha()
}


def words_of(text: str) -> str:
    """The words of a text in plain lower case, one space between them."""
    text = text.casefold()
    if not text.isascii():
        text = text.translate(_LATIN)
        if not text.isascii():
            apart = unicodedata.normalize("NFKD", text).casefold()
            text = "".join([sign for sign in apart if not unicodedata.combining(sign)]).translate(_PLAIN)
    return text if text.isalnum() else _BETWEEN.sub(" ", text).strip()
