"""What a hostile program in a session can ask of the compositor: a window, and nothing that reaches another program."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from deploy.tour.bed import Bed
from flexcare.errors import CompositorFailed
from flexcare.supervisor.compositor import Compositor, Screen
from flexcare.supervisor.security_context import ANSWER_LIMIT_S, MANAGER, Doors
from flexcare.supervisor.wayland import Wire
from tests.helpers.bed import NewBed, kiosk_process, on
from tests.helpers.bedside import channel, offer
from tests.helpers.processes import command_of
from tests.helpers.sandboxed import PATIENCE_S, Inside

PRIVILEGED = (
    "zwlr_screencopy_manager_v1",
    "zwlr_export_dmabuf_manager_v1",
    "zwlr_data_control_manager_v1",
    "ext_data_control_manager_v1",
    "ext_image_copy_capture_manager_v1",
    "zwp_virtual_keyboard_manager_v1",
    "zwlr_virtual_pointer_manager_v1",
    "zwp_input_method_manager_v2",
    "zwlr_layer_shell_v1",
    "zwlr_foreign_toplevel_manager_v1",
    "ext_foreign_toplevel_list_v1",
    "ext_session_lock_manager_v1",
    "zwlr_output_manager_v1",
    "zwlr_output_power_manager_v1",
    "zwlr_gamma_control_manager_v1",
    MANAGER,
)
NEEDED = ("wl_compositor", "wl_shm", "wl_seat", "wl_output", "xdg_wm_base")

ASK = """
from pathlib import Path
from flexcare.supervisor.wayland import Wire
with Wire(Path("/run/session/wayland-0"), 20) as wire:
    print(*wire.globals())
"""


@pytest.fixture
def compositor() -> Iterator[Compositor]:
    with Compositor(Screen(640, 400)) as running:
        yield running


@pytest.fixture
def doors(compositor: Compositor, tmp_path: Path) -> Doors:
    return Doors(tmp_path / "doors", lambda: compositor.socket)


def offered(socket: Path) -> set[str]:
    with Wire(socket, PATIENCE_S) as wire:
        return set(wire.globals())


def lets_through(socket: Path) -> bool:
    try:
        return bool(offered(socket))
    except CompositorFailed:
        return False


def doors_of(bed: Bed, slot: int) -> list[str]:
    """The open doors of a slot."""
    return [path.name for path in (bed.run / "doors").glob(f"{slot}-*")]


@pytest.fixture
def keeps_back(compositor: Compositor) -> None:
    """Skips where the compositor cannot keep anything back."""
    if MANAGER not in offered(compositor.socket):
        pytest.skip("this sway knows no security contexts (Debian 12); Debian 13's does")


@pytest.mark.usefixtures("keeps_back")
def test_a_session_is_offered_nothing_that_reaches_other_programs(inside: Inside, compositor: Compositor, doors: Doors) -> None:
    door = doors.open(1)
    with contextlib.closing(Inside(replace(inside.sandbox, display=door.path))) as runner:
        seen = set(runner.python(ASK).split())
    outside = offered(compositor.socket)
    assert seen.isdisjoint(PRIVILEGED)
    assert seen.issuperset(NEEDED)
    assert {"zwlr_screencopy_manager_v1", "zwlr_data_control_manager_v1", "zwp_virtual_keyboard_manager_v1"} <= outside


@pytest.mark.usefixtures("keeps_back")
def test_a_closed_door_lets_nobody_through(doors: Doors) -> None:
    door, other = doors.open(1), doors.open(2)
    linked = door.path.with_name("linked")
    linked.hardlink_to(door.path)
    assert lets_through(linked)
    door.close()
    assert not door.path.exists()
    give_up_at_s = time.monotonic() + PATIENCE_S
    while lets_through(linked):
        assert time.monotonic() < give_up_at_s
    assert lets_through(other.path)


@pytest.mark.usefixtures("keeps_back")
def test_a_door_is_for_the_user_that_sessions_have(compositor: Compositor, tmp_path: Path) -> None:
    user = 54321 if os.getuid() == 0 else os.getuid()
    state = Doors(tmp_path / "doors", lambda: compositor.socket, user).open(1).path.stat()
    assert (state.st_uid, state.st_mode & 0o777) == (user, 0o600)


@pytest.mark.usefixtures("keeps_back")
@pytest.mark.long
@pytest.mark.timeout(180)
def test_where_no_door_can_be_made_only_the_standby_is_missing(new_bed: NewBed) -> None:
    bed, patient = new_bed(offer(channel(1, "http://127.0.0.1:9/none")))
    patient.see("Welcome", on("Welcome"))
    patient.expect("a standby", lambda: len(patient.hidden) == 1)
    assert patient.report is not None
    shown = patient.report
    (bed.run / "doors").rename(bed.run / "elsewhere")
    kiosk_process(bed, patient.hidden[0].slot).kill()
    bed.await_notice("STATUS=there is no standby")
    assert kiosk_process(bed, shown.slot).is_running()
    (bed.run / "elsewhere").rename(bed.run / "doors")
    bed.clear()
    patient.see_new("Welcome after the reset", shown.born, on("Welcome"))


@pytest.mark.usefixtures("keeps_back")
@pytest.mark.timeout(180)
def test_every_session_of_a_supervisor_has_a_door_that_closes_with_it(new_bed: NewBed) -> None:
    bed, patient = new_bed(offer(channel(1, "http://127.0.0.1:9/none")))
    patient.see("Welcome", on("Welcome"))
    assert patient.report is not None
    slot, born = patient.report.slot, patient.report.born
    (first,) = doors_of(bed, slot)
    mounts = Path(f"/proc/{kiosk_process(bed, slot).pid}/mountinfo").read_text()
    assert f"/doors/{first} /run/session/wayland-0 " in mounts
    bed.clear()
    patient.see_new("Welcome after the reset", born, on("Welcome"))
    assert first not in doors_of(bed, slot)
    bed.end()
    assert doors_of(bed, 1) + doors_of(bed, 2) == []


def test_a_new_supervisor_clears_the_doors_of_the_one_before(compositor: Compositor, tmp_path: Path) -> None:
    folder = tmp_path / "doors"
    Doors(folder, lambda: compositor.socket).open(1)
    Doors(folder, lambda: compositor.socket)
    assert list(folder.iterdir()) == []


def test_a_compositor_without_contexts_gives_its_own_socket_and_that_is_told_once(
    compositor: Compositor, doors: Doors, caplog: pytest.LogCaptureFixture
) -> None:
    if MANAGER in offered(compositor.socket):
        pytest.skip("this sway knows security contexts")
    assert [doors.open(slot).path for slot in (1, 2)] == [compositor.socket] * 2
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "security contexts" in caplog.text


def test_a_stopped_compositor_holds_nobody_up(compositor: Compositor, doors: Doors) -> None:
    sway = next(child for child in psutil.Process().children() if str(compositor.runtime_folder) in " ".join(command_of(child)))
    sway.send_signal(signal.SIGSTOP)
    try:
        begun_s = time.monotonic()
        with pytest.raises(CompositorFailed, match="no time is left"):
            doors.open(1)
        assert time.monotonic() - begun_s < 2 * ANSWER_LIMIT_S
    finally:
        sway.send_signal(signal.SIGCONT)


def test_a_dead_compositor_is_told(compositor: Compositor, tmp_path: Path) -> None:
    gone = compositor.socket
    compositor.stop()
    with pytest.raises(CompositorFailed):
        Doors(tmp_path / "doors", lambda: gone).open(1)
