"""A web service that turned hostile, and the strangers it would like to reach, all on loopback.

One host and port is listed for the visit; strangers are other ports and other spellings of the host. Whatever a stranger hears is an
escape. A page of an attempt tells the listed server how far it came.
"""

from __future__ import annotations

import datetime
import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "127.0.0.1"

PRELUDE = """
const S = '{stranger}', L = location.origin, BAD = '{untrusted}', UDP = {udp}, PORT = {port}, TOKEN = '{token}';
const words = (what, more) => ({{method: 'POST', body: JSON.stringify({{token: TOKEN, what, ...more}}), keepalive: true}});
const tell = (what, more) => fetch('{listed}/told', words(what, more));
const got = word => tell('got', {{word: String(word)}});
const pause = ms => new Promise(f => setTimeout(f, ms));
const within = (promise, ms = 700) => Promise.race([promise, pause(ms)]);
const add = (tag, more) => document.body.appendChild(Object.assign(document.createElement(tag), more));
const link = more => {{ const a = document.getElementById('t'); Object.assign(a, more); return a; }};
const shown = () => new Promise(f => requestAnimationFrame(() => requestAnimationFrame(f)));
const touched = () => new Promise(async f => {{
  await shown(); addEventListener('click', () => {{ tell('touched'); f(); }}, {{once: true, capture: true}}); tell('ready');
}});
const keyed = () => new Promise(async f => {{
  await shown(); document.getElementById('t').focus(); addEventListener('keydown', () => setTimeout(f, 300), {{once: true}});
  setTimeout(f, 2000); tell('ready');
}});
"""

PAGE = """<!doctype html><html lang=en><meta charset=utf-8><title>{name}</title>{head}
<style>html, body {{ margin: 0; height: 100%; background: #fff }}
#t {{ display: block; width: 100%; height: 100%; position: fixed; inset: 0 }}</style>
<body><a id=t tabindex=0></a>{body}<script>{prelude}
addEventListener('load', async () => {{
  try {{ await (async () => {{ {script} }})(); }} catch (error) {{ await within(tell('failed', {{word: String(error)}})); }}
  await pause(150); tell('done');
}});</script></body></html>"""


@dataclass(frozen=True)
class Heard:
    """Something that reached a server: by which way, and what in words."""

    way: str
    word: str


@dataclass
class HostileSite:
    """The servers. `show` sets what the listed one has at its root."""

    heard: list[Heard] = field(default_factory=list)
    told: list[dict[str, Any]] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)
    ports: dict[str, int] = field(default_factory=dict)
    _page: bytes = b""
    _headers: dict[str, str] = field(default_factory=dict)
    _token: str = ""
    _number: int = 0

    @property
    def listed(self) -> str:
        return f"http://{HOST}:{self.ports['listed']}"

    @property
    def stranger(self) -> str:
        return f"http://{HOST}:{self.ports['stranger']}"

    @property
    def untrusted(self) -> str:
        return f"https://{HOST}:{self.ports['untrusted']}"

    def show(self, name: str, script: str, *, head: str = "", body: str = "", headers: dict[str, str] | None = None) -> str:
        """Put an attempt at the root; the token that its words carry. What was heard and told before is forgotten."""
        names = {"listed": self.listed, "stranger": self.stranger, "untrusted": self.untrusted, "udp": self.ports["udp"]}
        with self.changed:
            self._number += 1
            self._token = str(self._number)
            prelude = PRELUDE.format(**names, port=self.ports["listed"], token=self._token)
            head, body = (text.replace("{S}", self.stranger).replace("{L}", self.listed) for text in (head, body))
            self._page = PAGE.format(name=name, head=head, body=body, prelude=prelude, script=script).encode()
            self._headers = {key: value.replace("{S}", self.stranger) for key, value in (headers or {}).items()}
            self.heard.clear()
            self.told.clear()
        return self._token

    def hear(self, way: str, word: str) -> None:
        """A stranger was reached."""
        with self.changed:
            self.heard.append(Heard(way, word))
            self.changed.notify_all()

    def note(self, word: dict[str, Any]) -> None:
        """A page told something. Words of an attempt that is over count for nothing."""
        with self.changed:
            if word.get("token") == self._token:
                self.told.append(word)
                self.changed.notify_all()

    def await_(self, condition: Callable[[], bool], timeout_s: float) -> bool:
        """Wait until what was heard and told fulfils a condition."""
        with self.changed:
            return self.changed.wait_for(condition, timeout_s)

    def root(self) -> tuple[bytes, dict[str, str]]:
        """What the listed server has at its root."""
        with self.changed:
            return self._page, self._headers


