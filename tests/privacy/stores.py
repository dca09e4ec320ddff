"""Every place that a session can put something into. Each is a store with a number; a planter (`planters.py`) puts its mark there.

A store that the session gains needs a line here and a planter: `test_coverage.py` compares this with what a running session has, and with
what its source code uses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.privacy.markers import PICTURE_NUMBER


@dataclass(frozen=True)
class Store:
    """One store.

    seen_in: the kinds of places (`search.Hit.kind`) of which one must show the mark while the session lives; the memory of the
    process that planted is among them only where the planter itself never holds the mark.
    stays_in: the kinds in which a build without a sandbox leaves it after the session's end; empty where it leaves nothing.
    """

    name: str
    what: str
    seen_in: frozenset[str]
    stays_in: frozenset[str] = frozenset()


def _store(name: str, what: str, seen_in: str, stays_in: str = "") -> Store:
    return Store(name, what, frozenset(filter(None, seen_in.split(", "))), frozenset(filter(None, stays_in.split(", "))))


STORES = (
    # Files.
    _store("home", "HOME", "file", "file"),
    _store("tmpdir", "TMPDIR", "file", "file"),
    _store("xdg-config", "XDG_CONFIG_HOME", "file", "file"),
    _store("xdg-cache", "XDG_CACHE_HOME", "file", "file"),
    _store("xdg-data", "XDG_DATA_HOME", "file", "file"),
    _store("xdg-state", "XDG_STATE_HOME", "file", "file"),
    _store("xdg-runtime", "XDG_RUNTIME_DIR", "file", "file"),
    _store("shm", "/dev/shm", "file", "file"),
    _store("mounts", "every other writable mount", "file"),
    _store("attribute", "a file's extended attributes", "file", "file"),
    _store("link", "where a symbolic link points", "file", "file"),
    _store("unlinked", "a file that is open and has no name any more", "descriptor"),
    # Processes.
    _store("memory-file", "the session's memory, which outlives its crash", "descriptor"),
    _store("memfd", "another anonymous file", "descriptor"),
    _store("ram", "32 MiB of memory", "memory"),
    _store("thread", "the name of a thread", "thread"),
    _store("environment", "the environment of a child", "environment"),
    _store("command-line", "the command line of a child", "command line"),
    _store("daemon", "a grandchild that left its parents", "command line", "command line"),
    # The kernel.
    _store("abstract-socket", "the name of an abstract socket", "socket"),
    _store("path-socket", "the name of a socket in a folder", "socket", "file"),
    _store("sysv-memory", "System V shared memory", "shared memory", "shared memory"),
    _store("sysv-queue", "a System V queue of messages", "queue", "queue"),
    _store("posix-queue", "the name of a POSIX queue of messages", "queue", "queue"),
    _store("key", "the kernel's keys", "key", "key"),
    _store("kernel-log", "the kernel's log", "kernel log", "kernel log"),
    _store("system-log", "the system's log", "file"),
    # The screen.
    _store("title", "the window's title", "title"),
    _store("app-id", "the name that a window of its own making claims", "title"),
    _store("clipboard", "the clipboard", "selection"),
    _store("primary", "the primary selection", "selection"),
    _store("mime-type", "the name of a type of the clipboard", "selection"),
    _store("typed", "what is typed into a text field", "memory"),
    _store("touched", "what is typed with the keyboard on the screen, and searched for", "memory"),
    _store("favourite", "a star of this session, which its memory keeps over a crash", "descriptor"),
    _store("reminder", "a reminder of this session, which its memory keeps over a crash", "descriptor"),
    _store("qml-cache", "Qt's cache of compiled QML", "file", "file"),
    _store("shader-cache", "Qt's cache of compiled shaders", "file", "file"),
    _store("settings", "QSettings", "file", "file"),
    _store("local-storage", "QML's LocalStorage", "file", "file"),
    # What it says.
    _store("stdout", "standard output", "", "file"),
    _store("stderr", "standard error", "", "file"),
    _store("qt-warning", "Qt's messages", "", "file"),
    _store("python-log", "Python's log", "", "file"),
    _store("vlc-chatter", "what libvlc says when it is made to talk; it has no module to say it with", "memory"),
    _store("wire", "the socket to the supervisor", ""),
    # What a stream brings along. The planter never holds these marks; only what plays the stream does.
    _store("cover", "the picture in a radio programme, which libvlc caches", "file", "file"),
    _store("tags", "title and artist in a radio programme", "memory"),
    _store("icy", "the title that a radio server sends between the sound", "memory"),
    _store("service-name", "the name of the service in a transport stream", "memory"),
    _store("redirect", "the address that a server sends a player on to", "memory"),
    _store("cookie", "a cookie of a stream's server", "memory"),
)

PICTURE = _store("picture", "what is on the screen", "memory")
"""Marked by a row of pixels."""

LINEUP = {"channel-name": 998, "channel-address": 997}
"""Marks in the lineup itself. Every session reads them, so they stay; but in sessions alone (`test_names.py`)."""

WEB = (
    _store("web-cookie", "a cookie that a page sets, for a day", "memory"),
    _store("web-server-cookie", "a cookie that a server sets and pages cannot read", "memory"),
    _store("web-local", "a page's local storage", "memory"),
    _store("web-session", "a page's session storage", "memory"),
    _store("web-indexed", "a page's IndexedDB", "memory"),
    _store("web-opfs", "a page's own files (OPFS)", "memory"),
    _store("web-cache", "what a page puts into its caches", "memory"),
    _store("web-worker", "a service worker, its script", "memory"),
    _store("web-http-cache", "an answer that may be kept for a day", "memory"),
    _store("web-history", "the address of a page, in the history", "memory"),
    _store("web-blob", "3 MB of a page's memory under a name", "memory"),
    _store("web-window-name", "the name of a page's window", "memory"),
    _store("web-password", "a password in a form that was sent", "memory"),
    _store("web-keyboard", "what is typed into a page with the keyboard on the screen", "memory"),
    _store("web-favicon", "the icon of a page", "memory"),
    _store("web-host", "the name of a host that was looked up", "memory"),
    _store("web-clipboard", "what a page copies", "selection"),
)
"""What a page in a web visit can put something into (`web_pages.py`, `test_web.py`)."""
WEB_NUMBERS = {store.name: number for number, store in enumerate(WEB, start=700)}

NUMBERS = {
    **{store.name: number for number, store in enumerate(STORES, start=1)},
    PICTURE.name: PICTURE_NUMBER,
    **LINEUP,
    **WEB_NUMBERS,
}
BY_NUMBER = {number: name for name, number in NUMBERS.items()}
BY_NAME = {store.name: store for store in (*STORES, PICTURE)}


def names(numbers: Iterable[int]) -> list[str]:
    """The names of stores, sorted; a number that is none of theirs stays one."""
    return sorted(BY_NUMBER.get(number, str(number)) for number in numbers)
