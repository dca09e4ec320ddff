"""A hospital's web services on loopback: real pages with cookies, a form, a film and a document, that tell what a patient sees of them.

A page tells by requests of its own, so what is waited for is what really came through frame, engine and proxy. It knows where its parts
are on the screen, because under the frame it has all of the rest. It has come when it has painted something: the engine drops touches
that come before, so every page has a word on it.
"""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from flexcare.session.web_service import AllowEntry, Scheme, WebService

PATIENCE_S = 60.0

TELLS = """
const tell = (what, more) => fetch('/told', {method: 'POST', body: JSON.stringify({what, ...more})});
const places = () => {
  const top = screen.height * 1 - innerHeight * devicePixelRatio, found = {};
  for (const part of document.querySelectorAll('[id]')) {
    const r = part.getBoundingClientRect();
    found[part.id] = [(r.left + r.width / 2) * devicePixelRatio, top + (r.top + r.height / 2) * devicePixelRatio];
  }
  return found;
};
const shown = new Promise(resolve => new PerformanceObserver(list =>
  list.getEntriesByName('first-contentful-paint').length && resolve()).observe({type: 'paint', buffered: true}));
const came = () => shown.then(() => requestAnimationFrame(() => requestAnimationFrame(() => tell('came', {
  page: location.pathname + location.search, title: document.title, places: places(), languages: navigator.languages.join(),
  width: innerWidth, ratio: devicePixelRatio, cookies: document.cookie}))));
addEventListener('pageshow', came);
new PerformanceObserver(list => tell('painted', {page: location.pathname,
  at: performance.timeOrigin + list.getEntriesByName('first-contentful-paint')[0]?.startTime})).observe({type: 'paint', buffered: true});
"""
STYLE = (
    "body{font:1.1rem sans-serif;margin:1.5rem;color:#222}a,button,input{font:inherit;padding:.5rem 1rem;margin:.3rem}h1{font-size:1.6rem}"
)


def page(title: str, body: str, script: str = "", language: str = "da") -> bytes:
    """A page that tells."""
    head = f'<meta charset=utf-8><meta name=viewport content="width=device-width"><title>{title}</title><style>{STYLE}</style>'
    parts = (f"<!doctype html><html lang={language}><head>{head}<script>{TELLS}</script></head>", f"<body>{body}<script>{script}</script>")
    return "".join((*parts, "</body></html>")).encode()


Answer = tuple[int, dict[str, str], bytes]
Pages = dict[str, bytes | Callable[[dict[str, str]], Answer]]


class WebSite:
    """`with WebSite(pages) as site:` serves these pages by path; each is HTML, or a function of the query that answers.

    certificate: a file with one and its key, to serve over TLS. host: the name or address by which it is asked for, on loopback.
    """

    def __init__(self, pages: Pages, *, certificate: Path | None = None, host: str = "127.0.0.1") -> None:
        self.host = host
        self.scheme: Scheme = "http" if certificate is None else "https"
        self._pages = pages
        self._came = threading.Condition()
        self.told: list[dict[str, Any]] = []
        self.asked: list[tuple[str, str]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site._get(self)

            def do_POST(self) -> None:
                site._post(self)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.port = self._server.server_port

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, name="web site", daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()

    def address(self, path: str = "/") -> str:
        """Where a page is."""
        return f"{self.scheme}://{self.host}:{self.port}{path}"

    def service(self, name: str, path: str = "/", *, under: str = "/", also: tuple[AllowEntry, ...] = (), **more: Any) -> WebService:
        """A web service at a page, that may go where `under` is, and to what `also` says."""
        title = {"da": f"Service {name}", "en": f"Service {name}", "de": f"Dienst {name}", "ar": f"خدمة {name}"}
        line = {"da": "En linje om den", "en": "A line about it", "de": "Eine Zeile dazu", "ar": "سطر عنها"}
        return WebService(name, title, self.address(path), (AllowEntry(self.scheme, self.host, self.port, under), *also), line, **more)

    def await_told(self, what: str, **expected: Any) -> dict[str, Any]:
        """Wait until a page has told this, and take it and what came before away."""

        def fits(told: dict[str, Any]) -> bool:
            return bool(told["what"] == what) and all(told.get(key) == value for key, value in expected.items())

        with self._came:
            there = self._came.wait_for(lambda: any(map(fits, self.told)), PATIENCE_S)
            told = [(one["what"], one.get("page"), one.get("why")) for one in self.told]
            assert there, f"no page told {what} {expected}; told: {told}, asked: {self.asked}"
            place = next(index for index, one in enumerate(self.told) if fits(one))
            found = self.told[place]
            del self.told[: place + 1]
        return found

    def next_told(self) -> dict[str, Any]:
        """The next thing that a page tells, however long that takes."""
        with self._came:
            self._came.wait_for(lambda: bool(self.told))
            return self.told.pop(0)

    def _get(self, request: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(request.path)
        cookies = SimpleCookie(request.headers.get("Cookie", ""))
        query = {key: values[-1] for key, values in parse_qs(parts.query).items()} | {
            f"cookie.{name}": morsel.value for name, morsel in cookies.items()
        }
        with self._came:
            self.asked.append((parts.path, request.headers.get("Accept-Language", "")))
        found = self._pages.get(parts.path)
        if found is None:
            _send(request, (HTTPStatus.NOT_FOUND, {}, page("?", "<h1>?</h1>")))
        else:
            _send(request, (HTTPStatus.OK, {}, found) if isinstance(found, bytes) else found(query))

    def _post(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers.get("Content-Length", "0")))
        if request.path == "/told":
            with self._came:
                self.told.append(json.loads(body))
                self._came.notify_all()
            _send(request, (HTTPStatus.NO_CONTENT, {}, b""))
            return
        fields = {key: values[-1] for key, values in parse_qs(body.decode()).items()}
        with self._came:
            self.told.append({"what": "posted", "page": request.path, "fields": fields})
            self._came.notify_all()
        _send(request, (HTTPStatus.SEE_OTHER, {"Location": f"{request.path}/thanks"}, b""))


def _send(request: BaseHTTPRequestHandler, answer: Answer) -> None:
    status, headers, body = answer
    request.send_response(status)
    for name, value in {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), **headers}.items():
        request.send_header(name, value)
    request.end_headers()
    if body:
        request.wfile.write(body)


def document(words: str) -> bytes:
    """A PDF of one page with these words."""
    stream = f"BT /F1 36 Tf 72 720 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(content)
