"""A laid-out folder becomes a package file, the same one each time."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

COMPRESSION = ("-Zzstd", "-z12")
"""183 MB in 20 s; xz makes 165 MB of it in ten times the time, at the tablet too."""
TIMEOUT_S = 1200


def size_kib(root: Path) -> int:
    """What the files of a package take on a disk, as Debian counts it: each in whole KiB."""
    return sum((path.lstat().st_size + 1023) // 1024 for path in root.rglob("*") if path.is_file() and not path.is_symlink())


def build(root: Path, information: Mapping[str, str], output: Path, epoch_s: int, compression: Sequence[str] = COMPRESSION) -> None:
    """Write the package of what lies in `root`, with these files of the control archive. Raises subprocess.SubprocessError."""
    control = root / "DEBIAN"
    sums = _sums(root)
    control.mkdir()
    for name, text in {**information, "md5sums": sums}.items():
        if text:
            path = control / name
            path.write_text(text, encoding="utf-8")
            path.chmod(0o755 if text.startswith("#!") else 0o644)
    for path in [root, *root.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
        os.utime(path, (epoch_s, epoch_s), follow_symlinks=False)
    command = ["dpkg-deb", "--root-owner-group", "--threads-max=2", *compression, "--build", str(root), str(output)]
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": str(epoch_s), "TMPDIR": str(root.parent)}
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=TIMEOUT_S)


def _sums(root: Path) -> str:
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    # dpkg knows no other sum here; what protects a package is the signature of the repository it comes from.
    lines = [f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n" for path in files]
    return "".join(line for line in lines if not line[34:].startswith("etc/"))
