"""Whether the agreement lets a service start today. The one rule of it, for `flexcare check` and for the tablet.

Light: nothing is imported that a tablet would not have anyway.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from flexcare.agreement.model import Agreement


class Term(StrEnum):
    """Where a day lies in an agreement's term; first and last day are both inside."""

    BEFORE = "not yet in force"
    IN_FORCE = "in force"
    AFTER = "no longer in force"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether a service may start, and why, in words for hospital IT. `term` is None where no agreement could say."""

    covered: bool
    reason: str
    term: Term | None = None


class Resting(Protocol):
    """A service that names the processing activities it rests on."""

    @property
    def id(self) -> str: ...
    @property
    def activities(self) -> Sequence[str]: ...


def today(now: datetime, time_zone: str) -> date:
    """The calendar day of a moment in the hospital's time zone, wherever the clock was read. A moment without a zone is refused."""
    if now.tzinfo is None:
        raise ValueError("the moment has no time zone")
    return now.astimezone(ZoneInfo(time_zone)).date()


def term(first: date, last: date, on: date) -> Term:
    """Where a day lies between two days that both count."""
    if on < first:
        return Term.BEFORE
    return Term.AFTER if on > last else Term.IN_FORCE


def covers(agreement: Agreement | None, service: Resting, on: date) -> Coverage:
    """Whether the agreement covers a service on a day of the hospital's calendar. The first thing that is missing is the reason."""
    if agreement is None:
        return Coverage(False, f"{service.id}: there is no data processing agreement")
    missing = missing_activity(agreement.activities, service)
    if missing:
        return Coverage(False, missing)
    reference = agreement.reference
    where = term(reference.valid_from, reference.valid_to, on)
    if where is Term.BEFORE:
        return Coverage(False, f"{service.id}: the agreement {reference.id} is not in force before {reference.valid_from}", where)
    if where is Term.AFTER:
        return Coverage(False, f"{service.id}: the agreement {reference.id} ended with {reference.valid_to}", where)
    named = ", ".join(service.activities)
    return Coverage(True, f"{service.id}: the agreement {reference.id} covers {named} until {reference.valid_to}", where)


def missing_activity(activities: Collection[str], service: Resting) -> str:
    """Why no agreement with these processing activities could cover a service; "" where one could."""
    if not service.activities:
        return f"{service.id}: names no processing activity"
    unknown = [name for name in service.activities if name not in activities]
    return f"{service.id}: the agreement has no processing activity {', '.join(unknown)}" if unknown else ""
