"""Fixtures for every test: one screen a worker, started only where a test asks Qt for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import hypothesis
import pytest
from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from flexcare.supervisor.compositor import Compositor
from kiosk.keyboard.start import quiet_about_the_keyboard

pytest_plugins = ["tests.helpers.screen", "tests.helpers.headend", "tests.helpers.bedside", "tests.helpers.sandboxed", "tests.helpers.bed"]

# How long one example takes depends on what else the machine does; pytest's own time limit holds what hangs.
hypothesis.settings.register_profile("flexcare", deadline=None)
hypothesis.settings.load_profile("flexcare")


PATIENCE_MS = 60_000
"""So long a test waits for what must come, where it does not say otherwise: pytest-qt's five seconds are short on a busy machine."""
NAME_MAX_CHARS = 200
"""A test's name stands in the environment of what it starts, and the kernel takes no more than 128 KiB there (execve(2))."""


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """A short name for a long value; None leaves it to pytest, which numbers names that are there twice."""
    del config
    return f"{argname}-of-{len(val)}" if isinstance(val, str | bytes) and len(val) > NAME_MAX_CHARS else None


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The kiosk has no widgets."""
    return QGuiApplication


@pytest.fixture(scope="session")
def qapp(compositor: Compositor, qapp_args: list[str]) -> Iterator[QGuiApplication]:
    """The one QGuiApplication of this worker, on the worker's own headless screen; it ends before its screen does."""
    del compositor
    with quiet_about_the_keyboard():
        app = QGuiApplication(qapp_args)
    yield app
    app.shutdown()


class PatientBot(QtBot):
    """pytest-qt's, with more patience."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(
        self,
        signal: SignalInstance,
        *,
        timeout: int = PATIENCE_MS,
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb)


@pytest.fixture
def qtbot(qapp: QGuiApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's, with more patience."""
    del qapp
    return PatientBot(request)
