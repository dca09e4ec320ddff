"""`flexcare serve`: let tablets fetch from a desk; for demos and trials, a hospital uses its own web server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flexcare.clock import SystemClock
from flexcare.trust.repository import Repository
from flexcare.trust.serving import certificate, serving


def serve(
    repository: Annotated[Path, typer.Argument(metavar="REPOSITORY", help="The folder that flexcare init made.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8440,
    bind: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on; other machines reach 0.0.0.0.")] = "127.0.0.1",
    tls: Annotated[
        Path | None, typer.Option("--certificate", metavar="FILE", help="Serve by https with this certificate (PEM, with its chain).")
    ] = None,
    key: Annotated[Path | None, typer.Option(metavar="FILE", help="The certificate's private key, if it is in a file of its own.")] = None,
) -> None:
    """Serve what is published until Ctrl+C, and nothing else of the folder: no key, no secret."""
    opened = Repository(repository, SystemClock())
    with serving(opened.public, bind, port, certificate(tls, key or tls) if tls else None) as address:
        print(f"Serving {opened.site.site} on {address} until Ctrl+C.", flush=True)
        try:
            address.wait()
        except KeyboardInterrupt:
            print()
