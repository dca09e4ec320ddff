"""Runs a visit's command in an enclosure, and is its way out: `python -P -m flexcare.visit [--pass N,N] -- COMMAND ...`.

Standard input brings one line, the admission, when the visit may go out; its end ends everything. The exit code is the command's.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path

from flexcare.visit.enclosed import become_enclosed, report_failure


def main() -> int:
    """Start the command first; what the proxy needs is loaded beside it."""
    asked = argparse.ArgumentParser(prog="flexcare.visit")
    asked.add_argument("--pass", dest="passed", default="")
    asked.add_argument("command", nargs="+")
    arguments = asked.parse_args()
    passed = [int(number) for number in arguments.passed.split(",") if number]
    home = Path(tempfile.mkdtemp(prefix="visit-"))
    try:
        return _run(arguments.command, passed, home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run(command: list[str], passed: list[int], home: Path) -> int:
    near, far = socket.socketpair()
    own = os.pidfd_open(os.getpid())
    child = os.fork()
    if child == 0:
        near.close()
        try:
            become_enclosed(command, passed, home, far, own)
        except OSError as error:
            report_failure(error)
        os._exit(1)
    far.close()
    for descriptor in passed:
        os.close(descriptor)
    from flexcare.visit.way_out import keep_open  # a visit does not wait for the proxy's imports

    return keep_open(near, child, sys.stdin.fileno())


if __name__ == "__main__":
    sys.exit(main())
