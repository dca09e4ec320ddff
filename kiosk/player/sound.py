"""Where sound goes and how loud: chosen once per process, so that a machine without sound neither warns nor waits."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def loudness_percent(cap_percent: int, volume_percent: int, *, muted: bool) -> int:
    """The volume for libvlc (0 to 100) for a patient's volume (0 to 100, of the cap).

    libvlc cubes this number on its way to an amplitude (its `audio_output/volume.h`), which is close to how loudness is
    heard; so the scale here stays linear.
    """
    return 0 if muted else round(cap_percent * max(0, min(volume_percent, 100)) / 100)


def audio_output(environment: Mapping[str, str], cards: Path = Path("/proc/asound/cards")) -> str:
    """The libvlc audio output that this machine can use: `pulse` (PipeWire speaks it too), `alsa`, else `adummy`.

    Asked before libvlc starts, because libvlc would try each in turn and ALSA's library complains on standard error when
    there is no card.
    """
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if environment.get("PULSE_SERVER") or (runtime and Path(runtime, "pulse/native").exists()):
        return "pulse"
    if environment.get("ALSA_CONFIG_PATH") or _has_card(cards):
        return "alsa"
    return "adummy"


def _has_card(cards: Path) -> bool:
    try:
        return any(line.lstrip()[:1].isdigit() for line in cards.read_text().splitlines())
    except OSError:
        return False
