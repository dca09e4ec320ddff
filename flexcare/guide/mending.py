"""Mend what makes many guides no XML: bytes of another encoding, characters that XML forbids, and ampersands that stand by themselves."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterable, Iterator

_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"'][^>]*\?>")
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# Extensible Markup Language 1.0, 2.2: what is no Char. The escaped bytes of a wrong encoding are in D800 to DFFF and come first.
# Codecs that raise whatever they are told to do with wrong bytes, or read escapes; no guide is written in them.
_STRICT = frozenset(
    ("idna", "punycode", "unicode_escape", "unicode-escape", "raw_unicode_escape", "raw-unicode-escape", "utf-7", "undefined")
)
# Where a declaration can be read as ASCII, it is not true that two or four bytes make a letter.
_WIDE = ("utf-16", "utf-32")
_WRONG_BYTES = re.compile("[\udc80-\udcff]+")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]+")
_AMPERSAND = re.compile(r"&(?:#(?:[0-9]{1,7}|x[0-9a-fA-F]{1,6});|([A-Za-z][A-Za-z0-9]{1,30});)?")
_REFERENCE_MAX_CHARS = 40
_OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))


def mended(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same document in UTF-8 without what a parser stumbles over; tags that do not match stay as they are."""
    decoder: codecs.IncrementalDecoder | None = None
    rest = ""
    for piece in pieces:
        is_first = decoder is None
        if decoder is None:
            decoder = _decoder_of(piece)
        text = rest + decoder.decode(piece)
        if is_first:
            text = _DECLARED.sub("", text, count=1)
        # A reference that is cut in two waits for its other half.
        cut = text.find("&", max(0, len(text) - _REFERENCE_MAX_CHARS))
        text, rest = (text, "") if cut < 0 else (text[:cut], text[cut:])
        yield _mended(text)
    if decoder is not None:
        yield _mended(rest + decoder.decode(b"", True))


def _decoder_of(first: bytes) -> codecs.IncrementalDecoder:
    for mark, name in _MARKS.items():
        if first.startswith(mark):
            return codecs.getincrementaldecoder(name)("surrogateescape" if mark == codecs.BOM_UTF8 else "replace")
    declared = _DECLARATION.match(first)
    name = declared[1].decode() if declared else "utf-8"
    try:
        b"<".decode(name, "replace")  # a LookupError also for codecs that make no text, as `hex`
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        known = "utf-8"
    if known in _STRICT or known.startswith(_WIDE):
        known = "utf-8"
    return codecs.getincrementaldecoder(known)("surrogateescape" if known.startswith("utf-8") else "replace")


def _mended(text: str) -> bytes:
    text = _WRONG_BYTES.sub(_as_windows, text)
    text = _FORBIDDEN.sub("", text)
    if "&" in text:
        text = _AMPERSAND.sub(_reference, text)
    return text.encode()


def _as_windows(found: re.Match[str]) -> str:
    return found[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _reference(found: re.Match[str]) -> str:
    name = found[1]
    if name is None:
        return "&amp;" if found[0] == "&" else _number(found[0])
    if name in _OWN:
        return found[0]
    known = html.unescape(found[0])
    return html.escape(known) if known != found[0] else f"&amp;{name};"


def _number(reference: str) -> str:
    """A reference by number, unless XML forbids what it stands for."""
    digits = reference[2:-1]
    number = int(digits[1:], 16) if digits.startswith("x") else int(digits)
    allowed = number <= 0x10FFFF and not _FORBIDDEN.match(chr(number))
    return reference if allowed else ""
