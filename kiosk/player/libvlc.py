"""The only door to libvlc: its arguments, its callbacks, and one disposable player at a time.

Every call here may block; only the engine's owner thread makes them. python-vlc carries no types, so `Any` stops here.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import tempfile
import threading
from pathlib import Path
from typing import Any, Protocol

from flexcare.lineup.channel import Stream
from kiosk.player.admission import admitted_address, admitted_options
from kiosk.player.engine import LibvlcMissing
from kiosk.player.frames import Layout, Shape
from kiosk.player.modules import CORE_FILE, choose_modules, library_folders

USER_AGENT = "FlexCare"
_SAYS_NOTHING = ("--quiet", "--verbose=-1")
"""The second also silences libavcodec, which would name every damaged picture on standard error."""
_NO_PRESET = ("--ignore-config", "--no-interact", "--intf=dummy", "--extraintf=", "--control=", "--no-lua", "--no-dbus")
_NOTHING_KEPT = (
    "--no-reset-plugins-cache",
    "--no-media-library",
    "--no-volume-save",
    "--keystore=",
    "--no-http-forward-cookies",
)
_NOTHING_FETCHED = (
    "--no-metadata-network-access",
    "--no-auto-preparse",
    "--no-sub-autodetect-file",
    "--services-discovery=",
    "--no-playlist-autostart",
)
_NOTHING_DRAWN = ("--no-osd", "--no-video-title-show", "--no-snapshot-preview", "--no-disable-screensaver")
_PICTURE = ("--avcodec-hw=none", "--deinterlace=-1", "--deinterlace-mode=yadif")
"""Memory callbacks decode in software anyway; asking for hardware first would only cost time. -1: interlaced pictures only."""

_FORMAT_FIELDS: list[tuple[str, type[ctypes.c_uint | ctypes.c_int]]] = [
    (name, ctypes.c_uint) for name in ("chroma", "width", "height", "x", "y", "visible_width", "visible_height")
]
_FORMAT_FIELDS += [(name, ctypes.c_uint) for name in ("depth", "sar_num", "sar_den", "rate", "rate_base", "red", "green", "blue")]
_FORMAT_FIELDS += [(f"shift_{index}", ctypes.c_int) for index in range(6)]


class _VideoFormat(ctypes.Structure):
    """libvlc 3's `video_format_t` (vlc_es.h) as far as the colours.

    The format callback is handed pointers into one; the interface tells only the coded size (1920x1090 for
    1920x1080), and painting that would scale every picture. The layout is fixed for the whole 3.0 series.
    """

    _fields_ = (
        *_FORMAT_FIELDS,
        ("palette", ctypes.c_void_p),
        ("orientation", ctypes.c_int),
        ("primaries", ctypes.c_int),
        ("transfer", ctypes.c_int),
        ("space", ctypes.c_int),
        ("full_range", ctypes.c_bool),
    )


class _Track(ctypes.Structure):
    """libvlc 3's `libvlc_media_track_t` up to its union, which python-vlc 3.0.21203 takes for three pointers."""

    _fields_ = (
        ("codec", ctypes.c_uint32),
        ("original_fourcc", ctypes.c_uint32),
        ("id", ctypes.c_int),
        ("type", ctypes.c_int),
        ("profile", ctypes.c_int),
        ("level", ctypes.c_int),
        ("described", ctypes.c_void_p),
    )


class _VideoTrack(ctypes.Structure):
    """libvlc 3's `libvlc_video_track_t` as far as the shape of a pixel."""

    _fields_ = (("height", ctypes.c_uint), ("width", ctypes.c_uint), ("sar_num", ctypes.c_uint), ("sar_den", ctypes.c_uint))


_VIDEO = 1
"""libvlc's `libvlc_track_video`."""


class Painter(Protocol):
    """Who gives memory to paint in and takes the finished pictures; called from libvlc's threads."""

    def prepare(self, generation: int, shape: Shape) -> Layout: ...

    def lock(self, generation: int, planes: Any) -> int: ...

    def display(self, generation: int, token: int) -> None: ...


