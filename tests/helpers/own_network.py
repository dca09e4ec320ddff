"""A network namespace of a test's own, made by root: nothing in it but loopback, which has whatever addresses the test gives it."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

PATIENCE_S = 60.0
REASON = "a network namespace of one's own, with users of one's own choice, needs root"


@dataclass(frozen=True)
class OwnNetwork:
    """Where commands are run."""

    name: str

    def run(self, *command: str, user: int = 0, words: str = "") -> str:
        """What a command says until its end. Raises where it fails."""
        return subprocess.run(
            self.command(*command, user=user), input=words, check=True, capture_output=True, text=True, timeout=PATIENCE_S
        ).stdout

    def command(self, *command: str, user: int = 0) -> list[str]:
        """A command line that runs a command in here."""
        as_user = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "--"] if user else []
        return ["ip", "netns", "exec", self.name, *as_user, *command]

    def python(self, source: str, *arguments: object, user: int = 0) -> object:
        """What a Python program prints, read as JSON. It finds the arguments as `words`."""
        start = "import json, sys\nwords = json.loads(sys.argv[1])\n"
        # The system's own Python: another user may not read the one of the tests.
        return json.loads(self.run("/usr/bin/python3", "-I", "-c", start + source, json.dumps(arguments), user=user))


@contextlib.contextmanager
def own_network(*addresses: str) -> Iterator[OwnNetwork]:
    """A namespace with these addresses on its loopback, removed afterwards, whatever happened."""
    network = OwnNetwork(f"fc-{uuid.uuid4().hex[:12]}")
    subprocess.run(["ip", "netns", "add", network.name], check=True, timeout=PATIENCE_S)
    try:
        network.run("ip", "link", "set", "lo", "up", "multicast", "on")
        for address in addresses:
            network.run("ip", "address", "add", address, "dev", "lo", *(["nodad"] if ":" in address else []))
        network.run("ip", "route", "add", "224.0.0.0/4", "dev", "lo")
        yield network
    finally:
        subprocess.run(["ip", "netns", "delete", network.name], check=True, timeout=PATIENCE_S)


needs_root = pytest.mark.skipif(os.getuid() != 0 or sys.platform != "linux", reason=REASON)
