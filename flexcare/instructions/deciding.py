"""Which orders a tablet obeys: each number once, in order, across reboots; pure, so that a power cut can be thought at every step.

The rules:
- A number that is not above the last settled one was obeyed or refused before, and is never looked at again.
- What is for another device, has run out, or is not understood is refused, and its number settled.
- A list whose newest number is below the last settled one is an old list, or one of a desk that was brought back from an old copy:
  nothing of it is taken.
- While the clock is behind the hospital's own time of giving an order, nobody can say what has run out: nothing is settled until the clock
  is right.
- Several clearings that wait together are one clearing. The notice is the newest that stands on the list and has not run out.
- Where the count of what is settled was lost, nothing on the list is done a second time: only its notice is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from flexcare.errors import ConfigurationRefused
from flexcare.instructions.orders import Clear, Order, Orders, Role, ShowNotice, Strange, UnlockStaff, orders_target
from flexcare.session.notice import Notice

CLOCK_TOLERANCE_S = 300

Outcome = Literal["none", "obeyed", "still-there", "expired", "elsewhere", "unknown", "lost-count", "clock"]
"""How an order ended. still-there: somebody answered the question before a clearing; elsewhere: it is for another device; unknown: this
FlexCare does not understand it; lost-count: it may have been obeyed before; clock: not yet, since this tablet's clock is behind."""


@dataclass(frozen=True, slots=True)
class Told:
    """What became of an order."""

    number: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do now. settled: up to which number all is settled; told: what became of each order, in order.

    cleared: the number of the clearing, if any. unlock: the roles to unlock, None among them for all. notice: what is to be shown from now
    on. waits: for the clock, with nothing settled.
    """

    settled: int
    told: tuple[Told, ...] = ()
    clear: Clear | None = None
    cleared: int = 0
    unlock: tuple[Role | None, ...] = ()
    notice: Notice | None = None
    waits: bool = False


def decide(orders: Orders, settled: int | None, notice: Notice | None, device: str, now_s: int) -> Decision:
    """What these orders mean for a device that has settled all up to a number, None for a lost count, and shows a notice.

    Raises `ConfigurationRefused` for a list that is older than what is settled.
    """
    if settled is not None and orders.last < settled:
        what = f"its newest number {orders.last} is below {settled}, which was settled before"
        raise ConfigurationRefused(what, place=orders_target(orders.ward), cure="bring back the newest copy of the repository")
    pending = [order for order in orders.orders if order.number > (settled or 0)]
    if _clock_is_behind(orders, now_s):
        first = next((order.number for order in pending if _is_for(order, device)), None)
        return Decision(settled or 0, (Told(first, "clock"),) if first else (), notice=notice, waits=True)
    outcomes = {order.number: _outcome(order, device, now_s, lost=settled is None) for order in pending}
    obeyed = [order for order in pending if isinstance(order, Order) and outcomes[order.number] == "obeyed"]
    clears = {order.number: order.do for order in obeyed if isinstance(order.do, Clear)}
    return Decision(
        orders.last,
        tuple(Told(number, outcome) for number, outcome in outcomes.items()),
        Clear(now=any(clear.now for clear in clears.values())) if clears else None,
        max(clears, default=0),
        tuple(dict.fromkeys(order.do.role for order in obeyed if isinstance(order.do, UnlockStaff))),
        next(_notices(orders, device, now_s), None),
    )


def _is_for(order: Order | Strange, device: str) -> bool:
    return order.device in ("", device)


def _outcome(order: Order | Strange, device: str, now_s: int, *, lost: bool) -> Outcome:
    if not _is_for(order, device):
        return "elsewhere"
    if isinstance(order, Strange):
        return "unknown"
    if now_s >= order.until_s:
        return "expired"
    return "lost-count" if lost and not isinstance(order.do, ShowNotice) else "obeyed"


def _notices(orders: Orders, device: str, now_s: int) -> Iterator[Notice]:
    """Those that may be shown now, the newest first."""
    for order in reversed(orders.orders):
        if isinstance(order, Order) and isinstance(order.do, ShowNotice) and _is_for(order, device) and now_s < order.until_s:
            yield Notice(order.number, order.until_s, order.do.text)


def _clock_is_behind(orders: Orders, now_s: int) -> bool:
    given = [order.given_at_s for order in orders.orders if isinstance(order, Order)]
    return now_s + CLOCK_TOLERANCE_S < max(given, default=0)
