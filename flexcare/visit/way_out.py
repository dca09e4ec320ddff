"""Keeps a visit's way out open for as long as the visit runs, and ends the visit when the session no longer wants it."""

from __future__ import annotations

import asyncio
import os
import signal
import socket

from flexcare.visit.admission import ADMISSION_MAX_BYTES, from_line
from flexcare.visit.proxy import Proxy
from flexcare.visit.rules import RuleFaulty


def keep_open(report: socket.socket, child: int, control: int) -> int:
    """Serve the socket that comes through `report` until the process `child` ends; its exit code.

    `control` brings one line, the admission. Its end, a second line, or a line that is none ends the visit.
    """
    listener = _listener(report)
    report.close()
    if listener is None:
        return _code(child)
    return asyncio.run(_serve(listener, child, control))


def _listener(report: socket.socket) -> socket.socket | None:
    _, descriptors, _, _ = socket.recv_fds(report, 16, 1)
    return socket.socket(fileno=descriptors[0]) if descriptors else None


async def _serve(listener: socket.socket, child: int, control: int) -> int:
    proxy = Proxy()
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    pidfd = os.pidfd_open(child)
    loop.add_reader(pidfd, ended.set)
    heard = _Control(proxy, control, ended)
    loop.add_reader(control, heard.hear)
    server = await proxy.serve(listener)
    await ended.wait()
    server.close()
    loop.remove_reader(control)
    loop.remove_reader(pidfd)
    signal.pidfd_send_signal(pidfd, signal.SIGKILL)
    os.close(pidfd)
    return _code(child)


class _Control:
    """What the session says: the admission and, by closing its end, that the visit is over."""

    def __init__(self, proxy: Proxy, control: int, ended: asyncio.Event) -> None:
        self._proxy, self._control, self._ended = proxy, control, ended
        self._text = b""
        self._admitted = False

    def hear(self) -> None:
        data = os.read(self._control, 65536)
        self._text += data
        if not data or self._admitted or len(self._text) > ADMISSION_MAX_BYTES:
            self._ended.set()
        elif self._text.endswith(b"\n"):
            try:
                self._proxy.admission = from_line(self._text)
                self._admitted = True
            except RuleFaulty:
                self._ended.set()


def _code(child: int) -> int:
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code if code >= 0 else 128 - code
