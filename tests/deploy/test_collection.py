import subprocess
import sys

import pytest

from tests.deploy.world import ROOT, plain_environment


@pytest.mark.long
@pytest.mark.timeout(300)
def test_every_worker_names_the_tests_alike() -> None:
    """Workers that collect a second apart, each with hashes of its own, refuse to run where a name or the order differs."""

    def names(seed: str) -> list[str]:
        command = [sys.executable, "-P", "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:randomly", "--collect-only", "-q", "tests"]
        environment = plain_environment() | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        found = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        return [line for line in found.stdout.splitlines() if "::" in line]

    once = names("1")
    assert len(once) > 4000
    assert max(map(len, once)) < 1000, "a name this long may be more than a started program's environment takes"
    assert names("2") == once  # the first took longer than the second that a packed file's header would tell
