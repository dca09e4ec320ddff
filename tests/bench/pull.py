"""What configuration costs: looks without anything new, publishing for 200 wards, 100 tablets at once, and what one nginx core carries.

`deploy/bench pull` serves a published hospital with nginx on loopback and prints a table, then one JSON object on the last line. It ends
with 1 where a goal is missed.

`nochange_cpu_ms`, `nochange_bytes`: a poll of the real puller that finds nothing new, the median of its processor time, and what nginx
sent and got for it with the headers of HTTP, without those of TCP and IP. Once an hour a tablet verifies everything again: told beside.
`publish_s`: the whole command `flexcare publish` for a change that reaches every ward, the median of a few.
`applied_p95_s`: from the start of `flexcare push` until the real pullers, nudged by a real mosquitto and all at once, have taken it; a
screen's time is not in it.
`applied_share`: of 1,000 more that look within a minute after a publication, those that took it or refused it with a reason.
`server_cpu_ms_per_tablet`: nginx's own processor time for each of them.
`core_requests_per_s`: requests for timestamp.json, each with a connection of its own, that one nginx process answered in a second: at
least that, since the client works on the same machine. Told beside: for a second of nginx's own processor time, which leaves out the
kernel's work for the client's side.
Peers in the same run: the library's own client, and `git fetch` of the source over http, which verifies no signature.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from deploy.demo_broker import Mosquitto
from tests.bench import pull_looks, pull_nginx
from tests.bench.pull_crowd import Spread, pull_at_once, pull_spread
from tests.bench.pull_load import Load, loaded
from tests.bench.pull_looks import Look
from tests.bench.pull_nginx import Nginx, nginx
from tests.bench.pull_site import Site, Size, make_site

GOALS = {"nochange_cpu_ms": 15.0, "nochange_bytes": 1000.0, "publish_s": 3.0, "applied_p95_s": 5.0}
"""What each figure may be at most."""

FLEET = 200_000
POLL_S = 15 * 60


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is done; the figures that count come from the usual effort."""

    size: Size = field(default_factory=Size)
    tablets: int = 100
    rounds: int = 100
    publications: int = 5
    load_s: int = 4
    spread_tablets: int = 1000
    spread_s: float = 60.0


@dataclass(frozen=True, slots=True)
class Found:
    """All that was measured. taken_s: of each tablet. new and kept: load with a connection for each request, and with kept ones."""

    site: Site
    publish_s: list[float]
    looks: list[Look]
    taken_s: list[float]
    spread: Spread
    new: Load | None
    kept: Load | None


def measure(effort: Effort, folder: Path) -> Found:
    """Publish, look, let all tablets loose, and load the server, one after the other."""
    broker = Mosquitto(folder / "broker")
    try:
        return _measured(effort, folder, make_site(folder, effort.size, broker.address))
    finally:
        broker.end()


def _measured(effort: Effort, folder: Path, site: Site) -> Found:
    site.publish()
    publish_s = []
    for number in range(effort.publications):
        site.change(10 + number)
        publish_s.append(site.publish())
    pull_looks.publish_for_git(site)
    with nginx(folder / "nginx", site.public) as server:
        looks = _looks(server, site, folder, effort.rounds)
        taken_s = pull_at_once(site, server, folder / "crowd", effort.tablets, os.cpu_count() or 1)
        spread = pull_spread(site, server, folder / "spread", effort.spread_tablets, os.cpu_count() or 1, effort.spread_s)
        new, kept = (loaded(server, effort.load_s, keep=keep) for keep in (False, True))
    return Found(site, publish_s, looks, taken_s, spread, new, kept)


