"""A tablet that systemd itself boots, with the packaged units and their hardening: sessions come, are cleared, and outlive every death."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from flexcare.session.landlock import missing_landlock
from flexcare.supervisor.filtering import DONE
from tests.helpers.booted import boot, why_not

WHY_NOT = why_not()
pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(500),
    pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT),
    # One tablet for all of them, and not two that start at once.
    pytest.mark.xdist_group("boot"),
]

ALL = {"processes", "mounts", "sockets", "memory", "output"}


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    told = boot()
    assert told["error"] == "", (told["error"], told["journal"][-3000:])
    return told


def test_a_session_comes_and_is_cleared_with_proof(found: dict[str, Any]) -> None:
    first, second = found["receipts"][:2]
    assert (first["kind"], second["kind"]) == ("boot", "asked")
    assert set(first["verified"]) == set(second["verified"]) == ALL
    assert second["standby"]


def test_each_runs_as_itself_without_any_right(found: dict[str, Any]) -> None:
    users, processes = found["users"], found["processes"]
    owners = {"flexcare.service": "flexcare", "flexcare-display.service": "flexcare-display"}
    for name, told in processes.items():
        assert told["Uid"] == users[owners.get(name, "flexcare-session")], name
        assert told["Seccomp"] == "2", name
        assert told["NoNewPrivs"] == "1", name
        assert int(told["CapPrm"], 16) == 0, name
    for unit in ("flexcare.service", "flexcare-launcher.service", "flexcare-display.service"):
        assert int(processes[unit]["CapBnd"], 16) == 0, unit


def test_sessions_can_send_nothing_until_it_is_said_what(found: dict[str, Any]) -> None:
    assert f"skuid {found['users']['flexcare-session']} " in found["rules at first"]
    assert "198.51.100.7" not in found["rules at first"]
    assert found["filter"].strip() == DONE
    assert "198.51.100.7 . 443" in found["rules then"]


def test_the_guide_is_made_where_it_may_be_and_nowhere_else(found: dict[str, Any]) -> None:
    assert found["guide"]["code"] == 0
    assert found["guide"]["report"]["showings"] == 1
    assert found["guide elsewhere"].get("code") != 0
    assert found["guide of what is not its business"].get("code") != 0


def test_whatever_is_killed_comes_back_with_a_session(found: dict[str, Any]) -> None:
    units = ["flexcare.service", "flexcare-launcher.service", "flexcare-display.service"]
    assert found["came back"] == [*units, *units]
    assert found["failed"] == ""
    assert all(set(receipt["verified"]) == ALL for receipt in found["receipts"])


def test_the_kernel_gives_sessions_what_it_has(found: dict[str, Any]) -> None:
    """The services' own filters of system calls do not take the confinement of sessions away."""
    assert "Landlock" not in found["journal"] or missing_landlock()


def test_an_evening_under_all_that_the_units_hold_back(tmp_path: Path) -> None:
    """Television, typing, a web visit with the engine's own sandbox, and Finish."""
    told = boot(evening=True, keep=tmp_path)
    assert told["opened"].strip() == DONE
    assert told["error"] == "", (told["error"], told["journal"])
    last = told["receipts"][-1]
    assert last["kind"] == "finish"
    assert set(last["verified"]) == ALL
    assert last["standby"]
