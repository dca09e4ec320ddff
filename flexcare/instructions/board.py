"""The desk's side of a ward's list of orders: give one, take one off, let go of what has run out. Pure; numbers only ever count up."""

from __future__ import annotations

from dataclasses import replace

from flexcare.configuration.compiled import Instruction
from flexcare.errors import RepositoryUnusable
from flexcare.instructions.orders import NUMBER_MAX, ORDERS_MAX, Deed, Order, Orders, orders_target

LIFE_MAX_S = 31 * 24 * 3600


def given(orders: Orders, deed: Deed, by: Instruction, *, device: str, until_s: int, now_s: int) -> Orders:
    """The list with one more order, under the next number, and without those that have run out. Raises `RepositoryUnusable`."""
    place = orders_target(orders.ward)
    if not now_s < until_s <= now_s + LIFE_MAX_S:
        days = LIFE_MAX_S // 86400
        raise RepositoryUnusable(f"an instruction lasts until some time in the next {days} days", place=place, cure="give --for or --until")
    kept = pruned(orders, now_s)
    if len(kept.orders) >= ORDERS_MAX or orders.last >= NUMBER_MAX:
        raise RepositoryUnusable(f"{len(kept.orders)} instructions stand already", place=place, cure="withdraw some, or wait for their end")
    order = Order(orders.last + 1, by, until_s, deed, device)
    return replace(kept, last=order.number, orders=(*kept.orders, order))


def withdrawn(orders: Orders, number: int, *, now_s: int) -> Orders:
    """The list without this order; whoever has obeyed it has. Raises `RepositoryUnusable` where it does not stand."""
    kept = pruned(orders, now_s)
    left = tuple(order for order in kept.orders if order.number != number)
    if len(left) == len(kept.orders):
        what = f"no instruction {number} stands for this ward"
        raise RepositoryUnusable(what, place=orders_target(orders.ward), cure="see flexcare instruct list")
    return replace(kept, orders=left)


def pruned(orders: Orders, now_s: int) -> Orders:
    """The list without what has run out."""
    kept = tuple(order for order in orders.orders if not isinstance(order, Order) or order.until_s > now_s)
    return replace(orders, orders=kept)
