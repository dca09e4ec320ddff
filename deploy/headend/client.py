"""The head-end from Python: started as a child, asked and told things over its own loopback address."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

READY_S = 240.0
"""How long the first start may take: it makes the recordings, perhaps after another head-end that makes the same ones."""
_ROOT = Path(__file__).resolve().parents[2]
_ANSWER_S = 10.0

Status = dict[str, dict[str, dict[str, Any]]]


def shared_cache() -> Path:
    """Where this machine keeps the recordings: `headend` in the folder that `FLEXCARE_CACHE` names, else in the checkout's `.cache`."""
    wanted = os.environ.get("FLEXCARE_CACHE")
    return (Path(wanted) if wanted else _ROOT / ".cache") / "headend"


class HeadendFailed(RuntimeError):
    """The head-end did not start, ended, or refused what it was asked."""


class Headend:
    """A running head-end; `end` (or leaving the `with` block) stops it. Its progress goes to our standard error."""

    def __init__(self, process: subprocess.Popen[bytes], told: dict[str, Any]) -> None:
        self._process = process
        self._open = urllib.request.build_opener(urllib.request.ProxyHandler({})).open  # a proxy cannot reach our loopback
        self.address: str = told["address"]
        self.playlist_address: str = told["playlist"]
        self.dead_address: str = told["dead"]
        """Nothing listens here: every connection is refused at once."""
        self.pid: int = told["pid"]

    @classmethod
    def start(
        cls,
        cache: Path,
        *,
        channels: int | None = None,
        small: bool = False,
        bench: bool = False,
        font: Path | None = None,
        multicast: str | None = None,
        interface: str = "lo",
        ready_s: float = READY_S,
    ) -> Headend:
        """Start one with its recordings in `cache` and wait until it serves. Raises HeadendFailed.

        `bench` adds the streams `count720p50` and `count1080p25`; `small` makes tiny recordings; `multicast` is the first group
        and is refused outside a network namespace of one's own.
        """
        command = [sys.executable, "-m", "deploy.headend", "--cache", str(cache.resolve())]
        command += [] if channels is None else ["--channels", str(channels)]
        command += ["--small"] if small else []
        command += ["--bench"] if bench else []
        command += [] if font is None else ["--font", str(font)]
        command += [] if multicast is None else ["--multicast", multicast, "--interface", interface]
        return cls._start(command, ready_s)

    @classmethod
    def _start(cls, command: Sequence[str], ready_s: float) -> Headend:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_ROOT)
        watchdog = threading.Timer(ready_s, process.kill)
        watchdog.start()
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
        finally:
            watchdog.cancel()
            watchdog.join()
        if not line:
            _close(process)
            raise HeadendFailed(f"the head-end ended with {process.returncode} before it was ready")
        return cls(process, json.loads(line))

    def __enter__(self) -> Headend:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.end()

    def end(self) -> None:
        """Stop it and wait until it is gone; a second time does nothing."""
        _close(self._process)

    def stream(self, name: str, protocol: str = "http") -> str:
        """The address of stream `name` over `http`, `hls`, `udp` or `rtp`; the latter two begin to flow with this call."""
        return str(self._ask("POST", f"/send/{name}/{protocol}")["address"])

    def fault(self, name: str, kind: str, *, protocol: str | None = None, share: float | None = None) -> None:
        """Give stream `name` a fault: `silence`, `freeze`, `corrupt` (of `share` of the packets), `close` or `wrong`."""
        body: dict[str, object] = {"fault": kind}
        body |= {} if protocol is None else {"protocol": protocol}
        body |= {} if share is None else {"share": share}
        self._ask("POST", f"/faults/{name}", body)

    def heal(self, name: str, *, protocol: str | None = None) -> None:
        """Take the fault of stream `name` away."""
        self._ask("DELETE", f"/faults/{name}", {} if protocol is None else {"protocol": protocol})

    def status(self) -> Status:
        """For each stream and protocol: `clients`, `requests`, `packets`, `fault`."""
        streams: Status = self._ask("GET", "/status")["streams"]
        return streams

    def wait(self, until: Callable[[Status], bool], timeout_s: float = 10.0) -> Status:
        """Ask for the status until it is as wished, and give it. Raises TimeoutError."""
        end = time.monotonic() + timeout_s
        pause = threading.Event()
        while not until(status := self.status()):
            if time.monotonic() > end:
                raise TimeoutError(f"the head-end's status was not as wished within {timeout_s} s")
            pause.wait(0.02)
        return status

    def _ask(self, method: str, path: str, body: dict[str, object] | None = None) -> dict[str, Any]:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data=data, method=method)
        try:
            with self._open(request, timeout=_ANSWER_S) as reply:
                told: dict[str, Any] = json.load(reply)
        except urllib.error.HTTPError as error:
            with error:
                raise HeadendFailed(f"{method} {path}: {error.read().decode(errors='replace')}") from None
        return told


def _close(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    try:
        process.wait(_ANSWER_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()
