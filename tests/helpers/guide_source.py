"""A guide's source on a real web server: XMLTV that a test changes, with ETag, Last-Modified, and everything that can go wrong."""

from __future__ import annotations

import email.utils
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tests.helpers.hostile_server import Answering, HostileServer, hostile_server

NAME = "guide.xml"


def xmltv(title: str = "Morgen", *, start_s: int, channel: str = "one.demo", name: str = "One", hours: int = 4) -> bytes:
    """A guide of one channel: programmes of an hour, numbered."""
    shows = "".join(
        f'<programme start="{_moment(start_s + 3600 * hour)}" stop="{_moment(start_s + 3600 * (hour + 1))}" channel="{channel}">'
        f"<title>{title} {hour}</title></programme>"
        for hour in range(hours)
    )
    return f'<?xml version="1.0"?><tv><channel id="{channel}"><display-name>{name}</display-name></channel>{shows}</tv>'.encode()


def _moment(at_s: int) -> str:
    return datetime.fromtimestamp(at_s, UTC).strftime("%Y%m%d%H%M%S +0000")


class GuideServer:
    """Serves `put` guides conditionally. `statuses` are the answers so far; `wrong` is the server's."""

    def __init__(self, server: HostileServer) -> None:
        self._server = server
        self.statuses: list[int] = []
        self.wrong = server.wrong

    def address(self, name: str = NAME) -> str:
        return f"{self._server.address}{name}"

    @property
    def asked(self) -> list[str]:
        return self._server.asked

    def put(self, data: bytes, name: str = NAME, *, encoding: str = "", tag: bool = True) -> None:
        """Serve this from now on, by ETag or, without, by Last-Modified."""
        digest = hashlib.sha256(data).hexdigest()
        modified = email.utils.formatdate(1_700_000_000 + int(digest[:6], 16), usegmt=True)

        def answer(request: Answering) -> None:
            own = f'"{digest[:16]}"' if tag else ""
            known = request.headers.get("If-None-Match") == own if tag else request.headers.get("If-Modified-Since") == modified
            self.statuses.append(304 if known else 200)
            request.send_response(304 if known else 200)
            request.send_header("ETag" if tag else "Last-Modified", own if tag else modified)
            if encoding:
                request.send_header("Content-Encoding", encoding)
            request.send_header("Content-Length", "0" if known else str(len(data)))
            request.end_headers()
            if not known:
                request.wfile.write(data)

        self.wrong[name] = answer


@contextmanager
def guide_server(folder: Path) -> Iterator[GuideServer]:
    with hostile_server(folder) as server:
        yield GuideServer(server)
