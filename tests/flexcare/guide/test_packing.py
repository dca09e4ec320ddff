from __future__ import annotations

import bz2
import gzip
import lzma
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flexcare.errors import GuideSourceUnusable
from flexcare.guide.limits import CHUNK_BYTES
from flexcare.guide.packing import unpacked

TEXT = bytes(range(256)) * 2_000


def read(folder: Path, data: bytes, **limits: int) -> bytes:
    file = folder / "guide"
    file.write_bytes(data)
    pieces = list(unpacked(file, **limits))
    assert all(0 < len(piece) <= CHUNK_BYTES for piece in pieces)
    return b"".join(pieces)


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lzma.compress], ids=["plain", "gzip", "xz"])
def test_unpacks(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    assert read(tmp_path, pack(TEXT)) == TEXT
    assert read(tmp_path, pack(TEXT) + pack(b"more")) == (TEXT + b"more")


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress], ids=["gzip", "xz"])
def test_leaves_aside_what_follows(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    assert read(tmp_path, pack(TEXT) + b"\0\0\0\0") == TEXT
    assert read(tmp_path, pack(TEXT) + b"\0\0\0\0" + pack(b"more")) == TEXT + b"more"


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress], ids=["gzip", "xz"])
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.99])
def test_tells_a_file_that_was_cut(tmp_path: Path, pack: object, kept: float) -> None:
    assert callable(pack)
    packed = pack(TEXT)
    with pytest.raises(GuideSourceUnusable, match="too early"):
        read(tmp_path, packed[: int(len(packed) * kept)])


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress], ids=["gzip", "xz"])
def test_tells_a_damaged_file(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    packed = bytearray(pack(bytes(100_000)))
    packed[len(packed) // 2] ^= 0xFF
    with pytest.raises(GuideSourceUnusable, match=r"damaged|too early"):
        read(tmp_path, bytes(packed))


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lzma.compress], ids=["plain", "gzip", "xz"])
def test_gives_up_beyond_the_limit(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    assert len(read(tmp_path, pack(bytes(1024**2)), max_bytes=1024**2)) == 1024**2
    with pytest.raises(GuideSourceUnusable, match="more than 1 MiB"):
        read(tmp_path, pack(bytes(1024**2 + 1)), max_bytes=1024**2)


def test_an_xz_file_that_needs_too_much_memory(tmp_path: Path) -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 512 * 1024**2, "mode": lzma.MODE_FAST, "mf": lzma.MF_HC3, "nice_len": 4}]
    # The size of the dictionary stands in the header of the block; packing a little with a large one would itself take gigabytes.
    small = bytearray(lzma.compress(b"x", filters=[{**filters[0], "dict_size": 4096}]))
    at = small.index(b"\x21\x01\x00", 12)
    assert small[at + 2] == 0
    small[at + 2] = 34  # 512 MiB (The .xz File Format 1.2.1, 5.3.1)
    import zlib

    header = (small[12] + 1) * 4
    small[12 + header - 4 : 12 + header] = zlib.crc32(bytes(small[12 : 12 + header - 4])).to_bytes(4, "little")
    with pytest.raises(GuideSourceUnusable, match="too much memory"):
        read(tmp_path, bytes(small))


def test_tells_other_packings_by_name(tmp_path: Path) -> None:
    with pytest.raises(GuideSourceUnusable, match="bzip2"):
        read(tmp_path, bz2.compress(TEXT))
    with pytest.raises(GuideSourceUnusable, match="zip"):
        read(tmp_path, b"PK\x03\x04....")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GuideSourceUnusable, match="cannot be read"):
        list(unpacked(tmp_path / "nothing"))


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"\x1f\x8b\x08", b"\xfd7zXZ\x00", gzip.compress(b"a"), lzma.compress(b"a")]))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes, begin: bytes) -> None:
    try:
        read(tmp_path_factory.mktemp("packing"), begin + data)
    except GuideSourceUnusable:
        return
