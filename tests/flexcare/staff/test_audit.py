from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from flexcare.session.kinds import Act, By, Kind, Outcome
from flexcare.session.receipt import GENESIS, Check, Deed, from_line
from flexcare.session.receipt_chain import read_chain
from flexcare.session.receipts import Receipts
from flexcare.staff.audit import Audit
from flexcare.staff.pin import Role
from tests.flexcare.session.receipt_lists import add, chain
from tests.helpers.clock import FakeClock

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "receipts.jsonl"


@pytest.fixture
def receipts(path: Path) -> Receipts:
    return Receipts(path, FakeClock())


def note(receipts: Receipts, *deeds: tuple[Act, Role | None, bool]) -> None:
    async def all_of_them() -> None:
        audit = Audit(receipts)
        for act, role, done in deeds:
            await audit.note(act, role, done=done)

    asyncio.run(all_of_them())


def test_a_deed_stands_between_the_receipts_and_is_chained_with_them(path: Path, receipts: Receipts) -> None:
    first = add(receipts)
    note(receipts, (Act.OPEN, Role.NURSE, True), (Act.PULL, Role.IT, False), (Act.CLEAN, None, True))
    last = add(receipts)
    held = chain(path)
    assert held.faults == ()
    assert [entry.number for entry in held.entries] == [1, 2, 3, 4, 5]
    assert held.receipts == (first, last)
    assert [(deed.act, deed.by, deed.outcome) for deed in held.deeds] == [
        (Act.OPEN, By.NURSE, Outcome.DONE),
        (Act.PULL, By.IT, Outcome.FAILED),
        (Act.CLEAN, By.ANYBODY, Outcome.DONE),
    ]
    assert held.deeds[0].previous == first.hash
    assert last.previous == held.deeds[-1].hash


def test_the_newest_receipt_is_never_a_deed(path: Path, receipts: Receipts) -> None:
    daily = add(receipts, Kind.DAILY)
    note(receipts, (Act.OPEN, Role.IT, True))
    assert receipts.last() == daily
    again = Receipts(path, FakeClock())
    assert (again.last(), again.last_daily()) == (daily, daily)
    assert add(again).number == 3
    assert chain(path).faults == ()


@pytest.mark.parametrize(
    "damage",
    [
        lambda lines: [*lines[:1], *lines[2:]],
        lambda lines: [lines[0], lines[1].replace(b'"nurse"', b'"it"'), lines[2]],
        lambda lines: [lines[0], lines[1].replace(b'"done"', b'"failed"'), lines[2]],
        lambda lines: [lines[0], lines[2], lines[1]],
    ],
)
def test_a_deed_that_was_taken_away_or_changed_is_seen(
    path: Path, receipts: Receipts, damage: Callable[[list[bytes]], list[bytes]]
) -> None:
    add(receipts)
    note(receipts, (Act.CLEAR, Role.NURSE, True))
    add(receipts)
    assert read_chain(b"".join(damage(path.read_bytes().splitlines(keepends=True)))).faults


def test_a_deed_has_no_place_for_a_person_or_a_text(path: Path, receipts: Receipts) -> None:
    note(receipts, (Act.OPEN, Role.NURSE, True))
    line = path.read_bytes().removesuffix(b"\n")
    assert isinstance(from_line(line), Deed)
    assert {field.name for field in fields(Deed)} == {"number", "at", "act", "by", "outcome", "healed", "previous", "hash"}
    for place, text in (("at", "Karen, 9 o'clock"), ("act", "watched"), ("by", "Karen"), ("outcome", "DR1"), ("note", "DR1")):
        changed = {**json.loads(line), place: text}
        assert from_line(json.dumps(changed, sort_keys=True, separators=(",", ":")).encode()) is None


def test_a_list_of_deeds_alone_is_shortened_and_goes_on(path: Path) -> None:
    receipts = Receipts(path, FakeClock(), receipts_max=10)
    note(receipts, *[(Act.OPEN, Role.NURSE, True)] * 30)
    held = chain(path)
    assert (held.faults, held.entries[-1].number) == ((), 30)
    assert 5 <= len(held.entries) <= 10
    assert held.trimmed >= 20


def test_a_deed_that_the_disk_does_not_take_goes_with_the_next_and_the_log_does_not_say_what_it_was(
    path: Path, receipts: Receipts, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.write_bytes(b"in the way")
    note(receipts, (Act.VOLUME, Role.NURSE, True))
    assert "receipts cannot be written" in caplog.text
    assert not any(word in caplog.text for word in ("volume", "nurse"))
    path.parent.unlink()
    add(receipts)
    held = chain(path)
    assert (held.faults, [deed.act for deed in held.deeds], len(held.receipts)) == ((), [Act.VOLUME], 1)


def test_deeds_from_many_threads_and_receipts_make_one_sound_chain(path: Path, receipts: Receipts) -> None:
    async def all_at_once() -> None:
        audit = Audit(receipts)
        deeds = [audit.note(Act.TEST_NETWORK, Role.IT) for _ in range(20)]
        await asyncio.gather(*deeds, *(asyncio.to_thread(add, receipts) for _ in range(20)))

    asyncio.run(all_at_once())
    held = chain(path)
    assert (held.faults, len(held.deeds), len(held.receipts)) == ((), 20, 20)


def test_what_older_versions_wrote_is_still_a_sound_list_and_is_continued(tmp_path: Path) -> None:
    path = tmp_path / "receipts.jsonl"
    path.write_bytes((DATA / "receipts-v1.jsonl").read_bytes())
    assert (chain(path).faults, len(chain(path).receipts)) == ((), 4)
    receipts = Receipts(path, FakeClock())
    assert receipts.told == []
    note(receipts, (Act.OPEN, Role.NURSE, True))
    assert path.read_bytes().startswith((DATA / "receipts-v1.jsonl").read_bytes())
    assert (chain(path).faults, chain(path).deeds[0].number) == ((), 5)


def test_what_this_version_writes_is_read_by_later_ones() -> None:
    held = read_chain((DATA / "receipts-v2.jsonl").read_bytes())
    assert (held.faults, len(held.receipts), len(held.deeds)) == ((), 2, 4)
    assert held.receipts[0].previous == GENESIS
    assert set(held.receipts[-1].verified) == set(Check)
