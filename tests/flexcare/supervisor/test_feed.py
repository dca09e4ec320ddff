"""A guide that lies in the publication, from the hospital's desk to what the tablet's guide is made of."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from flexcare.clock import SystemClock
from flexcare.configuration.compiled import Guide, GuideFeed, to_bytes
from flexcare.configuration.in_force import in_force
from flexcare.errors import RepositoryUnusable
from flexcare.lineup.channel import Channel, Stream
from flexcare.supervisor.feed import Feed, FeedSource
from flexcare.trust.repository import Repository
from flexcare.trust.taken import Taken
from flexcare.trust.verdict import asset_target
from tests.helpers.hospital import INSTRUCTION, PICTURE, PICTURE_TARGET, WARD_TARGET, compiled, make_puller, make_repository
from tests.helpers.hostile_server import HostileServer, hostile_server

ASSET = gzip.compress(b"<tv></tv>", mtime=0)
DIGEST = hashlib.sha256(ASSET).hexdigest()
ADDRESS = "http://tv.example/guide.xml"
WARD = replace(compiled(), guide=Guide((GuideFeed(asset=DIGEST, shift_minutes=60), GuideFeed(ADDRESS)), 30, 5, 3))
TARGETS = {WARD_TARGET: to_bytes(WARD), PICTURE_TARGET: PICTURE, asset_target(DIGEST): ASSET}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make_repository(tmp_path / "repository")


@pytest.fixture
def server(repository: Repository) -> Iterator[HostileServer]:
    with hostile_server(repository.public) as running:
        yield running


def pulled(repository: Repository, server: HostileServer, folder: Path) -> Taken:
    repository.publish(TARGETS, INSTRUCTION)
    return make_puller(folder, server.address, repository.pin()).refresh().taken


def test_a_tablet_fetches_it_and_makes_its_guide_of_it(repository: Repository, server: HostileServer, tmp_path: Path) -> None:
    taken = pulled(repository, server, tmp_path / "trust")
    file = taken.guide_file(DIGEST)
    assert file is not None
    assert file.read_bytes() == ASSET
    assert set(taken.read_pictures()) == {"one.png"}  # it is none of the ward folder's pictures
    moment = in_force(taken.compiled, SystemClock().now())
    feed = Feed.of(taken, moment, moment.offer)
    assert feed.sources == (FeedSource(file=file, shift_minutes=60), FeedSource(ADDRESS))
    assert (feed.addresses, feed.refresh_s, feed.jitter_s, feed.ahead_s) == ((ADDRESS,), 1800, 5, 3 * 24 * 3600)
    assert [channel.stream for channel in feed.channels] == [Stream("")] * 2  # an import learns no stream
    assert "239.1.1.1" not in repr(feed)


def test_it_stays_with_what_is_kept_and_goes_with_what_is_not(repository: Repository, server: HostileServer, tmp_path: Path) -> None:
    first = pulled(repository, server, tmp_path / "trust")
    puller = make_puller(tmp_path / "trust", server.address, repository.pin())
    for cap in (70, 60, 50):
        repository.publish({WARD_TARGET: to_bytes(compiled(cap)), PICTURE_TARGET: PICTURE}, INSTRUCTION)
        puller.refresh()
    assert first.guide_file(DIGEST) is None


def test_one_that_the_disk_has_damaged_is_left_out(repository: Repository, server: HostileServer, tmp_path: Path) -> None:
    taken = pulled(repository, server, tmp_path / "trust")
    (taken.pictures / DIGEST).write_bytes(b"<tv>")
    moment = in_force(taken.compiled, SystemClock().now())
    assert Feed.of(taken, moment, moment.offer).sources == (FeedSource(ADDRESS),)


def test_a_publication_without_it_is_refused(repository: Repository) -> None:
    with pytest.raises(RepositoryUnusable, match="a guide is missing"):
        repository.publish({path: data for path, data in TARGETS.items() if path != asset_target(DIGEST)}, INSTRUCTION)


def test_a_guide_of_another_lineup_or_shift_is_another() -> None:
    feed = Feed((FeedSource(ADDRESS),), (Channel(1, "One", Stream("")),))
    others = [
        replace(feed, sources=(FeedSource(ADDRESS, shift_minutes=1),)),
        replace(feed, channels=(Channel(2, "One", Stream("")),)),
        replace(feed, channels=(Channel(1, "One", Stream(""), guide_shift_minutes=60),)),
        replace(feed, ahead_s=3600),
    ]
    assert len({feed.fingerprint, *(other.fingerprint for other in others)}) == 5
    assert replace(feed, refresh_s=1.0, jitter_s=2.0).fingerprint == feed.fingerprint
