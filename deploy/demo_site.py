"""The demo hospital with its keys: a copy of `deploy/demo_hospital` around the head-end's lineup, published and served like a real one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flexcare.clock import SystemClock
from flexcare.configuration.compile import compile_site
from flexcare.configuration.compiled import Instruction, to_bytes
from flexcare.supervisor.app import Enrolled
from flexcare.trust.puller import Pin
from flexcare.trust.repository import Repository
from flexcare.trust.serving import serving
from flexcare.trust.verdict import asset_target, ward_target

SOURCE = Path(__file__).resolve().parent / "demo_hospital"
SITE, WARD, DEVICE = "vest", "b7", "demo-12"
AUTHOR, REASON = "The demo", "To show what a hospital publishes"


@dataclass(frozen=True)
class DemoSite:
    """A hospital's desk and its web server.

    source: what IT writes. repository: what `flexcare publish` signs. address: where it is served.
    """

    source: Path
    repository: Path
    address: str

    def publish(self) -> int:
        """Publish what the source says now, as `flexcare publish` does; the serial. Raises SourceFaulty and what publishing raises."""
        compiled = compile_site(self.source)
        targets = {ward_target(name): to_bytes(ward) for name, ward in compiled.wards.items()}
        targets |= {asset_target(digest): data for digest, data in compiled.assets.items()}
        clock = SystemClock()
        instruction = Instruction(AUTHOR, REASON, clock.now().isoformat(timespec="seconds"))
        return Repository(self.repository, clock).publish(targets, instruction).serial

    def enrolled(self, device: str = DEVICE, ward: str = WARD) -> Enrolled:
        """What a tablet of this hospital is given."""
        repository = Repository(self.repository, SystemClock())
        return Enrolled(SITE, ward, device, self.address, Pin(repository.fingerprint(), root=repository.root()))


@contextmanager
def demo_site(folder: Path, playlist: bytes) -> Iterator[DemoSite]:
    """Make the hospital in `folder` around a playlist, publish it, and serve it on loopback while the context lasts."""
    source, repository = folder / "source", folder / "repository"
    shutil.copytree(SOURCE, source)
    (source / "lineups" / "hospital.m3u").write_bytes(playlist)
    made = Repository.create(repository, SITE, SystemClock(), demo=True)
    with serving(made.public) as served:
        site = DemoSite(source, repository, str(served))
        site.publish()
        yield site
