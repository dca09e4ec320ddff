from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.web.memory import MIB, Appetite, descendants, private_bytes

EATER = """
import subprocess, sys
held = "held = bytearray(b'x') * (80 * 2**20); print('full', flush=True); input()"
below = subprocess.Popen([sys.executable, "-c", held], stdin=subprocess.PIPE)
below.wait()
print("ended", below.returncode, flush=True)
input()
"""


@pytest.fixture
def eater() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-c", EATER], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"full\n"
        yield process
        process.kill()


def test_what_a_process_has_for_itself_is_counted(eater: subprocess.Popen[bytes]) -> None:
    below = list(descendants(eater.pid))
    assert len(below) == 1
    assert 80 * MIB < private_bytes(below[0]) < 120 * MIB
    assert below[0] in list(descendants(os.getpid()))


def test_a_process_that_is_gone_has_nothing() -> None:
    with subprocess.Popen(["true"]) as process:
        process.wait()
    assert private_bytes(process.pid) == 0


def test_the_largest_is_ended_where_all_take_too_much(qapp: object, qtbot: QtBot, eater: subprocess.Popen[bytes]) -> None:
    del qapp
    appetite = Appetite(eater.pid, 60)
    with qtbot.waitSignal(appetite.tooLarge):
        pass
    appetite.close()
    assert eater.stdout is not None
    assert eater.stdout.readline() == b"ended -9\n"
    appetite.deleteLater()


def test_nobody_is_ended_below_the_limit(qapp: object, qtbot: QtBot, eater: subprocess.Popen[bytes]) -> None:
    del qapp
    appetite = Appetite(eater.pid, 400)
    with qtbot.assertNotEmitted(appetite.tooLarge, wait=700):
        pass
    appetite.close()
    appetite.deleteLater()
