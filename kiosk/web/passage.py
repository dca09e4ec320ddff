"""The way out of a visit: what its command line is wrapped into, and the only proxy that it is told of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from flexcare.session.web_service import WebService


class Passage(Protocol):
    """One visit's way out."""

    @property
    def proxy(self) -> str:
        """`host:port` as the visit finds it, or "" where it goes out directly."""

    def argv(self, command: Sequence[str]) -> list[str]:
        """The command line that starts `command` with this way out and no other."""

    def admit(self, service: WebService) -> None:
        """Let through what this service may reach. Before this, nothing gets through."""

    def close(self) -> None:
        """Let nothing through any more."""


class Open:
    """No enclosure: for tests of the screen alone, and for a session that runs without its sandbox."""

    proxy = ""

    def argv(self, command: Sequence[str]) -> list[str]:
        return list(command)

    def admit(self, service: WebService) -> None:
        """Everything gets through; the engine's own list remains."""

    def close(self) -> None:
        """Nothing was opened."""
