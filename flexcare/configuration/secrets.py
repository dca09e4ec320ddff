"""Find what must not be published: everything in a source ends in files that any tablet, and so anybody, can read."""

from __future__ import annotations

import re

from flexcare.configuration.faults import Fault, Faults

_SECRETS = (
    (re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"), "a private key"),
    (
        re.compile(r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*://[^\s/?#@\"']+:[^\s/?#@\"']+@", re.IGNORECASE),
        "an address with a user and a password",
    ),
    (
        re.compile(
            r"(?<![a-z0-9])(?:pass(?:word|wd|phrase)?|pwd|token|secret|pepper|api[_-]?key|access[_-]?key|auth[_-]?token|adgangskode)[\"']?\s*=\s*[\"']?"
            r"[^\s\"'#&]",
            re.IGNORECASE,
        ),
        "a password, token or key",
    ),
)
_CURE = "remove it, change it where it holds, and enrol it instead: what is published, anybody can read"


def find_secrets(text: str, file: str, faults: Faults) -> None:
    """Tell every line that looks like a secret, without repeating it."""
    if not any(pattern.search(text) for pattern, _ in _SECRETS):
        return
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, name in _SECRETS:
            if pattern.search(line):
                faults.add(Fault(file, number, "", f"here stands {name}", _CURE))
                break
