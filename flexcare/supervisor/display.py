"""The screen as the supervisor has it: a compositor of its own, started again when it dies, and what it shows."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import shutil
from collections.abc import Callable, Coroutine
from pathlib import Path

from flexcare.errors import CompositorFailed
from flexcare.supervisor.apart import OwnCompositor
from flexcare.supervisor.compositor import Backend, Compositor, Screen
from flexcare.supervisor.sway import Sway
from flexcare.supervisor.workspaces import RULES, Workspaces

log = logging.getLogger(__name__)

TRIES = 5
PAUSE_S = 1.0


class Display:
    """One output. `owns(pid, slot)` says whose window one is; the compositor's files lie in `folder`.

    own: where the machine runs the compositor, the folder of that.
    """

    def __init__(self, screen: Screen, backend: Backend, folder: Path, owns: Callable[[int, int], bool], own: Path | None = None) -> None:
        self.screen = screen
        self._backend = backend
        self._folder = folder
        self._owns = owns
        self._own = own
        self._compositor: Compositor | OwnCompositor | None = None
        self._workspaces: Workspaces | None = None
        self._watching: asyncio.Task[None] | None = None
        self._death = -1
        self._on_death: Callable[[], None] = lambda: None

    @property
    def socket(self) -> Path:
        """The Wayland socket for a new session. Raises CompositorFailed where there is none."""
        if self._compositor is None:
            raise CompositorFailed("there is no compositor")
        return self._compositor.socket

    @property
    def ipc_socket(self) -> str:
        """Where the compositor takes commands. Raises CompositorFailed where there is none."""
        if self._compositor is None:
            raise CompositorFailed("there is no compositor")
        return self._compositor.ipc_socket

    def environment(self) -> dict[str, str]:
        """The variables that make a Qt program a client of this screen. Raises CompositorFailed where there is none."""
        if self._compositor is None:
            raise CompositorFailed("there is no compositor")
        return self._compositor.client_environment()

    @property
    def is_alive(self) -> bool:
        """Whether the compositor runs."""
        return self._compositor is not None and self._compositor.is_alive

    async def open(self, on_death: Callable[[], None]) -> None:
        """Start the compositor with an empty screen. Raises CompositorFailed."""
        self._on_death = on_death
        await self._start()

    async def reopen(self) -> None:
        """Start it again after its death, several times if need be. Raises CompositorFailed where that does not help."""
        self.close()
        for _ in range(TRIES - 1):
            try:
                return await self._start()
            except CompositorFailed as error:
                log.error("%s", error)
                self.close()
                await asyncio.sleep(PAUSE_S)
        return await self._start()

    async def see_to_it_that_it_answers(self) -> None:
        """Ask the compositor for nothing. One that does not answer is killed, which is then told like any other death."""
        try:
            await self._driven.ask()
        except CompositorFailed as error:
            log.error("%s", error)
            if self._compositor is not None:
                self._compositor.kill()

    async def cover(self) -> None:
        """Show nothing. Raises CompositorFailed."""
        await self._driven.cover()

    async def show(self, slot: int) -> None:
        """Show the session in this slot and nothing else. Raises CompositorFailed."""
        await self._driven.show(slot)

    async def turn(self, slot: int, *, visiting: bool) -> None:
        """Show the visit of the session in this slot in its place, or the session again. Raises CompositorFailed."""
        await self._driven.turn(slot, visiting=visiting)

    async def show_staff(self) -> None:
        """Show the staff program and nothing else. Raises CompositorFailed."""
        await self._driven.show_staff()

    async def forget(self) -> None:
        """Keep nothing of what the windows that are gone were called. Raises CompositorFailed."""
        workspaces, watching = self._driven, self._watching
        fresh = await Sway.connect(self.ipc_socket)
        if watching is not None:
            watching.cancel()
        try:
            await workspaces.forget(fresh)
        except CompositorFailed:
            fresh.close()
            raise
        finally:
            self._watching = asyncio.create_task(self._watch(workspaces, self.ipc_socket, workspaces.go_on_watching))

    def close(self) -> None:
        """End the compositor and everything that it shows."""
        if self._watching is not None:
            self._watching.cancel()
            self._watching = None
        if self._death >= 0:
            asyncio.get_running_loop().remove_reader(self._death)
            os.close(self._death)
            self._death = -1
        if self._workspaces is not None:
            self._workspaces.close()
            self._workspaces = None
        if self._compositor is not None:
            self._compositor.stop()
            self._compositor = None

    @property
    def _driven(self) -> Workspaces:
        if self._workspaces is None:
            raise CompositorFailed("there is no compositor")
        return self._workspaces

    async def _start(self) -> None:
        self._compositor = self._made()
        # In this thread, because a compositor of ours dies with the thread that started it.
        self._compositor.start()
        self._death = self._compositor.death()
        asyncio.get_running_loop().add_reader(self._death, self._note_death)
        ipc = self._compositor.ipc_socket
        self._workspaces = Workspaces(await Sway.connect(ipc), await Sway.connect(ipc), self._owns)
        self._watching = asyncio.create_task(self._watch(self._workspaces, ipc, self._workspaces.watch))

    def _made(self) -> Compositor | OwnCompositor:
        if self._own is not None:
            return OwnCompositor(self._own)
        # What a supervisor that was killed left there.
        shutil.rmtree(self._folder, ignore_errors=True)
        return Compositor(self.screen, self._backend, folder=self._folder, rules=RULES)

    async def _watch(self, workspaces: Workspaces, ipc: str, begin: Callable[[], Coroutine[None, None, None]]) -> None:
        """Watch for as long as the compositor lives: it hangs up on whoever does not read as fast as windows change."""
        with contextlib.suppress(CompositorFailed):
            await begin()
            while self.is_alive:
                log.warning("the compositor hung up and is watched anew")
                await workspaces.watch_anew(await Sway.connect(ipc))

    def _note_death(self) -> None:
        asyncio.get_running_loop().remove_reader(self._death)
        self._on_death()
