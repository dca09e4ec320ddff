"""What a tablet does with the hospital's instructions, and what a cut at any moment leaves: done once, or not lost."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from flexcare.configuration.compiled import Instruction
from flexcare.errors import ConfigurationRefused
from flexcare.fleet.health import Monitor
from flexcare.instructions import record
from flexcare.instructions.orders import Clear, Deed, Order, Orders, Role, ShowNotice, Strange, UnlockStaff
from flexcare.session.notice import read_notice
from flexcare.supervisor import obeying as module
from flexcare.supervisor.obeying import Deeds, Obeying
from flexcare.trust.enrolment import Enrolment
from flexcare.trust.puller import Ordered
from tests.helpers.clock import FakeClock

REFUSED = "the hospital's instructions are not taken: instructions/b7.json"
AT = "2026-03-02T10:40:00+00:00"


class PowerCut(BaseException):
    """Everything stops here."""


@dataclass
class Tablet:
    """A tablet's disk and what happened at it; `boot` starts its supervisor anew."""

    folder: Path
    clock: FakeClock = field(default_factory=FakeClock)
    cleared: list[bool] = field(default_factory=list)
    unlocked: list[Role | None] = field(default_factory=list)
    renewed: int = 0
    answered: Callable[[], None] = lambda: None
    staff: bool = True

    def boot(self, ward: str = "b7", device: str = "t-1") -> Obeying:
        who = Enrolment("north", ward, device, "http://127.0.0.1/", b"", 1)
        self.monitor = Monitor(self.folder / "run" / "health.json", self.clock)
        obeying = Obeying(self.folder / "instructions.json", who, self.clock, self.monitor)
        self.ward = self.folder / "ward"
        self.ward.mkdir(exist_ok=True)
        obeying.furnish(self.ward)
        obeying.deeds = Deeds(self._clear, self.unlocked.append if self.staff else None, lambda: [self.ward], self._renew)
        return obeying

    def _clear(self, now: bool, answered: Callable[[], None]) -> None:
        self.cleared.append(now)
        self.answered = answered

    def _renew(self) -> None:
        self.renewed += 1

    def now_s(self, more: int = 0) -> int:
        return int(self.clock.now().timestamp()) + more


@pytest.fixture
def tablet(tmp_path: Path) -> Tablet:
    return Tablet(tmp_path)


def board(*deeds: Deed, last: int = 0, device: str = "", until_s: int = 2_000_000_000, ward: str = "b7") -> Ordered:
    orders = tuple(Order(number, Instruction("Ada", "why", AT), until_s, deed, device) for number, deed in enumerate(deeds, 1))
    return Ordered(Orders("north", ward, max(last, len(orders)), orders))


def take(obeying: Obeying, *ordered: Ordered) -> None:
    async def run() -> None:
        for one in ordered:
            await obeying.take(one)

    asyncio.run(run())


def test_each_is_obeyed_once_also_after_a_reboot(tablet: Tablet, caplog: pytest.LogCaptureFixture) -> None:
    orders = board(Clear(), UnlockStaff("nurse"), ShowNotice({"da": "Hemmeligt"}))
    with caplog.at_level(logging.INFO):
        take(tablet.boot(), orders, orders)
        assert (tablet.monitor.health.instruction, tablet.monitor.health.outcome) == (3, "obeyed")
        take(tablet.boot(), orders)
    assert (tablet.cleared, tablet.unlocked, tablet.renewed) == ([False], ["nurse"], 1)
    assert (tablet.monitor.health.instruction, tablet.monitor.health.outcome) == (3, "obeyed")
    assert [one.getMessage() for one in caplog.records] == [f"instruction {number}: obeyed" for number in (1, 2, 3)]
    assert "Hemmeligt" not in caplog.text


def test_the_notice_is_there_after_a_reboot_without_a_network_and_until_its_end(tablet: Tablet) -> None:
    take(tablet.boot(), board(ShowNotice({"da": "Hej"}), until_s=tablet.now_s(3600)))
    (tablet.ward / "notice.json").unlink()
    obeying = tablet.boot()
    found = read_notice(tablet.ward)
    assert found is not None
    assert found == obeying.notice
    tablet.clock.advance(3600)
    assert tablet.boot().notice is None
    assert read_notice(tablet.ward) is None


def test_a_withdrawn_notice_goes_and_so_does_that_of_a_list_that_is_no_more(tablet: Tablet) -> None:
    obeying = tablet.boot()
    take(obeying, board(ShowNotice({"da": "Hej"})))
    take(obeying, board(last=1))
    assert read_notice(tablet.ward) is None
    take(obeying, Ordered(Orders("north", "b7", 2, (Order(2, Instruction("a", "b", AT), 2_000_000_000, ShowNotice({"da": "Nu"})),))))
    assert read_notice(tablet.ward) is not None
    take(obeying, Ordered())
    assert read_notice(tablet.ward) is None
    assert tablet.renewed == 4


@pytest.mark.parametrize("written", [False, True])
def test_a_power_cut_while_it_is_written_neither_repeats_nor_skips(tablet: Tablet, monkeypatch: pytest.MonkeyPatch, written: bool) -> None:
    def cut(path: Path, what: record.Record) -> None:
        if written:
            record.write_record(path, what)
        raise PowerCut

    orders = board(Clear(now=True), UnlockStaff())
    with monkeypatch.context() as patch:
        patch.setattr(module, "write_record", cut)
        with pytest.raises(PowerCut):
            take(tablet.boot(), orders)
    # A cut clears by itself. The pad was unlocked before.
    assert (tablet.cleared, tablet.unlocked) == ([], [None])
    take(tablet.boot(), orders, orders)
    assert tablet.cleared == ([] if written else [True])
    assert tablet.unlocked == ([None] if written else [None, None])


