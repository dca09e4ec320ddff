"""`python -m kiosk.web` is one visit to one web service. A session starts it, inside the session's own sandbox."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.web.program import Options, run


def parser() -> argparse.ArgumentParser:
    """The words of the command line."""
    words = argparse.ArgumentParser(prog="kiosk.web", description="One visit to one web service.")
    words.add_argument("--ward", type=Path, required=True, metavar="DIR", help="the ward folder, with the web services")
    words.add_argument("--wire", type=int, required=True, metavar="FD", help="the socket to the session")
    words.add_argument("--language", default="en", help="the patient's language")
    words.add_argument("--density", type=float, default=6.0, metavar="PIXELS", help="pixels of this screen in a millimetre")
    words.add_argument("--proxy", default="", metavar="HOST:PORT", help="the only way out")
    words.add_argument("--slot", type=int, default=0, metavar="N", help="which of the supervisor's workspaces the visit belongs to")
    words.add_argument("--memory", type=int, default=1024, metavar="MIB", help="the most memory of the visit")
    return words


def options(said: argparse.Namespace) -> Options:
    """What was said on the command line."""
    return Options(said.ward, said.wire, said.language, said.density, said.proxy, said.slot, said.memory)


def main() -> int:
    """Read the command line and be a visit."""
    return run(options(parser().parse_args()))


if __name__ == "__main__":
    raise SystemExit(main())
