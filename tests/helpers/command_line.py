"""FlexCare's command line, run as hospital IT does."""

from __future__ import annotations

import os
import subprocess
import sys


def flexcare(*arguments: object, columns: int = 120) -> subprocess.CompletedProcess[str]:
    """Run the command line as a program of its own."""
    environment = {**os.environ, "COLUMNS": str(columns), "PYTHONIOENCODING": "utf-8", "NO_PROXY": "127.0.0.1"}
    command = [sys.executable, "-m", "flexcare", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=180, check=False, env=environment)
