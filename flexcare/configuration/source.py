"""Read a source's folder: the layers, and what keeps a file from being read at all."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from flexcare.configuration.faults import Fault, Faults
from flexcare.configuration.layers import HOSPITAL, Layer
from flexcare.errors import SourceUnusable

REGION, DEVICES = "region.toml", "devices.toml"
WARDS, LINEUPS, LOGOS, PAGES, GUIDES = "wards", "lineups", "logos", "pages", "guides"
FILE_MAX_BYTES = 8 * 1024 * 1024
KNOWN = frozenset((REGION, HOSPITAL, DEVICES, WARDS, LINEUPS, LOGOS, PAGES, GUIDES))
_LINE = "(at line "


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it was read. `above` holds region and hospital, from the widest; wards go by the names of their files."""

    folder: Path
    above: tuple[Layer, ...]
    wards: dict[str, Layer]
    devices: Layer


def read_folder(folder: Path, faults: Faults) -> Source:
    """Read every TOML file of a source. Raises `SourceUnusable` where there is no hospital.toml; a file that is no TOML is a fault.

    `region.toml` lies in the source's folder, or in the one above, which then is shared by the hospitals of a region.
    """
    if not folder.is_dir():
        raise SourceUnusable("there is no such folder", place=str(folder), cure="name the folder that holds hospital.toml")
    hospital = folder / HOSPITAL
    if not hospital.is_file():
        raise SourceUnusable("there is no hospital.toml", place=str(folder), cure="name the folder that holds hospital.toml")
    above = [layer for path in _regions(folder, faults) if (layer := _read(path, _name(folder, path), faults))]
    read = _read(hospital, HOSPITAL, faults)
    wards = {}
    for path in sorted((folder / WARDS).glob("*.toml")):
        layer = _read(path, f"{WARDS}/{path.name}", faults)
        wards[path.stem] = layer or Layer(f"{WARDS}/{path.name}", "", {})
    if not wards:
        faults.add(Fault(WARDS, 0, "", "there is no ward", "write one file for each ward, wards/NAME.toml; it may be empty"))
    devices = folder / DEVICES
    device_layer = _read(devices, DEVICES, faults) if devices.exists() else None
    # A hospital that could not be read would make every key of it missing: the one fault is enough.
    return Source(folder, (*above, read) if read else (), wards, device_layer or Layer(DEVICES, "", {}))


def _regions(folder: Path, faults: Faults) -> list[Path]:
    inside, outside = folder / REGION, folder.resolve().parent / REGION
    if inside.is_file() and outside.is_file():
        faults.add(Fault(REGION, 0, "", "there is another region.toml in the folder above", "keep one of the two"))
    return [path for path in (outside, inside) if path.is_file()][:1]


def _name(folder: Path, path: Path) -> str:
    return path.name if path.parent == folder else f"../{path.name}"


def _read(path: Path, name: str, faults: Faults) -> Layer | None:
    try:
        with path.open("rb") as file:
            data = file.read(FILE_MAX_BYTES + 1)
        if len(data) > FILE_MAX_BYTES:
            faults.add(Fault(name, 0, "", f"the file is larger than {FILE_MAX_BYTES // 1024**2} MiB", "move what is not configuration"))
            return None
        text = data.decode()
        return Layer(name, text, tomllib.loads(text))
    except OSError as error:
        faults.add(Fault(name, 0, "", f"the file cannot be read: {error.strerror}", "check its rights"))
    except UnicodeDecodeError:
        faults.add(Fault(name, 0, "", "the file is not UTF-8", "save it as UTF-8"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        faults.add(_no_toml(name, str(error)))
    return None


def _no_toml(name: str, message: str) -> Fault:
    what, found, rest = message.partition(f" {_LINE}")
    line = rest.split(",", 1)[0] if found else ""
    return Fault(name, int(line) if line.isdigit() else 0, "", f"this is no TOML: {what[:1].lower()}{what[1:]}", "mend this place first")
