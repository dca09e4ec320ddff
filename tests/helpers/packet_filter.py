"""What the kernel does with a system-call filter, in Python: enough of classic BPF for libseccomp's programs.

Source: linux/filter.h, linux/bpf_common.h; struct seccomp_data of linux/seccomp.h.
"""

from __future__ import annotations

import struct

ALLOW = 0x7FFF0000
ARCHITECTURES = {"x86_64": 0xC000003E, "i386": 0x40000003, "aarch64": 0xC00000B7, "arm": 0x40000028}

_LOAD_WORD, _JUMP, _RETURN = 0x20, 0x05, 0x06
_JUMPS = {0x15: int.__eq__, 0x25: int.__gt__, 0x35: int.__ge__}
_JUMP_IF_SET, _AND = 0x45, 0x54


def verdict(program: bytes, architecture: int, number: int, *arguments: int) -> int:
    """What the program returns for one system call."""
    data = struct.pack("=iIQ6Q", _signed(number), architecture, 0, *(arguments + (0,) * 6)[:6])
    instructions = list(struct.iter_unpack("=HBBI", program))
    at = accumulator = 0
    while True:
        code, if_true, if_false, value = instructions[at]
        at += 1
        if code == _LOAD_WORD:
            (accumulator,) = struct.unpack_from("=I", data, value)
        elif code == _AND:
            accumulator &= value
        elif code == _JUMP:
            at += value
        elif code == _RETURN:
            return int(value)
        elif code == _JUMP_IF_SET:
            at += if_true if accumulator & value else if_false
        else:
            at += if_true if _JUMPS[code](accumulator, value) else if_false


def _signed(number: int) -> int:
    return number - 2**32 if number >= 2**31 else number
