"""The head-end as fixtures: `headend` shows the real channels, `small_headend` tiny ones that are made in a blink.

One of each per test process, started when first asked for. A test that sets a fault heals it (use `faulty`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from deploy.headend.client import Headend, shared_cache


@pytest.fixture(scope="session")
def headend() -> Iterator[Headend]:
    """All channels as in the demo; recordings are shared by every process of this machine (only one of them makes them)."""
    with Headend.start(shared_cache()) as running:
        yield running


@pytest.fixture(scope="session")
def small_headend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Headend]:
    """All channels with tiny recordings."""
    with Headend.start(small_cache(tmp_path_factory), small=True) as running:
        yield running


def small_cache(factory: pytest.TempPathFactory) -> Path:
    """A folder for tiny recordings, the same for one test process."""
    folder = factory.getbasetemp() / "small-recordings"
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def faulty(headend: Headend, name: str, kind: str, *, protocol: str | None = None, share: float | None = None) -> Iterator[None]:
    """Give a stream a fault for a while."""
    headend.fault(name, kind, protocol=protocol, share=share)
    try:
        yield
    finally:
        headend.heal(name, protocol=protocol)
