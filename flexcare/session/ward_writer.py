"""Write the ward folder that a session is given. A reader sees the old folder or the new one, never half of either."""

from __future__ import annotations

import ctypes
import errno
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import msgspec

from flexcare.errors import WardFolderUnusable
from flexcare.session.offer import LOGO_FOLDER, OFFER_FILE, OFFER_MAX_BYTES, Offer
from flexcare.session.ward_reader import parse_offer

LOGO_MAX_BYTES = 1024 * 1024
LOGOS_MAX_BYTES = 128 * 1024 * 1024

_LOGO_NAME_MAX_CHARS = 80
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_AT_FDCWD = -100  # linux/fcntl.h
_RENAME_EXCHANGE = 2  # renameat2(2)


def write_ward(folder: Path, offer: Offer, logos: Mapping[str, bytes]) -> None:
    """Write an offer and its logos beside `folder` and swap them in at once; what a session has open of the old one stays whole.

    `logos` maps what the offer calls a logo (a name, or the address from a playlist) to its picture. Each gets a safe file name
    inside `logos/`, and the offer written names that; a logo that is not in `logos` becomes "". One writer at a time. Raises
    `WardFolderUnusable` where the result could not be read back or not be written; the old folder then stays.
    """
    names = _file_names(logos)
    written = _with_logo_names(offer, names)
    data = msgspec.json.encode(written)
    if len(data) > OFFER_MAX_BYTES:
        raise WardFolderUnusable("the offer is too large", place=OFFER_FILE, cure="offer fewer channels")
    parse_offer(data)
    _check_sizes(logos)
    beside = folder.with_name(f".{folder.name}.new")
    try:
        _remove(beside)
        _fill(beside, data, {names[logo]: picture for logo, picture in logos.items()})
        _swap(beside, folder)
    except OSError as error:
        raise WardFolderUnusable(
            f"the ward folder cannot be written: {error.strerror}", place=str(folder), cure="check the folder's rights and the free space"
        ) from error
    finally:
        # After a swap this is the old folder, after a failure the unfinished new one.
        shutil.rmtree(beside, ignore_errors=True)


def _file_names(logos: Iterable[str]) -> dict[str, str]:
    """A safe, unique file name for each logo: its last part in plain ASCII, numbered where two would be alike on any file system."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for logo in logos:
        last = logo.partition("?")[0].rstrip("/").rpartition("/")[2]
        stem, dot, suffix = last.rpartition(".")
        stem, suffix = (_UNSAFE.sub("-", stem), _UNSAFE.sub("", suffix)[:8]) if dot else (_UNSAFE.sub("-", last), "")
        stem = stem.strip("-")[:_LOGO_NAME_MAX_CHARS] or "logo"
        ending = f".{suffix}" if suffix else ""
        name, count = f"{stem}{ending}", 1
        while name.lower() in taken:
            count += 1
            name = f"{stem}-{count}{ending}"
        taken.add(name.lower())
        names[logo] = name
    return names


def _with_logo_names(offer: Offer, names: Mapping[str, str]) -> Offer:
    return replace(
        offer,
        hospital=replace(offer.hospital, logo=names.get(offer.hospital.logo, "")),
        channels=tuple(replace(channel, logo=names.get(channel.logo, "")) if channel.logo else channel for channel in offer.channels),
    )


def _check_sizes(logos: Mapping[str, bytes]) -> None:
    if any(len(picture) > LOGO_MAX_BYTES for picture in logos.values()):
        raise WardFolderUnusable(f"a logo is larger than {LOGO_MAX_BYTES // 1024} KiB", place=LOGO_FOLDER, cure="make it smaller")
    if sum(map(len, logos.values())) > LOGOS_MAX_BYTES:
        raise WardFolderUnusable(
            f"the logos are larger than {LOGOS_MAX_BYTES // 1024**2} MiB together", place=LOGO_FOLDER, cure="make them smaller"
        )


def _fill(folder: Path, offer: bytes, pictures: Mapping[str, bytes]) -> None:
    folder.mkdir(mode=0o755)
    logos = folder / LOGO_FOLDER
    logos.mkdir(mode=0o755)
    for name, picture in pictures.items():
        _write(logos / name, picture)
    _write(folder / OFFER_FILE, offer)
    _sync_folder(logos)
    _sync_folder(folder)


def _write(path: Path, data: bytes) -> None:
    # Exclusive: a name that is there already would be a fault of `_file_names`, and must not overwrite another logo in silence.
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _swap(new: Path, folder: Path) -> None:
    """Put `new` in the place of `folder` in one step; afterwards `new` is the old one, if there was one."""
    try:
        _exchange(new, folder)
    except FileNotFoundError:
        new.rename(folder)
    _sync_folder(folder.parent)


def _exchange(one: Path, other: Path) -> None:
    """Exchange two names atomically (renameat2(2), Linux 3.15); Python has no door to it."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE):
        number = ctypes.get_errno()
        if number == errno.ENOENT:
            raise FileNotFoundError(number, os.strerror(number))
        raise OSError(number, os.strerror(number))


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
