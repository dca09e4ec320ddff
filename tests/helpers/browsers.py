"""Two browsers for attempts to get out of: the real visit in a real session's sandbox, and a naive one. Both under a compositor of ours."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Hospital, Offer
from flexcare.session.sandbox import Sandbox, checkout, installed_code
from flexcare.session.settings import SessionSettings
from flexcare.session.ward_writer import write_ward
from flexcare.session.web_service import AllowEntry, TurnHost, WebService
from flexcare.supervisor.compositor import Compositor
from flexcare.visit.enclosed import PROXY_HOST, PROXY_PORT
from kiosk.web.rules import admission_of
from kiosk.web.words import Look, Open, encode
from tests.helpers.hostile_site import HOST, HostileSite
from tests.helpers.sandboxed import Inside, Running

PATIENCE_S = 40.0
STARTS = 3
SETTINGS = SessionSettings(memory_mib=3072, tasks_max=2048, writable_mib=128)
SHADES = 8
PRIVATE = ("127.0.0.0/8", "::1/128")
RECORDER = '#!/bin/sh\nprintf "%s\\n" "$*" >> "$HOME/opened"\n'

SESSION = """
import sys
from flexcare.visit.admission import from_line
from flexcare.visit.enclosure import start
wire, eye, line, *command = sys.argv[1:]
visit = start([sys.executable, "-P", "-m", "tests.helpers.watched_visit", eye, "--wire", wire, *command], [int(wire), int(eye)])
visit.admit(from_line(line.encode()))
print("ended", visit.process.wait())
"""


class Eye:
    """The test's end of an onlooker's socket."""

    def __init__(self) -> None:
        self.near, self.far = socket.socketpair()
        self._text = b""

    def ask(self, timeout_s: float, **order: object) -> dict[str, Any] | None:
        """Give an order and hear what has come to be since; None where nobody answers in time."""
        try:
            self.near.sendall(json.dumps(order).encode() + b"\n")
        except OSError:
            return None
        give_up_at_s = time.monotonic() + timeout_s
        while b"\n" not in self._text:
            left_s = give_up_at_s - time.monotonic()
            if left_s <= 0 or not select.select([self.near], [], [], left_s)[0]:
                return None
            try:
                data = self.near.recv(65536)
            except ConnectionResetError:
                return None
            if not data:
                return None
            self._text += data
        line, _, self._text = self._text.partition(b"\n")
        told: dict[str, Any] = json.loads(line)
        return told

    def close(self) -> None:
        self.near.close()
        self.far.close()


class Browser:
    """What both have. `go` shows the listed server's root."""

    def __init__(self) -> None:
        self.eye = Eye()

    def go(self) -> None:
        raise NotImplementedError

    def restart(self) -> None:
        """Begin anew, as somebody from IT would."""
        raise NotImplementedError

    @property
    def is_alive(self) -> bool:
        raise NotImplementedError

    def homes(self) -> list[Path]:
        """Places where a program that it opened would have left its name."""
        raise NotImplementedError

    def close(self) -> None:
        self.eye.close()

    def ask(self, timeout_s: float = 5.0, **order: object) -> dict[str, Any] | None:
        """Ask the onlooker."""
        return self.eye.ask(timeout_s, **order)

    def opened(self) -> list[str]:
        """What it has started other programs with since this was asked last."""
        found = []
        for home in self.homes():
            with contextlib.suppress(OSError):
                found += (home / "opened").read_text().splitlines()
                (home / "opened").unlink()
        return found


def recorder(folder: Path) -> Path:
    """A program that notes what it is started with."""
    place = folder / "programs"
    place.mkdir(exist_ok=True)
    for name in ("xdg-open", "x-www-browser", "www-browser", "firefox", "xdg-email"):
        (place / name).write_text(RECORDER)
        (place / name).chmod(0o755)
    return place / "xdg-open"


def service(site: HostileSite, relays: tuple[TurnHost, ...] = ()) -> WebService:
    """The listed server as a web service; the one with the bad certificate is listed as well."""
    allow = (AllowEntry("http", HOST, site.ports["listed"]), AllowEntry("https", HOST, site.ports["untrusted"]))
    return WebService(
        "meals", {"en": "Meals"}, f"{site.listed}/", allow, {"en": "Order a meal"}, private=PRIVATE if relays else (), turn=relays
    )


