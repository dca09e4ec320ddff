"""Reads the head of a request to a proxy, strictly: what two readers could take for two things is refused. Source: RFC 9112."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flexcare.visit.hosts import canonical_host
from flexcare.visit.rules import place

HEAD_MAX_BYTES = 64 * 1024
FIELDS_MAX = 200

_LINE = re.compile(rb"([A-Z]{3,16}) ([\x21-\x7e]+) HTTP/1\.[01]")
_FIELD = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x20-\x7e\x80-\xff\t]*)")
_AUTHORITY = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^:\[\]@/?#\\]+):([0-9]{1,5})")
_HOP_BY_HOP = {b"connection", b"keep-alive", b"proxy-connection", b"proxy-authorization", b"te", b"trailer", b"upgrade", b"host", b"via"}


class RequestFaulty(ValueError):
    """Not a request that this proxy passes on."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request: where it goes and, unless it is for a tunnel, the head that the server gets and how long its body is.

    body_bytes: None for a body in chunks.
    """

    tunnel: bool
    host: str
    port: int
    head: bytes = b""
    body_bytes: int | None = 0


def read_request(head: bytes) -> Request:
    """Read a head, up to and with its empty line. Raises RequestFaulty."""
    lines = head.removesuffix(b"\r\n\r\n").split(b"\r\n")
    first = _LINE.fullmatch(lines[0])
    if not first or len(lines) > FIELDS_MAX:
        raise RequestFaulty("no request line")
    method, target = first[1], first[2].decode("ascii")
    fields = [_field(line) for line in lines[1:]]
    return _tunnel(target) if method == b"CONNECT" else _plain(method, target, fields)


def _field(line: bytes) -> tuple[bytes, bytes]:
    found = _FIELD.fullmatch(line)
    if not found:
        raise RequestFaulty("a field that is none")
    return found[1], found[2].strip()


def _tunnel(target: str) -> Request:
    found = _AUTHORITY.fullmatch(target)
    host = canonical_host(found[1]) if found else None
    if not found or host is None:
        raise RequestFaulty("no authority")
    return Request(True, host, int(found[2]))


def _plain(method: bytes, target: str, fields: list[tuple[bytes, bytes]]) -> Request:
    where = place(target)
    if where is None or where.scheme != "http":
        raise RequestFaulty("no address that goes without TLS")
    body_bytes = _body_bytes(fields)
    origin = target.partition("://")[2].partition("#")[0]
    start = min((at for at in (origin.find("/"), origin.find("?")) if at >= 0), default=len(origin))
    path = origin[start:] if origin[start : start + 1] == "/" else f"/{origin[start:]}"
    shown = f"[{where.host}]" if ":" in where.host else where.host
    # The host of the request line is the one that was decided on, so it is the one that the server hears.
    host = shown if where.port == 80 else f"{shown}:{where.port}"
    kept = [b"%s: %s" % field for field in fields if not _is_hop_by_hop(field[0], fields)]
    lines = [b"%s %s HTTP/1.1" % (method, path.encode()), b"Host: " + host.encode(), *kept, b"Connection: close"]
    return Request(False, where.host, where.port, b"\r\n".join(lines) + b"\r\n\r\n", body_bytes)


def _body_bytes(fields: list[tuple[bytes, bytes]]) -> int | None:
    lengths = {value for name, value in fields if name.lower() == b"content-length"}
    codings = [value.lower() for name, value in fields if name.lower() == b"transfer-encoding"]
    if codings:
        if codings != [b"chunked"] or lengths:
            raise RequestFaulty("a body of two lengths")
        return None
    if not lengths:
        return 0
    (length, *others) = lengths
    if others or not re.fullmatch(rb"[0-9]{1,15}", length):
        raise RequestFaulty("a body of two lengths")
    return int(length)


def _is_hop_by_hop(name: bytes, fields: list[tuple[bytes, bytes]]) -> bool:
    named = {each.strip().lower() for key, value in fields if key.lower() == b"connection" for each in value.split(b",")}
    framing = {b"content-length", b"transfer-encoding"}
    return name.lower() in _HOP_BY_HOP or name.lower() in named - framing
