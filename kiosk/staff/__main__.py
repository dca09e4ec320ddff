"""`python -m kiosk.staff` takes staff's PINs and shows what they may do. The supervisor starts it, in a sandbox of its own."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.staff.program import Options, run


def parser() -> argparse.ArgumentParser:
    """The words of the command line."""
    words = argparse.ArgumentParser(prog="kiosk.staff", description="The PIN pad and the staff's menu.")
    words.add_argument("--ward", type=Path, required=True, metavar="DIR", help="the ward folder, for languages and look")
    words.add_argument("--link", type=int, required=True, metavar="FD", help="the socket to the supervisor")
    words.add_argument("--diagonal", type=float, metavar="INCHES", help="the screen's diagonal, where the display does not tell it")
    return words


def options(said: argparse.Namespace) -> Options:
    """What the command line said."""
    return Options(said.ward, said.link, said.diagonal)


def main() -> int:
    """Read the command line and be the staff program."""
    return run(options(parser().parse_args()))


if __name__ == "__main__":
    raise SystemExit(main())
