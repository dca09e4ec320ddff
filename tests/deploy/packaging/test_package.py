"""The packages as a hospital meets them: made twice, installed in bare Debian systems, upgraded, removed and purged there."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.packaging.contents import CHECKOUT, Edition
from deploy.packaging.making import Made, edition, make
from deploy.packaging.releases import HERE, RELEASES
from deploy.packaging.rooms import room
from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Hospital, Offer
from flexcare.session.ward_writer import write_ward
from tests.deploy.packaging.booting import started
from tests.deploy.packaging.box import Box, box
from tests.helpers.own_network import needs_root

pytestmark = [pytest.mark.long, needs_root, pytest.mark.timeout(400)]

VENV = "/usr/lib/flexcare/venv"
NEXT = "99.0"
QUICK = ("-Znone",)
"""For the next version, of which only the content matters here."""

BOOKS = (
    "/var/lib/dpkg",
    "/var/lib/apt",
    "/var/cache/apt",
    "/var/log",
    "/var/cache/ldconfig",
    "/var/cache/debconf",
    "/etc/ld.so.cache",
    "/var/lib/systemd",
    "/mnt",
    "/root",
    "/dev",
    "/proc",
    "/sys",
    "/run",
    "/tmp",
)
"""Where Debian itself writes down that something was installed, and where the box puts its own things."""
ACCOUNTS = (
    "/etc/passwd",
    "/etc/group",
    "/etc/shadow",
    "/etc/gshadow",
    "/etc/passwd-",
    "/etc/group-",
    "/etc/shadow-",
    "/etc/gshadow-",
    "/etc/.pwd.lock",
)
"""The locked accounts stay, as Debian advises: a number given away again could meet a file that still belongs to it."""


HERE_TOO = [name for name, release in RELEASES.items() if HERE in release.architectures]
"""Those that there is a package of for a machine like this."""


@pytest.fixture(scope="session", params=[pytest.param(name, marks=pytest.mark.xdist_group(f"package-{name}")) for name in HERE_TOO])
def release(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def packages(release: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the packages of a release, the ward of a bed, and what looks on."""
    folder = tmp_path_factory.mktemp(f"packages-{release}")
    make(edition(RELEASES[release]), folder)
    write_ward(folder / "ward", Offer(Hospital("A hospital"), (Channel(1, "One", Stream("udp://@239.0.0.1:1234")),)), {})
    shutil.copy(Path(__file__).with_name("probe.py"), folder)
    shutil.copytree(CHECKOUT / "deploy" / "demo_hospital", folder / "hospital")
    # Accounts of the box read it, and pytest's folders are this one's alone.
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def clean(release: str, packages: Path, tmp_path: Path) -> Iterator[Box]:
    with box(room(RELEASES[release]), packages, tmp_path / "box") as system:
        yield system


def made(folder: Path, what: Edition) -> Made:
    return Made(*(folder / f"{name}_{what.debian_version}_{what.architecture}.deb" for name in ("flexcare", "flexcare-tablet")))


def install(system: Box, *paths: Path) -> None:
    """By apt, as IT does, which finds all dependencies or fails: there is no network."""
    system.run("apt-get", "install", "--quiet", "--yes", "--no-install-recommends", *(f"/mnt/{path.name}" for path in paths))


def digests(packages: Made) -> list[str]:
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in (packages.program, packages.tablet)]


def test_two_builds_are_the_same_and_small_enough_to_roll_out(release: str, packages: Path, tmp_path: Path) -> None:
    what = edition(RELEASES[release])
    before = os.umask(0o077)
    try:
        again = make(what, tmp_path / "another place")
    finally:
        os.umask(before)
    first = made(packages, what)
    assert digests(again) == digests(first)
    assert first.program.stat().st_size < 200e6
    assert first.tablet.stat().st_size < 100e3


