"""What scenes are painted with: lavfi snippets for a loop of 9.6 s at 1280x720 and 50 pictures a second.

A still is computed once and then shown for ever, which is cheap; what must change everywhere is computed small and scaled up.
In every expression `T` stands for the loop's length, so that a motion of whole turns closes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT, RATE, LOOP_S = 1280, 720, 50, 9.6
_FALLBACKS = (Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"), Path("/usr/share/fonts/TTF/DejaVuSans.ttf"))
_THEME = Path(__file__).resolve().parents[3] / "theme" / "fonts"


@dataclass(frozen=True, slots=True)
class Fonts:
    """Typefaces for words in pictures; where there is none, the pictures stay without words."""

    latin: Path | None
    arabic: Path | None

    @classmethod
    def find(cls, wanted: Path | None) -> Fonts:
        """The wanted typeface, else the theme's, else the machine's."""
        machine = next((font for font in _FALLBACKS if font.is_file()), None)
        theme = _THEME / "AtkinsonHyperlegibleNext-Regular.ttf"
        latin = next((font for font in (wanted, theme) if font is not None and font.is_file()), machine)
        arabic = next(iter(sorted(_THEME.glob("*Arabic*.ttf"))), machine)
        return cls(latin, arabic)

    @property
    def files(self) -> tuple[Path, ...]:
        return tuple(font for font in (self.latin, self.arabic) if font is not None)

    def text(self, words: str, x: str, y: str, size: int, colour: str = "white", more: str = "") -> str:
        """A filter that writes `words`, which hold no quote, colon, backslash or per cent sign; `more` is further options of drawtext."""
        font = self.arabic if any("\u0600" <= letter <= "\u06ff" for letter in words) else self.latin
        if font is None:
            return "null"
        place = str(font).replace("\\", "\\\\").replace(":", "\\:")
        return loop(
            f"drawtext=fontfile='{place}':expansion=none:text='{words}':x='{x}':y='{y}':fontsize={size}:fontcolor={colour}"
            + (f":{more}" if more else "")
        )


def loop(expression: str) -> str:
    """Put the loop's length where the expression says `$T`."""
    return expression.replace("$T", str(LOOP_S))


def still(width: int, height: int, r: str, g: str, b: str, a: str = "255") -> str:
    """A source that shows one computed picture for ever, with transparency."""
    once = f"color=c=black:s={width}x{height}:r={RATE}:d=0.02,format=rgba,geq=r='{r}':g='{g}':b='{b}':a='{a}'"
    return f"{once},format=yuva420p,loop=loop=-1:size=1:start=0,setpts=N/{RATE}/TB"


def ground(r: str, g: str, b: str) -> str:
    """A still that fills the picture and hides what is behind it."""
    return still(WIDTH, HEIGHT, r, g, b) + ",format=yuv420p"


def moving(width: int, height: int, r: str, g: str, b: str, a: str = "") -> str:
    """A source computed anew for every picture: keep it small."""
    shape = f"color=c=black:s={width}x{height}:r={RATE},format={'rgba' if a else 'gbrp'}"
    return loop(f"{shape},geq=r='{r}':g='{g}':b='{b}'" + (f":a='{a}'" if a else ""))


def filling(flags: str = "bicubic") -> str:
    """Scale a small source up to the whole picture."""
    return f"scale={WIDTH}:{HEIGHT}:flags={flags}"


def disc(size: int, colour: str, opacity: float = 1.0) -> str:
    """A round still of `size` pixels in a colour of six hexadecimal digits, with a smooth rim."""
    r, g, b = (str(int(colour[at : at + 2], 16)) for at in (0, 2, 4))
    return still(size, size, r, g, b, f"{255 * opacity:.0f}*clip({size / 2 - 1}-hypot(X-{size / 2 - 0.5},Y-{size / 2 - 0.5})+0.5,0,1)")


def stack(base: str, *layers: tuple[str, str, str], finish: str = "null") -> str:
    """Lay `layers` (source, x, y) over `base` in their order, then apply `finish`."""
    parts = [f"{base}[s0]"]
    for number, (source, x, y) in enumerate(layers):
        parts.append(f"{source}[l{number}]")
        parts.append(loop(f"[s{number}][l{number}]overlay=x='{x}':y='{y}'[s{number + 1}]"))
    return ";".join(parts) + f";[s{len(layers)}]{finish}"
