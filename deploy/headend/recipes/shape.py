"""A recording as ffmpeg is asked for it: size, rate, length, so that pictures and sound end at the same instant."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from deploy.headend.transport import TICKS_PER_S

SAMPLES_PER_S = 48_000
_AAC_SAMPLES = 1024
_MP3_FRAME_BYTES, _MP3_SAMPLES = 384, 1152  # 128 kbit/s at 48 kHz


@dataclass(frozen=True, slots=True)
class Shape:
    """Picture size in pixels, pictures a second, how many of them, how many from key to key, rate in kbit/s.

    The length must hold a whole number of AAC frames (1024 samples at 48 kHz): 9.6 s and 1.92 s do.
    """

    width: int = 1280
    height: int = 720
    rate: int = 50
    pictures: int = 480
    key_every: int = 48
    kbit: int = 2500

    @property
    def length_s(self) -> Fraction:
        return Fraction(self.pictures, self.rate)


FULL = Shape()
FULL_HD = Shape(1920, 1080, 25, 240, 24, 5000)
SMALL = Shape(320, 180, 50, 96, 48, 300)


@dataclass(frozen=True, slots=True)
class Recipe:
    """One recording: a lavfi graph of pictures ("" for radio) and one of sound; `fonts` are the files that the graph names."""

    name: str
    picture: str
    sound: str
    shape: Shape = FULL
    mp3: bool = False
    fonts: tuple[Path, ...] = field(default=())

    @property
    def suffix(self) -> str:
        return ".mp3" if self.mp3 else ".ts"

    @property
    def duration_ticks(self) -> int:
        return int(self.shape.length_s * TICKS_PER_S)

    def marks(self) -> list[str]:
        """What decides the recording's bytes, without this machine's folders."""
        text = "\0".join(self.arguments())
        for font in self.fonts:
            text = text.replace(str(font), font.name)
        return [text]

    def trim(self, data: bytes) -> bytes:
        """Cut the frames with which an MP3 encoder empties itself, so that the loop is exact."""
        if not self.mp3:
            return data
        frames = int(self.shape.length_s * SAMPLES_PER_S) // _MP3_SAMPLES
        return data[: frames * _MP3_FRAME_BYTES]

    def arguments(self) -> list[str]:
        """What to tell ffmpeg; the recording comes out of its standard output."""
        samples = int(self.shape.length_s * SAMPLES_PER_S)
        if not self.mp3:
            samples -= _AAC_SAMPLES  # the encoder adds one frame ahead
        end = "aresample=48000,aformat=channel_layouts=stereo"
        fade = f"afade=t=in:d=0.04,afade=t=out:st={float(self.shape.length_s) - 0.1:.3f}:d=0.06"  # no click where the loop closes
        sound = f"{self.sound},{end},{fade},apad,atrim=end_sample={samples}"
        if self.mp3:
            return ["-f", "lavfi", "-i", sound, *_MP3]
        graphs = (["-f", "lavfi", "-i", f"{self.picture},format=yuv420p"] if self.picture else []) + ["-f", "lavfi", "-i", sound]
        return ["-filter_threads", "2", *graphs, *self._video(), *_AAC, *_MUX, "-t", f"{float(self.shape.length_s):.3f}", "pipe:1"]

    def _video(self) -> list[str]:
        if not self.picture:
            return []
        shape = self.shape
        keys = f"-g {shape.key_every} -keyint_min {shape.key_every} -sc_threshold 0 -flags +cgop"
        rates = f"-b:v {shape.kbit}k -maxrate {shape.kbit * 5 // 4}k -bufsize {shape.kbit // 2}k"
        codec = f"-c:v libx264 -preset superfast -profile:v high -bf 2 -threads 2 {keys} {rates}"
        return [*codec.split(), "-r", str(shape.rate)]


def _words(text: str) -> list[str]:
    return text.split()


_AAC = _words("-c:a aac -b:a 128k -ac 2")
_MP3 = _words("-c:a libmp3lame -b:a 128k -reservoir 0 -write_xing 0 -id3v2_version 0 -f mp3 pipe:1")
# Small sound packets: a full one holds 180 ms, and would come too late for its first samples.
_MUX = _words("-f mpegts -muxdelay 0.2 -muxpreload 0.2 -pes_payload_size 400 -pcr_period 20 -mpegts_flags +pat_pmt_at_frames")
