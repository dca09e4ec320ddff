"""A real nginx that serves one folder on loopback and counts the bytes of each request and answer."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flexcare.download import DownloadLimits, download
from flexcare.errors import DownloadFailed

START_TRIES = 200

_CONFIGURATION = """
daemon off;
pid {folder}/pid;
error_log {folder}/errors;
events {{ worker_connections 2048; }}
http {{
    log_format counted '$request_length $bytes_sent $uri';
    access_log {folder}/log counted;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server_tokens off;
    server {{ listen 127.0.0.1:{port}; root {root}; }}
}}
"""


@dataclass(frozen=True, slots=True)
class Nginx:
    """Where it serves, and its log."""

    address: str
    log: Path

    def counted(self) -> list[tuple[int, str]]:
        """For each request so far, the bytes of it and of its answer, headers included, and its path."""
        lines = (line.split(" ", 2) for line in self.log.read_text().splitlines())
        return [(int(asked) + int(sent), path) for asked, sent, path in lines]


@contextlib.contextmanager
def nginx(root: Path, folder: Path) -> Iterator[Nginx]:
    """Serve `root`; `folder` is nginx's own. Raises FileNotFoundError where nginx is not installed (Debian: nginx-light)."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin")
    if program is None:
        raise FileNotFoundError("nginx is not installed (Debian: nginx-light)")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (folder / "conf").write_text(_CONFIGURATION.format(folder=folder, root=root, port=port))
    (folder / "log").touch()
    server = subprocess.Popen([program, "-c", str(folder / "conf"), "-e", str(folder / "errors"), "-p", str(folder)])
    try:
        address = f"http://127.0.0.1:{port}/"
        _await(address)
        yield Nginx(address, folder / "log")
    finally:
        server.terminate()
        server.wait(10)


def _await(address: str) -> None:
    for _ in range(START_TRIES):
        try:
            download(f"{address}metadata/timestamp.json", DownloadLimits(10_000, 5))
        except DownloadFailed:
            continue
        return
    raise TimeoutError("nginx does not answer")
