from __future__ import annotations

from dataclasses import replace

from flexcare.configuration.compiled import CompiledWard, Instruction
from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Device, Tile
from flexcare.trust.difference import difference
from tests.helpers.hospital import compiled


def lines(new: CompiledWard, old: CompiledWard | None = None) -> tuple[str, ...]:
    return difference({"b7": old or compiled()}, {"b7": new})


def test_nothing_differs_in_what_only_serial_and_instruction_tell_apart() -> None:
    assert lines(replace(compiled(), serial=9, instruction=Instruction("Bo", "again", "2026-03-02"))) == ()


def test_a_value_with_before_and_after() -> None:
    assert lines(compiled(60)) == ("b7: value: offer.sound.cap_percent: 80 -> 60",)


def test_a_new_channel_in_front_is_no_change_of_the_others() -> None:
    offer = compiled().offer
    told = lines(replace(compiled(), offer=replace(offer, channels=(Channel(9, "Nine", Stream("udp://@239.1.1.9:5000")), *offer.channels))))
    assert 'b7: value: offer.channels[9].name is new: "Nine"' in told
    assert "b7: value: offer.channels (order): 1 2 -> 9 1 2" in told
    assert not [line for line in told if "channels[1]" in line or "channels[2]" in line]


def test_a_channel_that_is_gone() -> None:
    offer = compiled().offer
    told = lines(replace(compiled(), offer=replace(offer, channels=offer.channels[:1])))
    assert 'b7: value: offer.channels[2].name is gone, was "Two"' in told


def test_services_and_agreement_are_told_as_such() -> None:
    offer = compiled().offer
    told = lines(replace(compiled(), agreement_to="2028-12-31", offer=replace(offer, tiles=(Tile("tv"),))))
    assert told[0] == 'b7: agreement: agreement_to: "2027-12-31" -> "2028-12-31"'
    assert all(line.startswith("b7: service: offer.tiles") for line in told[1:])
    assert len(told) > 1


def test_wards_that_come_and_go() -> None:
    told = difference({"b7": compiled()}, {"b8": compiled(ward="b8")})
    assert told == ("b7: the ward is removed; its tablets keep what they have and report it", "b8: the ward is new")


def test_an_entry_more_is_no_change_of_those_that_were_there() -> None:
    old = compiled()
    told = lines(replace(old, devices={**old.devices, "tablet-2": Device("B7-2", 8.0)}))
    assert set(told) == {'b7: value: devices.tablet-2.name is new: "B7-2"', "b7: value: devices.tablet-2.diagonal_inches is new: 8.0"}
    told = lines(old, replace(old, devices={}))
    assert "b7: value: devices is gone, was {}" in told
    assert 'b7: value: devices.tablet-1.name is new: "B7-1"' in told


def test_a_long_value_is_cut() -> None:
    old = compiled()
    told = lines(replace(old, offer=replace(old.offer, hospital=replace(old.offer.hospital, name="N" * 80))))
    assert all(len(line) < 140 for line in told)
