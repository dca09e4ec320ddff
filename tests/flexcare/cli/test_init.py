from __future__ import annotations

import flexcare
from tests.flexcare.cli.test_lineup import flexcare as run


def test_the_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"flexcare {flexcare.__version__}\n", "")


def test_help_names_the_commands() -> None:
    for arguments in (["--help"], ["lineup", "--help"], ["lineup", "check", "--help"]):
        done = run(*arguments)
        assert done.returncode == 0
        assert "lineup" in done.stdout


def test_a_wrong_command_is_no_traceback() -> None:
    done = run("nonsense")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
