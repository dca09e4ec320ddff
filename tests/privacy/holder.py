"""A process with marks in everything that needs no screen: `python -m tests.privacy.holder`, with a seed on standard input.

It prints what became of each planter as one line of JSON and lives until standard input ends. Then it is killed like a session.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time

from flexcare.session.memory import new_memory
from tests.privacy.planters import Ground, Planting, plain_planters

LOOK_EVERY_S = 0.01


def main() -> None:
    """Plant, tell, live on."""
    ground = Ground(sys.stdin.readline().strip(), memory=new_memory())
    planting = Planting(ground, plain_planters())
    while not planting.go_on():
        time.sleep(LOOK_EVERY_S)
    print(json.dumps([planting.outcomes, ground.remains]), flush=True)
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
