"""What it costs to look for a new configuration and find none, and to publish for a large hospital, over a real nginx on loopback.

`python -m tests.bench.pull` prints one JSON object on the last line: `nochange_cpu_ms` (processor time of one look that finds nothing new,
median; at most 15), `nochange_bytes` (of both requests and both answers, headers included; at most 1000), `first_bytes`,
`publish_s` (signing 200 wards with 5,000 devices; at most 3, compiling apart).
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from flexcare.clock import SystemClock
from flexcare.configuration.compiled import to_bytes
from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Device
from flexcare.trust.puller import Puller
from flexcare.trust.repository import Repository
from tests.bench.pull_nginx import nginx
from tests.helpers.hospital import INSTRUCTION, PICTURE, PICTURE_TARGET, compiled

WARDS, DEVICES, CHANNELS, ROUNDS = 200, 5_000, 60, 40


def targets(wards: int, devices: int, cap_percent: int) -> dict[str, bytes]:
    """A large hospital: so many wards, the devices spread over them, 60 channels each."""
    channels = tuple(Channel(number, f"Channel {number}", Stream(f"udp://@239.1.1.{number}:5000")) for number in range(1, CHANNELS + 1))
    made = {}
    for index in range(wards):
        ward = compiled(cap_percent, ward=f"w{index}")
        own = {f"w{index}-{bed}": Device(f"W{index}-{bed}") for bed in range(devices // wards)}
        ward = replace(ward, devices=own, offer=replace(ward.offer, channels=channels))
        made[f"wards/w{index}.json"] = to_bytes(ward)
    return {**made, PICTURE_TARGET: PICTURE}


def measure(wards: int = WARDS, devices: int = DEVICES, rounds: int = ROUNDS) -> dict[str, object]:
    """Publish twice, pull, and look in vain so many times; the figures."""
    with tempfile.TemporaryDirectory(prefix="flexcare-bench-") as name:
        folder = Path(name)
        os.chmod(folder, 0o755)  # noqa: PTH101  # nginx's workers are another user's
        repository = Repository.create(folder / "desk", "north", SystemClock(), demo=True)
        repository.publish(targets(wards, devices, 80), INSTRUCTION)
        contents = targets(wards, devices, 70)
        begin = time.perf_counter()
        repository.publish(contents, INSTRUCTION)
        publish_s = time.perf_counter() - begin
        (folder / "nginx").mkdir()
        with nginx(repository.public, folder / "nginx") as server:
            puller = Puller("north", "w0", server.address, folder / "tablet", SystemClock(), repository.pin())
            before = len(server.counted())
            puller.refresh()
            first = server.counted()[before:]
            times = [_cpu_ms(puller) for _ in range(rounds)]
            last = server.counted()[-2:]
    return {
        "bench": "pull",
        "wards": wards,
        "devices": devices,
        "nochange_cpu_ms": round(statistics.median(times), 2),
        "nochange_cpu_worst_ms": round(max(times), 2),
        "nochange_bytes": sum(size for size, _ in last),
        "nochange_requests": len(last),
        "first_bytes": sum(size for size, _ in first),
        "publish_s": round(publish_s, 2),
    }


def _cpu_ms(puller: Puller) -> float:
    begin = time.process_time()
    puller.refresh()
    return (time.process_time() - begin) * 1000


def main() -> None:
    """Print the figures as one JSON object."""
    print(json.dumps(measure()))


if __name__ == "__main__":
    main()
