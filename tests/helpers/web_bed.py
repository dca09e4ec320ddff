"""A bed with web services, and a patient who opens them, touches the frame and leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil

from deploy.tour.bed import Bed
from deploy.tour.patient import Patient
from flexcare.lineup.channel import Channel
from flexcare.session.offer import Tile
from flexcare.session.settings import SessionSettings
from flexcare.session.web_service import WebService
from tests.helpers.bed import NewBed, on, session_processes
from tests.helpers.bedside import offer
from tests.helpers.processes import name_of
from tests.helpers.web_site import WebSite


class WebBed:
    """What a patient does with web services. web_ca: the hospital's own authority; before: words before the bed's command."""

    def __init__(
        self,
        new_bed: NewBed,
        services: Sequence[WebService],
        *channels: Channel,
        memory_mib: int = 2048,
        sound: Path | None = None,
        web_ca: str = "",
        before: tuple[str, ...] = (),
    ) -> None:
        tiles = (*([Tile("tv")] if channels else []), *(Tile("web", one.id) for one in services))
        settings = SessionSettings(standby=False, daily_reset=None, memory_mib=memory_mib)
        made = replace(offer(*channels), services=tuple(services), tiles=tiles, session=settings, web_ca=web_ca)
        self.bed: Bed
        self.patient: Patient
        self.bed, self.patient = new_bed(made, *(("--sound", str(sound)) if sound is not None else ()), before=before)

    def start(self) -> None:
        """From Welcome to Home."""
        self.patient.see("Welcome", on("Welcome"))
        self.patient.tap("Start")
        self.patient.see("Home", on("Home"))

    def open(self, service: str) -> None:
        """Touch a service's tile."""
        self.patient.tap(f"Service {service}")

    def home(self) -> None:
        """Touch Home in the visit's frame, and see Home."""
        self.patient.tap_in_visit("Home")
        self.left()

    def left(self) -> None:
        """See that the visit has ended, and Home."""
        self.patient.expect("the visit's end", lambda: self.patient.visit is None)
        self.patient.see("Home", on("Home"))

    def tap_part(self, came: dict[str, Any], part: str) -> None:
        """Touch a part of a page that told where it is."""
        self.patient.tap_on_page(*came["places"][part])

    def engines(self) -> list[psutil.Process]:
        """The engine's own processes of all visits that are there."""
        return [process for process in session_processes(self.bed) if name_of(process).startswith("QtWebEngine")]


def settle(web: WebBed, site: WebSite, service: str, path: str) -> dict[str, Any]:
    """From Welcome to a page that has come."""
    web.start()
    web.open(service)
    return site.await_told("came", page=path)
