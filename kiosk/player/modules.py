"""Which of libvlc's modules exist for us at all.

libvlc follows a web server's redirect to any scheme that it has a module for: one to `file:` plays (seen with 3.0.24), one to `v4l2:`
would open the camera, and no option forbids it. But it looks for modules only in `vlc/plugins` beside `libvlccore`. So it is loaded
from a private folder with copies of the two libraries and links to just the modules listed here, which also shuts out
every demultiplexer, interface, logger and key store that television does not need.
"""

from __future__ import annotations

import shutil
import sysconfig
from collections.abc import Iterable
from pathlib import Path

CORE_FILE, LIBRARY_FILE = "libvlccore.so.9", "libvlc.so.5"
"""The names of the whole 3.0 series."""

MODULES: dict[str, tuple[str, ...]] = {
    "access": ("http", "https", "udp", "rtp", "access_srt"),
    "demux": ("ts", "adaptive", "mp4", "ps", "es", "mpgv", "h26x", "ogg", "flacsys"),
    "stream_filter": ("cache_block", "cache_read", "prefetch", "inflate", "skiptags"),
    "packetizer": ("*",),
    "codec": (
        "avcodec",
        "dav1d",
        "faad",
        "mpg123",
        "lpcm",
        "araw",
        "flac",
        "opus",
        "vorbis",
        "dvbsub",
        "zvbi",
        "cc",
        "ttml",
        "webvtt",
        "subsdec",
    ),
    "video_chroma": ("*",),
    "video_filter": ("deinterlace", "blend", "scale"),
    "video_output": ("vmem",),
    "text_renderer": ("freetype", "tdummy"),
    "audio_filter": (
        "audio_format",
        "dolby_surround_decoder",
        "mad",
        "remap",
        "samplerate",
        "scaletempo",
        "simple_channel_mixer",
        "speex_resampler",
        "trivial_channel_mixer",
        "ugly_resampler",
    ),
    "audio_mixer": ("float_mixer", "integer_mixer"),
    "audio_output": ("pulse", "alsa", "adummy"),
    "misc": ("gnutls",),
}
"""Folders of Debian's libvlc and the modules in them, without the file's `lib` and `_plugin.so`. What a machine lacks is left out."""


def library_folders() -> tuple[Path, ...]:
    """Where this system may keep its libvlc."""
    multiarch = sysconfig.get_config_var("MULTIARCH")
    return (*((Path("/usr/lib", multiarch),) if multiarch else ()), Path("/usr/lib64"), Path("/usr/lib"))


def choose_modules(private: Path, folders: Iterable[Path]) -> Path:
    """Fill the empty folder `private` from the first of `folders` that has libvlc; the library to load.

    Raises FileNotFoundError if none has.
    """
    system = next((folder for folder in folders if (folder / CORE_FILE).exists() and (folder / LIBRARY_FILE).exists()), None)
    if system is None:
        raise FileNotFoundError(f"{LIBRARY_FILE} and {CORE_FILE} are in none of the system's library folders")
    for file in (CORE_FILE, LIBRARY_FILE):
        shutil.copyfile(system / file, private / file)
    for kind, names in MODULES.items():
        folder = private / "vlc/plugins" / kind
        folder.mkdir(parents=True)
        for name in names:
            for module in (system / "vlc/plugins" / kind).glob(f"lib{name}_plugin.so"):
                (folder / module.name).symlink_to(module)
    return private / LIBRARY_FILE
