from __future__ import annotations

import json

from tests.helpers.command_line import flexcare


def test_one_key_a_table_and_everything() -> None:
    done = flexcare("explain", "session.idle_minutes")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("session.idle_minutes\n    A session that nobody touched")
    assert flexcare("explain", "sound").stdout.count("set in: hospital or ward") == 2
    everything = flexcare("explain").stdout
    assert "agreement.activities.NAME.retention" in everything
    assert "devices.toml.NAME.ward" in everything


def test_a_key_that_is_none() -> None:
    done = flexcare("explain", "session.idle_minuts")
    assert done.returncode == 2
    assert "did you mean session.idle_minutes?" in done.stderr


def test_schemas_for_editors() -> None:
    for of in ("hospital", "ward", "devices"):
        done = flexcare("schema", of)
        assert (done.returncode, done.stderr) == (0, "")
        assert json.loads(done.stdout)["title"] == f"{of}.toml"
