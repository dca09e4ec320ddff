"""Where the session's own source code can put something into a store: read from the source, so that nothing new goes by unseen."""

from __future__ import annotations

import re
from pathlib import Path

import kiosk
import theme

USES: dict[str, str] = {
    "typed": r"\b(TextInput|TextField|TextArea|TextEdit|SearchField|ComboBox|SpinBox|InputPanel|QLineEdit)\b",
    "clipboard": r"[cC]lipboard|\bcopy\(\)|\bpaste\(\)|QMimeData|\bDrag\b",
    "settings": r"\bQSettings\b|\bSettings\s*\{",
    "local-storage": r"LocalStorage|QtSql|sqlite3",
    "home": r"StandardPaths|Path\.home|expanduser",
    "tmpdir": r"tempfile|QTemporary|QSaveFile|mkdtemp",
    "file": r"\.write_text|\.write_bytes|\.mkdir\(|\.touch\(|copyfile|symlink_to|os\.p?write|\bQFile\b|open\([^)]*[\"'][wax+]|\.save\("
    r"|grabToImage",
    "environment": r"os\.environ\[[^]]+\]\s*=|os\.environ\.update|os\.putenv|qputenv",
    "command-line": r"\bsubprocess\b|\bPopen\b|QProcess|os\.exec|os\.fork|os\.spawn|QDesktopServices|openUrlExternally|\bmultiprocessing\b",
    "memfd": r"memfd_create|\bmmap\b|shared_memory|QSharedMemory",
    "thread": r"PR_SET_NAME|setObjectName|threading\.Thread\([^)]*name=",
    "wire": r"\bsend(all|msg|_fds)?\(",
    "socket": r"socket\.socket\(|QLocalSocket|QLocalServer|QTcpSocket|QUdpSocket",
    "network": r"QNetworkAccessManager|XMLHttpRequest|WebSocket|urllib|http\.client|\bfetch\(|WebEngine|WebView",
    "title": r"setTitle|setWindowTitle",
    "python-log": r"\blog\.(debug|info|warning|error|exception|critical)\(|logging\.(debug|info|warning|error)\(|warnings\.warn",
    "stdout": r"\bprint\(|sys\.stdout|sys\.stderr|console\.\w+\(|\bqDebug\b|\bqWarning\b|\bqInfo\b",
    "bus": r"QtDBus|QDBus|jeepney|import dbus",
}
"""By store: the words that use it. Some name no store (`network`, `bus`, `socket`, `file`): each use of them is claimed by one that is."""


STAFF = Path("staff")
"""Staff's program is no part of a session: it gets nothing of what a patient did, and ends when staff go."""


def uses() -> set[tuple[str, str]]:
    """Each file of the session, as `kiosk/…`, and each store that it uses."""
    found = set()
    for package in (kiosk, theme):
        root = Path(str(package.__file__)).resolve().parent
        for file in [*root.rglob("*.py"), *root.rglob("*.qml")]:
            if STAFF in file.relative_to(root).parents:
                continue
            text = file.read_text(encoding="utf-8")
            found |= {(str(file.relative_to(root.parent)), store) for store, words in USES.items() if re.search(words, text)}
    return found
