"""`flexcare run`: the supervisor."""

from __future__ import annotations

import asyncio
import logging
import os
import pwd
import sys
from pathlib import Path
from typing import Annotated

import typer

from flexcare.clock import SystemClock
from flexcare.errors import EnrolmentFailed
from flexcare.forgetful import be_forgetful
from flexcare.paths import Paths, default_paths
from flexcare.supervisor.apart import Apart
from flexcare.supervisor.app import Options, serve
from flexcare.supervisor.compositor import Backend, Screen
from flexcare.trust.enrolment import Enrolment, Tablet

USER_MAX = 2**32 - 2
"""The kernel keeps the last number for "nobody is meant"."""

WARNING = """\
*** --unsafe-no-sandbox: sessions run without any sandbox. What patients do can stay on this machine,
*** and they can reach the whole of it.
*** For development only. Never at a bed."""


def run(
    ward: Annotated[
        Path | None, typer.Option(help="Show this ward folder (offer.json, logos) instead of what a hospital publishes.")
    ] = None,
    state: Annotated[Path | None, typer.Option(help="Where receipts are kept.")] = None,
    run_folder: Annotated[Path | None, typer.Option("--run", help="Where sockets and the like lie while it runs.")] = None,
    screen: Annotated[str, typer.Option(help="Pixels, and the diagonal in inches.", envvar="FLEXCARE_SCREEN")] = "1280x800@10.1",
    session_user: Annotated[
        int | None, typer.Option(min=1, max=USER_MAX, help="Number of the host user that sessions run as; needs root.")
    ] = None,
    session_account: Annotated[str, typer.Option(help="The same by name, where others start sessions.")] = "",
    apart: Annotated[
        Path | None, typer.Option(help="Leave screen, sessions, guide and packet filter to the services that listen below this folder.")
    ] = None,
    unsafe_no_sandbox: Annotated[bool, typer.Option("--unsafe-no-sandbox", help="For development only.")] = False,
) -> None:
    """Keep a session on the screen, clear it when it ends, and write receipts. Runs until SIGTERM; SIGUSR1 clears at once."""
    be_forgetful()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    if unsafe_no_sandbox:
        print(WARNING, file=sys.stderr, flush=True)
    usual = default_paths()
    paths = Paths(state=(state or usual.state).resolve(), run=(run_folder or usual.run).resolve())
    options = Options(
        ward=ward.resolve() if ward is not None else paths.ward,
        paths=paths,
        screen=_screen(screen),
        backend=Backend.of(os.environ),
        user=_account(session_account) if session_account else session_user,
        sound=_sound(),
        confined=not unsafe_no_sandbox,
        enrolment=_enrolment(paths) if ward is None else None,
        apart=Apart.below(apart.resolve()) if apart is not None else None,
    )
    asyncio.run(serve(options, SystemClock()))


def _enrolment(paths: Paths) -> Enrolment:
    """What this tablet was enrolled with. Raises EnrolmentFailed."""
    enrolment = Tablet(paths.trust).enrolment()
    if enrolment is None:
        cure = "take an enrolment file with flexcare enrol --take FILE, or show a folder with --ward"
        raise EnrolmentFailed("this tablet belongs to no hospital yet", place=str(paths.trust), cure=cure)
    return enrolment


def _account(name: str) -> int:
    try:
        return pwd.getpwnam(name).pw_uid
    except KeyError:
        raise typer.BadParameter(f"there is no user {name} on this machine") from None


def _screen(text: str) -> Screen:
    try:
        return Screen.of(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _sound() -> Path | None:
    """The user's sound server, where there is one."""
    socket = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nonexistent", "pulse/native")
    return socket if socket.exists() else None