def _looks(server: Nginx, site: Site, folder: Path, rounds: int) -> list[Look]:
    pin = site.pin()
    return [
        pull_looks.usual_look(server, folder / "tablet", pin, rounds),
        pull_looks.full_look(server, folder / "tablet", pin, rounds),
        pull_looks.tuf_look(server, folder / "tuf", pin, rounds),
        pull_looks.git_look(server, folder / "git", max(1, rounds // 4)),
    ]


def figures_of(found: Found) -> dict[str, float]:
    """What counts of all that was measured; nothing of a load that was not made."""
    ours, hourly, tuf, git = found.looks
    figures = {
        "nochange_cpu_ms": ours.cpu_ms,
        "nochange_bytes": ours.total_bytes,
        "hourly_cpu_ms": hourly.cpu_ms,
        "hourly_bytes": hourly.total_bytes,
        "tuf_cpu_ratio": tuf.cpu_ms / ours.cpu_ms,
        "tuf_bytes_ratio": tuf.total_bytes / ours.total_bytes,
        "git_cpu_ratio": git.cpu_ms / ours.cpu_ms,
        "git_bytes_ratio": git.total_bytes / ours.total_bytes,
        "publish_s": statistics.median(found.publish_s),
        "applied_p95_s": sorted(found.taken_s)[max(0, -(-len(found.taken_s) * 95 // 100) - 1)],
        "pushed_share": sum(0 <= taken_s < float("inf") for taken_s in found.taken_s) / len(found.taken_s),
        "applied_share": (found.spread.applied + found.spread.refused) / found.spread.tablets,
        "refused": found.spread.refused,
        "server_cpu_ms_per_tablet": found.spread.server_cpu_ms_each,
    }
    if found.new and found.kept:
        figures["core_requests_per_s"] = found.new.requests_per_s
        figures["core_requests_per_s_kept"] = found.kept.requests_per_s
        figures["fleet_core_share"] = FLEET / POLL_S / found.new.requests_per_s
    figures["fleet_mbit_per_s"] = FLEET / POLL_S * ours.total_bytes * 8 / 1e6
    return {name: round(value, 4 if value < 1 else 2) for name, value in figures.items()}


def missed(figures: dict[str, float]) -> list[str]:
    """Every goal that is missed, in words."""
    told = [f"missed: {name} is {figures[name]:g}, at most {most:g} wanted" for name, most in GOALS.items() if not figures[name] <= most]
    told += [
        f"missed: {name} is {figures[name]:.1%}: some tablets neither took it nor refused it"
        for name in ("pushed_share", "applied_share")
        if figures[name] != 1
    ]
    return told


def table(found: Found, figures: dict[str, float]) -> Iterator[str]:
    """What is printed for people."""
    yield f"{'a look without anything new':32}{'CPU, ms':>9}{'wall, ms':>10}{'requests':>10}{'bytes':>8}"
    for look in found.looks:
        yield f"{look.name:32}{look.cpu_ms:>9.2f}{look.wall_ms:>10.2f}{look.requests:>10.1f}{look.total_bytes:>8.0f}"
    yield ""
    what = f"flexcare publish, {found.site.wards} wards, {found.site.devices} devices"
    yield f"{what:56}{statistics.median(found.publish_s):>7.2f} s, the slowest of {len(found.publish_s)} {max(found.publish_s):.2f} s"
    what = f"{len(found.taken_s)} tablets nudged at once, from push to taken"
    yield f"{what:56}{figures['applied_p95_s']:>7.2f} s p95, the first {min(found.taken_s):.2f} s, the last {max(found.taken_s):.2f} s"
    yield "    (through a real mosquitto; a screen's time is not in it, and all share this machine's cores)"
    spread = found.spread
    what = f"{spread.tablets} tablets that look within a minute"
    yield f"{what:56}{spread.applied} took it, {spread.refused} refused it; nginx worked {spread.server_cpu_ms_each:.2f} ms for each"
    for name, load in (("a connection each", found.new), ("connections kept", found.kept)):
        if load:
            by_core = (
                f"{load.requests_per_s:>7.0f} a second from one nginx process, {load.requests_per_cpu_s:.0f} for a second of its CPU time"
            )
            yield f"{f'timestamp.json over http, {name}':56}{by_core}"
    if "fleet_core_share" in figures:
        polls, share = FLEET / POLL_S, figures["fleet_core_share"]
        yield (
            f"{FLEET:,} tablets that poll every {POLL_S // 60} minutes: {polls:.0f} polls a second, at most {share:.1%} of one "
            f"core and {figures['fleet_mbit_per_s']:.1f} Mbit/s, without TLS"
        )
    yield ""


def run(effort: Effort) -> dict[str, float]:
    """Measure in a scratch folder and print the table; the figures."""
    with tempfile.TemporaryDirectory(prefix="flexcare-bench-") as folder:
        found = measure(effort, Path(folder))
        figures = figures_of(found)
        print("\n".join(table(found, figures)))
        return figures


def main() -> int:
    """Measure, print, and say which goals are missed."""
    parser = argparse.ArgumentParser(prog="deploy/bench pull", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args()
    if not pull_nginx.is_here():
        print(pull_nginx.HOW_TO_GET, file=sys.stderr)
        return 2
    figures = run(Effort())
    told = missed(figures)
    print("\n".join(told) or "every goal is met")
    print(json.dumps({"bench": "pull", **figures}))
    return 1 if told else 0


if __name__ == "__main__":
    raise SystemExit(main())
