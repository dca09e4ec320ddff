"""An address as the engine sends it."""

from __future__ import annotations

from PySide6.QtCore import QUrl


def written(url: QUrl) -> str:
    """In its one encoded form, which rules are asked with."""
    return bytes(url.toEncoded().data()).decode("ascii", "replace")
