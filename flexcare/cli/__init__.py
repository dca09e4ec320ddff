"""The hospital's command line: `flexcare ...`, or `python -m flexcare ...`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

import flexcare
from flexcare.cli import (
    check,
    enrol,
    explain,
    guide,
    health,
    init,
    instruct,
    lineup,
    notice,
    pin,
    publish,
    push,
    receipts,
    region,
    renew,
    rotate,
    run,
    serve,
    show,
)
from flexcare.errors import FlexCareError

UNUSABLE = 2

app = typer.Typer(
    name="flexcare",
    help="FlexCare: a bedside kiosk that plays television and keeps nothing.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(lineup.app, name="lineup")
app.add_typer(guide.app, name="guide")
app.add_typer(pin.app, name="pin")
app.add_typer(instruct.app, name="instruct")
app.add_typer(region.app, name="region")
app.command()(run.run)
app.command()(health.health)
app.command()(check.check)
app.command()(show.show)
app.command()(explain.explain)
app.command()(explain.schema)
app.command()(notice.notice)
app.command("receipts")(receipts.show)
app.command()(init.init)
app.command()(publish.publish)
app.command()(push.push)
app.command()(serve.serve)
app.command()(renew.renew)
app.command()(rotate.rotate)
app.command()(enrol.enrol)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"flexcare {flexcare.__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and end.")] = False,
) -> None:
    """Take the options that hold for all commands."""


def main() -> None:
    """Run the command line; a `FlexCareError` becomes one line on stderr and exit code 2."""
    try:
        app()
    except FlexCareError as error:
        print(f"flexcare: {error}", file=sys.stderr)
        sys.exit(UNUSABLE)
