"""The peer of the guide's bench: Kodi with pvr.iptvsimple (Debian: kodi-bin, kodi-pvr-iptvsimple), headless under sway.

Kodi reads the whole guide into memory at every start. The time is what pvr.iptvsimple itself writes into its log, the memory is the largest
resident size of Kodi until then; without a guide it is about 200 MB.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

from flexcare.lineup.channel import Channel

_KODI = "/usr/lib/x86_64-linux-gnu/kodi/kodi.bin"
_ADDON = "pvr.iptvsimple"
_PORT = 9090
_START_TIMEOUT_S, _LOAD_TIMEOUT_S = 60.0, 300.0
_LOADED = re.compile(r"LoadEpgEntries - Loaded '(\d+)' EPG entries.*EPG Loaded - (\d+) \(ms\)", re.DOTALL)
_DISPLAY = "wayland-1"
_SCRIPT = (
    f'sway -c /dev/null & while [ ! -S "$XDG_RUNTIME_DIR/{_DISPLAY}" ]; do sleep 0.1; done; exec {_KODI} --windowing=wayland --standalone'
)


def is_there() -> bool:
    """Whether Kodi and what it needs are installed, and nobody listens where it would."""
    addon = Path("/usr/share/kodi/addons") / _ADDON
    return Path(_KODI).exists() and addon.is_dir() and all(map(shutil.which, ("bwrap", "sway"))) and not _answers()


def measure(folder: Path, xmltv: Path, channels: Sequence[Channel], ids: Sequence[str], days: int) -> dict[str, float]:
    """Have Kodi load a guide whose first day is today: `time_s`, `peak_mb`, and how many `programmes` it took."""
    home = folder / "kodi"
    _set_up(home, xmltv, channels, ids)
    with _running(home) as kodi:
        _ask("Settings.SetSettingValue", setting="epg.futuredaystodisplay", value=days)
        _ask("Addons.SetAddonEnabled", addonid=_ADDON, enabled=True)
        programmes, milliseconds = _loaded(home / ".kodi" / "temp" / "kodi.log")
        peak_kb = max(_peak_kb(process) for process in kodi.children(recursive=True))
    return {"time_s": milliseconds / 1000, "peak_mb": peak_kb * 1024 / 1e6, "programmes": programmes}


def _set_up(home: Path, xmltv: Path, channels: Sequence[Channel], ids: Sequence[str]) -> None:
    settings = home / ".kodi" / "userdata" / "addon_data" / _ADDON
    settings.mkdir(parents=True)
    playlist = home / "list.m3u"
    with playlist.open("w", encoding="utf-8") as out:
        out.write("#EXTM3U\n")
        for channel, guide_id in zip(channels, ids, strict=True):
            out.write(f'#EXTINF:-1 tvg-id="{guide_id}" tvg-chno="{channel.number}",{channel.name}\n{channel.stream.address}\n')
    values = {"m3uPathType": "0", "m3uPath": playlist, "m3uCache": "false", "epgPathType": "0", "epgPath": xmltv, "epgCache": "false"}
    lines = "".join(f'<setting id="{name}">{value}</setting>' for name, value in values.items())
    for name in ("settings.xml", "instance-settings-1.xml"):
        (settings / name).write_text(f'<settings version="2">{lines}</settings>')


@contextmanager
def _running(home: Path) -> Iterator[psutil.Process]:
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "WAYLAND_DISPLAY": _DISPLAY,
        "WLR_BACKENDS": "headless",
        "WLR_RENDERER": "pixman",
        "WLR_LIBINPUT_NO_DEVICES": "1",
        "LIBGL_ALWAYS_SOFTWARE": "1",
    }
    # Sway takes root for a mistake; all that is started ends with the namespace.
    inside = ["bwrap", "--dev-bind", "/", "/", "--unshare-user", "--uid", "1000", "--gid", "1000", "--unshare-pid", "--proc", "/proc"]
    command = [*inside, "--die-with-parent", "bash", "-c", _SCRIPT]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as bubble:
        try:
            _wait(_answers, _START_TIMEOUT_S, "Kodi does not start")
            yield psutil.Process(bubble.pid)
        finally:
            bubble.send_signal(signal.SIGKILL)


def _answers() -> bool:
    try:
        socket.create_connection(("127.0.0.1", _PORT), timeout=1).close()
    except OSError:
        return False
    return True


def _ask(method: str, **parameters: Any) -> None:
    """Ask over Kodi's JSON-RPC; notifications come in between."""
    with socket.create_connection(("127.0.0.1", _PORT), timeout=30) as connection:
        connection.sendall(json.dumps({"jsonrpc": "2.0", "id": "bench", "method": method, "params": parameters}).encode())
        answer = ""
        while '"id":"bench"' not in answer:
            piece = connection.recv(65536)
            if not piece:
                raise RuntimeError(f"Kodi does not answer to {method}")
            answer += piece.decode()
    if '"error"' in answer:
        raise RuntimeError(f"Kodi refuses {method}: {answer}")


def _loaded(log: Path) -> tuple[int, int]:
    def find() -> re.Match[str] | None:
        return _LOADED.search(log.read_text(encoding="utf-8", errors="replace"))

    _wait(lambda: find() is not None, _LOAD_TIMEOUT_S, "Kodi does not load the guide")
    found = find()
    assert found is not None
    return int(found[1]), int(found[2])


def _wait(is_so: Any, timeout_s: float, otherwise: str) -> None:
    end = time.monotonic() + timeout_s
    while not is_so():
        if time.monotonic() > end:
            raise RuntimeError(otherwise)
        time.sleep(0.2)


def _peak_kb(process: psutil.Process) -> int:
    status = Path(f"/proc/{process.pid}/status").read_text()
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")), 0)
