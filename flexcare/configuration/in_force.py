"""What of a ward's offer may be shown on a day: all of it while the agreement is in force, else what does not rest on it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from flexcare.agreement.coverage import Term, term, today
from flexcare.configuration.compiled import CompiledWard, GuideFeed
from flexcare.configuration.hosts import host_of
from flexcare.lineup.channel import Channel
from flexcare.session.offer import Offer


@dataclass(frozen=True, slots=True)
class InForce:
    """The offer of a moment, where the agreement's term stands, and why something is left out ("" where nothing is).

    guide: the sources of the guide that may be asked.
    """

    offer: Offer
    term: Term
    reason: str
    guide: tuple[GuideFeed, ...] = ()


def in_force(compiled: CompiledWard, now: datetime) -> InForce:
    """Take out of a ward's offer what the agreement does not cover at a moment: streams and guides of resting hosts, and their notice.

    A channel plays from its other streams and goes where none is left; a tile goes with its last channel, and every web service goes.
    Television that nobody outside learns of stays in any case. Never raises.
    """
    left = without_agreement(compiled.offer, frozenset(compiled.resting_hosts))
    guide = tuple(source for source in compiled.guide.sources if host_of(source.address) not in compiled.resting_hosts)
    try:
        first, last = date.fromisoformat(compiled.agreement_from), date.fromisoformat(compiled.agreement_to)
        where = term(first, last, today(now, compiled.time_zone))
    except (KeyError, OSError, ValueError):  # a zone that this machine does not know is a KeyError
        # Towards privacy and towards the patient: nothing that needs an agreement, and television all the same.
        return InForce(left, Term.AFTER, f"the days of the agreement cannot be told in the time zone {compiled.time_zone!r}", guide)
    if where is Term.IN_FORCE:
        return InForce(compiled.offer, where, "", compiled.guide.sources)
    reason = f"the agreement is {where} (from {first} to {last})" if left != compiled.offer or guide != compiled.guide.sources else ""
    return InForce(left, where, reason, guide)


def without_agreement(offer: Offer, resting_hosts: Collection[str]) -> Offer:
    """What of an offer stays without any agreement."""
    channels = tuple(left for channel in offer.channels if (left := _left(channel, resting_hosts)))
    kinds = {"radio" if channel.radio else "tv" for channel in channels}
    privacy = replace(offer.privacy, agreement="", services=()) if offer.privacy else None
    tiles = tuple(tile for tile in offer.tiles if tile.kind in kinds)
    return replace(offer, channels=channels, tiles=tiles, services=(), privacy=privacy)


def _left(channel: Channel, resting_hosts: Collection[str]) -> Channel | None:
    streams = [stream for stream in (channel.stream, *channel.backups) if host_of(stream.address) not in resting_hosts]
    if len(streams) == 1 + len(channel.backups):
        return channel
    return replace(channel, stream=streams[0], backups=tuple(streams[1:])) if streams else None