class OurVisit(Browser):
    """The visit program, enclosed, in a session's sandbox, opened as a session opens it."""

    running: Running
    wire: socket.socket

    def __init__(
        self, site: HostileSite, compositor: Compositor, folder: Path, *, memory_mib: int = 1024, relays: tuple[TurnHost, ...] = ()
    ) -> None:
        super().__init__()
        self._stack = contextlib.ExitStack()
        self._service = service(site, relays)
        self._memory_mib = memory_mib
        ward = folder / "ward"
        channel = Channel(1, "One", Stream("udp://@239.1.1.1:5000"))
        write_ward(ward, Offer(Hospital("Test hospital"), (channel,), services=(self._service,)), {})
        code = dict.fromkeys((*installed_code("tests", "deploy"), checkout() / "tests"))
        extra = ((recorder(folder), Path("/usr/bin/xdg-open")),)
        self._sandbox = replace(Sandbox(ward, compositor.socket, SETTINGS, tuple(code)), extra=extra)
        try:
            self.restart()
        except BaseException:
            # What is left open would be held against another test.
            self.close()
            raise

    def restart(self) -> None:
        self.close()
        self.eye = Eye()
        self._stack.callback(self.eye.close)
        self.wire, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._stack.callback(self.wire.close)
        self.wire.settimeout(PATIENCE_S)
        inside = Inside(self._sandbox)
        self._stack.callback(inside.close)
        line = admission_of(self._service).to_line().decode()
        words = ["--ward", "/ward", "--proxy", f"{PROXY_HOST}:{PROXY_PORT}", "--memory", str(self._memory_mib)]
        with theirs, self.eye.far:
            ends = [theirs.fileno(), self.eye.far.fileno()]
            self.running = inside.start_python(SESSION, *map(str, ends), line, *words, pass_fds=ends)
        self._await_word("standing")

    def ask(self, timeout_s: float = PATIENCE_S, **order: object) -> dict[str, Any] | None:
        return super().ask(timeout_s, **order)

    def go(self) -> None:
        """Have the session's word come once more, with whatever was asked before answered."""
        self.ask(go="")
        self.wire.send(encode(Open("meals", Look())))

    @property
    def is_alive(self) -> bool:
        return not self.running.codes

    def homes(self) -> list[Path]:
        return list(Path(f"/proc/{self.running.launched.init_pid}/root/tmp").glob("visit-*"))

    def close(self) -> None:
        super().close()
        self._stack.close()

    def _await_word(self, kind: str) -> None:
        while json.loads(self.wire.recv(4096) or b"{}").get("type") != kind:
            assert self.is_alive, self.running.end()


class NaiveBrowser(Browser):
    """A plain WebEngineView, started again where it has ended."""

    def __init__(self, site: HostileSite, compositor: Compositor, folder: Path) -> None:
        super().__init__()
        self._site, self._compositor, self._folder = site, compositor, folder
        self._home = folder / "naive-home"
        self._home.mkdir(exist_ok=True)
        self._said = folder / "naive-said"
        self._process: subprocess.Popen[bytes] | None = None
        self.restart()

    def restart(self) -> None:
        # It is the peer, not what is tried: where its engine ends while it starts (seen once in some thousand), it is started again.
        for _ in range(STARTS):
            process = self._start()
            if self.ask(PATIENCE_S) is not None:
                return
            process.wait(PATIENCE_S)
        raise AssertionError(f"{process.returncode}: {self._said.read_text()[-2000:]}")

    def _start(self) -> subprocess.Popen[bytes]:
        self.close()
        self.eye = Eye()
        programs = recorder(self._folder).parent
        places = {"HOME": str(self._home), "PATH": f"{programs}:{os.environ['PATH']}", "PYTHONPATH": str(checkout())}
        environment = {**os.environ, **self._compositor.client_environment(), **places}
        command = [sys.executable, "-P", "-X", "faulthandler", "-m", "tests.helpers.naive_visit", str(self.eye.far.fileno())]
        with self.eye.far, self._said.open("wb") as said:
            self._process = subprocess.Popen(command, env=environment, pass_fds=[self.eye.far.fileno()], stdout=said, stderr=said)
        return self._process

    def go(self) -> None:
        if not self.is_alive or self.ask(5.0, go=f"{self._site.listed}/") is None:
            self.restart()
            self.ask(PATIENCE_S, go=f"{self._site.listed}/")

    @property
    def is_alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def homes(self) -> list[Path]:
        return [self._home]

    def close(self) -> None:
        super().close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()


def windows(compositor: Compositor) -> list[str]:
    """The names of all windows that a compositor shows."""
    command = ["swaymsg", "--socket", compositor.ipc_socket, "--raw", "--type", "get_tree"]
    tree = json.loads(subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE_S).stdout)

    def below(node: dict[str, Any]) -> Iterator[str]:
        if node.get("pid"):
            yield str(node.get("name"))
        for child in (*node.get("nodes", ()), *node.get("floating_nodes", ())):
            yield from below(child)

    return list(below(tree))


def type_keys(compositor: Compositor, words: str) -> None:
    """Press keys of a real keyboard, in wtype's words; plain text is typed."""
    command = ["wtype", *shlex.split(words)]
    subprocess.run(command, check=True, env={**os.environ, **compositor.client_environment()}, timeout=PATIENCE_S)


def picture(compositor: Compositor, place: str) -> bytes:
    """What a part of the screen (`X,Y WxH`) shows."""
    environment = {**os.environ, **compositor.client_environment()}
    return subprocess.run(
        ["grim", "-t", "ppm", "-g", place, "-"], check=True, capture_output=True, env=environment, timeout=PATIENCE_S
    ).stdout


def alike(one: bytes, other: bytes) -> bool:
    """Whether two pictures of the same place show the same. A drawing that is made anew may differ by a shade."""
    return len(one) == len(other) and max(abs(a - b) for a, b in zip(one, other, strict=True)) <= SHADES
