"""What a tablet's system is told: each file is read by the program that it is for, as far as this machine has that program."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtQml import QJSEngine, QJSValue

from tests.deploy.world import ROOT, run
from tests.helpers.own_network import needs_root

SYSTEM = ROOT / "deploy" / "system"
UNITS = ROOT / "deploy" / "systemd"
EXAMPLES = SYSTEM / "usr/share/doc/flexcare-tablet/examples"

NOT_EVERYWHERE = {
    "kernel.sysrq",  # CONFIG_MAGIC_SYSRQ
    "kernel.kexec_load_disabled",  # CONFIG_KEXEC_CORE
    "kernel.yama.ptrace_scope",  # CONFIG_SECURITY_YAMA
    "kernel.unprivileged_userns_clone",  # Debian's own
    "kernel.perf_event_paranoid",  # CONFIG_PERF_EVENTS
    "kernel.unprivileged_bpf_disabled",  # CONFIG_BPF_SYSCALL
    "vm.unprivileged_userfaultfd",  # CONFIG_USERFAULTFD
    "vm.swappiness",  # CONFIG_SWAP
    "net.core.bpf_jit_harden",  # CONFIG_BPF_JIT
    "dev.tty.legacy_tiocsti",  # from Linux 6.2 on
}
"""Names that Debian's kernel has, from its configuration, and the one that the tests run on need not have."""


def lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and line.strip()[0] not in "#;"]


# --- the kernel


def test_every_kernel_setting_exists() -> None:
    found = [line.partition("=") for line in lines(SYSTEM / "usr/lib/sysctl.d/60-flexcare.conf")]
    names = [name.strip().removeprefix("-") for name, _, _ in found]
    assert len(names) == len(set(names)) > 30
    missing = {name for name in names if not Path("/proc/sys", *name.split(".")).exists()}
    assert missing <= NOT_EVERYWHERE
    assert all(value.strip() for _, _, value in found)


def test_the_kernel_erases_and_keeps_nothing() -> None:
    words = lines(SYSTEM / "usr/lib/flexcare/kernel-words")
    assert {"init_on_free=1", "init_on_alloc=1", "nohibernate", "systemd.swap=0", "quiet", "sysctl.kernel.sysrq=0"} <= set(words)
    # Whatever its value, this word switches the keys on.
    assert not any(word.startswith("sysrq_always_enabled") for word in words)
    assert all(re.fullmatch(r"[a-z0-9_.]+(=[a-z0-9]+)?", word) for word in words)


def test_grub_takes_the_words_and_waits_for_nobody(tmp_path: Path) -> None:
    text = (SYSTEM / "etc/default/grub.d/flexcare.cfg").read_text(encoding="utf-8")
    snippet = tmp_path / "flexcare.cfg"
    snippet.write_text(text.replace("/usr/lib/flexcare/kernel-words", str(SYSTEM / "usr/lib/flexcare/kernel-words")))
    shown = 'printf \'%s|%s|%s\' "$GRUB_CMDLINE_LINUX" "$GRUB_TIMEOUT" "$GRUB_DISABLE_RECOVERY"'
    done = run(["sh", "-euc", f"GRUB_CMDLINE_LINUX='audit=0'\n. '{snippet}'\n{shown}"])
    options, timeout, recovery = done.stdout.split("|")
    assert options.split() == ["audit=0", *lines(SYSTEM / "usr/lib/flexcare/kernel-words")]
    assert (timeout, recovery) == ("0", "true")


