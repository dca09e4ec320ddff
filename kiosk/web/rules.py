"""Where a visit may go and what its pages may consist of: the engine's half of one service's list, where a refusal becomes words.

The other half is the visit's proxy, which knows the same list (`flexcare.visit`) and only hosts and ports.
"""

from __future__ import annotations

from collections.abc import Sequence

from flexcare.session.web_service import WebService
from flexcare.visit.admission import Admission, Relay
from flexcare.visit.rules import AllowRule, allows_page, allows_part

PDF_VIEWER = "chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/"
"""Chromium's own PDF viewer, whose pages come with the engine."""
VIEWER_PARTS = (PDF_VIEWER, "chrome://resources/")
OWN = ("about:blank", "about:srcdoc", "blob:", "data:")
"""What pages make themselves; it comes from nobody."""


def admission_of(service: WebService) -> Admission:
    """What a service's visit is let through to. Raises RuleFaulty."""
    rules = tuple(AllowRule(entry.scheme, entry.host, entry.path, entry.port) for entry in service.allow)
    return Admission(rules, tuple(Relay(relay.host, relay.port) for relay in service.turn), service.private)


class Rules:
    """Answers about whole addresses as the engine writes them."""

    def __init__(self, allow: Sequence[AllowRule] = ()) -> None:
        """Nothing is allowed where nothing is given."""
        self._allow = tuple(allow)

    def may_visit(self, address: str) -> bool:
        """Whether a page, or what a redirect leads to, may be there."""
        return allows_page(self._allow, address)

    def may_frame(self, address: str) -> bool:
        """Whether a frame inside a page may be there."""
        return address.startswith((*OWN, PDF_VIEWER)) or allows_page(self._allow, address)

    def may_load(self, address: str) -> bool:
        """Whether something that a page consists of may come from there."""
        return address.startswith((*OWN, *VIEWER_PARTS)) or allows_part(self._allow, address)
