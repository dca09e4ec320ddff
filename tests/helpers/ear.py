"""What is really heard at a bed: a recording of a sound server's output."""

from __future__ import annotations

import subprocess
import threading
from array import array

import pytest

from tests.helpers.sound_server import SoundServer


class Ear:
    """Hears what comes out of the bed's output, behind every volume."""

    def __init__(self, server: SoundServer) -> None:
        command = ["parec", "--raw", "--device=bed.monitor", "--format=float32le", "--latency-msec=20"]
        self._process = subprocess.Popen(command, env=server.environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.peaks: list[float] = []
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        # A tenth of a second, so that a whole wave is in it.
        while block := self._process.stdout.read(44_100 * 2 * 4 // 10):
            heard = array("f")
            heard.frombytes(block[: len(block) // 4 * 4])
            self.peaks.append(max(map(abs, heard), default=0.0))

    def hears(self, peak: float) -> bool:
        """Whether the last half second was as loud as this."""
        return len(self.peaks) > 5 and all(one == pytest.approx(peak, rel=0.1, abs=1e-4) for one in self.peaks[-5:])

    def end(self) -> None:
        self._process.kill()
        self._thread.join()
        self._process.communicate()