def test_a_desk_gets_the_program_and_nothing_that_changes_its_machine(release: str, packages: Path, clean: Box) -> None:
    install(clean, made(packages, edition(RELEASES[release])).program)
    assert clean.shell("flexcare --version").startswith("flexcare ")
    # Nothing of the machine that built it, and everything that it is linked with.
    assert clean.shell(f"grep -rlF -e '{CHECKOUT}' -e '{packages}' {VENV} || true") == ""
    libraries = f"find {VENV} -type f \\( -name '*.so*' -o -name QtWebEngineProcess \\) | xargs ldd 2>&1 | grep 'not found' || true"
    assert clean.shell(libraries) == ""
    assert clean.run("flexcare", "check", "/mnt/hospital").returncode == 0
    look = ("getent passwd | grep flexcare", "ls /etc/systemd/system/*/ | grep flexcare", "ls -d /etc/flexcare 2>/dev/null")
    assert clean.shell("".join(f"{each} || true; " for each in look)) == ""
    # Compiled for this machine, in a way that trusts no dates; nobody is left to compile at a bed.
    compiled = clean.shell(f"find {VENV} -name '*.pyc' | wc -l; find {VENV}/lib/python3.*/site-packages/kiosk -name '*.py' | wc -l").split()
    assert int(compiled[0]) > 1000
    assert clean.shell(f"find {VENV}/lib/python3.*/site-packages/kiosk -name '*.pyc' | wc -l").strip() == compiled[1]


def test_a_tablet_shows_sessions_and_pages(release: str, packages: Path, clean: Box) -> None:
    both = made(packages, edition(RELEASES[release]))
    install(clean, both.program, both.tablet)
    as_session = "setpriv --reuid flexcare-session --regid flexcare-session --clear-groups env HOME=/run/c XDG_RUNTIME_DIR=/run/c"
    room_for_it = "mkdir -p /run/c /var/cache/flexcare; chown flexcare-session /run/c /var/cache/flexcare"
    found = clean.shell(f"{room_for_it}; {as_session} /usr/lib/flexcare/session-caches; find /var/cache/flexcare -name '*.qmlc' | wc -l")
    assert int(found) > 10
    assert "shown" in clean.shell(f"{room_for_it}; {as_session} {VENV}/bin/python -P /mnt/probe.py 2>&1")
    watch = (
        "flexcare run --ward /mnt/ward --state /run/s --run /run/r 2>/run/log & pid=$!; "
        "timeout 60 sh -c 'until [ -s /run/s/receipts.jsonl ]; do sleep 0.1; done'; kill $pid; wait $pid; cat /run/s/receipts.jsonl"
    )
    receipt = json.loads(clean.run("sh", "-uc", watch, kernel="open").stdout)
    assert receipt["kind"] == "boot"
    assert set(receipt["verified"]) >= {"processes", "mounts", "sockets", "output"}


HEADLESS = "WLR_BACKENDS=headless\nWLR_RENDERER=pixman\nWLR_LIBINPUT_NO_DEVICES=1\n"
NO_CONSOLE = "[Service]\nTTYPath=\nTTYReset=no\nTTYVHangup=no\nTTYVTDisallocate=no\n"
A_WARD = "run --ward /mnt/ward --state"


def test_a_machine_starts_as_a_tablet(release: str, packages: Path, clean: Box) -> None:
    """All units under systemd itself, with their hardening; only the display, the console and the hospital's server are not there."""
    both = made(packages, edition(RELEASES[release]))
    install(clean, both.program, both.tablet)
    supervisor = clean.shell("sed -n 's/^ExecStart=//p' /usr/lib/systemd/system/flexcare.service").strip()
    clean.write("etc/flexcare/display.env", HEADLESS)
    clean.write("etc/systemd/system/flexcare-seat.service.d/box.conf", NO_CONSOLE)
    override = f"[Service]\nExecStart=\nExecStart={supervisor.replace('run --state', A_WARD)}\n"
    clean.write("etc/systemd/system/flexcare.service.d/box.conf", override)
    with started(clean) as system:
        state = system.await_start()
        assert state == "running", system.shell("systemctl --failed --no-legend; journalctl --no-pager -o cat -u 'flexcare*' | tail -n 40")
        receipt = json.loads(system.shell("head -n 1 /var/lib/flexcare/receipts.jsonl"))
        assert (receipt["kind"], set(receipt["verified"])) == ("boot", {"processes", "mounts", "sockets", "memory", "output"})
        # Nothing of the program but the seat is root, and nobody may log in anywhere.
        running = [line.split(None, 1) for line in system.shell("ps -e -o user:32=,args=").splitlines()]
        ours = {
            user
            for user, words in running
            if "flexcare" in words and "seatd" not in words and "sh -uc" not in words and "ps -e" not in words
        }
        assert {"flexcare", "flexcare-session", "flexcare-display"} <= ours
        assert ours <= {"flexcare", "flexcare-session", "flexcare-display"}
        assert not [
            words for _, words in running if "getty" in words or "login" in words.split("/")[-1].split()[0].replace("systemd-logind", "")
        ]
        assert {"table inet flexcare {", "table inet flexcare_tablet {"} <= set(system.shell("nft list ruleset").splitlines())
        assert int(system.shell("find /var/cache/flexcare -name '*.qmlc' | wc -l")) > 10


