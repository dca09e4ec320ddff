"""The tablet's units: that systemd understands them, that each gives away no more than it must, and that nothing ends in a login prompt."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import deploy
from flexcare.forgetful import FORGETFUL
from flexcare.supervisor.apart import CONFIGURATION, Apart

DEPLOY = Path(deploy.__path__[0])
UNITS = DEPLOY / "systemd"
SERVICES = sorted(path.name for path in UNITS.glob("*.service"))
PROGRAMS = (
    "usr/lib/flexcare/venv/bin/python",
    "usr/lib/flexcare/session-caches",
    "usr/bin/sway",
    "usr/sbin/seatd",
    "bin/sh",
    "usr/bin/sh",
    "usr/bin/id",
    "usr/sbin/nft",
)
KNOWS_ALL = 254
KINDS = (".service", ".socket", ".timer")
NEWER = ("RestartSteps", "RestartMaxDelaySec", "ImportCredential")
"""Keys that systemd of Debian 12 passes over, with a word; Debian 13 knows them."""

READS_THE_NETWORK = 1.5
MAKES_NAMESPACES = 3.0
DRAWS = 3.5
HAS_ONE_RIGHT = 2.0
MOST = {
    "flexcare.service": READS_THE_NETWORK,
    "flexcare-guide@.service": READS_THE_NETWORK,
    "flexcare-take@.service": READS_THE_NETWORK,
    "flexcare-renew@.service": READS_THE_NETWORK,
    # Sessions inherit what it has.
    "flexcare-launcher.service": min(MAKES_NAMESPACES, DRAWS),
    "flexcare-display.service": DRAWS,
    "flexcare-caches.service": READS_THE_NETWORK,
    "flexcare-filter@.service": HAS_ONE_RIGHT,
    "flexcare-firewall.service": HAS_ONE_RIGHT,
    "flexcare-seat.service": HAS_ONE_RIGHT,
}
LIVES_LONG = ("flexcare.service", "flexcare-launcher.service", "flexcare-display.service", "flexcare-seat.service")


def instance(name: str) -> str:
    return name.replace("@.", "@one.")


def _as_known(text: str) -> str:
    """A unit without what this systemd is too old to know."""
    said = subprocess.run(["systemd-analyze", "--version"], capture_output=True, text=True, check=True, timeout=60).stdout
    if int(said.split()[1]) >= KNOWS_ALL:
        return text
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(NEWER))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A machine's root with the units where the package puts them, systemd's own, and something to start at every place."""
    ours = tmp_path / "usr/lib/systemd/system"
    ours.mkdir(parents=True)
    for unit in Path("/usr/lib/systemd/system").iterdir():
        if unit.is_file() and unit.suffix in (".target", ".service", ".socket", ".slice", ".timer"):
            shutil.copy(unit, ours / unit.name, follow_symlinks=True)
    for path in (*UNITS.glob("*.*"), *UNITS.glob("*.service.d/*.conf")):
        if path.is_file():
            target = ours / path.relative_to(UNITS)
            target.parent.mkdir(exist_ok=True)
            target.write_text(_as_known(path.read_text()))
    for program in PROGRAMS:
        place = tmp_path / program
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy("/bin/true", place)
    return tmp_path


def test_every_service_has_its_limit() -> None:
    assert set(SERVICES) == set(MOST)


@pytest.mark.parametrize("release", ["", *sorted(path.name for path in UNITS.glob("debian-*"))])
@pytest.mark.parametrize("name", SERVICES)
def test_a_service_gives_away_no_more_than_it_must(name: str, release: str, tmp_path: Path) -> None:
    """As it is, and with what a release of Debian changes in it."""
    unit = tmp_path / name
    # Of what is said twice the last counts, as in a drop-in.
    unit.write_text("".join(path.read_text() for path in (UNITS / name, *sorted((UNITS / release / f"{name}.d").glob("*.conf")))))
    said = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", f"--threshold={int(MOST[name] * 10)}", str(unit)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    found = re.search(r"Overall exposure level for \S+: ([0-9.]+)", said.stdout)
    assert found, said.stderr
    assert float(found[1]) <= MOST[name], said.stdout
    assert said.returncode == 0


def test_systemd_understands_every_unit(root: Path) -> None:
    units = [f"/usr/lib/systemd/system/{path.name}" for path in UNITS.iterdir() if path.suffix in KINDS and "@" not in path.name]
    instances = [path.name for path in UNITS.iterdir() if path.suffix in KINDS and "@" in path.name]
    folder = root / "usr/lib/systemd/system"
    for name in instances:
        shutil.copy(folder / name, folder / instance(name))
        units.append(f"/usr/lib/systemd/system/{instance(name)}")
    said = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", f"--root={root}", *units],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert [line for line in said.stderr.splitlines() if "flexcare" in line] == []
    assert said.returncode == 0, said.stderr


