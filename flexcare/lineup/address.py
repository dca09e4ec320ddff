"""Which addresses a lineup may play, and why all others are refused."""

from __future__ import annotations

import re
from typing import NamedTuple

from flexcare.lineup.limits import ADDRESS_MAX_CHARS

ALLOWED_SCHEMES = ("udp", "rtp", "http", "https", "srt")
_WRITE_ALLOWED = "use an address that starts with udp://, rtp://, http://, https:// or srt://"

_GOOD_START = re.compile(r"(?:https?|udp|rtp|srt)://[^/?#|:]", re.IGNORECASE)
PLAIN_STREAM = r"(?:https?|udp|rtp|srt)://(?![^/?#]*%)[0-9A-Za-z@\[][!-{}~]{0,2000}+"
"""The plain case as a pattern: what it matches whole may be played and has no suffix. It leaves good ones aside too."""

# A multicast or listening address may be a bare port: udp://:1234, rtp://@:5004 (VLC's own way of writing).
_PORT_ONLY = re.compile(r"(?:udp|rtp|srt)://@?:\d", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,31}):")


class Refusal(NamedTuple):
    """Why an address is not played, and what to do about it."""

    text: str
    cure: str


_LOCAL = "reads the tablet's own files, which no list may do"
_DISC = "plays a disc, and a tablet has no drive"
_CAPTURE = "would show what a camera, microphone or screen sees"
_REFUSED = {
    "file": Refusal(f"file: {_LOCAL}", _WRITE_ALLOWED),
    "fd": Refusal(f"fd: {_LOCAL}", _WRITE_ALLOWED),
    "smb": Refusal("smb: opens a file share with the tablet's rights", _WRITE_ALLOWED),
    "dvd": Refusal(f"dvd: {_DISC}", _WRITE_ALLOWED),
    "bluray": Refusal(f"bluray: {_DISC}", _WRITE_ALLOWED),
    "vcd": Refusal(f"vcd: {_DISC}", _WRITE_ALLOWED),
    "cdda": Refusal(f"cdda: {_DISC}", _WRITE_ALLOWED),
    "screen": Refusal(f"screen: {_CAPTURE}", _WRITE_ALLOWED),
    "v4l2": Refusal(f"v4l2: {_CAPTURE}", _WRITE_ALLOWED),
    "alsa": Refusal(f"alsa: {_CAPTURE}", _WRITE_ALLOWED),
    "pulse": Refusal(f"pulse: {_CAPTURE}", _WRITE_ALLOWED),
    "rtsp": Refusal("rtsp: cannot be played, because Debian builds libvlc without live555", "publish the stream by udp, rtp, http or srt"),
    "rtmp": Refusal("rtmp: is not among the ways a ward's television is sent", "publish the stream by udp, rtp, http or srt"),
    "plugin": Refusal("plugin: starts a Kodi add-on, and there is none here", "write the stream's own address"),
    "vlc": Refusal("vlc: is a command to the player", _WRITE_ALLOWED),
}


def refusal(address: str) -> Refusal | None:
    """Say why an address must not be played, or None where it may. It never repeats the address: that may hold a password."""
    if len(address) > ADDRESS_MAX_CHARS:
        return Refusal(f"the address is longer than {ADDRESS_MAX_CHARS} characters", "write a shorter address")
    if _is_escaped(address):
        return Refusal("the host is written with an escape, which players read as another host", "write the host's plain name")
    if (_GOOD_START.match(address) or _PORT_ONLY.match(address)) and address.isprintable() and " " not in address:
        return None
    return _reason(address)


def _is_escaped(address: str) -> bool:
    """Whether players would ask another host than the one that is read here: libvlc undoes escapes in a host, `urlsplit` does not."""
    authority = re.split(r"[/?#]", address.partition("://")[2], maxsplit=1)[0]
    host = authority.rpartition("@")[2]
    return "%" in host and not host.startswith("[")


def _reason(address: str) -> Refusal:
    if not address.isprintable() or " " in address:
        return Refusal("the address holds a space or a control character", "write %20 for a space, and nothing for the others")
    found = _SCHEME.match(address)
    if not found or (len(found[1]) == 1):  # C:\ is a Windows path
        return Refusal("this line is no address: it names no way to fetch it", _WRITE_ALLOWED)
    scheme = found[1].lower()
    if scheme in ALLOWED_SCHEMES:
        return Refusal(f"the {scheme} address names no host", f"write {scheme}://host:port/...")
    return _REFUSED.get(scheme) or Refusal(f"{scheme}: is not among the ways a ward's television is sent", _WRITE_ALLOWED)