def test_a_tablets_files_are_in_force(release: str, packages: Path, clean: Box) -> None:
    both = made(packages, edition(RELEASES[release]))
    install(clean, both.program, both.tablet)
    accounts = clean.shell("getent passwd flexcare flexcare-session flexcare-display").splitlines()
    assert [line.split(":")[6] for line in accounts] == ["/usr/sbin/nologin"] * 3
    assert clean.shell("id -Gn flexcare-session").split() == ["flexcare-session"]
    assert clean.shell("stat -c '%U %a' /var/lib/flexcare").split() == ["flexcare", "700"]
    assert "Storage=volatile" in clean.shell("systemd-analyze --no-pager cat-config systemd/journald.conf")
    clean.shell("nft --check --file /usr/lib/flexcare/tablet.nft")
    # A list in the environment of the kiosk's own folder names; what IT wrote goes to it through the command line.
    key = clean.shell("umask 077; flexcare enrol --show-key")
    assert clean.shell("flexcare enrol --show-key; stat -c %U /var/lib/flexcare/trust/secrets").split() == [key.strip(), "flexcare"]
    refused = clean.run(
        "sh",
        "-c",
        "umask 077; echo x >/root/stick; flexcare enrol --take /root/stick; ls /run/flexcare-enrolment.* 2>/dev/null",
        check=False,
    )
    assert "damaged" in refused.stderr
    assert refused.stdout == ""
    if clean.run("udevadm", "verify", "--help", check=False).returncode == 0:  # from systemd 254 on
        assert "Fail:    0" in clean.shell("udevadm verify /usr/lib/udev/rules.d/72-flexcare.rules")
    wanted = [
        path.name
        for path in (CHECKOUT / "deploy" / "systemd").glob("*.service")
        if "[Install]" in path.read_text() and "@" not in path.name
    ]
    enabled = clean.shell("ls /etc/systemd/system/*.wants")
    assert all(name in enabled for name in wanted)


def test_upgrades_keep_and_removals_leave_nothing(release: str, packages: Path, clean: Box, tmp_path: Path) -> None:
    before = clean.files()
    both = made(packages, edition(RELEASES[release]))
    install(clean, both.program, both.tablet)
    clean.shell("echo kept >/var/lib/flexcare/receipts.jsonl; echo '#NTP=ours' >>/etc/systemd/timesyncd.conf.d/50-flexcare.conf")

    later = make(edition(RELEASES[release], NEXT), tmp_path / "next", QUICK)
    for path in (later.program, later.tablet):
        shutil.move(path, packages)
    install(clean, *(packages / path.name for path in (later.program, later.tablet)))
    assert clean.shell("dpkg-query -W -f '${Version} ' flexcare flexcare-tablet").split() == [f"{NEXT}~deb{RELEASES[release].number}"] * 2
    assert (
        clean.shell("cat /var/lib/flexcare/receipts.jsonl; tail -n 1 /etc/systemd/timesyncd.conf.d/50-flexcare.conf") == "kept\n#NTP=ours\n"
    )
    assert clean.shell(f"ls -d {VENV}/lib/python3.*/site-packages/flexcare-*.dist-info | wc -l; dpkg --verify flexcare").split() == ["1"]

    clean.shell("dpkg --remove flexcare-tablet flexcare")
    left = {name for name in clean.files().keys() - before.keys() if not name.startswith(BOOKS)}
    assert not {name for name in left if name.startswith("/usr")}
    assert "/var/lib/flexcare/receipts.jsonl" in left

    clean.shell("dpkg --purge flexcare-tablet flexcare")
    after = clean.files()
    changed = {name for name in after.keys() | before.keys() if after.get(name) != before.get(name) and not name.startswith(BOOKS)}
    assert changed - set(ACCOUNTS) == set()
