"""The letters of each language, as they lie on its real keyboards, and the signs that all of them share."""

from __future__ import annotations

from dataclasses import dataclass

Rows = tuple[str, str, str]


@dataclass(frozen=True)
class Layout:
    """Three rows of keys. `lower` and `upper` are the same where the script knows no capitals. `alphabet` is how its alphabet begins."""

    locale: str
    alphabet: str
    lower: Rows
    upper: Rows
    signs: Rows

    @property
    def has_capitals(self) -> bool:
        return self.lower != self.upper


LATIN_SIGNS = ("1234567890", "@#%&-+/=_", "*()\"':;,!?")
ARABIC_SIGNS = ("1234567890", "@#%&-+/=_", "*()\"':؛،!؟")


def _latin(locale: str, lower: Rows, capitals: Rows | None = None) -> Layout:
    upper = capitals or (lower[0].upper(), lower[1].upper(), lower[2].upper())
    return Layout(locale, "abc", lower, upper, LATIN_SIGNS)


def _arabic(locale: str, letters: Rows) -> Layout:
    return Layout(locale, "أبج", letters, letters, ARABIC_SIGNS)


LAYOUTS = {
    "en": _latin("en_GB", ("qwertyuiop", "asdfghjkl", "zxcvbnm")),
    "da": _latin("da_DK", ("qwertyuiopå", "asdfghjklæø", "zxcvbnm")),
    # A capital ß would otherwise become two letters.
    "de": _latin("de_DE", ("qwertzuiopü", "asdfghjklöä", "yxcvbnmß"), ("QWERTZUIOPÜ", "ASDFGHJKLÖÄ", "YXCVBNMẞ")),
    "ar": _arabic("ar_AE", ("ضصثقفغعهخحجد", "شسيبلاتنمكطذ", "ئءؤرىةوزظأإ")),
}
"""By the code of the interface's language (`theme.translations.translations.LANGUAGES`)."""

LATIN = LAYOUTS["en"]
"""What addresses and passwords are typed with in a language whose own letters are others."""
