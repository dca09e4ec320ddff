from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from flexcare.download import Version, download, downloads
from flexcare.download_failures import DownloadLimits
from flexcare.errors import DownloadFailed
from tests.helpers.hostile_server import Answering, hostile_server
from tests.helpers.playlist_server import GOOD, MisbehavingServer, misbehaving_server

LIMITS = DownloadLimits(max_bytes=1_000_000, timeout_s=20, redirects_max=3)
SHORT = DownloadLimits(max_bytes=1_000_000, timeout_s=0.6)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MisbehavingServer]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with misbehaving_server() as running:
        yield running


@pytest.mark.parametrize("path", ["/good", "/gzip", "/moved"])
def test_a_good_answer_comes_whole(server: MisbehavingServer, path: str) -> None:
    assert download(server.address(path), LIMITS) == GOOD


def test_exactly_the_limit_is_allowed_and_a_byte_more_is_not(server: MisbehavingServer) -> None:
    assert download(server.address("/good"), DownloadLimits(len(GOOD), 20)) == GOOD
    with pytest.raises(DownloadFailed, match="larger than"):
        download(server.address("/good"), DownloadLimits(len(GOOD) - 1, 20))


@pytest.mark.parametrize("path", ["/endless", "/endless-redirect"])
def test_an_endless_body_is_left_at_the_limit(server: MisbehavingServer, path: str) -> None:
    if path == "/endless":
        with pytest.raises(DownloadFailed, match="larger than"):
            download(server.address(path), LIMITS)
    else:
        assert download(server.address(path), LIMITS) == GOOD
    # What the kernel holds in its buffers between the two is sent and never read.
    assert server.sent_bytes < LIMITS.max_bytes + 16_000_000


def test_a_gzip_bomb_does_not_unfold(server: MisbehavingServer) -> None:
    with pytest.raises(DownloadFailed, match="larger than"):
        download(server.address("/bomb"), LIMITS)


@pytest.mark.parametrize("path", ["/drip", "/drip-headers", "/silent"])
def test_slowness_in_any_place_ends_in_time(server: MisbehavingServer, path: str) -> None:
    begin = monotonic()
    with pytest.raises(DownloadFailed, match=r"not complete after 0\.6 s"):
        download(server.address(path), SHORT)
    assert monotonic() - begin < 10


def test_a_redirect_loop_ends(server: MisbehavingServer) -> None:
    with pytest.raises(DownloadFailed, match="redirects more than 3 times"):
        download(server.address("/loop"), LIMITS)
    assert server.asked == ["/loop"] * 4


def test_a_redirect_to_a_file_is_refused(server: MisbehavingServer) -> None:
    with pytest.raises(DownloadFailed, match="away from http"):
        download(server.address("/to-file"), LIMITS)


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/nothing", "answers 404"),
        ("/login", "answers 403"),
        ("/short", "broke off"),
        ("/brotli", "not asked for"),
        ("/broken-gzip", "gzip"),
    ],
)
def test_each_fault_has_its_words_and_a_cure(server: MisbehavingServer, path: str, what: str) -> None:
    with pytest.raises(DownloadFailed, match=what) as caught:
        download(server.address(path), LIMITS)
    assert caught.value.cure


def test_errors_name_the_host_and_nothing_else_of_the_address(server: MisbehavingServer) -> None:
    address = server.address("/short").replace("http://", "http://nurse:secret@") + "?token=hidden"
    for limits in (LIMITS, SHORT):
        with pytest.raises(DownloadFailed) as caught:
            download(address.replace("/short", "/short" if limits is LIMITS else "/other"), limits)
        error = caught.value
        assert error.place == "127.0.0.1"
        assert not {"secret", "hidden", "short", "nurse"} & set(str(error).replace("/", " ").replace("?", " ").split())
        assert error.__cause__ is None


@pytest.mark.usefixtures("server")
def test_a_host_that_does_not_answer() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(DownloadFailed, match="cannot be reached"):
        download(f"http://127.0.0.1:{port}/", LIMITS)


def test_https_where_there_is_none(server: MisbehavingServer) -> None:
    with pytest.raises(DownloadFailed, match="no secure connection"):
        download(server.address("/good").replace("http:", "https:"), LIMITS)


