"""What the supervisor writes down: a receipt of each clearing, and what it must know after its own violent end."""

from __future__ import annotations
