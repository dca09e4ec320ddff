"""Languages as sources name them, to the two letters of ISO 639-1."""

from __future__ import annotations

from functools import lru_cache

# ISO 639-2, both where a language has two: what broadcasters' own data (DVB) uses.
_THREE = {
    "alb": "sq", "ara": "ar", "arm": "hy", "baq": "eu", "bel": "be", "bos": "bs", "bul": "bg", "cat": "ca", "ces": "cs", "chi": "zh",
    "cym": "cy", "cze": "cs", "dan": "da", "deu": "de", "dut": "nl", "ell": "el", "eng": "en", "est": "et", "eus": "eu", "fao": "fo",
    "fas": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "ger": "de", "gla": "gd", "gle": "ga", "glg": "gl", "gre": "el", "heb": "he",
    "hin": "hi", "hrv": "hr", "hun": "hu", "hye": "hy", "ice": "is", "isl": "is", "ita": "it", "jpn": "ja", "kal": "kl", "kor": "ko",
    "kur": "ku", "lav": "lv", "lit": "lt", "ltz": "lb", "mac": "mk", "mkd": "mk", "mlt": "mt", "nld": "nl", "nno": "nn", "nob": "nb",
    "nor": "no", "per": "fa", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk", "slv": "sl",
    "som": "so", "spa": "es", "sqi": "sq", "srp": "sr", "swe": "sv", "tam": "ta", "tur": "tr", "ukr": "uk", "urd": "ur", "vie": "vi",
    "wel": "cy", "zho": "zh",
}  # fmt: skip


@lru_cache(maxsize=512)
def two_letters(name: str) -> str:
    """The language of `da`, `da-DK`, `da_DK` or `dan` in two letters; "" for what is unknown."""
    language = name.strip().lower().replace("_", "-").partition("-")[0]
    if len(language) == 2 and language.isascii() and language.isalpha():
        return language
    return _THREE.get(language, "")