def test_systemd_boot_entries_get_the_words_once(tmp_path: Path) -> None:
    entries = tmp_path / "loader" / "entries"
    entries.mkdir(parents=True)
    entry = entries / "m1-6.12.0.conf"
    entry.write_text("title Debian\nlinux /m1/6.12.0/linux\noptions    root=UUID=1 ro quiet\n")
    other = entries / "m1-6.11.0.conf"
    other.write_text("options root=UUID=1\n")
    plugin = SYSTEM / "usr/lib/kernel/install.d/91-flexcare.install"
    environment = {"KERNEL_INSTALL_BOOT_ROOT": str(tmp_path), "KERNEL_INSTALL_ENTRY_TOKEN": "m1"}
    environment["FLEXCARE_KERNEL_WORDS"] = str(SYSTEM / "usr/lib/flexcare/kernel-words")
    for _ in range(2):
        assert run([str(plugin), "add", "6.12.0", "", "/boot/vmlinuz"], environment=environment).returncode == 0
    written = entry.read_text().splitlines()
    assert written[:2] == ["title Debian", "linux /m1/6.12.0/linux"]
    options = written[-1].split()
    assert options[:4] == ["options", "root=UUID=1", "ro", "quiet"]
    assert set(lines(SYSTEM / "usr/lib/flexcare/kernel-words")) <= set(options)
    assert len(options) == len(set(options))
    assert other.read_text() == "options root=UUID=1\n"
    assert sorted(path.name for path in entries.iterdir()) == ["m1-6.11.0.conf", "m1-6.12.0.conf"]


def test_modules_are_refused_in_a_form_that_modprobe_takes(tmp_path: Path) -> None:
    folder = tmp_path / "modprobe.d"
    folder.mkdir()
    text = (SYSTEM / "usr/lib/modprobe.d/flexcare.conf").read_text(encoding="utf-8")
    (folder / "flexcare.conf").write_text(text)
    done = run(["modprobe", "--config", str(folder), "--showconfig"])
    assert done.returncode == 0, done.stderr
    refused = {line.split()[1] for line in done.stdout.splitlines() if line.startswith("install ")}
    assert {"usb_storage", "uas", "firewire_ohci", "dccp"} <= {name.replace("-", "_") for name in refused}
    assert len(refused) == len(lines(folder / "flexcare.conf"))


# --- systemd


def test_accounts_have_no_password_and_no_shell(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    folder = tmp_path / "usr/lib/sysusers.d"
    folder.mkdir(parents=True)
    (folder / "flexcare.conf").write_bytes((SYSTEM / "usr/lib/sysusers.d/flexcare.conf").read_bytes())
    done = run(["systemd-sysusers", f"--root={tmp_path}", "flexcare.conf"])
    assert done.returncode == 0, done.stderr
    accounts = [line.split(":") for line in (tmp_path / "etc/passwd").read_text().splitlines()]
    ours = {line[0]: line for line in accounts if line[0].startswith("flexcare")}
    assert set(ours) == {"flexcare", "flexcare-session", "flexcare-display"}
    assert {line[6] for line in ours.values()} == {"/usr/sbin/nologin"}
    shadow = dict(line.split(":")[:2] for line in (tmp_path / "etc/shadow").read_text().splitlines())
    assert all(shadow[name].startswith("!") for name in ours)
    assert len({line[2] for line in ours.values()}) == len(ours)


@pytest.mark.parametrize(
    ("program", "keys"),
    [
        ("journald", {"Storage": "volatile", "ForwardToConsole": "no", "RuntimeMaxUse": "32M"}),
        ("coredump", {"Storage": "none", "ProcessSizeMax": "0"}),
        ("system", {"DefaultLimitCORE": "0", "CtrlAltDelBurstAction": "none", "CrashShell": "no"}),
        ("sleep", {"AllowHibernation": "no", "AllowSuspend": "no"}),
    ],
)
def test_systemd_finds_what_it_is_told(tmp_path: Path, program: str, keys: dict[str, str]) -> None:
    name = f"systemd/{program}.conf.d/50-flexcare.conf"
    target = tmp_path / "usr/lib" / name
    target.parent.mkdir(parents=True)
    target.write_bytes((SYSTEM / "usr/lib" / name).read_bytes())
    shown = run(["systemd-analyze", f"--root={tmp_path}", "--no-pager", "cat-config", f"systemd/{program}.conf"])
    assert shown.returncode == 0, shown.stderr
    found = dict(line.split("=", 1) for line in shown.stdout.splitlines() if re.match(r"\w+=", line))
    assert keys.items() <= found.items()


def test_nobody_outside_is_asked_for_the_time() -> None:
    assert lines(SYSTEM / "etc/systemd/timesyncd.conf.d/50-flexcare.conf") == ["[Time]", "FallbackNTP="]


def test_tmpfiles_has_nothing_to_object_to(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/passwd").write_text(
        f"root:x:{os.getuid()}:{os.getgid()}::/:/bin/sh\nflexcare:x:{os.getuid()}:{os.getgid()}::/:/bin/sh\n"
    )
    (tmp_path / "etc/group").write_text(f"root:x:{os.getgid()}:\nflexcare:x:{os.getgid()}:\n")
    folder = tmp_path / "usr/lib/tmpfiles.d"
    folder.mkdir(parents=True)
    (folder / "flexcare.conf").write_bytes((SYSTEM / "usr/lib/tmpfiles.d/flexcare.conf").read_bytes())
    done = run(["systemd-tmpfiles", f"--root={tmp_path}", "--create", "flexcare.conf"])
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "etc/flexcare/nftables.d").is_dir()
    assert (tmp_path / "var/lib/flexcare").stat().st_mode & 0o777 == 0o700


