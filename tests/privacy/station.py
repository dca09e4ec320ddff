"""Streams that carry marks, served over loopback by a program of its own: `python -m tests.privacy.station` with a seed on standard input.

It prints its address and serves until standard input ends. Its files never stay: they are read and removed before anything is served.
"""

from __future__ import annotations

import base64
import itertools
import struct
import subprocess
import sys
import tempfile
import threading
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.privacy.markers import mark
from tests.privacy.stores import NUMBERS

SECONDS = 300
ICY_BYTES = 4096
PICTURE_TYPE = 3  # the front cover (FLAC format, METADATA_BLOCK_PICTURE)


def cover(word: str) -> bytes:
    """A small PNG with a word in it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"tEXt", b"Comment\0" + word.encode()) + chunk(b"IDAT", zlib.compress(b"\0abc"))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


def picture_block(picture: bytes) -> str:
    """A picture as a Vorbis comment carries it."""
    mime = b"image/png"
    fields = struct.pack(">II", PICTURE_TYPE, len(mime)) + mime + struct.pack(">IIIIII", 0, 1, 1, 24, 0, len(picture)) + picture
    return base64.b64encode(fields).decode()


def _film(word: str, file: Path) -> list[str]:
    source = ["-f", "lavfi", "-i", f"testsrc=s=160x90:r=10:d={SECONDS}", "-c:v", "mpeg2video", "-b:v", "100k", "-g", "10"]
    return [*source, "-metadata", f"service_name={word}", "-metadata", f"service_provider={word}", "-f", "mpegts", str(file)]


def _radio(word: str, picture: str, file: Path) -> list[str]:
    source = ["-f", "lavfi", "-i", f"sine=440:r=48000:d={SECONDS}", "-c:a", "libopus", "-b:a", "16k"]
    tags = [f"title={word}", f"artist={word}", f"album={word}", f"metadata_block_picture={picture}"]
    return [*source, *itertools.chain.from_iterable(("-metadata", tag) for tag in tags), "-f", "ogg", str(file)]


def _mp3(file: Path) -> list[str]:
    return ["-f", "lavfi", "-i", "sine=440:r=48000:d=60", "-c:a", "libmp3lame", "-b:a", "32k", "-write_xing", "0", "-f", "mp3", str(file)]


def _make(command: Callable[[Path], list[str]]) -> bytes:
    with tempfile.TemporaryDirectory(prefix="flexcare-station-") as folder:
        file = Path(folder, "stream")
        subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-y", *command(file)], check=True, timeout=60)
        return file.read_bytes()


class Station(ThreadingHTTPServer):
    """Serves four streams."""

    daemon_threads = True

    def __init__(self, seed: str) -> None:
        super().__init__(("127.0.0.1", 0), _Host)
        self.words = {name: mark(seed, number) for name, number in NUMBERS.items()}
        self.film = _make(lambda file: _film(self.words["service-name"], file))
        self.radio = _make(lambda file: _radio(self.words["tags"], picture_block(cover(self.words["cover"])), file))
        self.mp3 = _make(_mp3)

    def handle_error(self, request: object, client_address: object) -> None:
        """A player that goes away in the middle is what happens all the time."""


class _Host(BaseHTTPRequestHandler):
    server: Station

    def do_GET(self) -> None:
        words = self.server.words
        path = self.path.partition("?")[0]
        if path == "/film.ts":
            self._send(self.server.film, "video/mp2t")
        elif path == "/radio.ogg":
            self._send(self.server.radio, "application/ogg")
        elif path == "/icy":
            self._icy()
        elif path == "/go":
            self.send_response(302)
            self.send_header("Location", f"/there/{words['redirect']}")
            self.send_header("Set-Cookie", f"planted={words['cookie']}; path=/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif path.startswith("/there/"):
            self._send(self.server.film, "video/mp2t", cookie=words["cookie"])
        else:
            self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the base class's name
        pass

    def _send(self, body: bytes, kind: str, cookie: str = "") -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if cookie:
            self.send_header("Set-Cookie", f"planted={cookie}")
        self.end_headers()
        self.wfile.write(body)

    def _icy(self) -> None:
        """Sound without end, with the title in between (the SHOUTcast way)."""
        word = self.server.words["icy"]
        self.send_response(200)
        for name, value in (("Content-Type", "audio/mpeg"), ("icy-name", word), ("icy-metaint", str(ICY_BYTES))):
            self.send_header(name, value)
        self.end_headers()
        title = f"StreamTitle='{word}';".encode()
        title += bytes(-len(title) % 16)
        sound = itertools.cycle(self.server.mp3)
        while True:
            self.wfile.write(bytes(itertools.islice(sound, ICY_BYTES)) + bytes([len(title) // 16]) + title)


def main() -> int:
    """Serve until standard input ends."""
    station = Station(sys.stdin.readline().strip())
    threading.Thread(target=station.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{station.server_port}", flush=True)
    sys.stdin.read()
    station.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
