"""The tablets of `deploy/bench pull`: many real pullers in a few processes, nudged at one moment by a real broker, or spread over a minute.

As a program it is one of these processes: its task is a line of JSON on standard input; it pulls what is published, says `ready`, and then
either waits for the broker's nudges or, at the next line, looks at moments of its own. Then it prints, as JSON, how each tablet fared.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import math
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from flexcare import __version__
from flexcare.configuration.compiled import Fleet
from flexcare.errors import ConfigurationNotTaken
from flexcare.fleet.linking import Linking
from flexcare.fleet.status import Status
from flexcare.trust.enrolment import Enrolment, Tablet
from flexcare.trust.fingerprint import Pin
from flexcare.trust.puller import Pulled, Puller
from tests.bench.pull_nginx import Nginx
from tests.bench.pull_site import SITE, Site, make_puller

TIMEOUT_S = 300
AT_ONCE = 16
"""Looks of one process that go on at the same moment while they are spread: more would only wait for the processor."""
REFUSED = -1.0


@dataclass(frozen=True, slots=True)
class Spread:
    """How tablets fared that looked at moments of their own, and what it cost the server."""

    tablets: int
    applied: int
    refused: int
    server_cpu_ms_each: float


def pull_at_once(site: Site, server: Nginx, folder: Path, count: int, processes: int) -> list[float]:
    """Seconds from the start of `flexcare push` until each of `count` nudged tablets had taken it; infinite for one that had not."""
    with _crowds(site, server, folder, count, processes, 0.0) as crowds:
        begun_s = time.monotonic()
        site.change(1)
        site.push()
        return [taken_s - begun_s for crowd in crowds for taken_s in json.loads(_line_of(crowd))]


def pull_spread(site: Site, server: Nginx, folder: Path, count: int, processes: int, spread_s: float) -> Spread:
    """Publish, and let `count` tablets look, each at a moment of its own within `spread_s` seconds."""
    with _crowds(site, server, folder, count, processes, spread_s) as crowds:
        site.change(2)
        site.publish()
        before_s = server.cpu_s()
        for crowd in crowds:
            _tell(crowd, "go")
        fared = [one for crowd in crowds for one in json.loads(_line_of(crowd))]
        used_s = server.cpu_s() - before_s
    applied, refused = sum(0 <= one < math.inf for one in fared), sum(one == REFUSED for one in fared)
    return Spread(count, applied, refused, used_s * 1000 / count)


@contextlib.contextmanager
def _crowds(site: Site, server: Nginx, folder: Path, count: int, processes: int, spread_s: float) -> Iterator[list[subprocess.Popen[str]]]:
    """The processes, each with its share of tablets that have taken what was published before."""
    pin = site.pin()
    shares = [count // processes + (number < count % processes) for number in range(processes)]
    with contextlib.ExitStack() as stack:
        crowds = []
        for number, share in enumerate(shares):
            task = {
                "address": server.address,
                "folder": str(folder / str(number)),
                "count": share,
                "first": sum(shares[:number]),
                "wards": site.wards - site.own_wards,
                "root": pin.root.decode(),
                "broker": site.broker,
                "spread_s": spread_s,
            }
            if share:
                crowds.append(stack.enter_context(_process(task)))
        for crowd in crowds:
            if _line_of(crowd) != "ready":
                raise RuntimeError("the tablets could not pull what was published before")
        yield crowds


@contextlib.contextmanager
def _process(task: dict[str, object]) -> Iterator[subprocess.Popen[str]]:
    """One process of the crowd with its task, killed at the end."""
    command = [sys.executable, "-P", "-m", "tests.bench.pull_crowd"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as crowd:
        try:
            _tell(crowd, json.dumps(task))
            yield crowd
        finally:
            crowd.kill()


def _tell(crowd: subprocess.Popen[str], line: str) -> None:
    assert crowd.stdin is not None
    crowd.stdin.write(f"{line}\n")
    crowd.stdin.flush()


def _line_of(crowd: subprocess.Popen[str]) -> str:
    assert crowd.stdout is not None
    late = threading.Timer(TIMEOUT_S, crowd.kill)
    late.start()
    try:
        return crowd.stdout.readline().strip()
    finally:
        late.cancel()


def _look(puller: Puller) -> float:
    """The moment at which something new was taken; REFUSED where it was refused with a reason, infinite for anything else."""
    try:
        return time.monotonic() if isinstance(puller.refresh(), Pulled) else math.inf
    except ConfigurationNotTaken:
        return REFUSED


def _spread(pullers: Sequence[Puller], spread_s: float) -> list[float]:
    """Let each look at a moment of its own."""
    begun_s = time.monotonic()
    due = sorted((random.uniform(0, spread_s), number) for number in range(len(pullers)))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        looks = []
        for at_s, number in due:
            time.sleep(max(0.0, begun_s + at_s - time.monotonic()))
            looks.append(pool.submit(_look, pullers[number]))
        return [look.result() for look in looks]


class _Bed:
    """A tablet's puller and its line to the broker, as `flexcare run` has them."""

    def __init__(self, puller: Puller, who: Enrolment, folder: Path, fleet: Fleet) -> None:
        self.done: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._puller = puller
        self._linking = Linking(who, Tablet(folder), self._nudged, spacing_s=0)
        self._linking.stand(Status(1, __version__, "ok"), fleet)

    def _nudged(self) -> None:
        loop = asyncio.get_running_loop()
        threading.Thread(target=lambda: loop.call_soon_threadsafe(self._looked, _look(self._puller)), daemon=True).start()

    def _looked(self, moment: float) -> None:
        if not self.done.done():
            self.done.set_result(moment)

    def end(self) -> None:
        self._linking.end()


async def _nudged(task: dict[str, object], pullers: Sequence[Puller], names: Sequence[tuple[str, str]]) -> list[float]:
    """Say `ready` when all are connected, and wait until the broker has nudged each."""
    fleet = Fleet(jitter_s=0, broker=str(task["broker"]))
    root = str(task["root"]).encode()
    beds = []
    for number, (puller, (ward, device)) in enumerate(zip(pullers, names, strict=True)):
        who = Enrolment(SITE, ward, device, str(task["address"]), root)
        beds.append(_Bed(puller, who, Path(str(task["folder"])) / f"state-{number}", fleet))
    await asyncio.sleep(2 + len(beds) / 50)  # the broker keeps no nudge for who is not there yet, and nobody tells when all are
    print("ready", flush=True)
    done, _ = await asyncio.wait([bed.done for bed in beds], timeout=TIMEOUT_S / 3)
    for bed in beds:
        bed.end()
    return [bed.done.result() if bed.done in done else math.inf for bed in beds]


def main() -> None:
    """Be one process of the crowd."""
    task = json.loads(sys.stdin.readline())
    pin = Pin.of(task["root"].encode())
    folder = Path(task["folder"])
    numbers = range(task["first"], task["first"] + task["count"])
    names = [(f"w{number % task['wards']}", f"t-{number % task['wards']}-{number // task['wards']}") for number in numbers]
    pullers = [make_puller(folder / str(number), ward, task["address"], pin) for number, (ward, _) in zip(numbers, names, strict=True)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for look in [pool.submit(puller.refresh) for puller in pullers]:
            look.result()
    if task["spread_s"]:
        print("ready", flush=True)
        if sys.stdin.readline():
            print(json.dumps(_spread(pullers, task["spread_s"])), flush=True)
    else:
        print(json.dumps(asyncio.run(_nudged(task, pullers, names))), flush=True)


if __name__ == "__main__":
    main()
