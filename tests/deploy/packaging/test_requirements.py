import tomllib

from deploy.packaging.contents import CHECKOUT
from deploy.packaging.requirements import needed

PINNED = (CHECKOUT / "deploy" / "requirements.txt").read_text(encoding="utf-8")
PROJECT = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")


def test_takes_what_the_program_imports_and_what_that_needs() -> None:
    names = set(needed(PINNED, PROJECT))
    assert {
        "pyside6",
        "pyside6-addons",
        "shiboken6",
        "python-vlc",
        "tuf",
        "cryptography",
        "cffi",
        "pycparser",
        "urllib3",
        "jeepney",
    } <= names


def test_takes_nothing_that_only_tests_need() -> None:
    names = set(needed(PINNED, PROJECT))
    tests = tomllib.loads(PROJECT)["project"]["optional-dependencies"]["test"]
    assert len(tests) > 10
    assert not names & {"pytest", "mypy", "ruff", "hypothesis", "psutil", "pywayland", "import-linter", "pluggy", "execnet"}


def test_every_entry_keeps_its_version_and_hashes() -> None:
    for name, entry in needed(PINNED, PROJECT).items():
        assert "==" in entry, name
        assert "--hash=sha256:" in entry, name
        assert "#" not in entry, name


def test_follows_the_list_and_not_the_names() -> None:
    first = "a==1 \\\n    --hash=sha256:00\n    # via flexcare (pyproject.toml)\n"
    second = "b-c==2 \\\n    --hash=sha256:11\n    # via\n    #   a\n    #   t\n"
    third = "t==3 \\\n    --hash=sha256:22\n    # via flexcare (pyproject.toml)\n"
    pinned = first + second + third
    found = needed(pinned, '[project]\ndependencies = ["A>=1"]\n')
    assert list(found) == ["a", "b-c"]
    assert found["b-c"] == "b-c==2 \\\n    --hash=sha256:11"
