"""Tell what somebody gave instead of a playlist, and what they probably meant."""

from __future__ import annotations

from flexcare.errors import PlaylistUnusable

_LOOK_AT_BYTES = 4096
_UTF8_MARK = b"\xef\xbb\xbf"
_HLS_TAGS = (
    "#EXT-X-TARGETDURATION",
    "#EXT-X-MEDIA",
    "#EXT-X-STREAM-INF",
    "#EXT-X-I-FRAME",
    "#EXT-X-PLAYLIST-TYPE",
    "#EXT-X-ENDLIST",
    "#EXT-X-VERSION",
    "#EXT-X-INDEPENDENT-SEGMENTS",
    "#EXT-X-MAP",
    "#EXT-X-KEY",
    "#EXT-X-SERVER-CONTROL",
    "#EXT-X-PART-INF",
    "#EXT-X-DISCONTINUITY",
    "#EXT-X-START",
)


def refuse_other_kinds(data: bytes) -> None:
    """Raise `PlaylistUnusable` for nothing at all, a web page, a guide, JSON, a PLS list or a file that is no text."""
    start = data[:_LOOK_AT_BYTES].removeprefix(_UTF8_MARK).lstrip().lower()
    if not start and not data.removeprefix(_UTF8_MARK).strip():
        raise PlaylistUnusable("the list is empty", cure="check the file or address, and whether the export has run")
    if start.startswith((b"<?xml", b"<tv", b"<!doctype tv")) and b"<html" not in start:
        raise PlaylistUnusable("this is XML, perhaps the guide, and no playlist", cure="give the address of the M3U list instead")
    if start.startswith(b"<"):
        raise PlaylistUnusable(
            "this is a web page and no playlist", cure="check the address: a login or an error page often answers in a list's place"
        )
    if start.startswith((b"{", b"[{")):
        raise PlaylistUnusable("this is JSON and no playlist", cure="give the address of the M3U list instead")
    if start.startswith(b"[playlist]"):
        raise PlaylistUnusable("this is a PLS list", cure="save it as M3U")
    if b"\0" in start and not start.startswith(b"#"):
        raise PlaylistUnusable("this is no text", cure="give an M3U list, plain or packed by gzip")


def refuse_hls(line: str, number: int) -> None:
    """Raise `PlaylistUnusable` if a line shows that the list is one channel's HTTP Live Streaming (RFC 8216, 4.3)."""
    if line.startswith(_HLS_TAGS):
        raise PlaylistUnusable(
            "this is the HLS stream of a single channel and no playlist",
            place=f"line {number}",
            cure="write a playlist with an #EXTINF line and this stream's address below it",
        )
