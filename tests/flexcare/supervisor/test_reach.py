from __future__ import annotations

import ipaddress
from collections.abc import Iterable

import pytest

from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Hospital, Offer
from flexcare.session.web_service import AllowEntry, TurnHost, WebService
from flexcare.supervisor.reach import Opening, Reach, Target, opening, reach


def offer(*addresses: str, services: Iterable[WebService] = ()) -> Offer:
    channels = tuple(Channel(number, f"C{number}", Stream(address)) for number, address in enumerate(addresses, 1))
    return Offer(Hospital("H"), channels, services=tuple(services))


def service(*allow: AllowEntry, private: tuple[str, ...] = (), turn: tuple[TurnHost, ...] = ()) -> WebService:
    return WebService("meals", {"en": "Meals"}, "https://meals.example/", allow, {"en": "Order"}, private=private, turn=turn)


def opened(what: Reach, **known: str) -> set[tuple[str, int]]:
    addresses = {name.replace("_", "."): [ipaddress.ip_address(text) for text in texts.split()] for name, texts in known.items()}
    made = opening(what, addresses)
    return {(str(address), port) for address, port in made.tcp | made.udp}


@pytest.mark.parametrize(
    ("address", "targets"),
    [
        ("http://tv.example/a", {Target("tcp", "tv.example", 80, anywhere=True)}),
        ("https://TV.example./a", {Target("tcp", "tv.example", 443, anywhere=True)}),
        ("https://user:pass@tv.example:8443/a", {Target("tcp", "tv.example", 8443, anywhere=True)}),
        ("srt://10.1.1.1:9000?mode=caller", {Target("udp", "10.1.1.1", 9000, anywhere=True)}),
        ("http://[2001:db8::5]:80/", {Target("tcp", "2001:db8::5", 80, anywhere=True)}),
        ("udp://@239.1.1.1:5000", set()),
        ("rtp://239.1.1.1:5000", set()),
        ("udp://10.1.1.1:5000", set()),
        ("srt://:9000?mode=listener", set()),
        ("http://239.1.1.1/", set()),
        ("http://0x7f.1/", set()),
        ("http://tv.example:99999/", set()),
    ],
)
def test_what_a_stream_asks_is_opened_and_nothing_else(address: str, targets: set[Target]) -> None:
    assert reach(offer(address)) == Reach(frozenset(targets))


def test_backups_count() -> None:
    made = Offer(Hospital("H"), (Channel(1, "A", Stream("http://a.example/"), (Stream("http://b.example/"),)),))
    assert reach(made).names == {"a.example", "b.example"}


def test_a_service_opens_its_hosts_and_relays() -> None:
    made = reach(offer(services=[service(AllowEntry("https", "meals.example", 8443), turn=(TurnHost("relay.example", 3478),))]))
    assert made.targets == {Target("tcp", "meals.example", 8443), Target("tcp", "relay.example", 3478)}
    assert (made.wide, made.private) == (frozenset(), frozenset())


def test_hosts_below_a_name_open_their_port_to_the_internet_and_the_services_own_networks() -> None:
    entries = (AllowEntry("https", "*.meals.example"), AllowEntry("http", "meals.example", 80))
    made = reach(offer(services=[service(*entries, private=("10.20.0.0/16",))]))
    assert made.wide == {443}
    assert opening(made, {}) == Opening(wide=frozenset({443}), private=frozenset({ipaddress.ip_network("10.20.0.0/16")}))


def test_a_services_name_that_leads_inside_opens_nothing() -> None:
    made = reach(offer(services=[service(AllowEntry("https", "meals.example"))]))
    assert opened(made, meals_example="10.0.0.1 127.0.0.1 ::1 169.254.169.254 1.1.1.1") == {("1.1.1.1", 443)}


def test_a_services_own_networks_and_its_literal_address_are_opened() -> None:
    made = reach(
        offer(services=[service(AllowEntry("https", "meals.example"), AllowEntry("http", "10.9.9.9", 80), private=("10.20.0.0/16",))])
    )
    assert opened(made, meals_example="10.20.0.1 10.21.0.1") == {("10.20.0.1", 443), ("10.9.9.9", 80)}


def test_a_head_end_is_where_the_hospital_has_it_but_its_name_does_not_lead_into_the_tablet() -> None:
    made = reach(offer("http://tv.example/", "http://127.0.0.1:8080/"))
    assert opened(made, tv_example="10.0.0.1 127.0.0.1 224.0.0.1 0.0.0.0 169.254.1.1") == {("10.0.0.1", 80), ("127.0.0.1", 8080)}
