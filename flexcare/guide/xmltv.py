"""Read an XMLTV file as a stream (xmltv.dtd). The only module that knows `lxml`.

The parser declares no entities, loads no DTD, goes to no network and keeps libxml2's own limits; what is read without a channel or a
programme coming to its end is bounded here, and with it the depth, the text and the number of whatever a hostile file nests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from lxml import etree

from flexcare.errors import GuideSourceUnusable
from flexcare.guide.details import Element
from flexcare.guide.limits import SILENCE_MAX_BYTES
from flexcare.guide.mending import mended
from flexcare.guide.packing import unpacked

_FETCH_AGAIN = "fetch it again"
_TAGS = ("channel", "programme")


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
    try:
        _parse(unpacked(file), *start())
    except NotWellFormed:
        try:
            _parse(mended(unpacked(file)), *start())
        except NotWellFormed as error:
            place = f"line {error.line}" if error.line else ""
            raise GuideSourceUnusable("the guide is no well-formed XML", place=place, cure="have its maker mend it") from error
        return True
    return False


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
    silent_bytes, any_bytes = 0, False
    try:
        for piece in pieces:
            any_bytes = True
            parser.feed(piece)
            silent_bytes += len(piece)
            element = None
            for _, element in parser.read_events():
                if element.tag == "programme":
                    programme(element)
                else:
                    channel(element)
            if element is not None:
                root = _checked_root(root, element)
                silent_bytes = 0
                del root[:-1]  # the last one is still being read
            elif silent_bytes > SILENCE_MAX_BYTES:
                raise _no_xmltv(f"in {SILENCE_MAX_BYTES // 1024} KiB of the file no channel and no programme ends")
    except etree.XMLSyntaxError as error:
        _forget(parser)
        raise NotWellFormed(error.lineno or 0) from error
    _close(parser, any_bytes)


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


def _close(parser: etree.XMLPullParser, any_bytes: bool) -> None:
    if not any_bytes:
        raise GuideSourceUnusable("the guide is empty", cure=_FETCH_AGAIN)
    try:
        root = parser.close()
    except etree.XMLSyntaxError as error:
        raise GuideSourceUnusable("the guide breaks off before its end", cure=_FETCH_AGAIN) from error
    if root.tag != "tv":
        raise _no_xmltv("the file is no XMLTV guide")


def _forget(parser: etree.XMLPullParser) -> None:
    """End a parser that has failed already."""
    with suppress(etree.XMLSyntaxError):
        parser.close()


def _no_xmltv(what: str) -> GuideSourceUnusable:
    return GuideSourceUnusable(what, cure="give the address of an XMLTV guide")
