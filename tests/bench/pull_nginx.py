"""The web server of `deploy/bench pull`: nginx with one process of its own, on loopback, that tells what it sent and how long it worked."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HOW_TO_GET = "nginx is missing: apt-get install -y --no-install-recommends nginx-light"
STARTED_S = 10.0
LOGGED_S = 10.0
# A plain static server: nothing but the folder and the log is set.
CONFIGURATION = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 4096; }}
http {{
    log_format bytes '$uri $status $bytes_sent $request_length';
    access_log {folder}/access.log bytes;
    sendfile on;
    default_type application/octet-stream;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port} backlog=4096;
        root {root};
        location = /logged {{ return 204; }}
    }}
    server {{
        listen 127.0.0.1:{quiet_port} backlog=4096;
        root {root};
        access_log off;
    }}
}}
"""


@dataclass(frozen=True, slots=True)
class Wire:
    """What went over the wire: requests, and their and the answers' bytes with the headers of HTTP, without those of TCP and IP."""

    requests: int
    total_bytes: int


class Nginx:
    """A running nginx. `address` is logged, `quiet_address` is not."""

    def __init__(self, folder: Path, port: int, quiet_port: int, process: subprocess.Popen[bytes]) -> None:
        self.address = f"http://127.0.0.1:{port}/"
        self.quiet_address = f"http://127.0.0.1:{quiet_port}/"
        self._port = port
        self._log = folder / "access.log"
        self._process = process
        self._read_to = 0

    def cpu_s(self) -> float:
        """The processor time that it has used so far, in steps of a clock tick."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def wire(self) -> Wire:
        """What went over the wire since this was asked last. It asks for one thing more, which the log tells after all others."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=LOGGED_S)
        connection.request("GET", "/logged")
        connection.getresponse().read()
        connection.close()
        until = time.monotonic() + LOGGED_S
        while True:
            found = self._log.read_text().splitlines()[self._read_to :]
            if found and found[-1].startswith("/logged "):
                break
            if time.monotonic() > until:
                raise TimeoutError("nginx does not write its log")
            time.sleep(0.01)
        self._read_to += len(found)
        sizes = [line.split()[-2:] for line in found[:-1]]
        return Wire(len(sizes), sum(int(sent) + int(asked) for sent, asked in sizes))


def is_here() -> bool:
    """Whether this machine has nginx."""
    return shutil.which("nginx", path=_path()) is not None


@contextlib.contextmanager
def nginx(folder: Path, root: Path) -> Iterator[Nginx]:
    """Serve `root` with nginx while the context lasts; `folder` is its own."""
    folder.mkdir()
    port, quiet_port = _free_ports(2)
    (folder / "nginx.conf").write_text(CONFIGURATION.format(folder=folder, root=root, port=port, quiet_port=quiet_port))
    command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    process = subprocess.Popen(command, env={**os.environ, "PATH": _path()}, stdin=subprocess.DEVNULL)
    try:
        _wait_until_it_listens(process, port, folder)
        yield Nginx(folder, port, quiet_port, process)
    finally:
        process.terminate()
        process.wait()


def _path() -> str:
    """Debian puts nginx where a plain user does not look."""
    return f"{os.environ.get('PATH', '')}:/usr/sbin"


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def _wait_until_it_listens(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    until = time.monotonic() + STARTED_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=STARTED_S).close()
        except ConnectionRefusedError:
            log = folder / "error.log"
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"nginx did not start: {log.read_text() if log.exists() else ''}") from None
            time.sleep(0.01)
        else:
            return