@pytest.mark.usefixtures("server")
def test_a_certificate_of_nobodys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate),
        ],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with misbehaving_server(context) as secure:
        with pytest.raises(DownloadFailed, match="not trusted"):
            download(secure.address("/good"), LIMITS)
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
        assert download(secure.address("/good"), LIMITS) == GOOD
        with pytest.raises(DownloadFailed, match="not complete"):
            download(secure.address("/drip"), SHORT)


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    "address", ["ftp://x/", "file:///etc/hostname", "nonsense", "http://", "http://[::1", "http://x:port/", "http://a b/"]
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(DownloadFailed):
        download(address, SHORT)


def test_no_thread_is_left(server: MisbehavingServer) -> None:
    before = set(threading.enumerate())
    download(server.address("/good"), LIMITS)
    left = {thread for thread in set(threading.enumerate()) - before if "process_request" not in thread.name}
    assert not left


def tagged(answering: Answering) -> None:
    """Say a version, and nothing where it is known."""
    if answering.headers["If-None-Match"] == '"v1"':
        answering.send_response(304)
    else:
        answering.send_response(200)
        answering.send_header("ETag", '"v1"')
        answering.send_header("Content-Length", "3")
    answering.end_headers()
    if answering.headers["If-None-Match"] != '"v1"':
        answering.wfile.write(b"new")


def test_what_is_known_is_not_sent_again_and_all_goes_over_one_connection(tmp_path: Path) -> None:
    connections = set()

    def answer(answering: Answering) -> None:
        connections.add(answering.client_address)
        tagged(answering)

    with hostile_server(tmp_path) as server:
        server.wrong["/tagged"] = answer
        address = f"{server.address}tagged"
        with downloads(20) as fetch:
            assert fetch(address, 100) == b"new"
            assert fetch.tags == {address: '"v1"'}
            for _ in range(3):
                with pytest.raises(DownloadFailed) as caught:
                    fetch(address, 100, unless=fetch.tags[address])
                assert caught.value.status == 304
                with pytest.raises(DownloadFailed) as caught:
                    fetch(f"{server.address}missing", 100)
                assert caught.value.status == 404
            assert fetch(address, 100) == b"new"
    assert len(connections) == 1


def test_connections_end_with_the_downloads_although_somebody_keeps_the_error(tmp_path: Path) -> None:
    # The server's own end waits for every connection.
    with hostile_server(tmp_path) as server, pytest.raises(DownloadFailed) as kept, downloads(20) as fetch:
        fetch(f"{server.address}missing", 100)
    assert kept.value.status == 404


def test_one_limit_on_time_for_all(tmp_path: Path) -> None:
    (tmp_path / "good").write_bytes(b"good")
    with hostile_server(tmp_path) as server:
        server.wrong["/silent"] = lambda answering: answering.silent()
        with downloads(0.5) as fetch:
            with pytest.raises(DownloadFailed, match="not complete"):
                fetch(f"{server.address}silent", 100)
            with pytest.raises(DownloadFailed, match="not complete"):
                fetch(f"{server.address}good", 100)


# Into a file, for what is too large for memory.


def test_a_file_gets_what_came_as_it_came(server: MisbehavingServer, tmp_path: Path) -> None:
    for path, packed in (("/good", False), ("/gzip", True)):
        with (tmp_path / "content").open("wb") as file, downloads(20) as fetch:
            assert fetch.into(file, server.address(path), 1_000_000, Version()) == Version()
        content = (tmp_path / "content").read_bytes()
        assert (gzip.decompress(content) if packed else content) == GOOD


def test_a_file_gets_no_byte_above_the_limit(server: MisbehavingServer, tmp_path: Path) -> None:
    with (tmp_path / "content").open("wb") as file, downloads(20) as fetch, pytest.raises(DownloadFailed, match="larger than"):
        fetch.into(file, server.address("/endless"), 300_000, Version())
    assert (tmp_path / "content").stat().st_size <= 300_000


def test_a_full_disk_is_not_the_servers_fault(server: MisbehavingServer) -> None:
    with (
        Path("/dev/full").open("wb", buffering=0) as file,
        downloads(20) as fetch,
        pytest.raises(DownloadFailed, match="disk does not take it"),
    ):
        fetch.into(file, server.address("/good"), 1_000_000, Version())


@pytest.mark.parametrize("strange", ["\u00e6", "x" * 300, "a\tb"])
def test_a_version_that_cannot_be_sent_back_is_none(strange: str) -> None:
    assert Version.of({"ETag": strange, "Last-Modified": "Tue, 24 Nov 2026 12:00:00 GMT"}).conditions == {
        "If-Modified-Since": "Tue, 24 Nov 2026 12:00:00 GMT"
    }
