"""Short films in known colours, made once by ffmpeg and served over loopback HTTP."""

from __future__ import annotations

import subprocess
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

COLOURS = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "yellow": (255, 255, 0), "white": (255, 255, 255)}


@dataclass(frozen=True)
class Film:
    """What to make: a lavfi picture source, seconds, the peak of its tone (0: no sound), ffmpeg's pixel format and more of its options."""

    picture: str
    seconds: int = 20
    tone: float = 0.125
    pixels: str = "yuv420p"
    options: tuple[str, ...] = ()

    def make(self, file: Path) -> None:
        sound = ["-f", "lavfi", "-i", f"sine=440:r=48000,volume={self.tone * 8}"] if self.tone else []
        coded = ["-c:v", "libx264", "-preset", "ultrafast", "-g", "25", "-pix_fmt", self.pixels, *self.options]
        command = ["ffmpeg", "-v", "error", "-nostdin", "-y", "-f", "lavfi", "-i", self.picture, *sound]
        subprocess.run(
            [*command, "-t", str(self.seconds), *coded, "-c:a", "mp2", "-b:a", "192k", "-f", "mpegts", str(file)], check=True, timeout=100
        )


def plain(colour: str, size: str = "320x180") -> Film:
    return Film(f"color={colour}:s={size}:r=25")


def stripes(width: int, height: int, *, full_range: bool = False) -> Film:
    """A red, a lime and a blue upright stripe of the same width, in BT.709 from 720 lines on, else in BT.601."""
    third = width // 3
    draw = f"drawbox=x={third}:w={third}:h=ih:c=lime:t=fill,drawbox=x={2 * third}:w={width - 2 * third}:h=ih:c=blue:t=fill"
    matrix = "bt709" if height >= 720 else "smpte170m"
    scale = f"scale=out_color_matrix={matrix}:out_range={'full' if full_range else 'limited'}"
    pixels = "yuvj420p" if full_range else "yuv420p"
    return Film(f"color=red:s={width}x{height}:r=25,format=gbrp,{draw},{scale},format={pixels}", 4, pixels=pixels)


class Cinema(ThreadingHTTPServer):
    """Serves films and small texts; `redirects` answers a path with a `Location`."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Usher)
        self.folder = folder
        self.texts: dict[str, bytes] = {}
        self.redirects: dict[str, str] = {}
        self.seen: list[tuple[str, str, str]] = []
        """Path, user agent and referrer of each request."""
        self._made: dict[Film, str] = {}
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/{path}"

    def show(self, film: Film) -> str:
        """The address of this film, which is made at the first time."""
        if film not in self._made:
            name = f"film{len(self._made)}.ts"
            film.make(self.folder / name)
            self._made[film] = name
        return self.address(self._made[film])

    def end(self) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A player that goes away in the middle is what happens all the time."""


class _Usher(BaseHTTPRequestHandler):
    server: Cinema

    def do_GET(self) -> None:
        name = self.path.lstrip("/")
        self.server.seen.append((name, self.headers.get("User-Agent", ""), self.headers.get("Referer", "")))
        if name in self.server.redirects:
            self.send_response(302)
            self.send_header("Location", self.server.redirects[name])
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        file = self.server.folder / name
        body = self.server.texts.get(name) or (file.read_bytes() if file.is_file() else None)
        self.send_response(200 if body is not None else 404)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the base class's name
        pass
