"""Staff at the bed: from the press on the clock to the painted pad, from the PIN to the menu, and back to a picture that moves."""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deploy.headend.client import Headend, shared_cache
from flexcare.clock import SystemClock
from flexcare.staff.kept import MEMORY_KIB
from flexcare.staff.lockout import Lockout
from flexcare.staff.pad import Pad
from flexcare.staff.pin import Role, hash_pin
from flexcare.trust.secrets import Secret
from tests.bench.reset import row
from tests.bench.staff_rounds import Round, measure

PAD_P50_MS = 600.0
VERIFY_LEAST_MS = 100.0
MEMORY_LEAST_MIB = 64
FELT_P50_MS = 800.0
UNFREEZE_P50_MS = 1000.0
NURSE_PIN, IT_PIN = "648201", "93170558"


@dataclass(frozen=True)
class Figures:
    """What the bench finds: medians in milliseconds, and the memory of one PIN's hash in MiB."""

    pad_p50: float
    verify_p50: float
    memory_mib: float
    felt_p50: float
    unfreeze_p50: float

    def missed(self) -> list[str]:
        """Each goal that is missed, in words."""
        most = (
            ("p50 from the press to the pad", self.pad_p50, PAD_P50_MS),
            ("p50 from the PIN to the menu", self.felt_p50, FELT_P50_MS),
            ("p50 until the picture moves again", self.unfreeze_p50, UNFREEZE_P50_MS),
        )
        words = [f"{what} is {found:.0f} ms, the goal {goal:.0f} ms" for what, found, goal in most if found > goal]
        if self.verify_p50 < VERIFY_LEAST_MS:
            words.append(f"a PIN is tried in {self.verify_p50:.0f} ms, too quickly: the goal is at least {VERIFY_LEAST_MS:.0f} ms")
        if self.memory_mib < MEMORY_LEAST_MIB:
            words.append(f"a PIN is tried with {self.memory_mib:.0f} MiB, the goal is at least {MEMORY_LEAST_MIB} MiB")
        return words

    def as_json(self) -> dict[str, float | str]:
        """One flat object."""
        return {
            "bench": "staff",
            "pad_p50_ms": round(self.pad_p50, 1),
            "verify_ms": round(self.verify_p50, 1),
            "memory_mib": self.memory_mib,
            "felt_ms": round(self.felt_p50, 1),
            "unfreeze_ms": round(self.unfreeze_p50, 1),
        }


def verifications(count: int) -> list[float]:
    """How long a try of a right PIN takes the supervisor, both roles' hashes among it, in milliseconds."""
    pepper = Secret("p" * 64)
    kept = {role: hash_pin(pin, role, pepper) for role, pin in ((Role.NURSE, NURSE_PIN), (Role.IT, IT_PIN))}

    async def all_of_them(folder: Path) -> list[float]:
        pad = Pad(lambda: kept, lambda: pepper, Lockout(folder / "tries.json", SystemClock()))
        await pad.attempt(NURSE_PIN)
        taken = []
        for _ in range(count):
            began_s = time.perf_counter()
            if (await pad.attempt(NURSE_PIN)).role is not Role.NURSE:
                raise RuntimeError("the right PIN opened nothing")
            taken.append((time.perf_counter() - began_s) * 1000)
        return taken

    with tempfile.TemporaryDirectory(prefix="flexcare-pins-") as folder:
        return asyncio.run(all_of_them(Path(folder)))


def figures_of(rounds: Sequence[Round], verified_ms: Sequence[float]) -> Figures:
    """What counts of all that was measured."""
    return Figures(
        pad_p50=statistics.median(each.pad_ms for each in rounds),
        verify_p50=statistics.median(verified_ms),
        memory_mib=MEMORY_KIB // 1024,
        felt_p50=statistics.median(each.felt_ms for each in rounds),
        unfreeze_p50=statistics.median(each.unfreeze_ms for each in rounds),
    )


def main() -> int:
    """Measure, print a table and a line of JSON."""
    parser = argparse.ArgumentParser(prog="deploy/bench staff", description=__doc__)
    parser.add_argument("--visits", type=int, default=15, help="how often the nurse comes")
    visits: int = parser.parse_args().visits
    verified = verifications(max(3, visits))
    with Headend.start(shared_cache()) as headend:
        rounds = measure(headend, visits)
    print(f"{'milliseconds':52}{'p50':>7}{'p95':>7}{'most':>7}")
    print(row("three seconds on the clock are over: the pad is seen", [each.pad_ms for each in rounds]))
    print(row("Enter: the nurse's page is seen", [each.felt_ms for each in rounds]))
    print(row("back to the patient: the picture moves", [each.unfreeze_ms for each in rounds]))
    print(row("a PIN is tried", verified))
    figures = figures_of(rounds, verified)
    missed = figures.missed()
    print("\n".join(missed) or "every goal is met")
    print(json.dumps(figures.as_json()))
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
