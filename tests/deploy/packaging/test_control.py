from pathlib import Path

from deploy.packaging.contents import CHECKOUT, Edition, enabled, masked
from deploy.packaging.control import program_control, program_packages, scripts, tablet_control
from deploy.packaging.releases import RELEASES
from tests.deploy.world import run

EDITION = Edition(RELEASES["trixie"], "1.2.3", 0)


def test_an_upgrade_of_debian_takes_the_next_package() -> None:
    trixie, bookworm = (RELEASES[name].version("1.2.3") for name in ("trixie", "bookworm"))
    assert run(["dpkg", "--compare-versions", trixie, "gt", bookworm]).returncode == 0
    assert run(["dpkg", "--compare-versions", RELEASES["bookworm"].version("1.2.4"), "gt", trixie]).returncode == 0


def test_depends_on_what_the_set_up_installs_for_the_program_and_on_nothing_of_the_tests() -> None:
    found = program_packages((CHECKOUT / "deploy" / "debian-packages.txt").read_text(encoding="utf-8"), "amd64")
    assert {"sway", "bubblewrap", "libvlc5", "libnss3", "libglib2.0-0t64 | libglib2.0-0"} <= set(found)
    assert not {"ffmpeg", "grim", "mosquitto", "mmdebstrap", "python3-venv", "gcc", "liblcms2-2"} & set(found)
    assert "liblcms2-2" in program_packages((CHECKOUT / "deploy" / "debian-packages.txt").read_text(encoding="utf-8"), "arm64")


def test_the_environment_is_bound_to_its_python() -> None:
    control = program_control(EDITION, 5)
    assert "python3 (>= 3.13~), python3 (<< 3.14~), python3.13" in control
    assert "Installed-Size: 5\n" in control
    assert "flexcare (= 1.2.3~deb13)" in tablet_control(EDITION, 1)


def test_descriptions_are_what_debian_takes() -> None:
    for control in (program_control(EDITION, 1), tablet_control(EDITION, 1)):
        *_, description = control.partition("Description: ")
        lines = description.splitlines()
        assert len(lines[0]) <= 80
        assert all(line.startswith(" ") and len(line) <= 80 for line in lines[1:])


def test_maintainer_scripts_are_sound_shell(tmp_path: Path) -> None:
    for package in ("flexcare", "flexcare-tablet"):
        for name, text in scripts(package, ["a.service", "b.socket"]).items():
            assert "@" not in text.replace("$@", "")
            (tmp_path / name).write_text(text)
            assert run(["shellcheck", "--shell=sh", "--exclude=SC2043", str(tmp_path / name)]).stdout == ""


def test_programs_are_sound_shell() -> None:
    for path in sorted((CHECKOUT / "deploy" / "packaging" / "programs").iterdir()):
        assert run(["shellcheck", "--shell=sh", str(path)]).stdout == ""


def test_masks_what_is_listed(tmp_path: Path) -> None:
    assert masked(tmp_path) == ()
    (tmp_path / "masked").write_text("# why\ngetty@tty1.service\n\n")
    assert masked(tmp_path) == ("getty@tty1.service",)


def test_enables_what_says_what_wants_it_and_no_template(tmp_path: Path) -> None:
    for name, text in (
        ("a.service", "\n[Install]\nWantedBy=x"),
        ("b.service", ""),
        ("c@.service", "\n[Install]\nWantedBy=x"),
        ("d.socket", "\n[Install]\n"),
    ):
        (tmp_path / name).write_text(text)
    assert enabled(tmp_path) == ("a.service", "d.socket")
    (tmp_path / "enable.txt").write_text("# why\nc@7.service\n")
    assert enabled(tmp_path) == ("a.service", "c@7.service", "d.socket")
