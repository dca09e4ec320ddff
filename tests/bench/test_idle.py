import subprocess
import sys

import psutil

from tests.bench.idle_tablet import Parts, processor_s


def test_parts_add_up_and_are_told_per_second() -> None:
    after, before = Parts(3.0, 2.0, 10.0), Parts(1.0, 2.0, 4.0)
    assert (after - before).per(2.0) == Parts(1.0, 0.0, 3.0)
    assert (after - before).all == 8.0


def test_programs_that_a_part_started_and_that_ended_are_counted() -> None:
    own = psutil.Process()
    before = processor_s(own)
    code = "import time\nwhile time.process_time() < 0.3: pass"
    subprocess.run([sys.executable, "-c", code], check=True)
    assert processor_s(own) - before >= 0.25  # counted in ticks
