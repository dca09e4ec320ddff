"""deploy/debian-packages.txt brings everything that the program loads; on a bare machine these tests tell what is missing."""

import subprocess
from pathlib import Path

import PySide6
import pytest

QT = Path(PySide6.__file__).parent
MODULES = ("QtCore", "QtGui", "QtMultimedia", "QtNetwork", "QtOpenGL", "QtQml", "QtQuick", "QtTest", "QtWidgets")
PLUGINS = (
    "iconengines", "imageformats", "multimedia", "platforminputcontexts", "tls",
    "wayland-decoration-client", "wayland-graphics-integration-client", "wayland-shell-integration",
)  # fmt: skip


def libraries() -> list[Path]:
    """What Qt may load for a Qt Quick program with video in a Wayland window."""
    found = [QT / f"{name}.abi3.so" for name in MODULES]
    found += [QT / "Qt/plugins/platforms" / f"lib{name}.so" for name in ("qwayland", "qoffscreen")]
    found += [path for folder in PLUGINS for path in (QT / "Qt/plugins" / folder).glob("*.so")]
    found += [path for folder in ("QtQml", "QtQuick", "QtMultimedia", "Qt/labs") for path in (QT / "Qt/qml" / folder).rglob("*.so")]
    return found


def test_every_library_finds_what_it_is_linked_with() -> None:
    found = libraries()
    assert len(found) > 50
    said = subprocess.run(["ldd", *map(str, found)], capture_output=True, text=True, check=True)
    assert {line.strip() for line in said.stdout.splitlines() if "not found" in line} == set()


@pytest.mark.parametrize(
    "plugin",
    [
        "access/libhttp", "access/libhttps", "access/libudp", "access/librtp", "access/libaccess_srt", "demux/libadaptive", "demux/libts",
        "codec/libavcodec", "codec/libmpg123", "packetizer/libpacketizer_h264", "video_output/libvmem", "audio_output/libpulse",
        "audio_output/libalsa", "audio_output/libamem",
    ],
)  # fmt: skip
def test_libvlc_has_what_a_lineup_needs(plugin: str) -> None:
    found = list(Path("/usr/lib").glob(f"*/vlc/plugins/{plugin}_plugin.so"))
    assert found
    said = subprocess.run(["ldd", *map(str, found)], capture_output=True, text=True, check=True)
    assert "not found" not in said.stdout


@pytest.mark.parametrize("program", ["sway", "swaymsg", "bwrap", "ffmpeg", "grim", "ip", "unshare", "shellcheck"])
def test_programs_are_there(program: str) -> None:
    assert (
        subprocess.run(["sh", "-c", f"PATH=$PATH:/usr/sbin command -v {program}"], stdout=subprocess.DEVNULL, check=False).returncode == 0
    )