def test_a_disk_that_takes_nothing_is_told_and_tried_again(tablet: Tablet, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    obeying = tablet.boot()
    with monkeypatch.context() as patch:
        patch.setattr(module, "write_record", full)
        for _ in range(2):
            take(obeying, board(Clear()))
            # Towards privacy, once; and nobody is told that it was done for good.
            assert tablet.cleared == [False]
            assert "instructions" in tablet.monitor.health.alarms
            assert tablet.monitor.health.outcome == "none"
    take(obeying, board(Clear()))
    assert tablet.cleared == [False]
    assert tablet.monitor.health.alarms == {}
    assert tablet.monitor.health.outcome == "obeyed"


def test_somebody_who_is_still_there_is_told(tablet: Tablet) -> None:
    def how() -> str:
        return tablet.monitor.health.outcome

    async def run() -> None:
        obeying = tablet.boot()
        await obeying.take(board(Clear()))
        assert how() == "obeyed"
        tablet.answered()
        assert obeying._noting is not None
        await obeying._noting
        assert how() == "still-there"
        await obeying.take(board(Clear()))

    asyncio.run(run())
    tablet.boot()
    assert (tablet.monitor.health.instruction, tablet.monitor.health.outcome) == (1, "still-there")
    assert tablet.cleared == [False]


def test_a_clock_that_is_behind_is_an_alarm_until_it_is_right(tablet: Tablet, caplog: pytest.LogCaptureFixture) -> None:
    right = tablet.clock.now()
    tablet.clock.set_wall(right.replace(year=1970))
    obeying = tablet.boot()
    with caplog.at_level(logging.INFO):
        take(obeying, board(Clear()), board(Clear()))
    assert "clock" in tablet.monitor.health.alarms
    assert tablet.monitor.health.outcome == "clock"
    assert caplog.messages.count("instruction 1: clock") == 1
    assert tablet.cleared == []
    tablet.clock.set_wall(right)
    take(obeying, board(Clear()))
    assert (tablet.cleared, tablet.monitor.health.alarms, tablet.monitor.health.outcome) == ([False], {}, "obeyed")


def test_lists_that_are_refused_are_told_once_and_change_nothing(tablet: Tablet, caplog: pytest.LogCaptureFixture) -> None:
    obeying = tablet.boot()
    take(obeying, board(ShowNotice({"da": "Hej"}), last=9))
    fault = Ordered(fault=ConfigurationRefused("it is malformed", place="instructions/b7.json"))
    take(obeying, board(Clear(), last=8), board(Clear(), last=8), fault)
    assert [message for message in caplog.messages if "not taken" in message] == [
        f"{REFUSED}: its newest number 8 is below 9, which was settled before (bring back the newest copy of the repository)",
        f"{REFUSED}: it is malformed",
    ]
    assert "instructions" in tablet.monitor.health.alarms
    assert (tablet.cleared, tablet.renewed) == ([], 1)
    assert read_notice(tablet.ward) is not None
    take(obeying, board(ShowNotice({"da": "Hej"}), last=9))
    assert tablet.monitor.health.alarms == {}


def test_a_tablet_that_moves_and_comes_back_does_nothing_twice_and_leaves_the_notice_behind(tablet: Tablet) -> None:
    orders = board(Clear(), ShowNotice({"da": "Hej"}))
    take(tablet.boot(), orders)
    other = tablet.boot("b8")
    assert read_notice(tablet.ward) is None
    take(other, board(Clear(now=True), ward="b8"))
    take(tablet.boot(), orders)
    assert tablet.cleared == [False, True]
    assert read_notice(tablet.ward) is not None


def test_without_a_pin_pad_and_for_others_nothing_is_said_to_be_obeyed(tablet: Tablet) -> None:
    tablet.staff = False
    obeying = tablet.boot()
    take(obeying, board(UnlockStaff()))
    assert (tablet.monitor.health.instruction, tablet.monitor.health.outcome) == (1, "unknown")
    others = Orders("north", "b7", 3, (Strange(2, "t-2"), Order(3, Instruction("a", "b", AT), 2_000_000_000, Clear(), "t-2")))
    take(obeying, Ordered(others))
    assert (tablet.monitor.health.instruction, tablet.monitor.health.outcome, tablet.cleared) == (1, "unknown", [])


def test_a_lost_count_is_told_and_repeats_nothing(tablet: Tablet) -> None:
    (tablet.folder / "instructions.json").write_bytes(b"\0" * 40)
    orders = board(Clear(), ShowNotice({"da": "Hej"}), UnlockStaff())
    take(tablet.boot(), orders)
    assert (tablet.cleared, tablet.unlocked, tablet.monitor.health.outcome) == ([], [], "lost-count")
    assert read_notice(tablet.ward) is not None
    take(tablet.boot(), board(Clear(), ShowNotice({"da": "Hej"}), UnlockStaff(), Clear()))
    assert tablet.cleared == [False]


def test_a_thousand_are_one_clearing_and_one_record(tablet: Tablet, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[record.Record] = []

    def write(path: Path, what: record.Record) -> None:
        written.append(what)
        record.write_record(path, what)

    monkeypatch.setattr(module, "write_record", write)
    take(tablet.boot(), board(*[Clear()] * 1000))
    assert (len(written), tablet.cleared) == (1, [False])
    assert tablet.monitor.health.instruction == 1000