class _Quiet(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: HostileSite

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def answer(self, body: bytes = b"", status: int = 200, kind: str = "text/html", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class _Listed(_Quiet):
    def do_GET(self) -> None:
        if self.headers.get("Host") != f"{HOST}:{self.site.ports['listed']}":
            self.site.hear("other name", self.headers.get("Host", ""))
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        page = self._pages().get(parts.path, self._root)
        page(query)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if self.path == "/told":
            self.site.note(json.loads(body))
        self.answer()

    def _pages(self) -> dict[str, Callable[[dict[str, str]], None]]:
        return {
            "/redirect": lambda query: self.answer(status=302, Location=query["to"]),
            "/refresh": lambda query: self.answer(Refresh=f"0; url={query['to']}"),
            "/portal": lambda query: self.answer(status=511, body=f"<script>location='{query['to']}'</script>".encode()),
            "/plain": lambda _: self.answer(b"<!doctype html><title>plain</title>plain"),
            "/frame": lambda query: self.answer(f"<!doctype html><script>{query['do']}</script>".encode()),
            "/script": lambda query: self.answer(query["do"].encode(), kind="text/javascript", Service_Worker_Allowed="/"),
            "/password": lambda _: self.answer(status=401, WWW_Authenticate='Basic realm="Your PIN"'),
            "/save": lambda _: self.answer(
                b"planted", kind="application/octet-stream", Content_Disposition='attachment; filename="planted.sh"'
            ),
            "/document.pdf": lambda query: self.answer(pdf(query["to"]), kind="application/pdf"),
            "/favicon.ico": lambda _: self.answer(status=404),
        }

    def _root(self, _query: dict[str, str]) -> None:
        page, headers = self.site.root()
        self.answer(page, **headers)


class _Stranger(_Quiet):
    def do_GET(self) -> None:
        self.site.hear("stranger", f"{self.command} {self.path}")
        self.answer(b"<!doctype html><title>stranger</title>stranger", Access_Control_Allow_Origin="*")

    do_POST = do_HEAD = do_OPTIONS = do_CONNECT = do_GET


class _Untrusted(_Quiet):
    def do_GET(self) -> None:
        self.site.hear("untrusted", self.path)
        self.answer(b"<!doctype html>untrusted")


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    told_of_connections: Callable[[], None] | None = None

    def verify_request(self, request: object, client_address: object) -> bool:
        if self.told_of_connections:
            self.told_of_connections()
        return super().verify_request(request, client_address)  # type: ignore[arg-type]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is nobody's fault."""


def pdf(address: str) -> bytes:
    """A document that goes to an address when it is opened, and when its first page is touched anywhere."""
    action = f"<< /S /URI /URI ({address}) >>"
    script = f"<< /S /JavaScript /JS (app.launchURL\\('{address}', true\\); this.submitForm\\('{address}'\\);) >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /OpenAction {script} /AA << /WC {action} >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Annots [4 0 R] >>",
        f"<< /Type /Annot /Subtype /Link /Rect [0 0 600 800] /Border [0 0 0] /A {action} >>",
    ]
    text, places = "%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF\n"
    return (text + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}").encode()


def untrusted_certificate(folder: Path) -> Path:
    """A certificate that nobody has signed but itself, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.datetime.now(datetime.UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
    form = serialization.PrivateFormat.PKCS8
    file = folder / "untrusted.pem"
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
        + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    )
    return file


def _serve(site: HostileSite, kind: type[_Quiet], stack: ExitStack, context: ssl.SSLContext | None = None) -> _Server:
    server = _Server((HOST, 0), type(kind.__name__, (kind,), {"site": site}))
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    stack.callback(thread.join)
    stack.callback(server.server_close)
    stack.callback(server.shutdown)
    return server


def _listen(site: HostileSite, stack: ExitStack) -> int:
    one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    one.bind((HOST, 0))
    ended = threading.Event()

    def hear() -> None:
        while True:
            data, _ = one.recvfrom(65536)
            if ended.is_set():
                return
            site.hear("udp", repr(data[:20]))

    thread = threading.Thread(target=hear, daemon=True)
    thread.start()
    port = int(one.getsockname()[1])

    def end() -> None:
        ended.set()
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as waker:
            waker.sendto(b"", (HOST, port))
        thread.join()
        one.close()

    stack.callback(end)
    return port


@contextmanager
def hostile_site(folder: Path) -> Iterator[HostileSite]:
    """The servers, until the end. `folder` gets a certificate."""
    site = HostileSite()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(untrusted_certificate(folder))
    with ExitStack() as stack:
        site.ports["listed"] = _serve(site, _Listed, stack).server_address[1]
        stranger = _serve(site, _Stranger, stack)
        stranger.told_of_connections = lambda: site.hear("stranger", "a connection")
        site.ports["stranger"] = stranger.server_address[1]
        site.ports["untrusted"] = _serve(site, _Untrusted, stack, context).server_address[1]
        site.ports["udp"] = _listen(site, stack)
        yield site
