"""`flexcare notice`: the privacy notice as a page for the hospital's lawyer."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from flexcare.cli.check import FAULTS, Folder, print_faults
from flexcare.clock import SystemClock
from flexcare.configuration.compile import check_source
from flexcare.configuration.faults import did_you_mean
from flexcare.configuration.notice_page import page


def notice(
    source: Folder,
    language: Annotated[str, typer.Option(metavar="LANGUAGE", help="Two letters, of the languages offered: da.")],
    ward: Annotated[str, typer.Option(metavar="WARD", help="Whose notice; without it, the first ward's.")] = "",
) -> None:
    """Print the privacy notice that tablets show, as one HTML page without anything to fetch.

    Ends with 0 if all is well, with 1 if the source has faults (there is no page then), and with 2 if there is no source.
    """
    checked = check_source(source, SystemClock())
    if checked.compiled is None:
        print_faults(checked.faults)
        raise typer.Exit(FAULTS)
    wards = checked.compiled.wards
    ward = ward or next(iter(wards))
    if ward not in wards:
        raise typer.BadParameter(f"there is no ward {ward} ({did_you_mean(ward, wards) or 'see wards/'})", param_hint="--ward")
    compiled = wards[ward]
    if language not in compiled.offer.languages:
        raise typer.BadParameter(f"offered are {', '.join(compiled.offer.languages)}", param_hint="--language")
    agreement = checked.tables[ward].get("agreement")
    sys.stdout.write(page(compiled.offer, agreement, language))