# --- what comes in, and who may ask for what


@needs_root
def test_the_packet_filter_is_one_that_nft_takes() -> None:
    filter_text = SYSTEM / "usr/lib/flexcare/tablet.nft"
    done = run(["nft", "--check", "--file", str(filter_text)])
    assert (done.returncode, done.stderr) == (0, "")


def rule(user: str, action: str = "org.freedesktop.login1.power-off") -> str | None:
    """What polkit's rules say of what a user wants."""
    engine = QJSEngine()
    text = (SYSTEM / "usr/share/polkit-1/rules.d/10-flexcare.rules").read_text(encoding="utf-8")
    results = "{YES: 'yes', NO: 'no', NOT_HANDLED: null}"
    before = f"var rules = []; var polkit = {{addRule: function(r) {{ rules.push(r); }}, Result: {results}}};"
    after = f"JSON.stringify(rules.map(function(r) {{ return r({{id: {json.dumps(action)}}}, {{user: {json.dumps(user)}}}); }}));"
    said = cast("QJSValue", engine.evaluate(f"{before}\n{text}\n{after}"))
    assert not said.isError(), said.toString()
    answers: list[str | None] = json.loads(said.toString())
    return answers[0]


def test_polkit_refuses_the_program_everything_and_leaves_others_alone(qapp: QCoreApplication) -> None:
    assert qapp is not None  # the engine of its language needs one
    assert [rule(name) for name in ("flexcare", "flexcare-session", "flexcare-display")] == ["no"] * 3
    assert [rule(name) for name in ("root", "it")] == [None, None]


def test_polkit_lets_the_supervisor_alone_start_the_tablet_anew(qapp: QCoreApplication) -> None:
    assert qapp is not None
    anew = "org.freedesktop.login1.reboot"
    assert [rule(name, anew) for name in ("flexcare", "flexcare-session", "it")] == ["yes", "no", None]
    assert rule("flexcare", f"{anew}-ignore-inhibit") == "no"


# --- templates


def test_the_network_template_holds_no_secret_and_believes_one_server_only() -> None:
    text = (EXAMPLES / "hospital-802.1x.nmconnection").read_text(encoding="utf-8")
    assert "domain-suffix-match=" in text
    assert "ca-cert=" in text
    assert not re.search(r"^(password|private-key-password)=", text, re.MULTILINE)


def test_the_usb_template_refuses_storage_and_keyboards() -> None:
    rules = lines(EXAMPLES / "usbguard-rules.conf")
    assert rules[-1] == "reject"
    refused = " ".join(each for each in rules if each.startswith("reject"))
    assert "03:01:01" in refused
    assert "08:*:*" in refused
    assert not any("08:" in each or "03:01" in each for each in rules if each.startswith("allow"))


def test_every_file_says_what_it_is_for() -> None:
    files = [path for path in SYSTEM.rglob("*") if path.is_file()]
    assert len(files) > 15
    for path in files:
        first = next(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#!"))
        assert first.startswith(("#", "//")), path


def test_the_machine_may_run_these_programs() -> None:
    for path in (SYSTEM / "usr/lib/kernel/install.d").iterdir():
        assert os.access(path, os.X_OK)
        assert run(["shellcheck", "--shell=sh", "--exclude=SC2013", str(path)]).stdout == ""


def test_caches_are_made_by_a_closed_unit() -> None:
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=15", str(UNITS / "flexcare-caches.service")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-300:]
