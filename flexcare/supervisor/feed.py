"""What the guide is made of at a moment: sources that may be asked, and the channels of the lineup that is shown."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from flexcare.configuration.compiled import Guide
from flexcare.configuration.in_force import InForce
from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Offer
from flexcare.trust.taken import Taken

DAY_S = 24 * 3600


@dataclass(frozen=True, slots=True)
class FeedSource:
    """One source: an address, or a file of the publication where that is ""."""

    address: str = ""
    file: Path | None = None
    shift_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Feed:
    """Sources by priority, channels with what an import needs of them, how often sources are asked, and how far ahead is kept."""

    sources: tuple[FeedSource, ...] = ()
    channels: tuple[Channel, ...] = ()
    refresh_s: float = 0.0
    jitter_s: float = 0.0
    ahead_s: int = 14 * DAY_S

    @classmethod
    def of(cls, taken: Taken, moment: InForce, offer: Offer) -> Feed:
        """The feed of a configuration as it is in force, for what this tablet offers.

        A file that the disk has lost is left out until it is fetched again.
        """
        settings: Guide = taken.compiled.guide
        files = {source.asset: taken.guide_file(source.asset) for source in moment.guide if source.asset}
        sources = (
            FeedSource(source.address, files.get(source.asset), source.shift_minutes)
            for source in moment.guide
            if source.address or files.get(source.asset)
        )
        channels = tuple(_bare(channel) for channel in offer.channels)
        return cls(tuple(sources), channels, settings.refresh_minutes * 60.0, float(settings.jitter_s), settings.days * DAY_S)

    @property
    def addresses(self) -> tuple[str, ...]:
        """What is asked over the network."""
        return tuple(dict.fromkeys(source.address for source in self.sources if source.address))

    @property
    def fingerprint(self) -> str:
        """What a guide must have been made of to be the guide of this feed."""
        return hashlib.sha256(msgspec.json.encode((_plain(self.sources), self.channels, self.ahead_s))).hexdigest()


def _bare(channel: Channel) -> Channel:
    """What decides about a channel's guide. Where it is played from is nobody's business here."""
    shift = channel.guide_shift_minutes
    return Channel(
        channel.number, channel.name, Stream(""), guide_id=channel.guide_id, guide_name=channel.guide_name, guide_shift_minutes=shift
    )


def _plain(sources: tuple[FeedSource, ...]) -> list[tuple[str, str, int]]:
    return [(source.address, source.file.name if source.file else "", source.shift_minutes) for source in sources]
