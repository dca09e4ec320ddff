"""Landlock's scopes: what a thread starts afterwards can neither signal nor reach by an abstract socket anything outside.

Abstract Unix sockets belong to the network namespace, which a session shares with the host, and no mount hides them. A session's file
access is not handled here: that is the mount namespace's work, and bubblewrap could not mount any more. What runs inside a session
and mounts nothing can be kept from writing.
Source: linux/landlock.h; Documentation/userspace-api/landlock.rst, ABI 6.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable
from pathlib import Path

_CREATE_RULESET = 444
_ADD_RULE = 445
_RESTRICT_SELF = 446
_RULE_PATH_BENEATH = 1
_WRITE_FILE = 1 << 1
_CHANGE_FOLDERS = sum(1 << bit for bit in range(4, 15))  # REMOVE_DIR to TRUNCATE
_CREATE_RULESET_VERSION = 1
_SCOPE_ABSTRACT_UNIX_SOCKET = 1
_SCOPE_SIGNAL = 2
_ABI_WITH_SCOPES = 6
_PR_SET_NO_NEW_PRIVS = 38

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long


def missing_landlock() -> str:
    """Why this kernel cannot hold a session's signals and abstract sockets back; empty where it can."""
    abi = _libc.syscall(ctypes.c_long(_CREATE_RULESET), None, ctypes.c_size_t(0), ctypes.c_uint32(_CREATE_RULESET_VERSION))
    if abi >= _ABI_WITH_SCOPES:
        return ""
    return "the kernel's Landlock has no scopes; they came with Linux 6.12" if abi > 0 else "the kernel offers no Landlock"


def confine_thread() -> None:
    """Put the calling thread, and all that it starts from now on, into a Landlock domain of its own. There is no way back.

    Raises OSError where `missing_landlock()` has something to say.
    """
    _restrict(handled_files=0, scopes=_SCOPE_ABSTRACT_UNIX_SOCKET | _SCOPE_SIGNAL)


def confine_writing(places: Iterable[Path]) -> None:
    """Let the calling thread, and all that it starts from now on, write below these places only. There is no way back.

    What is open already stays writable, and so do memory files and pipes. Raises OSError where `missing_landlock()` has something to say.
    """
    _restrict(handled_files=_WRITE_FILE | _CHANGE_FOLDERS, scopes=0, places=places)


def _restrict(handled_files: int, scopes: int, places: Iterable[Path] = ()) -> None:
    # Per thread, like the domain: the rest of the program keeps what it has.
    _checked(_libc.prctl(_PR_SET_NO_NEW_PRIVS, *map(ctypes.c_ulong, (1, 0, 0, 0))))
    handled_network = 0
    attributes = struct.pack("QQQ", handled_files, handled_network, scopes)
    ruleset = _checked(_libc.syscall(ctypes.c_long(_CREATE_RULESET), attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint32(0)))
    try:
        for place in places:
            _allow(ruleset, place, handled_files)
        _checked(_libc.syscall(ctypes.c_long(_RESTRICT_SELF), ctypes.c_int(ruleset), ctypes.c_uint32(0)))
    finally:
        os.close(ruleset)


def _allow(ruleset: int, place: Path, rights: int) -> None:
    folder = os.open(place, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = struct.pack("=Qi", rights, folder)
        _checked(_libc.syscall(ctypes.c_long(_ADD_RULE), ctypes.c_int(ruleset), ctypes.c_int(_RULE_PATH_BENEATH), rule, ctypes.c_uint32(0)))
    finally:
        os.close(folder)


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
