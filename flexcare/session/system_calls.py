"""The system calls that a session is refused, as a filter that bubblewrap hands to the kernel. The only door to libseccomp.

Everything else is allowed. User namespaces and chroot stay allowed on purpose: a browser builds its own sandbox from them.
Refused calls fail with EPERM, as do all calls of a foreign architecture (i386 and x32 on x86-64, 32-bit Arm on arm64).
"""

from __future__ import annotations

import ctypes
import errno
import functools
import os
from dataclasses import dataclass

from flexcare.errors import SandboxUnusable

REFUSED = (
    # Other processes' memory and descriptors
    *("ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "kcmp", "pidfd_getfd"),
    # Mounts and other namespaces
    *("mount", "umount", "umount2", "pivot_root", "setns"),
    *("fsopen", "fsconfig", "fsmount", "fspick", "move_mount", "open_tree", "open_tree_attr", "mount_setattr"),
    # Keys, which outlive a session
    *("keyctl", "add_key", "request_key"),
    # The kernel's own machinery
    *("bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register", "fanotify_init"),
    *("lookup_dcookie", "nfsservctl", "_sysctl", "uselib"),
    # The machine
    *("kexec_load", "kexec_file_load", "init_module", "finit_module", "delete_module", "create_module", "query_module"),
    *("reboot", "swapon", "swapoff", "acct", "quotactl", "quotactl_fd", "syslog", "vhangup"),
    *("settimeofday", "clock_settime", "clock_adjtime", "adjtimex", "stime"),
    *("iopl", "ioperm", "modify_ldt", "vm86", "vm86old"),
    # Files by handle, past every mount
    *("name_to_handle_at", "open_by_handle_at"),
)
NEWER = {"mount_setattr": 442, "quotactl_fd": 443, "process_madvise": 440, "pidfd_getfd": 438, "open_tree_attr": 467}
"""Numbers, the same on every architecture, of calls that an older libseccomp does not know by name."""

TERMINAL_REQUESTS = {"TIOCSTI": 0x5412, "TIOCLINUX": 0x541C}
"""ioctls that put words into the mouth of somebody else's terminal."""

FAMILIES = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10, "AF_NETLINK": 16}
FAMILY_END = 46
NETLINK_ROUTE = 0

_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | errno.EPERM
_BAD_ARCHITECTURE = 2  # SCMP_FLTATR_ACT_BADARCH
_NOT_EQUAL, _EQUAL, _AT_LEAST, _MASKED = 1, 4, 5, 7
_UNKNOWN_CALL = -1
_LOW_HALF = 0xFFFFFFFF  # the kernel looks at no more of an int or unsigned int


class _Comparison(ctypes.Structure):
    _fields_ = (("arg", ctypes.c_uint), ("op", ctypes.c_int), ("a", ctypes.c_uint64), ("b", ctypes.c_uint64))


@dataclass(frozen=True)
class _Rule:
    """Refuse `call` where all comparisons (argument, operation, a, b) are true."""

    call: str
    comparisons: tuple[tuple[int, int, int, int], ...] = ()


def filter_descriptor() -> int:
    """A descriptor that the filter can be read from once, for bubblewrap's `--seccomp`. The caller closes it.

    Raises SandboxUnusable where libseccomp is missing.
    """
    descriptor = os.memfd_create("system-calls", os.MFD_CLOEXEC)
    os.write(descriptor, _filter())
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


@functools.cache
def _filter() -> bytes:
    library = _library()
    context = library.seccomp_init(_ALLOW)
    if not context:
        raise SandboxUnusable("libseccomp does not know this machine's architecture")
    try:
        _check(library.seccomp_attr_set(context, _BAD_ARCHITECTURE, _REFUSE))
        for rule in _rules():
            _add(library, context, rule)
        return _export(library, context)
    finally:
        library.seccomp_release(context)


def _rules() -> list[_Rule]:
    rules = [_Rule(call) for call in REFUSED]
    rules += [_Rule("ioctl", ((1, _MASKED, _LOW_HALF, request),)) for request in TERMINAL_REQUESTS.values()]
    rules.append(_Rule("personality", ((0, _NOT_EQUAL, 0, 0),)))
    for call in ("socket", "socketpair"):
        refused = set(range(FAMILY_END)) - set(FAMILIES.values())
        rules += [_Rule(call, ((0, _MASKED, _LOW_HALF, family),)) for family in sorted(refused)]
        rules.append(_Rule(call, ((0, _AT_LEAST, FAMILY_END, 0),)))
        rules.append(_Rule(call, ((0, _MASKED, _LOW_HALF, FAMILIES["AF_NETLINK"]), (2, _NOT_EQUAL, NETLINK_ROUTE, 0))))
    return rules


def _library() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL("libseccomp.so.2", use_errno=True)
    except OSError:
        raise SandboxUnusable("libseccomp is missing", cure="install libseccomp2") from None
    library.seccomp_init.restype = ctypes.c_void_p
    library.seccomp_init.argtypes = [ctypes.c_uint32]
    library.seccomp_release.argtypes = [ctypes.c_void_p]
    library.seccomp_attr_set.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_uint32]
    library.seccomp_syscall_resolve_name.argtypes = [ctypes.c_char_p]
    library.seccomp_rule_add_array.argtypes = [
        *(ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int, ctypes.c_uint, ctypes.POINTER(_Comparison))
    ]
    library.seccomp_export_bpf.argtypes = [ctypes.c_void_p, ctypes.c_int]
    return library


def _add(library: ctypes.CDLL, context: int, rule: _Rule) -> None:
    number = library.seccomp_syscall_resolve_name(rule.call.encode())
    if number == _UNKNOWN_CALL:
        number = NEWER.get(rule.call, _UNKNOWN_CALL)
    if number == _UNKNOWN_CALL:
        raise SandboxUnusable(f"libseccomp knows no system call {rule.call}", cure="update libseccomp2")
    comparisons = (_Comparison * max(1, len(rule.comparisons)))(*(_Comparison(*each) for each in rule.comparisons))
    _check(library.seccomp_rule_add_array(context, _REFUSE, number, len(rule.comparisons), comparisons))


def _export(library: ctypes.CDLL, context: int) -> bytes:
    descriptor = os.memfd_create("system-calls", os.MFD_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        _check(library.seccomp_export_bpf(context, descriptor))
        file.seek(0)
        return file.read()


def _check(result: int) -> None:
    if result < 0:
        raise SandboxUnusable(f"libseccomp refuses a rule: {os.strerror(-result)}", cure="update libseccomp2")
