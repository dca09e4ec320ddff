"""The topics: nudges for a site, a ward or a device, and each device's status."""

from __future__ import annotations

_ROOT, _NUDGE, _STATUS = "flexcare", "nudge", "status"
_STATUS_LEVELS = 5


def nudge(site: str, ward: str = "", device: str = "") -> str:
    """Where those are nudged that a choice means; a device is named with its ward."""
    return "/".join(part for part in (_ROOT, site, ward, device, _NUDGE) if part)


def nudges(site: str, ward: str, device: str) -> tuple[str, ...]:
    """Where a device hears nudges."""
    return (nudge(site), nudge(site, ward), nudge(site, ward, device))


def status(site: str, ward: str, device: str) -> str:
    """Where a device tells its status; "+" means any."""
    return "/".join((_ROOT, site, ward, device, _STATUS))


def who(topic: str, site: str) -> tuple[str, str] | None:
    """The ward and the device whose status a topic of this site is; None for another topic."""
    parts = topic.split("/")
    if len(parts) != _STATUS_LEVELS or (parts[0], parts[1], parts[4]) != (_ROOT, site, _STATUS):
        return None
    return parts[2], parts[3]
