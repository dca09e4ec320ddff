"""Makes a ward folder for the demo: a made-up hospital around any lineup."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from deploy.demo_notice import NOTICE
from flexcare.download import download, is_web_address
from flexcare.download_failures import DownloadLimits
from flexcare.errors import DownloadFailed
from flexcare.lineup.channel import Channel, Lineup
from flexcare.session.offer import Device, Hospital, Offer, Tile
from flexcare.session.ward_writer import write_ward
from flexcare.session.web_service import WebService

LOGOS_MAX = 200
LOGO_LIMITS = DownloadLimits(max_bytes=512 * 1024, timeout_s=5.0)
PICTURE_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg", b"RIFF": ".webp"}

HOSPITAL = Hospital("Regional Hospital Vest")
DEVICE_NAME = "Demo bed 12"


def make_ward(folder: Path, lineup: Lineup, services: Sequence[WebService] = ()) -> None:
    """Write a ward folder that offers this lineup, with those logos that could be fetched within the limits, and web services."""
    logos: dict[str, bytes] = {}
    channels = tuple(_with_logo(channel, logos) for channel in lineup.channels)
    offer = Offer(HOSPITAL, channels, device=Device(DEVICE_NAME), privacy=NOTICE)
    if services:
        tiles = (Tile("tv"), *(Tile("web", service.id) for service in services))
        offer = replace(offer, services=tuple(services), tiles=tiles)
    write_ward(folder, offer, logos)


def _with_logo(channel: Channel, logos: dict[str, bytes]) -> Channel:
    picture = _fetch(channel.logo) if len(logos) < LOGOS_MAX else b""
    ending = _ending(picture, PICTURE_BEGINNINGS.items())
    if not ending:
        return replace(channel, logo="")
    name = hashlib.sha256(picture).hexdigest()[:16] + ending
    logos[name] = picture
    return replace(channel, logo=name)


def _fetch(address: str) -> bytes:
    """A logo, or nothing where there is none: a channel without a logo shows its number and name."""
    if not is_web_address(address):
        return b""
    try:
        return download(address, LOGO_LIMITS)
    except DownloadFailed:
        return b""


def _ending(picture: bytes, beginnings: Iterable[tuple[bytes, str]]) -> str:
    return next((ending for beginning, ending in beginnings if picture.startswith(beginning)), "")
