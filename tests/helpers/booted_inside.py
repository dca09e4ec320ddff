"""What is done inside a booted tablet, as its root: looks, asks, kills, and writes down what came of it. `python ... ANSWER-FILE`"""

from __future__ import annotations

import contextlib
import ipaddress
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flexcare.guide.build import GuideSource
from flexcare.guide.job import to_job
from flexcare.lineup.channel import Channel, Stream
from flexcare.supervisor.filtering import to_asked
from flexcare.supervisor.reach import Opening

PATIENCE_S = 60.0
LIVE = ("flexcare.service", "flexcare-launcher.service", "flexcare-display.service")
RECEIPTS = Path("/var/lib/flexcare/receipts.jsonl")
GUIDE = Path("/var/lib/flexcare/guide")
PICTURES = Path("/var/lib/flexcare/trust/pictures")
NOW_S = 1_700_000_000
XMLTV = b"""<tv><channel id="one"><display-name>One</display-name></channel>
<programme start="20231114223000 +0000" stop="20231114233000 +0000" channel="one"><title>News</title></programme></tv>"""


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S).stdout.strip()


def until(what: str, condition: Callable[[], object]) -> None:
    deadline_s = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > deadline_s:
            raise TimeoutError(what)
        time.sleep(0.1)


def main_pid(unit: str) -> int:
    return int(run("systemctl", "show", "--property=MainPID", "--value", unit) or 0)


def receipts() -> list[dict[str, Any]]:
    return [json.loads(line) for line in RECEIPTS.read_text().splitlines()] if RECEIPTS.exists() else []


def windows() -> list[str]:
    """The sessions whose windows sway has."""
    told = run("swaymsg", "-s", "/run/flexcare-display/sway.sock", "-t", "get_tree")
    return sorted({word for word in told.replace('"', " ").split() if word.startswith("flexcare-session-")})


def is_shown() -> bool:
    return bool(windows()) and all(run("systemctl", "is-active", unit) == "active" for unit in LIVE)


def ask(place: str, words: bytes) -> str:
    """What a service that is started for this connection answers."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(PATIENCE_S)
        line.connect(place)
        line.sendall(words)
        line.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := line.recv(65536):
            answer += piece
    return answer.decode()


def status(pid: int) -> dict[str, str]:
    wanted = ("Uid", "CapPrm", "CapBnd", "NoNewPrivs", "Seccomp")
    lines = (line.partition(":") for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return {name: value.split()[0] for name, _, value in lines if name in wanted}


def kiosk_pid() -> int:
    """A process inside a session."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                words = (folder / "cmdline").read_bytes().split(b"\0")
                if b"kiosk" in words and b"python" in words[0]:
                    return int(folder.name)
    return 0


def begun(found: dict[str, Any]) -> None:
    until("a session", lambda: is_shown() and len(receipts()) >= 1)
    found["processes"] = {unit: status(main_pid(unit)) for unit in LIVE} | {"kiosk": status(kiosk_pid())}
    found["users"] = {name: run("id", "-u", name) for name in ("flexcare", "flexcare-session", "flexcare-display")}
    found["rules at first"] = run("nft", "list", "table", "inet", "flexcare")


def cleared(_found: dict[str, Any]) -> None:
    until("a standby", lambda: len(windows()) == 2)
    os.kill(main_pid("flexcare.service"), signal.SIGUSR1)
    until("a receipt", lambda: len(receipts()) >= 2)
    until("a standby again", lambda: len(windows()) == 2)


def served(found: dict[str, Any]) -> None:
    opening = Opening(tcp=frozenset({(ipaddress.ip_address("198.51.100.7"), 443)}))
    found["filter"] = ask("/run/flexcare-filter/socket", to_asked(opening, ()))
    found["rules then"] = run("nft", "list", "table", "inet", "flexcare")
    run("install", "-d", "-o", "flexcare", "-g", "flexcare", "-m", "700", str(GUIDE))
    # Where a file lies that was published with the configuration.
    run("install", "-d", "-o", "flexcare", "-g", "flexcare", "-m", "700", str(PICTURES.parent), str(PICTURES))
    (PICTURES / "source.xml").write_bytes(XMLTV)
    (GUIDE.parent / "receipts.xml").write_bytes(XMLTV)
    run("chown", "-R", "flexcare:flexcare", str(GUIDE), str(PICTURES))
    channels = (Channel(1, "One", Stream("udp://@239.1.1.1:5000"), guide_id="one"),)
    found["guide"] = json.loads(
        ask("/run/flexcare-guide/socket", to_job([GuideSource(PICTURES / "source.xml")], channels, GUIDE / "made.sqlite", NOW_S))
    )
    elsewhere = to_job([GuideSource(PICTURES / "source.xml")], channels, Path("/var/lib/flexcare/elsewhere.sqlite"), NOW_S)
    hidden = to_job([GuideSource(GUIDE.parent / "receipts.xml")], channels, GUIDE / "made.sqlite", NOW_S)
    found["guide of what is not its business"] = json.loads(ask("/run/flexcare-guide/socket", hidden) or "{}")
    found["guide elsewhere"] = json.loads(ask("/run/flexcare-guide/socket", elsewhere) or "{}")


def killed(found: dict[str, Any]) -> None:
    """Every service that lives long is killed, and comes back with a session on the screen."""
    found["came back"] = []
    for unit in (*LIVE, *LIVE):
        before = main_pid(unit)
        os.kill(before, signal.SIGKILL)
        until(f"{unit} again", lambda unit=unit, before=before: main_pid(unit) not in (0, before))  # type: ignore[misc]
        until("a session again", lambda: is_shown() and len(windows()) == 2)
        found["came back"].append(unit)


def main() -> int:
    """Do all of it; what was found is written even where it breaks off."""
    found: dict[str, Any] = {"error": ""}
    try:
        for step in (begun, cleared, served, killed):
            step(found)
    except (TimeoutError, OSError, ValueError) as error:
        found["error"] = f"{type(error).__name__}: {error}"
    found["receipts"] = receipts()
    found["journal"] = run("journalctl", "--no-pager", "--boot", "--output=cat", "--unit=flexcare*")
    found["failed"] = run("systemctl", "--failed", "--plain", "--no-legend", "--no-pager")
    Path(sys.argv[1]).write_text(json.dumps(found))
    subprocess.run(["systemctl", "--force", "--force", "poweroff"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
