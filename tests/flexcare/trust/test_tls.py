"""The repository behind real TLS: a tablet believes the certificates that came with its enrolment, and nobody else's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from flexcare.clock import SystemClock
from flexcare.errors import ConfigurationUnreachable, EnrolmentFailed
from flexcare.trust.enrolment import Enrolment, Tablet, certificates, stick
from flexcare.trust.puller import Pulled, Puller, Unchanged, Whence
from flexcare.trust.repository import Repository
from flexcare.trust.serving import certificate, serving
from tests.helpers import hospital
from tests.helpers.authority import Authority


@dataclass
class Site:
    """A hospital that has published, its authority, and a tablet that has taken serial 1 over https."""

    repository: Repository
    authority: Authority
    folder: Path

    def puller(self, address: str, name: str = "tablet", authorities: str | None = None) -> Puller:
        pem = self.authority.pem.decode() if authorities is None else authorities
        pin, place = self.repository.pin(), self.folder / name
        return Puller(hospital.SITE, hospital.WARD, address, place, SystemClock(), pin, whence=Whence(authorities=pem))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    repository = hospital.make_repository(tmp_path / "desk")
    hospital.publish(repository)
    made = Site(repository, Authority(), tmp_path)
    shown = made.authority.server(tmp_path / "server.pem")
    with serving(repository.public, tls=certificate(shown, shown)) as address:
        assert str(address).startswith("https://")
        puller = made.puller(str(address))
        assert isinstance(puller.refresh(), Pulled)
        assert isinstance(puller.refresh(), Unchanged)
    hospital.publish(repository, 60)
    return made


@pytest.mark.parametrize("case", ["another authority", "expired", "another name"])
def test_what_is_not_the_hospitals_server_is_not_asked_and_the_last_good_stays(
    site: Site, case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Authority()
    shown = {
        "another authority": lambda path: other.server(path),
        "expired": lambda path: site.authority.server(path, days=-1),
        "another name": lambda path: site.authority.server(path, ("127.0.0.2",)),
    }[case](tmp_path / "shown.pem")
    (tmp_path / "others.pem").write_bytes(other.pem)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "others.pem"))  # the machine may believe it; the tablet must not
    with serving(site.repository.public, tls=certificate(shown, shown)) as address:
        for name in ("tablet", "fresh"):
            puller = site.puller(str(address), name)
            with pytest.raises(ConfigurationUnreachable, match="certificate is not trusted") as caught:
                puller.refresh()
            assert "enrol --ca" in caught.value.cure
            last = puller.last_good()
            assert (last.serial if last else 0) == (1 if name == "tablet" else 0)
    good = site.authority.server(tmp_path / "good.pem")
    with serving(site.repository.public, tls=certificate(good, good)) as address:
        assert site.puller(str(address)).refresh().taken.serial == 2


def test_without_an_authority_of_its_own_a_tablet_believes_the_machines(site: Site, tmp_path: Path) -> None:
    shown = tmp_path / "server.pem"
    with serving(site.repository.public, tls=certificate(shown, shown)) as address, pytest.raises(ConfigurationUnreachable):
        site.puller(str(address), authorities="").refresh()


def test_an_authority_that_was_replaced_is_the_one_that_counts(site: Site, tmp_path: Path) -> None:
    second = Authority()
    shown = second.server(tmp_path / "second.pem")
    with serving(site.repository.public, tls=certificate(shown, shown)) as address:
        assert site.puller(str(address), authorities=second.pem.decode()).refresh().taken.serial == 2


def test_the_enrolment_carries_the_authority(site: Site, tmp_path: Path) -> None:
    pin = site.repository.pin()
    pem = certificates(b"what somebody wrote above\n" + site.authority.pem)
    assert pem.encode() == site.authority.pem
    who = Enrolment(hospital.SITE, hospital.WARD, "tablet-1", "https://127.0.0.1:9/", pin.root, pin.version, authorities=pem)
    tablet = Tablet(tmp_path / "state")
    assert tablet.take(stick(who, {}, tablet.key())).authorities == pem
    kept = tablet.enrolment()
    assert kept is not None
    assert kept.authorities == pem
    with pytest.raises(EnrolmentFailed, match="no certificate"):
        certificates(b"-----BEGIN NOTHING-----")
