"""A program that hears what it must not keep: `python -m tests.privacy.hearer [forgetful]`.

It reads lines of output and packets of nonsense from a child, as the supervisor does from a session, drops them, says so and lives on
until its standard input ends.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys

from flexcare.forgetful import be_forgetful
from flexcare.session.messages import MESSAGE_MAX_BYTES, Nonsense, from_session

TIMES = 200


def _say(seed: str, output: int, link: socket.socket) -> None:
    """What a session may say, in a process of its own, which is gone afterwards."""
    from tests.privacy.planters import Ground

    ground = Ground(seed)
    word = ground.mark("stdout")
    os.write(output, f"planted {word}\n".encode() * TIMES)
    for packet in (f'{{"type": "{ground.mark("wire")}"}}', f'{{"type": "heartbeat", "{ground.mark("wire")}": 1}}', ground.mark("wire")):
        link.send(packet.encode())


def _hear(output: int, link: socket.socket) -> None:
    while data := os.read(output, 65536):
        for line in data.split(b"\n"):
            line.startswith(b"qt.")
    while packet := link.recv(MESSAGE_MAX_BYTES + 1):
        with contextlib.suppress(Nonsense):
            from_session(packet)


def main() -> None:
    """Hear everything, tell, live on."""
    if "forgetful" in sys.argv:
        be_forgetful()
    seed = sys.stdin.readline().strip()
    reading, writing = os.pipe()
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    child = os.fork()
    if not child:
        _say(seed, writing, theirs)
        os._exit(0)
    os.close(writing)
    theirs.close()
    _hear(reading, ours)
    os.close(reading)
    ours.close()
    os.waitpid(child, 0)
    print("heard", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
