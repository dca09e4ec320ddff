"""When there is a standby: raised behind a session that is on the screen, replaced where it fails or is outdated, never in the way."""

from __future__ import annotations

import asyncio
import logging

from flexcare.errors import CompositorFailed, SandboxUnusable
from flexcare.session.host import Host
from flexcare.supervisor.notify import Notifier
from flexcare.supervisor.ward import Mark

log = logging.getLogger(__name__)

AFTER_CHANGE_S = 1.0
AFTER_FAILURE_S = 20.0
AGAIN_AFTER_S = 15.0


class Standby:
    """Keeps the host's standby."""

    def __init__(self, host: Host, notify: Notifier) -> None:
        self._host = host
        self._notify = notify
        self._not_before_s = 0.0

    def changed(self) -> None:
        """Another session is on the screen, which comes first for a moment."""
        self._not_before_s = _now_s() + AFTER_CHANGE_S

    async def failed(self) -> None:
        """End one that failed; another comes after a while."""
        log.warning("the standby failed and is replaced")
        await self._host.drop_standby()
        self._not_before_s = _now_s() + AFTER_FAILURE_S

    async def renew(self, mark: Mark | None) -> None:
        """End one that shows another ward folder than this."""
        if self._host.standby is not None and self._host.standby.mark != mark:
            await self._host.drop_standby()

    async def tend(self) -> None:
        """Have the next session wait behind this one. Where that cannot be now, this one goes on without, and it is tried again."""
        if self._host.standby is not None or _now_s() < self._not_before_s:
            return
        try:
            await self._host.raise_standby()
        except (CompositorFailed, SandboxUnusable, OSError) as error:
            log.warning("there is no standby: %s", error)
            self._notify.status("there is no standby")
            self._not_before_s = _now_s() + AGAIN_AFTER_S


def _now_s() -> float:
    return asyncio.get_running_loop().time()
