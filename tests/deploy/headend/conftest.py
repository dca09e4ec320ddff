from __future__ import annotations

from tests.helpers.headend import headend, small_headend

__all__ = ["headend", "small_headend"]
