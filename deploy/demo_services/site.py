"""Serves the demo's kitchen and ward over loopback, and one host that cannot prove who it is."""

from __future__ import annotations

import datetime
import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from deploy.demo_services import pages
from deploy.demo_services.document import document
from deploy.demo_services.words import DISHES, LEAFLETS, WORDS, language_of

HOST = "127.0.0.1"
COOKIE = "dinner"
HTML = "text/html; charset=utf-8"
BODY_MAX_BYTES = 64 * 1024


Places = dict[str, tuple[float, float]]
TELLS = b"""<script>addEventListener('pageshow', () => requestAnimationFrame(() => requestAnimationFrame(() => {
const top = screen.height - innerHeight * devicePixelRatio, places = {};
for (const part of document.querySelectorAll('[id]')) {
  const r = part.getBoundingClientRect();
  places[part.id] = [(r.left + r.width / 2) * devicePixelRatio, top + (r.top + r.height / 2) * devicePixelRatio];
}
fetch('/places', {method: 'POST', body: JSON.stringify({path: location.pathname, places})});
})));</script>"""
"""Has a page tell where its parts are on the screen, once it is painted: under the visit's frame it has all of the rest."""


class Seen:
    """Pages that have come, and where their parts are on the screen, for whoever looks on."""

    def __init__(self) -> None:
        self._came = threading.Condition()
        self._pages: dict[str, Places] = {}

    def note(self, path: str, places: Places) -> None:
        """A page has come."""
        with self._came:
            self._pages[path] = places
            self._came.notify_all()

    def await_page(self, path: str, patience_s: float) -> Places | None:
        """Wait until this page has come since this was last called; where its parts are, None if it does not come."""
        with self._came:
            self._came.wait_for(lambda: path in self._pages, patience_s)
            found = self._pages.get(path)
            self._pages.clear()
            return found


@dataclass(frozen=True)
class DemoServices:
    """Where they are: the kitchen's and ward's port, that of a host with a certificate of its own making, and one that is closed."""

    port: int
    untrusted_port: int
    closed_port: int
    seen: Seen | None


class _Pages(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        language = language_of(self.headers.get("Accept-Language", ""))
        cookies = SimpleCookie(self.headers.get("Cookie", ""))
        chosen = cookies[COOKIE].value if COOKIE in cookies else ""
        folder, _, name = path.strip("/").rpartition("/")
        if path == "/meals/":
            self._send(pages.menu(language, chosen, f"http://localhost:{self.server.server_port}/supplier/"))
        elif folder == "meals/dish" and name in DISHES:
            self._send(pages.dish(language, name))
        elif path == "/meals/thanks" and chosen in DISHES:
            self._send(pages.thanks(language, chosen))
        elif path == "/hungry/":
            self._send(pages.hungry(language))
        elif path == "/leaflets/":
            self._send(pages.leaflets(language))
        elif folder == "leaflets" and name.removesuffix(".pdf") in LEAFLETS:
            words = WORDS[language if language != "ar" else "en"]
            if self.server.seen is not None:
                self.server.seen.note(path, {})
            self._send(document(words[name.removesuffix(".pdf")], (words["dinner"], words["until"])), "application/pdf")
        else:
            self._send(b"", status=HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        length = min(BODY_MAX_BYTES, int(self.headers.get("Content-Length", "0")))
        body = self.rfile.read(length).decode("utf-8", "replace")
        if self.path == "/places" and self.server.seen is not None:
            told = json.loads(body)
            self.server.seen.note(told["path"], {name: (x, y) for name, (x, y) in told["places"].items()})
            self._send(b"")
            return
        wanted = parse_qs(body).get("dish", [""])[0]
        if urlsplit(self.path).path != "/meals/order" or wanted not in DISHES:
            self._send(b"", status=HTTPStatus.NOT_FOUND)
            return
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", "/meals/thanks")
        self.send_header("Set-Cookie", f"{COOKIE}={wanted}; Path=/meals/; HttpOnly; SameSite=Strict")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """What somebody eats is nobody's business."""

    def _send(self, body: bytes, kind: str = HTML, *, status: HTTPStatus = HTTPStatus.OK) -> None:
        if kind == HTML and body and self.server.seen is not None:
            body += TELLS
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, seen: Seen | None) -> None:
        super().__init__((HOST, 0), _Pages)
        self.seen = seen

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that does not trust a host goes away in the middle."""


def own_certificate(file: Path) -> Path:
    """A certificate that nobody has signed but itself, for a day, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.datetime.now(datetime.UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
    form = serialization.PrivateFormat.PKCS8
    secret = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    file.write_bytes(secret + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    return file


@contextmanager
def demo_services(folder: Path, seen: Seen | None = None) -> Iterator[DemoServices]:
    """Serve while the context lasts; `folder` gets a certificate. With `seen`, pages tell that they have come."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own_certificate(folder / "services.pem"))
    with ExitStack() as stack:
        plain = _served(stack, seen)
        untrusted = _served(stack, seen, context)
        with _Server(seen) as gone:
            closed = gone.server_port
        yield DemoServices(plain, untrusted, closed, seen)


def _served(stack: ExitStack, seen: Seen | None, context: ssl.SSLContext | None = None) -> int:
    server = _Server(seen)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, name="demo services", daemon=True)
    thread.start()
    stack.callback(thread.join)
    stack.callback(server.server_close)
    stack.callback(server.shutdown)
    return server.server_port
