"""The load of `deploy/bench pull`: how many requests for `timestamp.json` one core of nginx answers in a second."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass

from tests.bench.pull_nginx import Nginx

HOW_TO_GET = "no load: wrk is missing; apt-get install -y --no-install-recommends wrk brings it"
CONNECTIONS = 64
_REQUESTS = re.compile(r"(\d+) requests in ")
_ERRORS = re.compile(r"(Socket errors|Non-2xx).*")


@dataclass(frozen=True, slots=True)
class Load:
    """What nginx answered, by the clock and by its own processor time."""

    requests_per_s: float
    requests_per_cpu_s: float


def loaded(nginx: Nginx, seconds: int, *, keep: bool) -> Load | None:
    """Ask as fast as one thread of wrk can; `keep` connections, or make a new one for each request as tablets do for each poll."""
    if not shutil.which("wrk"):
        print(HOW_TO_GET, file=sys.stderr)
        return None
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s"]
    if not keep:
        command += ["-H", "Connection: close"]
    before_s = nginx.cpu_s()
    done = subprocess.run(
        [*command, f"{nginx.quiet_address}metadata/timestamp.json"], check=True, capture_output=True, text=True, timeout=seconds + 30
    )
    used_s = nginx.cpu_s() - before_s
    if wrong := _ERRORS.search(done.stdout):
        print(f"wrk: {wrong[0]}", file=sys.stderr)
    found = _REQUESTS.search(done.stdout)
    if not found:
        raise RuntimeError(f"wrk says nothing of requests: {done.stdout}")
    return Load(int(found[1]) / seconds, int(found[1]) / max(used_s, 0.01))