def test_a_fault_in_a_unit_would_be_seen(root: Path) -> None:
    unit = root / "usr/lib/systemd/system/flexcare.service"
    unit.write_text(unit.read_text().replace("Restart=always", "Restart=perhaps").replace("venv/bin/python", "venv/bin/nothing"))
    said = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", f"--root={root}", "/usr/lib/systemd/system/flexcare.service"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "perhaps" in said.stderr
    assert said.returncode != 0


@pytest.mark.parametrize("name", LIVES_LONG)
def test_what_lives_long_is_started_again_for_ever(name: str) -> None:
    text = (UNITS / name).read_text()
    assert "\nStartLimitIntervalSec=0\n" in text.partition("[Service]")[0]
    assert "\nRestart=always\n" in text
    assert "\nRestartMaxDelaySec=" in text


@pytest.mark.parametrize("name", LIVES_LONG[:3])
def test_what_lives_long_tells_that_it_lives(name: str) -> None:
    text = (UNITS / name).read_text()
    assert "\nType=notify\n" in text
    assert re.search(r"\nWatchdogSec=[1-9]", text)


@pytest.mark.parametrize("name", SERVICES)
def test_each_exception_is_explained_beside_it(name: str) -> None:
    """What others have and this one lacks is named in a comment of the same unit."""
    text = (UNITS / name).read_text()
    for directive in ("PrivateNetwork", "PrivateDevices", "ProtectKernelTunables", "ProtectKernelLogs", "ProtectControlGroups"):
        assert f"\n{directive}=yes\n" in text or directive in _comments(text), directive
    for directive in ("ProtectHostname", "MemoryDenyWriteExecute", "RestrictNamespaces", "ProtectProc", "PrivateUsers"):
        assert re.search(rf"\n{directive}=(yes|invisible)\n", text) or directive in _comments(text), directive


def _comments(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if line.startswith("#"))


@pytest.mark.parametrize("name", ["emergency.service.d/50-flexcare.conf", "rescue.service.d/50-flexcare.conf"])
def test_a_start_that_fails_asks_nobody_for_a_password(name: str) -> None:
    commands = [line for line in (UNITS / name).read_text().splitlines() if line.startswith("ExecStart=")]
    assert commands[0] == "ExecStart="
    assert len(commands) == 2
    assert "reboot" in commands[1]
    assert "sulogin" not in commands[1]


def test_no_console_has_a_login_prompt() -> None:
    logind = (UNITS / "logind.conf.d/50-flexcare.conf").read_text()
    assert "\nNAutoVTs=0\n" in logind
    assert "\nReserveVT=0\n" in logind
    masks = (UNITS / "masked").read_text().split()
    assert {"getty@tty1.service", "autovt@.service", "ctrl-alt-del.target"} <= set(masks)


def test_the_compositors_configuration_is_the_programs() -> None:
    assert (DEPLOY / "compositor/sway.conf").read_text() == CONFIGURATION
    assert "bindsym" not in CONFIGURATION
    assert "srvrkeys:none" in CONFIGURATION
    assert "xwayland disable" in CONFIGURATION


def test_the_units_and_the_program_mean_the_same_places() -> None:
    apart = Apart.below(Path("/run"))
    assert f"ListenSequentialPacket={apart.launcher}\n" in (UNITS / "flexcare-launcher.socket").read_text()
    assert f"ListenStream={apart.guide}\n" in (UNITS / "flexcare-guide.socket").read_text()
    assert f"ListenStream={apart.filter}\n" in (UNITS / "flexcare-filter.socket").read_text()
    display = (UNITS / "flexcare-display.service").read_text()
    assert f"XDG_RUNTIME_DIR={apart.display}\n" in display
    assert f"GLIBC_TUNABLES={FORGETFUL['GLIBC_TUNABLES']}\n" in display


def test_the_supervisor_reads_no_key_and_no_touch() -> None:
    """What of the input devices its group may open are switches that are no keys."""
    assert "DeviceAllow=char-input r\n" in (UNITS / "flexcare.service").read_text()
    groups = re.findall(r"^SupplementaryGroups=(.*)$", (UNITS / "flexcare.service").read_text(), re.MULTILINE)
    assert groups == ["flexcare-display audio"]
    rules = (DEPLOY / "system/usr/lib/udev/rules.d/73-flexcare-senses.rules").read_text()
    for rule in (line for line in rules.splitlines() if 'SUBSYSTEM=="input"' in line):
        assert 'ENV{ID_INPUT_SWITCH}=="1"' in rule
        assert 'ENV{ID_INPUT_KEY}!="1"' in rule
        assert 'ENV{ID_INPUT_KEYBOARD}!="1"' in rule
