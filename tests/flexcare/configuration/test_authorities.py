"""The authorities of a source: what is published of a file with certificates."""

from __future__ import annotations

from pathlib import Path

from flexcare.configuration.authorities import Authorities
from flexcare.configuration.compile import compile_site
from tests.flexcare.fleet.brokers import Authority
from tests.helpers.source import day, edited_source

EDITS = """@ hospital.toml
- poll_minutes = 15
+ poll_minutes = 15
+ broker = "mqtts://broker.vest.example"
+ broker_ca = "authority.pem"
"""


def test_only_the_certificates_of_a_file_are_published(tmp_path: Path) -> None:
    pki = Authority(tmp_path)
    source = edited_source(tmp_path, EDITS)
    key = (tmp_path / "broker.key").read_text()
    (source / "authority.pem").write_text(f"A remark\n{key}{pki.pem}{pki.pem}")
    fleet = compile_site(source, day()).wards["b7"].fleet
    assert (fleet.broker, fleet.broker_ca) == ("mqtts://broker.vest.example", pki.pem * 2)


def test_what_pages_may_prove_themselves_by_is_offered_to_sessions(tmp_path: Path) -> None:
    pki = Authority(tmp_path)
    edit = """@ hospital.toml
- [fleet]
+ [web]
+ ca = "authority.pem"
+ [fleet]
"""
    source = edited_source(tmp_path, edit)
    (source / "authority.pem").write_text(pki.pem)
    ward = compile_site(source, day()).wards["b7"]
    assert (ward.offer.web_ca, ward.fleet.broker_ca) == (pki.pem, "")


def test_a_file_that_is_none_of_certificates(tmp_path: Path) -> None:
    pki = Authority(tmp_path)
    authorities = Authorities(tmp_path)
    (tmp_path / "many.pem").write_text(pki.pem * 200)
    (tmp_path / "damaged.pem").write_text(pki.pem.replace("M", "-", 5))
    (tmp_path / "binary.pem").write_bytes(bytes(range(256)) * 300)
    assert "more certificates" in authorities.why_not("many.pem")
    assert (
        authorities.why_not("damaged.pem")
        == authorities.why_not("binary.pem")
        == authorities.why_not("broker.key")
        == "holds no certificate in PEM"
    )
    assert authorities.why_not("broker.pem") == ""
    assert authorities.read("many.pem") == authorities.read("nowhere.pem") == authorities.read("") == ""
