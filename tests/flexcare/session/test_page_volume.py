from __future__ import annotations

import socket
from pathlib import Path

import pytest

from flexcare.session.page_volume import SOUND_SOCKET, PageVolume, sound_door
from flexcare.supervisor.playback.pages import told_percent
from flexcare.supervisor.playback.relay import CONTROL, HEADER


@pytest.mark.parametrize("server", ["", "unix:/run/user/1000/pulse/native", "tcp:127.0.0.1:4713"])
def test_a_server_that_others_use_too_is_told_nothing(server: str) -> None:
    assert sound_door({"PULSE_SERVER": server}) is None
    assert sound_door({}) is None
    pages = PageVolume(None)
    pages.tell(50)
    assert not pages.is_held


def test_the_session_s_own_is_told_in_frames_that_it_reads(tmp_path: Path) -> None:
    assert sound_door({"PULSE_SERVER": f"unix:{SOUND_SOCKET}"}) == Path(SOUND_SOCKET)
    pages = PageVolume(tmp_path / "door")
    pages.tell(10)  # nobody listens yet, which is no fault
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(str(tmp_path / "door"))
        listener.listen()
        pages.tell(20)
        pages.tell(70)
        connection, _ = listener.accept()
        assert _heard(connection) == [20, 70]
        connection.close()
        pages.tell(30)
        connection, _ = listener.accept()
        assert _heard(connection, 1) == [30]
        connection.close()
    pages.close()


def _heard(connection: socket.socket, count: int = 2) -> list[int | None]:
    found = []
    for _ in range(count):
        length, channel, *_ = HEADER.unpack(connection.recv(HEADER.size, socket.MSG_WAITALL))
        assert channel == CONTROL
        found.append(told_percent(connection.recv(length, socket.MSG_WAITALL)))
    return found
