"""What a browser keeps of hosts that want to be spoken to by TLS alone (HSTS, RFC 6797) ends with its visit.

It holds no words, so nothing is searched for: the host itself hears how it is asked. Such a host needs a name and a certificate that is
believed; the name stands in the bed's own /etc/hosts.
"""

from __future__ import annotations

import queue
import socketserver
import threading
from collections.abc import Callable
from contextlib import ExitStack
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from flexcare.session.web_service import AllowEntry
from tests.helpers.authority import Authority
from tests.helpers.bed import NewBed
from tests.helpers.own_network import needs_root
from tests.helpers.web_bed import WebBed
from tests.helpers.web_site import Answer, Pages, WebSite, page

pytestmark = [pytest.mark.long, pytest.mark.timeout(300), needs_root]

NAME = "portal.flexcare.test"
HERE = ("127.0.0.0/8",)
PATIENCE_S = 40.0
HANDSHAKE = b"\x16"
"""RFC 8446, 5.1: the first byte of a connection by TLS."""
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 14\r\nConnection: close\r\n\r\n<h1>Plain</h1>"
KNOWS_THE_NAME = ("unshare", "--mount", "--propagation=slave", "--", "sh", "-ec", 'mount --bind "$0" /etc/hosts; exec "$@"')


class Host:
    """A host that tells how the first connection to it begins, and answers plain HTTP."""

    def __init__(self) -> None:
        self._heard: queue.Queue[bytes] = queue.Queue()
        heard = self._heard

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                line = self.rfile.readline()
                heard.put(line)
                if line.startswith(b"GET "):
                    while self.rfile.readline().strip():
                        pass
                    self.wfile.write(ANSWER)

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()

    def was_asked_by_tls(self) -> bool:
        """How it was first asked."""
        return self._heard.get(timeout=PATIENCE_S).startswith(HANDSHAKE)


def test_the_next_visit_asks_a_host_as_if_it_had_never_been_there(new_bed: NewBed, tmp_path: Path) -> None:
    names = tmp_path / "hosts"
    names.write_text(f"127.0.0.1 localhost {NAME}\n")
    own = Authority()

    def leads_to(host: Host, *, strict: bool) -> Callable[[dict[str, str]], Answer]:
        lead = page("Portal", "<h1>Portal</h1>", f"shown.then(() => {{location = 'http://{NAME}:{host.port}/'}});")
        return lambda _: (HTTPStatus.OK, {"Strict-Transport-Security": "max-age=99999"} if strict else {}, lead)

    with ExitStack() as stack:
        hosts = {name: stack.enter_context(Host()) for name in ("before", "strict", "after")}
        pages: Pages = {f"/{name}": leads_to(host, strict=name == "strict") for name, host in hosts.items()}
        portal = stack.enter_context(WebSite(pages, certificate=own.server(tmp_path / "portal.pem", (NAME,)), host=NAME))
        services = [
            portal.service(name, f"/{name}", also=(AllowEntry("http", NAME, host.port), AllowEntry("https", NAME, host.port)), private=HERE)
            for name, host in hosts.items()
        ]
        web = WebBed(new_bed, services, web_ca=own.pem.decode(), before=(*KNOWS_THE_NAME, str(names)))
        web.start()
        asked = {}
        for name, host in hosts.items():
            web.open(name)
            asked[name] = host.was_asked_by_tls()
            web.home()
    assert asked == {"before": False, "strict": True, "after": False}
