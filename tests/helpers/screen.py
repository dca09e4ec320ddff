"""A screen for tests: a headless compositor of its own for each pytest worker."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from flexcare.supervisor.compositor import Compositor, Screen


@pytest.fixture(scope="session")
def compositor() -> Iterator[Compositor]:
    """A headless sway that this process (and Qt in it) is a client of, 1280x800 at 10.1 inches."""
    with Compositor(Screen()) as running:
        os.environ.update(running.client_environment())
        yield running


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What QGuiApplication is started with."""
    return ["flexcare-test"]
