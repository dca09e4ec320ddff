from __future__ import annotations

from pathlib import Path

import pytest

from flexcare.errors import DownloadFailed, PlaylistUnusable
from flexcare.lineup.limits import PLAYLIST_MAX_BYTES
from flexcare.lineup.m3u import read_m3u
from flexcare.lineup.source import read_source
from tests.helpers.playlist_server import GOOD, misbehaving_server


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "list.m3u"
    path.write_bytes(GOOD)
    assert read_source(str(path)) == GOOD


def test_an_address() -> None:
    with misbehaving_server() as server:
        assert read_source(server.address("/gzip")) == GOOD
        with pytest.raises(DownloadFailed):
            read_source(server.address("/nothing"))


def test_never_more_than_the_limit_of_an_endless_file() -> None:
    data = read_source("/dev/zero")
    assert len(data) == PLAYLIST_MAX_BYTES + 1
    with pytest.raises(PlaylistUnusable, match="larger"):
        read_m3u(data)


@pytest.mark.parametrize("source", ["no-such-file.m3u", "/", "a\0b", "ftp://x.example/list.m3u", "udp://239.1.1.1:5000"])
def test_what_cannot_be_read_is_told(source: str) -> None:
    with pytest.raises(PlaylistUnusable) as caught:
        read_source(source)
    assert caught.value.cure
