"""The few player options that a list may set. `#EXTVLCOPT` reaches VLC's whole command line: all but these is left out."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from urllib.parse import unquote

from flexcare.lineup.channel import Stream
from flexcare.lineup.limits import CACHING_MAX_MS, OPTION_MAX_CHARS
from flexcare.lineup.problems import Problems

_USER_AGENT = "user_agent"
_REFERRER = "referrer"
_CACHING = "caching_ms"
_VLC_OPTIONS = {
    "http-user-agent": _USER_AGENT,
    "http-referrer": _REFERRER,
    "http-referer": _REFERRER,
    "network-caching": _CACHING,
}
_SUFFIX_OPTIONS = {"user-agent": _USER_AGENT, "referer": _REFERRER, "referrer": _REFERRER}
_MILLISECONDS = re.compile(r"[0-9]{1,9}", re.ASCII)


@dataclass(slots=True)
class Options:
    """What the lines above an address, or the suffix behind it, ask of the player."""

    user_agent: str = ""
    referrer: str = ""
    caching_ms: int | None = None

    def stream(self, address: str) -> Stream:
        return Stream(address, self.user_agent, self.referrer, self.caching_ms)


def take_vlc_option(options: Options, text: str, line: int, problems: Problems) -> None:
    """Set what `#EXTVLCOPT:` asks for, where that is allowed: `http-user-agent=Some player`."""
    key, _, value = text.strip().lstrip(":-").partition("=")
    _take(options, _VLC_OPTIONS, "#EXTVLCOPT", (key, value), line, problems)


def take_suffix(options: Options, suffix: str, line: int, problems: Problems) -> None:
    """Set what an address's suffix asks for, where that is allowed: `User-Agent=Some%20player&Referer=https%3A%2F%2F...`."""
    for pair in suffix.split("&", 32)[:32]:
        key, _, value = pair.partition("=")
        if key:
            _take(options, _SUFFIX_OPTIONS, "the address's suffix", (key, unquote(value)), line, problems)


def _take(options: Options, allowed: dict[str, str], where: str, pair: tuple[str, str], line: int, problems: Problems) -> None:
    key, value = pair[0].strip().lower(), pair[1].strip().strip("\"'")
    field = allowed.get(key)
    if field is None:
        shown = key[:40] if key.isprintable() else "an option"
        problems.add(line, f"{where} may not set {shown}", "remove it: a list may set user agent, referrer and network-caching only")
    elif field == _CACHING:
        _take_caching(options, value, line, problems)
    elif len(value) > OPTION_MAX_CHARS or not value.isprintable():
        problems.add(line, f"{key} is too long or holds a control character", f"write at most {OPTION_MAX_CHARS} plain characters")
    elif field == _USER_AGENT:
        options.user_agent = sys.intern(value)  # thousands of entries name the same one
    else:
        options.referrer = sys.intern(value)


def _take_caching(options: Options, value: str, line: int, problems: Problems) -> None:
    if not _MILLISECONDS.fullmatch(value):
        problems.add(line, "network-caching is not a number of milliseconds", "write whole milliseconds, like 300")
        return
    asked_ms = int(value)
    if asked_ms > CACHING_MAX_MS:
        problems.add(line, f"network-caching is {asked_ms} ms, the most is {CACHING_MAX_MS}", "write less: every zap takes that long")
    options.caching_ms = min(asked_ms, CACHING_MAX_MS)
