"""From the tap on "Clear now" to the next Welcome, all of the session replaced, while television plays; against Chromium in guest mode."""

from __future__ import annotations

import argparse
import json
import math
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from deploy.headend.client import Headend, shared_cache
from flexcare.supervisor.compositor import Compositor, Screen
from tests.bench import reset_peer
from tests.bench.reset_rounds import Rounds, measure

P50_MS = 120.0
P95_MS = 250.0
COLD_P50_MS = 700.0
EMPTY_P95_MS = 250.0


@dataclass(frozen=True)
class Figures:
    """What the bench finds, in milliseconds; peer_p50 is None where there is no peer."""

    p50: float
    p95: float
    playing_p50: float
    playing_p95: float
    cold_p50: float
    empty_p95: float
    peer_p50: float | None

    def missed(self) -> list[str]:
        """Each goal that is missed, in words."""
        goals = (
            ("p50 with a standby", self.p50, P50_MS),
            ("p95 with a standby", self.p95, P95_MS),
            ("p50 of a signal while playing", self.playing_p50, P50_MS),
            ("p95 of a signal while playing", self.playing_p95, P95_MS),
            ("p50 without a standby", self.cold_p50, COLD_P50_MS),
            ("p95 of the proof that nothing is left", self.empty_p95, EMPTY_P95_MS),
        )
        return [f"{what} is {found:.0f} ms, the goal {goal:.0f} ms" for what, found, goal in goals if found > goal]

    def as_json(self) -> dict[str, float | str | None]:
        """One flat object, with the peer's time as a multiple of ours."""
        ratios = {name: round(self.peer_p50 / ours, 2) if self.peer_p50 else None for name, ours in self._ours()}
        return {
            "bench": "reset",
            "p50_ms": round(self.p50, 1),
            "p95_ms": round(self.p95, 1),
            "playing_p50_ms": round(self.playing_p50, 1),
            "playing_p95_ms": round(self.playing_p95, 1),
            "cold_p50_ms": round(self.cold_p50, 1),
            "empty_ms": round(self.empty_p95, 1),
            "peer_p50_ms": round(self.peer_p50, 1) if self.peer_p50 else None,
            **ratios,
        }

    def _ours(self) -> tuple[tuple[str, float], ...]:
        return ("ratio", self.p50), ("cold_ratio", self.cold_p50)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of the values that at least this share of them does not exceed (nearest rank)."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def row(name: str, values: Sequence[float]) -> str:
    """One line of the table."""
    return f"{name:52}{statistics.median(values):>7.0f}{percentile(values, 0.95):>7.0f}{max(values):>7.0f}"


def rows(name: str, found: Rounds) -> list[str]:
    """Lines of the table for one kind of reset."""
    return [
        row(f"{name}, tap: Welcome is seen", [each.seen_ms for each in found.tapped]),
        row(f"{name}, tap: Welcome is painted", [each.painted_ms for each in found.tapped]),
        row(f"{name}, signal while playing: Welcome is seen", [each.seen_ms for each in found.playing]),
        row(f"{name}, signal while playing: Welcome is painted", [each.painted_ms for each in found.playing]),
        row(f"{name}, receipts: until covered", [receipt.cover_ms for receipt in found.receipts]),
        row(f"{name}, receipts: until proved empty", [receipt.empty_ms for receipt in found.receipts]),
        row(f"{name}, receipts: until shown", [receipt.shown_ms for receipt in found.receipts]),
    ]


def measure_peer(rounds: int) -> list[reset_peer.Restart]:
    """The peer's restarts; none where this machine has no peer."""
    if not reset_peer.is_here():
        print(reset_peer.HOW_TO_GET, file=sys.stderr)
        return []
    with Compositor(Screen()) as compositor:
        return reset_peer.measure(compositor, rounds)


def figures_of(warm: Rounds, cold: Rounds, peer: Sequence[reset_peer.Restart]) -> Figures:
    """What counts of all that was measured: always the moment at which Welcome was seen on the screen."""
    tapped, playing = ([each.seen_ms for each in found] for found in (warm.tapped, warm.playing))
    return Figures(
        p50=statistics.median(tapped),
        p95=percentile(tapped, 0.95),
        playing_p50=statistics.median(playing),
        playing_p95=percentile(playing, 0.95),
        cold_p50=statistics.median(each.seen_ms for each in cold.tapped),
        empty_p95=percentile([receipt.empty_ms for receipt in (*warm.receipts, *cold.receipts)], 0.95),
        peer_p50=statistics.median(restart.seen_ms for restart in peer) if peer else None,
    )


def main() -> int:
    """Measure with a standby, without one, and the peer; print a table and a line of JSON."""
    parser = argparse.ArgumentParser(prog="deploy/bench reset", description=__doc__)
    parser.add_argument("--resets", type=int, default=50, help="how often with a standby; half as often without one, and the peer")
    resets: int = parser.parse_args().resets
    fewer = max(1, resets // 2)
    with Headend.start(shared_cache()) as headend:
        warm = measure(headend, resets, standby=True)
        cold = measure(headend, fewer, standby=False)
    peer = measure_peer(fewer)
    print(f"{'milliseconds':52}{'p50':>7}{'p95':>7}{'most':>7}")
    print("\n".join([*rows("standby", warm), *rows("cold", cold)]))
    if peer:
        print(row("Chromium in guest mode: page is seen", [restart.seen_ms for restart in peer]))
        print(row("Chromium in guest mode: page says it is painted", [restart.said_ms for restart in peer]))
    figures = figures_of(warm, cold, peer)
    missed = figures.missed()
    print("\n".join(missed) or "every goal is met")
    print(json.dumps(figures.as_json()))
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
