"""The launcher as a tablet has it, but for one thing: what it starts carries a witness. `python -m deploy.tour.launching ...`"""

from __future__ import annotations

import argparse
import logging
import socket
import sys
from pathlib import Path

import deploy
from deploy.tour.bed import WITNESS_SOCKET
from flexcare.errors import FlexCareError
from flexcare.forgetful import be_forgetful
from flexcare.launcher.__main__ import serve
from flexcare.session.surroundings import Program, Surroundings
from flexcare.supervisor.notify import Notifier

WITNESS_INSIDE = Path("/run/session/witness")


def main() -> int:
    """Read the command line and serve; returns the exit code."""
    be_forgetful()
    parser = argparse.ArgumentParser(prog="launching")
    parser.add_argument("--listener", type=int, required=True, help="the descriptor that is listened at")
    parser.add_argument("--bed", type=Path, required=True, help="the bed's folder, where witnesses are waited for")
    parser.add_argument("--ward", type=Path, required=True)
    parser.add_argument("--display", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    words = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    program, staff = (
        Program(
            command=(sys.executable, "-P", "-m", module, "--witness", str(WITNESS_INSIDE)),
            code=tuple(Path(path) for path in deploy.__path__),
            sockets=((words.bed / WITNESS_SOCKET, WITNESS_INSIDE),),
        )
        for module in ("deploy.tour.witness", "deploy.tour.staff_witness")
    )
    nothing: Path = words.folder / "no-ward"
    nothing.mkdir(exist_ok=True)
    surroundings = Surroundings(words.ward, nothing, program, staff=staff)
    try:
        serve(socket.socket(fileno=words.listener), surroundings, words.folder, words.display, Notifier())
    except FlexCareError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
