"""Read the ward folder that a session is given: its offer, checked as if a stranger had written it.

The kiosk imports this, so it stays light. Fields that this version does not know are ignored: a newer supervisor may add some, and a
screen that shows all it knows serves a patient better than none. What would change the meaning of known fields raises `version`, which
is checked strictly.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

import msgspec

from flexcare.errors import WardFolderUnusable
from flexcare.lineup.address import refusal
from flexcare.session.offer import LOGO_FOLDER, OFFER_FILE, OFFER_MAX_BYTES, Offer

_WRITE_AGAIN = "publish the ward again"
_DECODER = msgspec.json.Decoder(Offer)


def read_ward(folder: Path) -> Offer:
    """Read and check the offer of a ward folder; raises `WardFolderUnusable`.

    A logo that the offer names and the folder lacks is no fault: the screen shows name and number instead.
    """
    offer = parse_offer(_offer_bytes(folder / OFFER_FILE))
    _check_logo_files(folder / LOGO_FOLDER, offer)
    return offer


def parse_offer(data: bytes) -> Offer:
    """Read and check the text of an offer; raises `WardFolderUnusable` with the place of the first fault."""
    try:
        offer = _DECODER.decode(data)
    except msgspec.ValidationError as error:
        what, _, path = str(error).partition(" - at `$")
        raise _fault(what[:1].lower() + what[1:], path.rstrip("`").lstrip(".")) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _fault("this is not complete JSON") from error
    _check_channels(offer)
    _check_logo_names(offer)
    return offer


def is_logo_name(name: str) -> bool:
    """Whether a text may name a file inside the logo folder: one plain, visible name, and not a hidden one."""
    return 0 < len(name) <= 255 and name.isprintable() and not name.startswith(".") and "/" not in name and "\\" not in name


def _offer_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(OFFER_MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise WardFolderUnusable("there is no offer", place=str(path), cure="name a folder that FlexCare wrote") from error
    except OSError as error:
        raise WardFolderUnusable(
            f"the offer cannot be read: {error.strerror}", place=str(path), cure="check the folder's rights"
        ) from error
    if len(data) > OFFER_MAX_BYTES:
        raise _fault(f"it is larger than {OFFER_MAX_BYTES // 1024**2} MiB", cure="offer fewer channels")
    return data


def _check_channels(offer: Offer) -> None:
    seen: dict[int, int] = {}
    for index, channel in enumerate(offer.channels):
        place = f"channels[{index}]"
        if channel.number < 1:
            raise _fault("a channel number is below 1", f"{place}.number")
        if channel.number in seen:
            raise _fault(f"the number {channel.number} is already that of channels[{seen[channel.number]}]", f"{place}.number")
        seen[channel.number] = index
        if not channel.name.strip():
            raise _fault("a channel has no name", f"{place}.name")
        for stream in (channel.stream, *channel.backups):
            why_not = refusal(stream.address)
            if why_not:
                raise _fault(why_not.text, place, cure=why_not.cure)


def _check_logo_names(offer: Offer) -> None:
    if offer.hospital.logo and not is_logo_name(offer.hospital.logo):
        raise _fault("a logo is no plain file name", "hospital.logo")
    for index, channel in enumerate(offer.channels):
        if channel.logo and not is_logo_name(channel.logo):
            raise _fault("a logo is no plain file name", f"channels[{index}].logo")


def _check_logo_files(folder: Path, offer: Offer) -> None:
    """Refuse named logos that are links, devices or folders: only a plain file is surely inside the ward folder."""
    named = {offer.hospital.logo, *(channel.logo for channel in offer.channels)} - {""}
    if not named:
        return
    try:
        if stat.S_ISLNK(folder.lstat().st_mode):
            raise _fault("the logo folder is a link", LOGO_FOLDER)
        with os.scandir(folder) as entries:
            bad = [entry.name for entry in entries if entry.name in named and not entry.is_file(follow_symlinks=False)]
    except FileNotFoundError:
        return
    except OSError as error:
        raise WardFolderUnusable(
            f"the logos cannot be read: {error.strerror}", place=LOGO_FOLDER, cure="check the folder's rights"
        ) from error
    if bad:
        raise _fault("a logo is a link or no file", f"{LOGO_FOLDER}/{min(bad)}")


def _fault(what: str, path: str = "", cure: str = _WRITE_AGAIN) -> WardFolderUnusable:
    return WardFolderUnusable(what, place=f"{OFFER_FILE}: {path}" if path else OFFER_FILE, cure=cure)
