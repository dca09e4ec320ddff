"""The tablets of `deploy/bench pull`: many real pullers in a few processes, let loose at one moment.

As a program it is one of these processes: its task is a line of JSON on standard input; it pulls what is published, says `ready`, and at
the next line pulls again with all its pullers at once. Then it prints, as JSON, the moment at which each had taken it.
"""

from __future__ import annotations

import contextlib
import json
import math
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from flexcare.trust.fingerprint import Fingerprint, Pin
from flexcare.trust.puller import Pulled, Puller
from tests.bench.pull_site import Site, make_puller

TIMEOUT_S = 120


def pull_at_once(site: Site, address: str, folder: Path, count: int, processes: int) -> list[float]:
    """Seconds from the start of a publication's command until each of `count` tablets had taken it; infinite for one that had not."""
    shares = [count // processes + (number < count % processes) for number in range(processes)]
    tasks = [(share, folder / str(number)) for number, share in enumerate(shares) if share]
    with contextlib.ExitStack() as stack:
        crowds = [stack.enter_context(_process(site, address, own, share)) for share, own in tasks]
        for crowd in crowds:
            if _line_of(crowd) != "ready":
                raise RuntimeError("the tablets could not pull what was published before")
        begun_s = time.monotonic()
        site.change(1)
        site.publish()
        for crowd in crowds:
            _tell(crowd, "go")
        return [taken_s - begun_s for crowd in crowds for taken_s in json.loads(_line_of(crowd))]


@contextlib.contextmanager
def _process(site: Site, address: str, folder: Path, count: int) -> Iterator[subprocess.Popen[str]]:
    """One process of the crowd with its task, killed at the end."""
    pin = site.pin()
    task = {"address": address, "folder": str(folder), "count": count, "version": pin.version, "root": pin.root.decode()}
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


def _together(pullers: Sequence[Puller]) -> list[float]:
    """Let all look at once; the moment at which each had taken something new, infinite where it had not."""
    taken_s = [math.inf] * len(pullers)

    def look(number: int) -> None:
        if isinstance(pullers[number].refresh(), Pulled):
            taken_s[number] = time.monotonic()

    threads = [threading.Thread(target=look, args=(number,)) for number in range(len(pullers))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken_s


def main() -> None:
    """Be one process of the crowd."""
    task = json.loads(sys.stdin.readline())
    root = task["root"].encode()
    pin = Pin(Fingerprint.of(root), task["version"], root)
    folder = Path(task["folder"])
    pullers = [make_puller(folder / str(number), f"w{number}", task["address"], pin) for number in range(task["count"])]
    for puller in pullers:
        puller.refresh()
    print("ready", flush=True)
    if sys.stdin.readline():
        print(json.dumps(_together(pullers)), flush=True)


if __name__ == "__main__":
    main()
