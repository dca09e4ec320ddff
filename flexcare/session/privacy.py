"""What the privacy page tells: the hospital's own notice, as the offer carries it. Plain data in every language that is offered.

The seven headings are those of Regulation (EU) 2016/679, articles 13 and 14, in the order in which Danish hospitals give them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

Text = Annotated[dict[str, str], Meta(max_length=32)]
"""The same text in each language, by the language's code; English or the hospital's first language is the fallback."""

HEADINGS = ("purpose", "categories", "sources", "legal_basis", "recipients", "transfers", "retention")


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to turn to; what is not known is empty."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    web: str = ""


@dataclass(frozen=True, slots=True)
class ServiceNotice:
    """One service that is on, and what happens to personal data in it, heading by heading (`HEADINGS`)."""

    service: Text
    purpose: Text
    categories: Text
    sources: Text
    legal_basis: Text
    recipients: Text
    transfers: Text
    retention: Text


@dataclass(frozen=True, slots=True)
class PrivacyNotice:
    """The whole notice. `agreement` is the reference of the agreement in force, as a person would quote it."""

    controller: Contact
    protection_officer: Contact
    complaints: Contact
    agreement: str = ""
    services: tuple[ServiceNotice, ...] = ()
