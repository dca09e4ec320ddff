"""The peer of `deploy/bench reset`: Chromium in guest mode, full screen, killed with its whole tree and started again to its first page.

It runs as FlexCare's session does: under our compositor without a GPU, in a user and a pid namespace, with its own sandbox on. Its page
plays a film, as television plays in the session. Its folder stays warm between rounds.
"""

from __future__ import annotations

import http.server
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from flexcare.supervisor.compositor import Compositor
from tests.bench.reset_eye import Area, Eye

HOW_TO_GET = "no peer: Chromium is missing; apt-get install --no-install-recommends chromium brings it"
PAINTED_S = 30.0
FILM = "film.webm"
# Like the head-end's channels: 720p50. Two seconds, looped by the page.
MAKE_FILM = (
    "-f lavfi -i testsrc2=size=1280x720:rate=50:duration=2 -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -row-mt 1 -threads 2 -b:v 2M -an"
)
GROUND = bytes((0x20, 0xC0, 0x40))  # blue, green, red: the page's ground
# Painted: the second of two animation frames begins after the first one was handed to the compositor.
PAGE = b"""<!doctype html><meta charset="utf-8"><title>Welcome</title>
<style>html,body{margin:0;height:100%;background:#40c020;overflow:hidden}video{width:80%}</style>
<h1>Welcome</h1><video src="/film.webm" muted autoplay loop></video>
<script>
const tell = what => fetch("/" + what, {method: "POST"});
requestAnimationFrame(() => requestAnimationFrame(() => tell("painted")));
document.querySelector("video").requestVideoFrameCallback(() => tell("playing"));
</script>
"""


class PeerFailed(RuntimeError):
    """Chromium did not paint its page."""


class _Server(http.server.ThreadingHTTPServer):
    """Serves the page and its film on loopback, and keeps what the page says."""

    daemon_threads = True

    def __init__(self, film: bytes) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.film = film
        self._said = threading.Condition()
        self._words: dict[str, int] = {}

    def say(self, word: str) -> None:
        """Keep what the page said, and when, on the monotonic clock."""
        with self._said:
            self._words.setdefault(word, time.monotonic_ns())
            self._said.notify_all()

    def forget(self) -> None:
        """A new page begins."""
        with self._said:
            self._words.clear()

    def wait(self, word: str) -> int:
        """Wait until the page says this; when it did, in nanoseconds. Raises PeerFailed."""
        with self._said:
            if not self._said.wait_for(lambda: word in self._words, PAINTED_S):
                raise PeerFailed(f"Chromium's page said nothing of '{word}' in {PAINTED_S:.0f} s")
            return self._words[word]


class _Answer(http.server.BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        kind, body = ("video/webm", self.server.film) if self.path == f"/{FILM}" else ("text/html", PAGE)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except ConnectionError:
            self.close_connection = True  # the browser was killed while it fetched

    def do_POST(self) -> None:
        self.server.say(self.path.removeprefix("/"))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_what: object, **_named: object) -> None:
        """Nothing: a bench's output is its table."""


@dataclass(frozen=True)
class Restart:
    """From the kill until the page said that it was painted, and until it was seen on the screen, in milliseconds."""

    said_ms: float
    seen_ms: float


class Peer:
    """Chromium on our screen; `restart` kills and starts it again."""

    def __init__(self, compositor: Compositor, folder: Path, server: _Server) -> None:
        self._compositor = compositor
        self._folder = folder
        self._server = server
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_what: object) -> None:
        self.kill()

    def start(self) -> None:
        """Start Chromium."""
        environment = {**os.environ, **self._compositor.client_environment(), "HOME": str(self._folder), "TMPDIR": str(self._folder)}
        self._process = subprocess.Popen(
            self._command(), env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def kill(self) -> None:
        """Kill the first process of Chromium's pid namespace, and with it everything in there, and wait until it is gone."""
        process, self._process = self._process, None
        if process is None:
            return
        for child in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split():
            os.kill(int(child), signal.SIGKILL)
        process.wait(PAINTED_S)

    def restart(self, eye: Eye) -> Restart:
        """Kill it while its film plays, start it, and wait until the page is on the screen. Raises PeerFailed, NotPainted."""
        self._server.wait("playing")
        killed = time.monotonic_ns()
        self.kill()
        self._server.forget()
        self.start()
        eye.wait(lambda picture: not _is_page(picture), PAINTED_S)
        seen = eye.wait(_is_page, PAINTED_S)
        return Restart(said_ms=(self._server.wait("painted") - killed) / 1e6, seen_ms=(seen - killed) / 1e6)

    def _command(self) -> list[str]:
        runtime, folder = str(self._compositor.runtime_folder), str(self._folder)
        port = self._server.server_port
        sandbox = "bwrap --die-with-parent --unshare-user --uid 1000 --gid 1000 --unshare-pid --unshare-ipc"
        files = "--ro-bind / / --dev /dev --proc /proc --tmpfs /tmp --tmpfs /dev/shm"
        # Debian's launcher is passed by: it is a shell script that costs a few hundredths of a second.
        program = "/usr/lib/chromium/chromium" if Path("/usr/lib/chromium/chromium").exists() else "chromium"
        options = "--guest --kiosk --no-first-run --no-default-browser-check --ozone-platform=wayland --password-store=basic"
        return [
            *(*sandbox.split(), *files.split()),
            *("--bind", runtime, runtime, "--bind", folder, folder, "--"),
            *(program, *options.split(), f"--user-data-dir={folder}/profile", f"http://127.0.0.1:{port}/"),
        ]


@contextmanager
def peer(compositor: Compositor) -> Iterator[Peer]:
    """A peer on this screen, with its film and its server."""
    with tempfile.TemporaryDirectory(prefix="flexcare-peer-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        film = folder / FILM
        subprocess.run(["ffmpeg", "-v", "error", "-y", *MAKE_FILM.split(), str(film)], check=True, stdin=subprocess.DEVNULL)
        with _Server(film.read_bytes()) as server:
            thread = threading.Thread(target=server.serve_forever, name="peer-page")
            thread.start()
            try:
                with Peer(compositor, folder, server) as running:
                    yield running
            finally:
                server.shutdown()
                thread.join()


def is_here() -> bool:
    """Whether this machine has the peer."""
    return shutil.which("chromium") is not None


def measure(compositor: Compositor, rounds: int) -> list[Restart]:
    """Kill and restart the peer so often, after a first round that warms the disk's cache."""
    screen = compositor.screen
    # The lower right corner shows nothing but the page's ground.
    corner = Area(screen.width - 40, screen.height - 40, 8, 8)
    with peer(compositor) as running, Eye(compositor.runtime_folder / compositor.display, corner) as eye:
        running.start()
        return [running.restart(eye) for _ in range(rounds + 1)][1:]


def _is_page(picture: bytes) -> bool:
    return picture[:3] == GROUND
