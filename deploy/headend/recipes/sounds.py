"""What the stations sound like: quiet enough for a ward, each its own."""

from __future__ import annotations

from collections.abc import Sequence

_RATE = 16_000  # enough for tones, a third of the work


def tune(steps: Sequence[int | None], step_s: float, base_hz: float, *, decay: float = 4.0, level: float = 0.3) -> str:
    """A melody of plucked notes: `steps` are semitones above `base_hz`, None is a rest; it repeats."""
    pitch = "+".join(f"{base_hz * 2 ** (step / 12):.2f}*eq(ld(0),{place})" for place, step in enumerate(steps) if step is not None)
    wave = "(sin(2*PI*ld(2)*ld(1))+0.35*sin(4*PI*ld(2)*ld(1))+0.12*sin(6*PI*ld(2)*ld(1)))"
    note = f"st(0,mod(floor(t/{step_s}),{len(steps)}));st(1,mod(t,{step_s}));st(2,{pitch})"
    return f"aevalsrc='{note};{level}*clip(ld(1)*90,0,1)*clip(({step_s}-ld(1))*60,0,1)*exp(-{decay}*ld(1))*{wave}':s={_RATE}"


def pad(tones_hz: Sequence[float], *, sway_hz: float = 0.2, level: float = 0.25) -> str:
    """A held chord whose tones swell one after the other."""
    parts = "+".join(f"sin(2*PI*{tone}*t)*(0.6+0.4*sin(2*PI*{sway_hz}*t+{place * 1.7:.1f}))" for place, tone in enumerate(tones_hz))
    return f"aevalsrc='{level / len(tones_hz) * 2:.3f}*({parts})':s={_RATE}"


def noise(colour: str, low_hz: int, high_hz: int, *, sway_hz: float = 0.2, depth: float = 0.6, level: float = 0.5) -> str:
    """Wind, waves or a crowd: coloured noise between two frequencies that comes and goes."""
    source = f"anoisesrc=color={colour}:amplitude={level}:sample_rate={_RATE}:seed=7"
    return f"{source},highpass=f={low_hz},lowpass=f={high_hz},tremolo=f={sway_hz}:d={depth}"


def birds() -> str:
    """Two birds over a breath of wind."""
    first = "sin(2*PI*(2600*t+60*sin(2*PI*9*t)))*pow(clip(sin(2*PI*0.83*t),0,1),4)*pow(0.5+0.5*sin(2*PI*9*t),2)"
    second = "sin(2*PI*(3400*t+40*sin(2*PI*14*t)))*pow(clip(sin(2*PI*0.37*t+2),0,1),8)*pow(0.5+0.5*sin(2*PI*14*t),2)"
    return f"aevalsrc='0.14*{first}+0.10*{second}+0.02*(random(0)-0.5)':s={_RATE}"


def beat() -> str:
    """A drum, a bass and a chord at 125 beats a minute."""
    drum = "0.5*exp(-14*mod(t,0.48))*sin(2*PI*(52*mod(t,0.48)+3*(1-exp(-40*mod(t,0.48)))))"
    bass = "0.2*sin(2*PI*t*(55*lt(mod(t,3.84),1.92)+65.41*gte(mod(t,3.84),1.92)))*pow(abs(sin(2*PI*t/0.96)),2)"
    chord = "0.07*(sin(2*PI*220*t)+sin(2*PI*261.6*t)+sin(2*PI*329.6*t))*pow(0.5+0.5*cos(2*PI*t/0.48+PI),2)"
    return f"aevalsrc='{drum}+{bass}+{chord}':s={_RATE}"


SOUNDS = {
    "et": pad((220, 277.2, 329.6, 440)),
    "nyt24": tune((0, None, 0, 0, 7, None, 5, None, 3, None, 3, 5, 7, None, None, None), 0.15, 293.7, decay=9),
    "natur": birds(),
    "havn": noise("brown", 60, 900, sway_hz=0.21, depth=0.8),
    "sport": noise("pink", 300, 2200, sway_hz=0.4, depth=0.5, level=0.3),
    "born": tune((0, 4, 7, 4, 5, 9, 12, None, 7, 4, 5, 2, 0, 2, 0, None), 0.3, 523.3, decay=6),
    "musik": beat(),
    "bio": pad((55, 82.4, 110.5, 164.8), sway_hz=0.1, level=0.4),
    "albayt": tune((0, 1, 4, 5, 7, 5, 4, 1, 0, None, 7, 8, 10, 8, 7, None, 5, 4, 5, 7, 4, 1, 0, None), 0.4, 220, decay=3),
    "wetter": pad((261.6, 392, 523.3), sway_hz=0.4),
    "prove": tune((0, 12), 0.96, 440, decay=1.5, level=0.15),
    "rolig": pad((174.6, 220, 261.6, 349.2), sway_hz=0.11),
    "jazz": tune((0, 3, None, 5, 6, 7, None, 10, 7, None, 6, 5, 3, None, 0, None), 0.24, 196, decay=5),
}
"""The sound of each station by its name."""