class _Home:
    """Where this process's libvlc lives: a private folder that is there as long as anybody uses libvlc.

    libvlc looks for its modules whenever its first user comes and opens them when they are needed, always at this one path.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._users = 0
        self._folder: Path | None = None
        self._vlc: Any = None

    def enter(self) -> Any:
        """One more user; python-vlc. Raises LibvlcMissing."""
        with self._lock:
            try:
                if self._users == 0:
                    self._vlc = self._furnish()
            except (ImportError, OSError) as error:
                self._remove()
                raise LibvlcMissing("libvlc cannot be loaded", cure="install libvlc5 and vlc-plugin-base") from error
            self._users += 1
            return self._vlc

    def leave(self) -> None:
        """One user less; the last one takes the folder away."""
        with self._lock:
            self._users -= 1
            if self._users == 0:
                self._remove()

    def _furnish(self) -> Any:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="flexcare-libvlc-"))
        else:
            self._folder.mkdir(mode=0o700)
        library = choose_modules(self._folder, library_folders())
        if self._vlc is None:
            ctypes.CDLL(str(library.with_name(CORE_FILE)), mode=ctypes.RTLD_GLOBAL)
            os.environ["PYTHON_VLC_LIB_PATH"] = str(library)  # read by python-vlc when it is imported
        import vlc  # type: ignore[import-untyped]  # python-vlc carries no type hints

        return vlc

    def _remove(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


_HOME = _Home()
"""One a process, as libvlc itself is."""


class Libvlc:
    """One libvlc for the life of the process. Raises LibvlcMissing.

    `more` are extra arguments for tests and benchmarks.
    """

    def __init__(self, painter: Painter, audio_output: str, more: tuple[str, ...] = ()) -> None:
        arguments = [*_SAYS_NOTHING, *_NO_PRESET, *_NOTHING_KEPT, *_NOTHING_FETCHED, *_NOTHING_DRAWN, *_PICTURE]
        vlc = self.vlc = _HOME.enter()
        self._instance = vlc.Instance([*arguments, f"--aout={audio_output}", *more])
        if self._instance is None:
            _HOME.leave()
            raise LibvlcMissing("libvlc did not start", cure="install vlc-plugin-base")
        self._instance.set_user_agent(USER_AGENT, USER_AGENT)
        self._tells_format = vlc.libvlc_get_version().startswith(b"3.0.")
        self._painter = painter
        decorators = vlc.CallbackDecorators
        # libvlc keeps only the addresses of these thunks, so they must live as long as this object; so do the engine and it.
        self.setup_thunk = decorators.VideoFormatCb(self._setup)
        self.lock_thunk = decorators.VideoLockCb(self._lock)
        self.display_thunk = decorators.VideoDisplayCb(self._display)

    def deck(self, generation: int) -> Deck:
        """A new player whose pictures carry this generation."""
        return Deck(self, self._instance, generation)

    def release(self) -> None:
        """Give everything back; only when no deck is left."""
        self._instance.release()
        _HOME.leave()

    def _setup(self, opaque: Any, chroma: Any, width: Any, height: Any, pitches: Any, lines: Any) -> int:
        shape = self._shape(width, height)
        try:
            layout = self._painter.prepare(opaque[0], shape)
        except MemoryError:
            return 0
        if ctypes.string_at(chroma, 4) != b"J420":  # the same planes, full range; asking for I420 would squeeze it
            ctypes.memmove(chroma, b"I420", 4)
        width[0], height[0] = layout.width, layout.height
        for plane in range(3):
            pitches[plane] = layout.pitches[plane]
            lines[plane] = layout.lines[plane]
        return 1

    def _shape(self, width: Any, height: Any) -> Shape:
        start, after = ctypes.addressof(width.contents), ctypes.addressof(height.contents)
        if self._tells_format and after - start == ctypes.sizeof(ctypes.c_uint):
            told = _VideoFormat.from_address(start - ctypes.sizeof(ctypes.c_uint))
            if 0 < told.visible_width <= told.width and 0 < told.visible_height <= told.height:
                return Shape(told.visible_width, told.visible_height, told.space, told.full_range)
        return Shape(width[0], height[0])

    def _lock(self, opaque: int, planes: Any) -> int:
        return self._painter.lock(opaque, planes)

    def _display(self, opaque: int, token: int) -> None:
        self._painter.display(opaque, token)


class Deck:
    """One libvlc player for one opening of one stream; used once and released."""

    def __init__(self, owner: Libvlc, instance: Any, generation: int) -> None:
        self.generation = generation
        self._owner = owner
        self._instance = instance
        self._player = instance.media_player_new()
        self._media: Any = None
        self._radio = False
        self._player.video_set_callbacks(owner.lock_thunk, None, owner.display_thunk, generation)
        self._player.video_set_format_callbacks(owner.setup_thunk, None)

    def play(self, stream: Stream, *, radio: bool, loudness: int) -> None:
        """Open the stream at this loudness, set before the first sound. Raises StreamRefused."""
        self._radio = radio
        address, options = admitted_address(stream), admitted_options(stream)
        self._media = self._instance.media_new_location(address)
        for option in (*options, ":no-video") if radio else options:
            self._media.add_option(option)
        self._player.audio_set_volume(loudness)
        self._player.set_media(self._media)
        self._player.play()

    def set_loudness(self, percent: int) -> None:
        self._player.audio_set_volume(percent)

    def loudness(self) -> int:
        """What libvlc itself says, 0 to 100; -1 where the output has no volume."""
        return int(self._player.audio_get_volume())

    def signs_of_life(self) -> int:
        """How many new pictures were shown so far, for radio how many blocks of sound were played.

        Frames alone do not tell: where no new picture comes, libvlc shows the last one again every 80 ms.
        """
        told = self._owner.vlc.MediaStats()
        if self._media is None or not self._media.get_stats(told):
            return 0
        return int(told.played_abuffers if self._radio else told.displayed_pictures)

    def aspect(self) -> float | None:
        """Width over height as it is meant to be seen, or None while libvlc does not know."""
        if self._media is None:
            return None
        vlc = self._owner.vlc
        told = ctypes.POINTER(vlc.MediaTrack)()
        number = vlc.libvlc_media_tracks_get(self._media, ctypes.byref(told))
        if not number:
            return None
        tracks = ctypes.cast(told, ctypes.POINTER(ctypes.POINTER(_Track)))
        try:
            return next(filter(None, (_aspect(tracks[index].contents) for index in range(number))), None)
        finally:
            vlc.libvlc_media_tracks_release(ctypes.cast(told, ctypes.POINTER(ctypes.POINTER(vlc.MediaTrack))), number)

    def end(self) -> None:
        """Silence, stop and release; may block for as long as libvlc likes."""
        self._player.audio_set_volume(0)
        self._player.stop()
        self._player.release()
        if self._media is not None:
            self._media.release()


def _aspect(track: _Track) -> float | None:
    if track.type != _VIDEO:
        return None
    video = ctypes.cast(track.described, ctypes.POINTER(_VideoTrack)).contents
    if not video.width or not video.height:
        return None
    return float(video.width * (video.sar_num or 1) / (video.height * (video.sar_den or 1)))
