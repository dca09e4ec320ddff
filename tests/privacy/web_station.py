"""A web service whose pages plant marks: `python -m tests.privacy.web_station` with a seed on standard input.

It prints its port, and then each thing that its pages tell, one JSON object a line and without any mark: it holds the marks, so it compares
them itself. It is ended before anything is proved to be empty.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from tests.helpers.web_site import Answer, Pages, WebSite, page
from tests.privacy.markers import mark
from tests.privacy.station import cover
from tests.privacy.stores import WEB_NUMBERS
from tests.privacy.web_pages import planting, reading, worker

PATIENCE_S = 40.0


class WebStation:
    """The station's program, from outside."""

    def __init__(self, seed: str) -> None:
        program = [sys.executable, "-P", "-m", "tests.privacy.web_station"]
        self._process = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdin is not None
        self._process.stdin.write(f"{seed}\n")
        self._process.stdin.flush()
        self._told: list[dict[str, Any]] = []
        self.port = int(self._line())

    def await_told(self, what: str, fits: Callable[[dict[str, Any]], bool] = lambda _: True) -> dict[str, Any]:
        """Wait until a page has told this, once. Raises AssertionError where the station ends before, or is silent for too long."""
        at = 0
        while True:
            if at == len(self._told):
                self._told.append(json.loads(self._line()))
            if self._told[at]["what"] == what and fits(self._told[at]):
                return self._told.pop(at)
            at += 1

    def end(self) -> None:
        """End it and wait for it; harmless when that was done."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(PATIENCE_S)
        self._process.stdout.close()

    def _line(self) -> str:
        assert self._process.stdout is not None
        timer = threading.Timer(PATIENCE_S, self._process.kill)
        timer.start()
        line = self._process.stdout.readline()
        timer.cancel()
        assert line, f"the pages told no more than {self._told[-5:]}"
        return line.strip()


class Site:
    """What the station serves and understands."""

    def __init__(self, seed: str) -> None:
        self.marks = {name: mark(seed, number) for name, number in WEB_NUMBERS.items()}
        self._kept = 0
        self._sent = False
        self._icon = False

    def pages(self) -> Pages:
        """By path."""
        return {
            "/": self._first,
            "/login/thanks": self._second,
            "/again": self._stranger,
            "/worker.js": lambda _: (HTTPStatus.OK, {"Content-Type": "text/javascript"}, worker(self.marks["web-worker"])),
            "/kept": self._keep,
            "/icon.png": self._favicon,
        }

    def digest(self, told: dict[str, Any]) -> dict[str, Any]:
        """What a page told, without marks: the names of the stores in whose place their mark was."""
        what, found = told["what"], {}
        match what:
            case "read":
                found = {**told["found"], "web-server-cookie": self.marks["web-server-cookie"] if self._sent else None}
            case "posted":
                found = {"web-password": told["fields"].get("word")}
            case "typed":
                found = {"web-keyboard": told["value"]}
        right = sorted(name for name, value in found.items() if value == self.marks[name])
        wrong = {name: _differing(value, self.marks[name]) for name, value in found.items() if value and value != self.marks[name]}
        more: dict[str, Any] = {
            key: told[key] for key in ("page", "places", "trouble", "length", "copied") if key in told and what != "posted"
        }
        more["page"] = str(more.get("page", "")).partition("?")[0]
        return {"what": what, "right": right, "wrong": wrong, "icon": self._icon, **more}

    def _first(self, _query: dict[str, str]) -> Answer:
        cookie = f"served={self.marks['web-server-cookie']}; HttpOnly; Max-Age=99999; Path=/"
        return HTTPStatus.OK, {"Set-Cookie": cookie}, planting(self.marks)

    def _second(self, query: dict[str, str]) -> Answer:
        self._sent = query.get("cookie.served") == self.marks["web-server-cookie"]
        return HTTPStatus.OK, {"Cache-Control": "no-store"}, reading(self.marks, again=False)

    def _stranger(self, query: dict[str, str]) -> Answer:
        self._sent = "cookie.served" in query
        return HTTPStatus.OK, {"Cache-Control": "no-store"}, reading(self.marks, again=True)

    def _keep(self, _query: dict[str, str]) -> Answer:
        """The first who asks gets the mark, for long; whoever has it later has kept it."""
        self._kept += 1
        words = self.marks["web-http-cache"] if self._kept == 1 else "nothing"
        return HTTPStatus.OK, {"Cache-Control": "max-age=99999, immutable", "Content-Type": "text/plain"}, words.encode()

    def _favicon(self, _query: dict[str, str]) -> Answer:
        self._icon = True
        return HTTPStatus.OK, {"Content-Type": "image/png"}, cover(self.marks["web-favicon"])


def main() -> int:
    """Serve until standard input ends."""
    made = Site(sys.stdin.readline().strip())
    with WebSite({**made.pages(), "/nothing": page("Nothing", "<h1>Nothing</h1>")}) as site:
        print(site.port, flush=True)
        threading.Thread(target=_tell, args=(made, site), daemon=True).start()
        sys.stdin.read()
    return 0


def _differing(value: str, mark: str) -> str:
    """Where something is not the mark, for people to read."""
    return "".join("=" if one == other else "x" for one, other in zip(value, mark, strict=False)) + f" {len(value)}"


def _tell(made: Site, site: WebSite) -> None:
    while True:
        print(json.dumps(made.digest(site.next_told())), flush=True)


if __name__ == "__main__":
    sys.exit(main())
