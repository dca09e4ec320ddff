"""`python -m kiosk --ward DIR` shows a session on a ward folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.app import Options, run


def parser() -> argparse.ArgumentParser:
    """The words of the command line."""
    words = argparse.ArgumentParser(prog="kiosk", description="The screen at the bed, on a ward folder.")
    words.add_argument("--ward", type=Path, required=True, metavar="DIR", help="the ward folder: offer.json, logos")
    words.add_argument("--diagonal", type=float, metavar="INCHES", help="the screen's diagonal, where the display does not tell it")
    words.add_argument("--link", type=int, metavar="FD", help="the socket to the supervisor; the session is a standby until that shows it")
    words.add_argument("--slot", type=int, metavar="N", help="the workspace that the supervisor keeps for this session")
    return words


def options(arguments: argparse.Namespace) -> Options:
    """What was said on the command line."""
    return Options(diagonal_inches=arguments.diagonal, link=arguments.link, slot=arguments.slot)


def main() -> int:
    """Read the command line and show the session."""
    arguments = parser().parse_args()
    return run(arguments.ward.resolve(), options(arguments))


if __name__ == "__main__":
    raise SystemExit(main())
