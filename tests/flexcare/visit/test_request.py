from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.visit.request import Request, RequestFaulty, read_request


def head(*lines: bytes) -> bytes:
    return b"\r\n".join(lines) + b"\r\n\r\n"


def test_a_tunnel() -> None:
    assert read_request(head(b"CONNECT Meals.example:443 HTTP/1.1", b"Host: other:1")) == Request(True, "meals.example", 443)


def test_a_tunnel_to_an_ipv6_address() -> None:
    assert read_request(head(b"CONNECT [::1]:443 HTTP/1.1")) == Request(True, "::1", 443)


def test_a_plain_request_goes_to_the_host_of_its_first_line() -> None:
    request = read_request(
        head(
            b"GET http://Meals.example:8080/soup?a=%20b HTTP/1.1",
            b"Host: evil.example",
            b"Accept: */*",
            b"Proxy-Connection: keep-alive",
            b"Connection: x-hop",
            b"X-Hop: 1",
        )
    )
    assert request == Request(
        False, "meals.example", 8080, head(b"GET /soup?a=%20b HTTP/1.1", b"Host: meals.example:8080", b"Accept: */*", b"Connection: close")
    )


@pytest.mark.parametrize(
    ("target", "path"), [(b"http://a", b"/"), (b"http://a?x", b"/?x"), (b"http://a/#f", b"/"), (b"http://a//b", b"//b")]
)
def test_the_path_is_what_stands_after_the_host(target: bytes, path: bytes) -> None:
    assert read_request(head(b"GET " + target + b" HTTP/1.1")).head.startswith(b"GET " + path + b" HTTP/1.1\r\nHost: a\r\n")


def test_bodies() -> None:
    assert read_request(head(b"POST http://a/ HTTP/1.1", b"Content-Length: 12")).body_bytes == 12
    assert read_request(head(b"POST http://a/ HTTP/1.1", b"Transfer-Encoding: Chunked")).body_bytes is None


@pytest.mark.parametrize(
    "lines",
    [
        [b""],
        [b"GET / HTTP/1.1"],
        [b"GET https://a/ HTTP/1.1"],
        [b"GET file:///etc/passwd HTTP/1.1"],
        [b"GET http://a@b/ HTTP/1.1"],
        [b"GET http://a\\b/ HTTP/1.1"],
        [b"GET http://2130706433/ HTTP/1.1"],
        [b"GET  http://a/ HTTP/1.1"],
        [b"GET http://a/ HTTP/2.0"],
        [b"get http://a/ HTTP/1.1"],
        [b"CONNECT a HTTP/1.1"],
        [b"CONNECT a:99999999 HTTP/1.1"],
        [b"CONNECT a@b:443 HTTP/1.1"],
        [b"CONNECT 0x7f.1:443 HTTP/1.1"],
        [b"CONNECT a.b..:443 HTTP/1.1"],
        [b"GET http://a/ HTTP/1.1", b" folded: x"],
        [b"GET http://a/ HTTP/1.1", b"Name : x"],
        [b"GET http://a/ HTTP/1.1", b"Name: a\nb"],
        [b"GET http://a/ HTTP/1.1", b"Name: a\0b"],
        [b"POST http://a/ HTTP/1.1", b"Content-Length: 1", b"Content-Length: 2"],
        [b"POST http://a/ HTTP/1.1", b"Content-Length: +1"],
        [b"POST http://a/ HTTP/1.1", b"Content-Length: 1", b"Transfer-Encoding: chunked"],
        [b"POST http://a/ HTTP/1.1", b"Transfer-Encoding: gzip, chunked"],
        [b"GET http://a/ HTTP/1.1", *[b"A: b"] * 300],
    ],
)
def test_what_two_readers_could_take_for_two_things_is_refused(lines: list[bytes]) -> None:
    with pytest.raises(RequestFaulty):
        read_request(head(*lines))


@given(st.binary(max_size=300))
def test_any_bytes_are_a_request_or_refused(data: bytes) -> None:
    for lines in (data, b"GET http://" + data + b" HTTP/1.1", b"GET http://a/ HTTP/1.1\r\n" + data):
        try:
            request = read_request(lines + b"\r\n\r\n")
        except RequestFaulty:
            continue
        assert request.head.count(b"\r\n\r\n") <= 1
        assert request.head.lower().count(b"\r\nhost:") <= 1
