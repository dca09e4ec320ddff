"""`flexcare instruct` and `flexcare health` as hospital IT types them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.demo_site import SITE, SOURCE, WARD, DemoSite, demo_site
from flexcare.clock import SystemClock
from flexcare.instructions.orders import Clear, Order, ShowNotice
from flexcare.trust.repository import Repository
from tests.helpers.command_line import flexcare

BY = ("--author", "Ada Berg", "--reason", "A new lineup")
TEXTS = ("--text", "da=Hej", "--text", "en=Hello", "--text", "de=Hallo", "--text", "ar=مرحبا")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoSite]:
    with demo_site(tmp_path_factory.mktemp("site"), (SOURCE / "lineups" / "hospital.m3u").read_bytes()) as made:
        yield made


def orders(site: DemoSite) -> tuple[object, ...]:
    found = Repository(site.repository, SystemClock()).orders()
    return found[WARD].orders if WARD in found else ()


def test_what_is_given_is_published_listed_and_withdrawn(site: DemoSite) -> None:
    done = flexcare("instruct", "clear", site.repository, "--ward", WARD, "--device", "demo-12", "--now", "--for", "30m", *BY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"Published as instruction 1 of {WARD}.",
        "No broker is configured (fleet.broker): tablets look by themselves, each minute.",
    ]
    done = flexcare("instruct", "notice", site.repository, "--ward", WARD, "--for", "2d", *TEXTS, *BY)
    assert (done.returncode, done.stderr) == (0, "")
    first, second = orders(site)
    assert isinstance(first, Order)
    assert isinstance(second, Order)
    assert (first.do, first.device, first.by.author) == (Clear(now=True), "demo-12", "Ada Berg")
    assert second.do == ShowNotice({"da": "Hej", "en": "Hello", "de": "Hallo", "ar": "مرحبا"})
    lines = flexcare("instruct", "list", site.repository).stdout.splitlines()
    assert re.fullmatch(rf"{WARD} 1  clear  demo-12  until \S+  Ada Berg: A new lineup", lines[0])
    assert re.fullmatch(rf"{WARD} 2  notice  all tablets  until \S+  Ada Berg: A new lineup", lines[1])
    assert flexcare("instruct", "withdraw", site.repository, "--ward", WARD, "1").stdout == f"Instruction 1 of {WARD} is withdrawn.\n"
    assert len(flexcare("instruct", "list", site.repository, "--ward", WARD).stdout.splitlines()) == 1
    assert flexcare("instruct", "list", site.repository, "--ward", "boern").stdout == "No instruction stands.\n"
    done = flexcare("instruct", "withdraw", site.repository, "--ward", WARD, "1")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no instruction 1 stands" in done.stderr


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("clear", "--ward", "b77"), f"'b77': no such ward is published (name one of {WARD}, boern)"),
        (("clear", "--ward", WARD, "--device", "demo-21"), "no such tablet in this ward"),
        (("clear", "--ward", WARD, "--for", "soon"), "no time span"),
        (("clear", "--ward", WARD, "--for", "32d"), "31 days"),
        (("clear", "--ward", WARD, "--until", "tomorrow"), "no time"),
        (("clear", "--ward", WARD, "--until", "2020-01-01T10:00"), "31 days"),
        (("clear", "--ward", WARD, "--until", "2030-01-01T10:00", "--for", "1h"), "two ends"),
        (("notice", "--ward", WARD, *TEXTS), "how long the notice is shown"),
        (("notice", "--ward", WARD, "--for", "1h", "--text", "da=Hej", "--text", "xx=?"), "does not offer 'xx'; en, de, ar is missing"),
        (("notice", "--ward", WARD, "--for", "1h", *TEXTS, "--text", "da=Igen"), "da is there twice"),
        (("notice", "--ward", WARD, "--for", "1h", *TEXTS[2:], "--text", f"da={'x' * 161}"), "the text in da is no one paragraph"),
        (("notice", "--ward", WARD, "--for", "1h", *TEXTS[2:], "--text", "da= "), "the text in da is no one paragraph"),
    ],
)
def test_what_cannot_be_given_is_told_and_nothing_published(site: DemoSite, words: tuple[str, ...], why: str) -> None:
    before = orders(site)
    done = flexcare("instruct", words[0], site.repository, *words[1:], *BY)
    assert (done.returncode, done.stdout) == (2, "")
    assert why in done.stderr
    assert orders(site) == before


def test_nobody_there_to_ask(site: DemoSite) -> None:
    done = flexcare("instruct", "clear", site.repository, "--ward", WARD)
    assert done.returncode == 2
    assert "--author" in done.stderr


def test_health_without_a_supervisor(tmp_path: Path) -> None:
    done = flexcare("health", "--run", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no supervisor runs here" in done.stderr
    assert SITE not in done.stderr
