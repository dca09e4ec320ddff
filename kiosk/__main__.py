"""`python -m kiosk --ward DIR` shows a session on a ward folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.app import Options, run


def main() -> int:
    """Read the command line and show the session."""
    parser = argparse.ArgumentParser(prog="kiosk", description="The screen at the bed, on a ward folder.")
    parser.add_argument("--ward", type=Path, required=True, metavar="DIR", help="the ward folder: offer.json, logos")
    parser.add_argument("--diagonal", type=float, metavar="INCHES", help="the screen's diagonal, where the display does not tell it")
    parser.add_argument("--link", type=int, metavar="FD", help="the socket to the supervisor; the session is a standby until that shows it")
    arguments = parser.parse_args()
    return run(arguments.ward.resolve(), Options(diagonal_inches=arguments.diagonal, link=arguments.link))


if __name__ == "__main__":
    raise SystemExit(main())
