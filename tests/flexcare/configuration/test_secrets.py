from __future__ import annotations

import pytest

from flexcare.configuration.faults import Faults
from flexcare.configuration.secrets import find_secrets


def found(text: str) -> list[int]:
    faults = Faults()
    find_secrets(text, "file", faults)
    assert all("s3cret" not in str(fault) for fault in faults.faults)
    return [fault.line for fault in faults.faults]


@pytest.mark.parametrize(
    "line",
    [
        'password = "s3cret"',
        "broker_password=s3cret",
        "Token = 's3cret'",
        "http://tv.example/get.php?username=a&password=s3cret&type=m3u",
        "https://tv.example/a?api_key=s3cret",
        "mqtts://flexcare:s3cret@mq.example",
        "http://user:s3cret@tv.example/",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN OPENSSH PRIVATE KEY-----",
        'site.pepper = "s3cret"',
    ],
)
def test_secrets(line: str) -> None:
    assert found(f"# first\n{line}\n") == [2]


@pytest.mark.parametrize(
    "line",
    [
        "# The password is never written here.",
        'web = "https://vest.example/password"',
        'email = "dpo@vest.example"',
        "udp://@239.1.1.1:1234",
        "udp://10.0.0.9@232.1.1.1:1234",
        "https://tv.example:8443/a@b",
        "-----BEGIN CERTIFICATE-----",
        'tvg-name="Secret Garden"',
        'password = ""',
    ],
)
def test_no_secrets(line: str) -> None:
    assert found(line) == []
