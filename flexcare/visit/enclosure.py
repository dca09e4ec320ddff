"""Starts a visit's command in a network of its own, with one way out: the seam between a session and what holds its visits in."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from flexcare.visit.admission import Admission
from flexcare.visit.enclosed import PROXY_HOST, PROXY_PORT

ENGINE_SWITCHES = (f"--proxy-server=http://{PROXY_HOST}:{PROXY_PORT}", "--proxy-bypass-list=<-loopback>")
"""What Chromium has to be told. With Qt's own QNetworkProxy it would look for loopback addresses by itself, past the proxy."""


def argv(command: Sequence[str], pass_fds: Sequence[int] = ()) -> list[str]:
    """The command line that runs `command` enclosed; `pass_fds` are let through to it, and nothing else is.

    Its standard input is the control: one line of `Admission.to_line` lets the visit out, the end of it ends the visit.
    The command finds its way out at PROXY_HOST:PROXY_PORT, which is an HTTP proxy, and has no other; for Chromium, ENGINE_SWITCHES.
    """
    passed = ["--pass", ",".join(map(str, pass_fds))] if pass_fds else []
    return [sys.executable, "-P", "-m", "flexcare.visit", *passed, "--", *command]


@dataclass
class Enclosed:
    """A running visit. It ends with `end`, with this program, and by itself."""

    process: subprocess.Popen[bytes]

    def admit(self, admission: Admission) -> None:
        """Let it out to these places; once. Harmless when it has ended."""
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write(admission.to_line())

    def end(self, timeout_s: float = 5.0) -> int:
        """End every process of it at once; the exit code."""
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        try:
            return self.process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            # With the way out go its children, by the kernel's hand.
            self.process.kill()
            return self.process.wait()


def start(command: Sequence[str], pass_fds: Sequence[int] = (), *, output: int | None = None) -> Enclosed:
    """Start `command` enclosed, without any admission yet. Raises OSError."""
    process = subprocess.Popen(
        argv(command, pass_fds),
        stdin=subprocess.PIPE,
        stdout=output,
        stderr=output,
        pass_fds=pass_fds,
        bufsize=0,
        env=dict(os.environ),
    )
    return Enclosed(process)
