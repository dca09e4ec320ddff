"""Where a visit may go and what its pages may consist of: the allow-list of one web service, for the engine's own answers.

The network holds the same list once more, host by host (`kiosk.web.enclosure`); here a refusal becomes a page with words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flexcare.configuration.hosts import matches
from flexcare.session.web_service import PORTS, AllowEntry

PDF_VIEWER = "mhjfbmdgcfjbbpaeojofohoefgiehjai"
"""The name of Chromium's own PDF viewer, whose pages come with the engine."""
OWN_SCHEMES = frozenset(("about", "blob", "data"))
"""What pages make themselves; it comes from nobody."""
_SAME = {"ws": "http", "wss": "https"}
_TWO_READINGS = re.compile(r"%(2e|2f|5c)|//|/\.\.?(/|$)", re.IGNORECASE)
"""What one server takes for a step up or a new segment and another does not."""


class Rules:
    """Answers about addresses, which are given in the parts that the engine itself has read them into."""

    def __init__(self, allow: Sequence[AllowEntry] = ()) -> None:
        """Nothing is allowed where nothing is given."""
        self._allow = tuple(allow)

    def may_visit(self, scheme: str, host: str, port: int, path: str) -> bool:
        """Whether a page, or what a redirect leads to, may be there. `port` is -1 where the address has none."""
        return any(_holds_path(entry.path, path) for entry in self._of_host(scheme, host, port))

    def may_frame(self, scheme: str, host: str, port: int, path: str) -> bool:
        """Whether a frame inside a page may be there."""
        if scheme == "chrome-extension":
            return host == PDF_VIEWER
        return scheme in OWN_SCHEMES or self.may_visit(scheme, host, port, path)

    def may_load(self, scheme: str, host: str, port: int) -> bool:
        """Whether something that a page consists of may come from there."""
        if scheme in ("chrome-extension", "chrome"):
            return host in (PDF_VIEWER, "resources")
        return scheme in OWN_SCHEMES or any(self._of_host(_SAME.get(scheme, scheme), host, port))

    def _of_host(self, scheme: str, host: str, port: int) -> list[AllowEntry]:
        name = host.lower().rstrip(".")
        where = port if port > 0 else PORTS.get(scheme, 0)
        return [entry for entry in self._allow if entry.scheme == scheme and entry.port == where and matches(name, (entry.host,))]


def _holds_path(allowed: str, path: str) -> bool:
    if allowed == "/":
        return True
    if _TWO_READINGS.search(path):
        return False
    return path == allowed or path.startswith(allowed if allowed.endswith("/") else f"{allowed}/")
