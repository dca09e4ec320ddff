from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import segno

from flexcare.configuration.compiled import CompiledWard, from_bytes
from flexcare.fleet.health import Health
from flexcare.session.kinds import Kind
from flexcare.session.receipt import Check, Receipt
from flexcare.session.receipts import Receipts
from flexcare.staff.bundle import CODE_MAX_BYTES, RECEIPTS_MAX, Bundle, age_days, make_bundle
from flexcare.staff.diagnosis import Figure, Part, State
from tests.flexcare.session.receipt_lists import chain
from tests.helpers.clock import FakeClock

DATA = Path(__file__).parents[2] / "data"
NOW = datetime(2026, 6, 20, 9, 30, tzinfo=UTC)
FIGURES = (Figure(Part.LINK, State.OK, 1), Figure(Part.STREAM, State.SILENT, 3000, 77, place="stream.nordlys.example:443"))


@pytest.fixture
def compiled() -> CompiledWard:
    return from_bytes((DATA / "compiled-v1.json").read_bytes())


def receipts(path: Path, count: int) -> tuple[Receipt, ...]:
    clock = FakeClock(datetime(2026, 6, 18, 3, 17, 42, tzinfo=UTC))
    held = Receipts(path, clock)
    held.add(Kind.BOOT, verified=[], memory_erased=True)
    for _ in range(count - 1):
        clock.advance(3601)
        held.add(Kind.FINISH, verified=Check, memory_erased=True, cover_ms=21, empty_ms=310, shown_ms=420)
    return chain(path).receipts


def bundle(tmp_path: Path, compiled: CompiledWard | None, count: int = 3) -> Bundle:
    health = Health(7, alarms={"unreachable": 1_780_000_000}, state="unreachable")
    return make_bundle("demo-21", compiled, health, receipts(tmp_path / "r", count), FIGURES, NOW, site="vest", ward="boern")


def test_it_says_how_the_tablet_is_set_up_and_how_it_is(tmp_path: Path, compiled: CompiledWard) -> None:
    told = json.loads(bundle(tmp_path, compiled).to_bytes())
    assert (told["device"], told["site"], told["ward"], told["state"]) == ("demo-21", "vest", "boern", "unreachable")
    assert told["alarms"] == {"unreachable": 1_780_000_000}
    assert told["setup"] == {
        "serial": 7,
        "author": "Anna Holm",
        "reason": "Children's channels first",
        "published": "2026-06-01T12:00:00+02:00",
        "age_days": 18,
        "agreement_from": compiled.agreement_from,
        "agreement_to": compiled.agreement_to,
    }
    assert (told["kinds"], told["unproved"]) == ({"boot": 1, "finish": 2}, 1)
    assert told["clearings"][-1] == {
        "day": "2026-06-18", "kind": "finish", "cover_ms": 21, "empty_ms": 310, "shown_ms": 420, "proved": True,
    }  # fmt: skip
    assert told["looked"][-1] == {"part": "stream", "state": "silent", "ms": 3000, "bytes": 77}
    assert told["kernel"]
    assert bundle(tmp_path / "other", None).setup is None


def texts(value: object) -> set[str]:
    """Every text in a structure."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return {text for part in value.values() for text in texts(part)}
    return {text for part in value for text in texts(part)} if isinstance(value, list) else set()


def test_nothing_that_can_be_watched_opened_or_asked_is_in_it(tmp_path: Path, compiled: CompiledWard) -> None:
    said = bundle(tmp_path, compiled).to_bytes().decode() + bundle(tmp_path / "words", compiled).to_words()
    offer = json.loads((DATA / "compiled-v1.json").read_bytes())["offer"]
    private = {text for channel in offer["channels"] for text in texts(channel)} | texts(offer.get("services", []))
    private = {text for text in private if len(text) > 3}
    assert len(private) > 20
    # A name may be part of what the hospital wrote as its reason, which is no trace of use.
    written = compiled.instruction.reason
    assert [text for text in sorted(private) if text in said.replace(written, "")] == []
    assert not any(host in said for host in ("nordlys", "example", "443", "http"))


def test_no_time_of_day_of_a_session_is_in_it(tmp_path: Path, compiled: CompiledWard) -> None:
    said = bundle(tmp_path, compiled).to_bytes().decode() + bundle(tmp_path / "words", compiled).to_words()
    times = [receipt.at[11:19] for receipt in chain(tmp_path / "r").receipts]
    assert times
    assert not any(time in said or time[:5] in said for time in times)
    assert not any(receipt.hash in said for receipt in chain(tmp_path / "r").receipts)


def test_its_fields_are_these_and_no_others(tmp_path: Path, compiled: CompiledWard) -> None:
    """A new one has to be put here by somebody who asked what it tells of a patient."""
    told = json.loads(bundle(tmp_path, compiled).to_bytes())
    assert set(told) == {
        "device", "site", "ward", "made", "software", "system", "kernel", "state", "alarms", "setup", "kinds", "unproved", "clearings",
        "looked", "version",
    }  # fmt: skip


def test_only_the_newest_receipts_are_in_it_and_all_are_counted(tmp_path: Path, compiled: CompiledWard) -> None:
    made = bundle(tmp_path, compiled, RECEIPTS_MAX + 20)
    assert (len(made.clearings), sum(made.kinds.values())) == (RECEIPTS_MAX, RECEIPTS_MAX + 20)


def test_the_short_form_fits_into_a_code_that_a_telephone_reads(tmp_path: Path, compiled: CompiledWard) -> None:
    long = replace(compiled, instruction=replace(compiled.instruction, reason="ø" * 500, author="å" * 120))
    made = replace(bundle(tmp_path, long), looked=tuple(bundle(tmp_path / "o", None).looked) * 40)
    words = made.to_words()
    assert len(words.encode()) <= CODE_MAX_BYTES
    assert "demo-21 vest/boern" in words
    assert int(segno.make(words, error="l", micro=False).version) <= 27


@pytest.mark.parametrize(
    ("published", "expected"),
    [((NOW - timedelta(days=3, hours=5)).isoformat(), 3), ((NOW + timedelta(days=9)).isoformat(), 0), ("soon", None), ("2026-06-01", None)],
)
def test_how_old_a_configuration_is(published: str, expected: int | None) -> None:
    assert age_days(published, NOW) == expected


@pytest.mark.parametrize("device", ["demo-21", ""])
def test_its_file_has_a_plain_name(tmp_path: Path, device: str) -> None:
    made = replace(bundle(tmp_path, None), device=device)
    assert made.file_name == f"flexcare-{device or 'tablet'}-2026-06-20.json"
