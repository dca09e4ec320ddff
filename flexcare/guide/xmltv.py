"""Read an XMLTV file as a stream (xmltv.dtd). The only module that knows `lxml`.

The parser declares no entities, loads no DTD, goes to no network and keeps libxml2's own limits; what is read without a channel or a
programme coming to its end is bounded here, and with it the depth, the text and the number of whatever a hostile file nests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

from lxml import etree

from flexcare.errors import GuideSourceUnusable
from flexcare.guide.details import Element
from flexcare.guide.limits import SILENCE_MAX_BYTES
from flexcare.guide.mending import mended
from flexcare.guide.packing import unpacked

_FETCH_AGAIN = "fetch it again"
_TAGS = ("channel", "programme")
_END: tuple[None] = (None,)
_END_BYTES = 512


class NotWellFormed(Exception):
    """The file is no XML at some line (0: unknown)."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def read_xmltv(file: Path, start: Callable[[], tuple[Callable[[Element], None], Callable[[Element], None]]]) -> bool:
    """Hand every channel and every programme of a file to two readers, one after the other, as long as each is whole.

    `start` gives the readers and is called again where the file has to be read again, mended: wrong bytes, control characters and bare
    ampersands are common. Returns whether that was so. Elements are gone when their reader returns. Raises `GuideSourceUnusable` for what
    cannot be read, is no XMLTV, breaks off, or goes beyond the limits; what the readers got until then is not to be used.
    """
    ends = _Ends()
    try:
        _parse(ends.of(unpacked(file)), *start())
    except NotWellFormed as error:
        # What was cut stays cut: mending would only take time.
        if ends.is_cut:
            raise GuideSourceUnusable("the guide breaks off before its end", cure=_FETCH_AGAIN) from error
    else:
        return False
    try:
        _parse(mended(unpacked(file)), *start())
    except NotWellFormed as error:
        place = f"line {error.line}" if error.line else ""
        raise GuideSourceUnusable("the guide is no well-formed XML", place=place, cure="have its maker mend it") from error
    return True


class _Ends:
    """How a file begins and ends, in ASCII whatever its encoding."""

    def __init__(self) -> None:
        self._first, self._last = b"", b""

    def of(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The same pieces, looked at in passing; raises `GuideSourceUnusable` if there are none."""
        for piece in pieces:
            self._first = self._first or piece
            self._last = (self._last + piece if len(piece) < _END_BYTES else piece)[-_END_BYTES:]
            yield piece
        if not self._first:
            raise GuideSourceUnusable("the guide is empty", cure=_FETCH_AGAIN)

    @property
    def is_cut(self) -> bool:
        """Whether it begins as a guide and does not end as one."""
        return b"<tv" in self._first.replace(b"\0", b"") and not self._last.replace(b"\0", b"").rstrip().endswith(b"</tv>")


def _parse(pieces: Iterable[bytes], channel: Callable[[Element], None], programme: Callable[[Element], None]) -> None:
    parser = etree.XMLPullParser(
        ("end",),
        tag=_TAGS,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        attribute_defaults=False,
        remove_blank_text=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        huge_tree=False,
    )
    root = None
    silent_bytes = 0
    try:
        for piece in chain(pieces, _END):
            if piece is None:
                last_root = parser.close()
            else:
                parser.feed(piece)
                silent_bytes += len(piece)
            element = _handed_on(parser.read_events(), channel, programme)
            if element is not None:
                root = _checked_root(root, element)
                silent_bytes = 0
                del root[:-1]  # the last one is still being read
            elif silent_bytes > SILENCE_MAX_BYTES:
                raise _no_xmltv(f"in {SILENCE_MAX_BYTES // 1024} KiB of the file no channel and no programme ends")
    except etree.XMLSyntaxError as error:
        _forget(parser)
        raise NotWellFormed(error.lineno or 0) from error
    if last_root.tag != "tv":
        raise _no_xmltv("the file is no XMLTV guide")


def _handed_on(
    events: Iterable[tuple[str, etree._Element]], channel: Callable[[Element], None], programme: Callable[[Element], None]
) -> etree._Element | None:
    """Give each element to its reader; returns the last one."""
    element = None
    for _, element in events:
        if element.tag == "programme":
            programme(element)
        else:
            channel(element)
    return element


def _checked_root(root: etree._Element | None, element: etree._Element) -> etree._Element:
    """The root, which the last element that came must stand in directly: what hides deeper would never be freed."""
    parent = element.getparent()
    if parent is None or parent.getparent() is not None or parent.tag != "tv":
        raise _no_xmltv("the file is no XMLTV guide")
    if root is None:
        dtd = parent.getroottree().docinfo.internalDTD
        if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
            raise _no_xmltv("the guide declares entities of its own")
    return parent


def _forget(parser: etree.XMLPullParser) -> None:
    """End a parser that has failed already."""
    with suppress(etree.XMLSyntaxError):
        parser.close()


def _no_xmltv(what: str) -> GuideSourceUnusable:
    return GuideSourceUnusable(what, cure="give the address of an XMLTV guide")
