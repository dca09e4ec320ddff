"""Run the head-end until its parent closes our standard input, or SIGTERM or SIGINT arrives."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import signal
import socket
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from deploy.headend.addresses import Addresses
from deploy.headend.datagrams import Datagrams
from deploy.headend.mp3 import Mp3Loop
from deploy.headend.namespace import own_network
from deploy.headend.recipes.book import recipes
from deploy.headend.recipes.brush import Fonts
from deploy.headend.recipes.shape import Recipe
from deploy.headend.stations import BENCH, RADIO, TELEVISION, Station
from deploy.headend.streams import Air, Stream
from deploy.headend.studio import RecordingFailed, Studio
from deploy.headend.transport import Loop
from deploy.headend.web import Web


def main(arguments: Sequence[str] | None = None) -> int:
    """Be the head-end; exit status 0 after a wished end, 1 without recordings, 2 for arguments that will not do."""
    asked = _parser().parse_args(arguments)
    if asked.multicast and not own_network():
        print("headend: multicast only inside a network namespace of its own (ip netns add, unshare -n)", file=sys.stderr)
        return 2
    try:
        with contextlib.suppress(asyncio.CancelledError):
            asyncio.run(_run(asked))
    except RecordingFailed as error:
        print(f"headend: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m deploy.headend", description=__doc__)
    parser.add_argument("--cache", type=Path, required=True, help="folder that keeps the recordings")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0: any free one")
    parser.add_argument("--udp-base", type=int, default=0, help="first UDP port; 0: any free ones")
    parser.add_argument("--multicast", metavar="GROUP", help="send UDP and RTP to groups from this one on (own network namespace only)")
    parser.add_argument("--interface", default="lo", help="where multicast leaves")
    parser.add_argument("--channels", type=int, default=len(TELEVISION), help="how many television channels")
    parser.add_argument("--font", type=Path, help="typeface of the pictures' words; without one, what the machine has")
    parser.add_argument("--bench", action="store_true", help="also the streams count720p50 and count1080p25")
    parser.add_argument("--small", action="store_true", help="tiny recordings, for tests of the head-end itself")
    return parser


async def _run(asked: argparse.Namespace) -> None:
    """Wire it from the recordings up to the wire."""
    _end_with_parent(asyncio.current_task())
    stations = [*TELEVISION[: asked.channels], *RADIO]
    on_air = [*stations, *(BENCH if asked.bench else ())]
    wanted = recipes(on_air, Fonts.find(asked.font), small=asked.small and not asked.bench)
    recordings = await Studio(asked.cache).recordings(wanted)
    air = Air(_streams(on_air, wanted, recordings))
    datagrams = Datagrams(air, asked.interface if asked.multicast else None)
    addresses = Addresses(air, datagrams, asked.udp_base, asked.multicast)
    web = Web(air, addresses, stations, asked.cache)
    with contextlib.closing(datagrams), socket.socket() as nobody:
        nobody.bind((asked.host, 0))  # bound and never listening: an address where every connection is refused
        server = await web.start(asked.host, asked.port)
        async with server:
            addresses.base = f"http://{asked.host}:{server.sockets[0].getsockname()[1]}"
            for station in stations:
                addresses.of(station.name, station.protocol)
            _tell(addresses, f"http://{asked.host}:{nobody.getsockname()[1]}/ts/dead.ts")
            try:
                await datagrams.run()
            finally:
                await web.end()


def _streams(stations: Sequence[Station], wanted: Sequence[Recipe], recordings: dict[str, bytes]) -> list[Stream]:
    streams = []
    for station, recipe in zip(stations, wanted, strict=True):
        data = recordings[recipe.name]
        loop = Mp3Loop(data) if recipe.mp3 else Loop(data, recipe.duration_ticks)
        streams.append(Stream(station.name, station, loop))
        if station.reserve:
            streams.append(Stream(station.reserve_name, station, loop))
    return streams


def _tell(addresses: Addresses, dead: str) -> None:
    base = addresses.base
    told = {"address": base, "playlist": f"{base}/playlist.m3u", "status": f"{base}/status", "dead": dead, "pid": os.getpid()}
    print(json.dumps(told), flush=True)


def _end_with_parent(task: asyncio.Task[None] | None) -> None:
    """Cancel `task` on SIGTERM and SIGINT, and when standard input ends, if that is a pipe or socket from whoever started us."""
    assert task is not None
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, task.cancel)
    kind = os.fstat(0).st_mode
    if stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind):

        def read() -> None:
            if not os.read(0, 4096):
                loop.remove_reader(0)
                task.cancel()

        loop.add_reader(0, read)


if __name__ == "__main__":
    sys.exit(main())
