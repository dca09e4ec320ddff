"""Keeps the programme guide of the ward folders fresh: fetch now and then, import in a child, put in place, tell the sessions.

Nothing here ever takes a guide away: a source that breaks keeps what it gave before, and says from when that is. In the log there are
counts only.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import random
import shutil
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec

from flexcare.clock import Clock
from flexcare.errors import GuideSourceUnusable, GuideUnusable
from flexcare.guide.build import GuideSource
from flexcare.guide.fetching import Fetched, Shelf
from flexcare.guide.report import GuideReport
from flexcare.guide.store import GUIDE_FILE
from flexcare.lineup.channel import Channel
from flexcare.supervisor.configuring import in_thread
from flexcare.supervisor.feed import Feed
from flexcare.supervisor.importer import import_guide
from flexcare.trust.durable import write_durably

log = logging.getLogger(__name__)

FIRST_TRIES_S = (5.0, 15.0, 60.0)
"""How soon a source is asked again as long as there is no guide at all."""
RETRY_S = 900.0
BUILT_FILE = "built.json"
REBUILD_S = 24 * 3600.0
LOOK_AT_CLOCK_S, CLOCK_SET_S = 60.0, 3600.0
"""So often a guide is made anew even if nothing has changed, so that what is over goes."""
STALE_S = 36 * 3600.0
"""A source that gave nothing for so long is worth an alarm."""

Import = Callable[[Sequence[GuideSource], Sequence[Channel], Path, int, int], Awaitable[GuideReport]]
"""`build_guide`, in a child."""
State = Literal["none", "ok", "stale"]


@dataclass(frozen=True)
class GuideStanding:
    """How the guide stands: none where no source is named, stale where all of it is older than STALE_S.

    alarm: what is wrong, in words for IT ("" for nothing). made_at_s: when the newest of its sources came, in seconds since 1970; 0 for
    never.
    """

    state: State = "none"
    alarm: str = ""
    made_at_s: int = 0


@dataclass(frozen=True, slots=True)
class Built:
    """Of what the guide that lies there was made, and when."""

    fingerprint: str = ""
    at_s: int = 0


class Guiding:
    """The guide of one tablet. `folder` outlives a boot; `renewed` is called when a guide took another's place in a ward folder.

    Call `use` and `furnish` from the event loop that `run` runs in. `told` hears when the standing changes.
    """

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        *,
        shelf: Shelf | None = None,
        importer: Import = import_guide,
    ) -> None:
        self._folder = folder
        self._guide = folder / GUIDE_FILE
        self._clock = clock
        self._shelf = shelf or Shelf(folder, clock)
        self._import_guide = importer
        self._feed = Feed()
        self._built = _read_built(folder)
        self._furnished: dict[Path, str] = {}
        self._changed = asyncio.Event()
        self._look_at_s = 0.0
        self._asked = False
        self._failures = 0
        self._troubles: dict[str, str] = {}
        self._useless = False
        self.renewed: Callable[[], None] = lambda: None
        self.told: Callable[[GuideStanding], None] = lambda _: None
        self.standing = GuideStanding()

    def use(self, feed: Feed) -> None:
        """Make the guide of this from now on."""
        if feed == self._feed:
            return
        asks_others = set(feed.addresses) != set(self._feed.addresses)
        self._feed = feed
        if asks_others:
            self._look_at_s = self._clock.monotonic_s() + self._first_wait_s(feed)
        self._changed.set()

    def look_now(self) -> None:
        """Ask the sources without waiting for their time."""
        self._asked = True
        self._changed.set()

    def furnish(self, folder: Path) -> None:
        """Put the guide into a new ward folder, where there is one of its lineup; what is made later follows."""
        self._furnished = {known: made_of for known, made_of in self._furnished.items() if known.is_dir()}
        self._furnished[folder] = self._feed.fingerprint
        self._put_into([folder])

    async def run(self) -> None:
        """Keep it fresh until cancelled."""
        while True:
            self._changed.clear()
            await self.turn()
            pause_s = max(0.0, self._look_at_s - self._clock.monotonic_s()) if self._feed.addresses else REBUILD_S
            await self._rest(min(pause_s, REBUILD_S))

    async def _rest(self, pause_s: float) -> None:
        """Wait so long, or until something changes; a clock that is set is such a thing, since what was over may not be over."""
        until_s, offset_s = self._clock.monotonic_s() + pause_s, self._offset_s()
        while (left_s := until_s - self._clock.monotonic_s()) > 0:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(min(left_s, LOOK_AT_CLOCK_S)):
                    await self._changed.wait()
                    return
            if abs(self._offset_s() - offset_s) > CLOCK_SET_S:
                self._look_at_s = self._clock.monotonic_s()
                return

    def _offset_s(self) -> float:
        return self._clock.now().timestamp() - self._clock.monotonic_s()

    async def turn(self) -> None:
        """Do what is due: make the guide anew of what lies here, ask the sources, take in what they gave."""
        feed = self._feed
        try:
            if self._is_outdated(feed) and self._sources(feed, {}, 0):
                await self._make(feed, {})
            if feed.addresses and (self._asked or self._clock.monotonic_s() >= self._look_at_s):
                # Before the look: whoever asks in the middle of one may mean something newer.
                self._asked = False
                await self._look(feed)
        except OSError as error:
            self._look_at_s = self._clock.monotonic_s() + RETRY_S
            log.error("the guide stays as it is: this tablet's disk does not take a new one: %s", error.strerror)
        self._stand(feed)

    def _is_outdated(self, feed: Feed) -> bool:
        return self._built.fingerprint != feed.fingerprint or abs(self._now_s() - self._built.at_s) > REBUILD_S

    async def _look(self, feed: Feed) -> None:
        found = await in_thread(lambda: self._fetch_all(feed.addresses))
        self._troubles = {address: fetched.trouble for address, fetched in found.items() if fetched.trouble}
        candidates = {address: fetched.candidate for address, fetched in found.items() if fetched.candidate}
        if candidates and not await self._make(feed, candidates):
            # One of them was too much for the import; it shall not keep the others out.
            for address, candidate in candidates.items():
                if len(candidates) == 1 or not await self._make(feed, {address: candidate}):
                    await in_thread(partial(self._refuse, address, "no guide could be made of it", remember=False))
        self._failures = self._failures + 1 if self._troubles else 0
        self._look_at_s = self._clock.monotonic_s() + self._pause_s(feed)

    def _fetch_all(self, addresses: Iterable[str]) -> dict[str, Fetched]:
        self._shelf.forget_others(addresses)
        return {address: self._shelf.fetch(address) for address in addresses}

    async def _make(self, feed: Feed, candidates: Mapping[str, Path]) -> bool:
        """Have a guide made and put in place, and say which candidates are guides; False where the import itself failed.

        A candidate that is no guide is refused, and the last good content of its source counts.
        """
        beside, now_s = self._folder / f".{GUIDE_FILE}.made", self._now_s()
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = dict(candidates)
        try:
            while sources := self._sources(feed, fresh, now_s):
                report = await self._import(sources, feed, beside, now_s)
                self._useless = report is None
                bad = {address for place, address in enumerate(sources) if report is None or report.sources[place].unusable}
                if not bad & fresh.keys():
                    if report is not None:
                        await self._take(feed, fresh, report, beside, now_s)
                    break
                for address in bad & fresh.keys():
                    await in_thread(partial(self._refuse, address, "what it gives is no guide", remember=True))
                    del fresh[address]
                if not fresh and not self._is_outdated(feed):
                    break  # what is left is what there is
        except GuideUnusable as error:
            log.warning("no guide was made: %s", error.what)
            return False
        finally:
            beside.unlink(missing_ok=True)
        return True

    def _sources(self, feed: Feed, fresh: Mapping[str, Path], now_s: int) -> dict[str, GuideSource]:
        """What a guide can be made of now, by address, or by the file's name where there is none."""
        found: dict[str, GuideSource] = {}
        for source in feed.sources:
            kept = source.file or self._shelf.file(source.address)
            file = fresh.get(source.address, kept)
            if file is not None:
                fetched_at_s = now_s if file is not kept or source.file else self._shelf.fetched_at_s(source.address)
                found.setdefault(source.address or file.name, GuideSource(file, source.shift_minutes, fetched_at_s))
        return found

    async def _import(self, sources: Mapping[str, GuideSource], feed: Feed, file: Path, now_s: int) -> GuideReport | None:
        """None where no source can be used. Raises GuideUnusable."""
        try:
            return await self._import_guide(tuple(sources.values()), feed.channels, file, now_s, feed.ahead_s)
        except GuideSourceUnusable:
            return None

    async def _take(self, feed: Feed, fresh: Iterable[str], report: GuideReport, made: Path, now_s: int) -> None:
        """Let a guide and what it was made of be the last good ones, and put it into the ward folders."""
        for address in fresh:
            await in_thread(partial(self._shelf.take, address))
        self._swap_in(made, Built(feed.fingerprint, now_s))
        log.info("the guide is new: %d of %d channels, %d programmes", report.channels, len(feed.channels), report.showings)
        if await in_thread(lambda: self._put_into(list(self._furnished))):
            self.renewed()

    def _swap_in(self, made: Path, built: Built) -> None:
        made.chmod(0o644)  # sessions may run as somebody else
        made.replace(self._guide)
        self._built = built
        write_durably(self._folder / BUILT_FILE, msgspec.json.encode(built))

    def _refuse(self, address: str, trouble: str, *, remember: bool) -> None:
        self._shelf.refuse(address, remember=remember)
        self._troubles[address] = trouble

    def _put_into(self, folders: Iterable[Path]) -> bool:
        """Put the guide into those of the folders that are of its lineup; whether any took it."""
        fitting = [folder for folder in folders if self._furnished.get(folder) == self._built.fingerprint and folder.is_dir()]
        return self._guide.is_file() and sum(_put(self._guide, folder) for folder in fitting) > 0

    def _first_wait_s(self, feed: Feed) -> float:
        """How long until sources are asked that were not asked by this program yet; at once where one never gave anything."""
        known = [self._shelf.fetched_at_s(address) for address in feed.addresses]
        if not all(known):
            return 0.0
        age_s = self._now_s() - min(known, default=0)
        return min(max(feed.refresh_s - age_s, 0.0), feed.refresh_s) + random.uniform(0, feed.jitter_s)

    def _pause_s(self, feed: Feed) -> float:
        if not self._troubles:
            return feed.refresh_s + random.uniform(0, feed.jitter_s)
        if not self._guide.is_file() and self._failures <= len(FIRST_TRIES_S):
            return FIRST_TRIES_S[self._failures - 1]
        return min(RETRY_S, feed.refresh_s) + random.uniform(0, feed.jitter_s)

    def _stand(self, feed: Feed) -> None:
        made_at_s = max((self._shelf.fetched_at_s(address) for address in feed.addresses), default=0)
        is_stale = bool(feed.addresses) and self._now_s() - made_at_s > STALE_S
        state: State = ("stale" if is_stale else "ok") if feed.sources else "none"
        standing = GuideStanding(state, self._alarm(feed, made_at_s), made_at_s)
        if standing.alarm and standing.alarm != self.standing.alarm:
            log.warning("%s", standing.alarm)
        if standing != self.standing:
            self.standing = standing
            self.told(standing)

    def _alarm(self, feed: Feed, made_at_s: int) -> str:
        failed = [trouble for address in feed.addresses if (trouble := self._troubles.get(address))]
        if not failed:
            return "the guide: nothing can be made of any source; what there is stays" if self._useless and feed.sources else ""
        kept = (
            f"what there is stays, from {datetime.fromtimestamp(made_at_s).astimezone():%Y-%m-%d %H:%M}"
            if made_at_s
            else "there is none yet"
        )
        reasons = "; ".join(dict.fromkeys(failed))
        return f"the guide: {len(failed)} of {len(feed.addresses)} sources failed ({reasons}); {kept}"

    def _now_s(self) -> int:
        return int(self._clock.now().timestamp())


def _put(guide: Path, folder: Path) -> bool:
    """Put a guide into a ward folder in one step, as a link where both are on one file system."""
    beside = folder / f".{GUIDE_FILE}.new"
    try:
        beside.unlink(missing_ok=True)
        try:
            os.link(guide, beside)
        except OSError:
            shutil.copy(guide, beside)
        beside.replace(folder / GUIDE_FILE)
    except OSError as error:
        with contextlib.suppress(OSError):
            # Half a guide takes the room that everything else needs.
            beside.unlink(missing_ok=True)
        log.error("a ward folder does not take the guide: %s", error.strerror)
        return False
    return True


def _read_built(folder: Path) -> Built:
    try:
        return msgspec.json.decode((folder / BUILT_FILE).read_bytes(), type=Built)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Built()  # it is made anew
