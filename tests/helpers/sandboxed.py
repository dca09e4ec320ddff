"""Real programs in the real sandbox: `inside` runs them, and ends what a test leaves running."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from flexcare.session.launch import Confined, launch
from flexcare.session.sandbox import Sandbox, installed_code
from flexcare.session.settings import SessionSettings

PATIENCE_S = 90.0
SMALL = SessionSettings(memory_mib=512, tasks_max=128, writable_mib=64)


@dataclass
class Running:
    """A session that a test started, and what it says. `code` is its exit code once it has ended."""

    launched: Confined
    said: int
    codes: list[int] = field(default_factory=list)
    _text: str = ""

    def until(self, word: str) -> str:
        """Everything said so far, once it holds this word; from then on the next one is waited for."""
        while word not in self._text and self._hear():
            pass
        before, found, self._text = self._text.partition(word)
        assert found, before
        return before + found

    def end(self) -> str:
        """Wait for the end; everything that was said."""
        while self._hear():
            pass
        assert self.launched.wait(PATIENCE_S)
        return self._text

    def _hear(self) -> bool:
        ready, _, _ = select.select([self.said], [], [], PATIENCE_S)
        assert ready, f"nothing more is said after {self._text!r}"
        heard = os.read(self.said, 65536).decode()
        self._text += heard
        return bool(heard)


class Inside:
    """Runs programs in one sandbox."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self._stack = contextlib.ExitStack()

    def start(self, *program: str, pass_fds: Sequence[int] = ()) -> Running:
        """Start a program."""
        said, say = os.pipe()
        self._stack.callback(os.close, said)
        codes: list[int] = []
        try:
            launched = launch(self.sandbox, program, pass_fds=pass_fds, output=say, on_end=codes.append)
        finally:
            os.close(say)
        self._stack.callback(launched.wait, PATIENCE_S)
        self._stack.callback(launched.kill)
        return Running(launched, said, codes)

    def start_python(self, source: str, *arguments: str, pass_fds: Sequence[int] = ()) -> Running:
        """Start a Python program."""
        return self.start(sys.executable, "-P", "-u", "-c", source, *arguments, pass_fds=pass_fds)

    def run(self, *program: str) -> str:
        """What a program says until its end."""
        return self.start(*program).end()

    def python(self, source: str, *arguments: str) -> str:
        """What a Python program says until its end."""
        return self.start_python(source, *arguments).end()

    def close(self) -> None:
        """End everything."""
        self._stack.close()


@contextlib.contextmanager
def small_sandbox(folder: str | None = None) -> Iterator[Sandbox]:
    """A sandbox on an empty ward folder and a Wayland socket that nobody answers at, both made below `folder`."""
    with tempfile.TemporaryDirectory(prefix="fc-", dir=folder) as temporary, socket.socket(socket.AF_UNIX) as listener:
        ward = Path(temporary, "ward")
        ward.mkdir()
        display = Path(temporary, "display")
        listener.bind(str(display))
        listener.listen()
        yield Sandbox(ward, display, SMALL, installed_code())


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A sandbox on an empty ward folder."""
    with small_sandbox() as made:
        yield made


@pytest.fixture
def inside(sandbox: Sandbox) -> Iterator[Inside]:
    """Runs programs in `sandbox`."""
    runner = Inside(sandbox)
    yield runner
    runner.close()
