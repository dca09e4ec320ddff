import fcntl
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.deploy.world import ROOT, Checkout, plain_environment, programs, run, without


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout.make(tmp_path / "a checkout")


def stand_in(folder: Path, name: str, body: str) -> str:
    """Put a program in front of Debian's own of that name; returns the PATH to use."""
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    program.chmod(0o755)
    return f"{folder}:{plain_environment()['PATH']}"


# --- the programs as text


@pytest.mark.parametrize("program", programs(), ids=lambda path: path.name)
def test_programs_are_sound_shell(program: Path) -> None:
    found = run(["shellcheck", "--external-sources", "--source-path", str(ROOT), str(program)])
    assert found.stdout + found.stderr == ""
    assert os.access(program, os.X_OK)


def test_the_front_door_is_complete() -> None:
    assert {"setup", "demo", "test", "bench", "flexcare", "clean-root", "run"} <= {path.name for path in programs()}


def test_every_requirement_is_pinned_with_hashes() -> None:
    text = (ROOT / "deploy" / "requirements.txt").read_text(encoding="utf-8")
    entries = re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ").splitlines()
    assert len(entries) > 20
    for entry in entries:
        assert re.fullmatch(r"[a-z0-9.-]+==[^ ]+( ;[^-]+)?( +--hash=sha256:[0-9a-f]{64})+ *", entry), entry
    assert "://" not in text


def test_pins_fit_the_project_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "deploy" / "requirements.txt").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^([a-z0-9.-]+)==([^ ;]+)", text, re.MULTILINE))
    for line in [*project["dependencies"], *project["optional-dependencies"]["test"]]:
        wanted = Requirement(line)
        assert wanted.specifier.contains(pinned[canonicalize_name(wanted.name)]), line


def test_no_installed_package_hides_ours(tmp_path: Path) -> None:
    ours = ["deploy", "flexcare", "kiosk", "tests", "theme"]
    code = f"import importlib; print([importlib.import_module(name).__file__ for name in {ours}])"
    found = run([str(ROOT / ".venv/bin/python"), "-P", "-c", code], cwd=tmp_path)
    assert found.stdout.strip() == str([str(ROOT / name / "__init__.py") for name in ours]), found.stderr


# --- machines on which it cannot work: one plain fault and its cure


def test_not_debian(checkout: Checkout, tmp_path: Path) -> None:
    for program in Path("/usr/bin").iterdir():
        if program.name != "apt-get":
            (tmp_path / program.name).symlink_to(program)
    found = run(checkout.command("flexcare"), environment={"PATH": str(tmp_path)})
    assert found.returncode == 1
    assert "this is not Debian" in found.stderr
    assert "Debian 12 and 13" in found.stderr


def test_missing_package_without_root_or_sudo(checkout: Checkout, tmp_path: Path) -> None:
    checkout.want_package("flexcare-old-name | flexcare-missing  # as if it were not installed")
    found = run([*without("/usr/bin/sudo", writable=tmp_path), *checkout.command("flexcare")])
    assert found.returncode == 1
    assert "Run as root: apt-get install flexcare-missing" in found.stderr


def test_missing_package_where_sudo_wants_a_password(checkout: Checkout, tmp_path: Path) -> None:
    checkout.want_package("flexcare-missing")
    path = stand_in(tmp_path / "bin", "sudo", "exit 1")
    found = run([*without(writable=tmp_path), *checkout.command("flexcare")], environment={"PATH": path})
    assert found.returncode == 1
    assert "no terminal" in found.stderr
    assert "Run as root: apt-get install flexcare-missing" in found.stderr


def test_missing_package_that_apt_cannot_get(checkout: Checkout, tmp_path: Path) -> None:
    checkout.want_package("flexcare-missing")
    path = stand_in(tmp_path / "bin", "apt-get", "echo 'Could not resolve the server'; exit 100")
    found = run([*without(writable=tmp_path, uid=0), *checkout.command("flexcare")], environment={"PATH": path})
    assert found.returncode == 1
    assert "Asking Debian for its list of packages" in found.stderr
    assert "Could not resolve the server" in found.stderr
    assert "Is the network there" in found.stderr


def test_package_for_another_architecture_is_not_wanted(checkout: Checkout) -> None:
    checkout.want_package("[alpha] flexcare-missing")
    found = run(["bash", "-c", 'source "$1" && missing_packages', "-", str(checkout.path / "deploy" / "setup")])
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")


def test_no_python(checkout: Checkout, tmp_path: Path) -> None:
    pythons = [path for folder in ("/usr/bin", "/usr/local/bin") for path in Path(folder).glob("python3*")]
    found = run([*without(*pythons, writable=tmp_path), *checkout.command("flexcare")])
    assert found.returncode == 1
    assert "no Python 3.11 or newer was found" in found.stderr


def test_old_debian_on_arm64(checkout: Checkout, tmp_path: Path) -> None:
    stand_in(tmp_path / "bin", "dpkg-query", "echo 2.36-9+deb12u13")
    path = stand_in(tmp_path / "bin", "dpkg", 'case $1 in --print-architecture) echo arm64 ;; *) exec /usr/bin/dpkg "$@" ;; esac')
    found = run(checkout.command("setup"), environment={"PATH": path})
    assert found.returncode == 1
    assert "Use Debian 13" in found.stderr


def test_somebody_elses_checkout(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    found = run([*without(writable=tmp_path / "mine"), *checkout.command("setup")])
    assert found.returncode == 1
    assert "Run this as that user" in found.stderr


@pytest.mark.long
def test_unreachable_package_server_leaves_nothing_that_the_next_run_believes(checkout: Checkout) -> None:
    checkout.require(f"flexcare-missing==1.0 --hash=sha256:{'0' * 64}\n")
    for _ in range(2):
        found = run(checkout.command("setup"))
        assert found.returncode == 1
        assert "Making the virtual environment" in found.stderr
        assert "Is the network there" in found.stderr
        assert (checkout.path / ".venv" / "bin" / "python").exists()


# --- machines on which it works


@pytest.mark.long
def test_set_up_then_program_with_the_callers_folder_and_words(checkout: Checkout, tmp_path: Path) -> None:
    package = checkout.path / "flexcare"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text("import os, sys\nprint(os.getcwd(), sys.argv[1:])\n", encoding="utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "flexcare.py").write_text("raise SystemExit('a file of the current folder was run')\n", encoding="utf-8")
    first = run(checkout.command("flexcare", "list a", "../b"), cwd=elsewhere)
    again = run(checkout.command("flexcare", "list a", "../b"), cwd=elsewhere)
    assert first.stdout == again.stdout == f"{elsewhere} ['list a', '../b']\n", first.stderr
    assert [line.startswith("set-up: ") for line in first.stderr.splitlines()] == [True] * len(first.stderr.splitlines())
    assert first.stderr.endswith("set-up: Ready\n")
    assert again.stderr == ""
    checkout.require("# changed\n")
    assert "Making the virtual environment" in run(checkout.command("flexcare"), cwd=elsewhere).stderr


def test_the_second_of_two_waits(checkout: Checkout) -> None:
    first = os.open(checkout.path / "deploy", os.O_RDONLY)
    fcntl.flock(first, fcntl.LOCK_EX)
    with subprocess.Popen(checkout.command("setup"), env=plain_environment(), stderr=subprocess.PIPE, text=True) as second:
        assert second.stderr is not None
        said = [second.stderr.readline()]
        os.close(first)
        said += second.stderr.readlines()
    assert said[0] == "set-up: Waiting for another set-up of this checkout\n"
    assert said[-1] == "set-up: Ready\n"
    assert second.returncode == 0
