"""What a region lets its hospitals sign, and whether what one brings is just that. Beside `flexcare.trust.metadata`, and on values as that.

A region's targets delegate `hospitals/HOSPITAL/` to the keys of that hospital's own targets role. What the hospital signs for its own
repository is, byte for byte, what the region passes on: the region needs no key of a hospital, and a hospital none of the region.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from securesystemslib.signer import Key
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, TargetFile, Targets

from flexcare.errors import RepositoryUnusable
from flexcare.instructions.orders import orders_target, orders_ward
from flexcare.trust.metadata import Metadatas, delegate, delegated, undelegate
from flexcare.trust.site import hospital_role
from flexcare.trust.verdict import ASSETS_MAX, asset_of, hospital_prefix, ward_of, ward_target

TARGETS_MAX = 2 * ASSETS_MAX
_CURE = "ask the hospital to publish again, and look for who changed the folder"
_HOSPITAL_ROLE = re.compile(r"hospital-([a-z0-9][a-z0-9-]{0,62})")


@dataclass(frozen=True, slots=True)
class SignedFile:
    """One target: its name, its file below the targets folder, and what that has to be."""

    path: str
    place: str
    length: int
    digest: str


def hospitals(region: Metadatas) -> dict[str, list[str]]:
    """The hospitals of a region, each with the identities of the keys that count for it."""
    signed = region.targets["targets"].signed
    roles = (signed.delegations.roles if signed.delegations else None) or {}
    return {found[1]: list(role.keyids) for name, role in roles.items() if (found := _HOSPITAL_ROLE.fullmatch(name))}


def let_sign(region: Metadatas, hospital: str, theirs: Metadatas) -> None:
    """Let those keys that count now for the hospital's own targets sign its part of the region, and no others."""
    root = theirs.root.signed
    role = root.roles["targets"]
    keys: list[Key] = [root.keys[key_id] for key_id in role.keyids]
    prefix = hospital_prefix(hospital)
    patterns = (f"{prefix}wards/*.json", f"{prefix}instructions/*.json", f"{prefix}assets/*")
    delegate(region.targets["targets"].signed, hospital_role(hospital), patterns, keys, role.threshold)


def let_sign_no_more(region: Metadatas, hospital: str) -> None:
    """Let a hospital sign nothing any more. Its last metadata stays listed, since a snapshot that forgets one is refused by tablets."""
    undelegate(region.targets["targets"].signed, hospital_role(hospital))


def take(region: Metadatas, hospital: str, theirs: Metadatas, now: datetime) -> list[SignedFile]:
    """Put what a hospital published into a region's metadata, if it is the hospital's own and not older; the files that belong to it.

    Raises `RepositoryUnusable`, and has changed nothing then.
    """
    role = hospital_role(hospital)
    delegator = region.targets["targets"].signed
    if hospital not in hospitals(region):
        raise RepositoryUnusable("the region has no such hospital", place=ascii(hospital)[:80], cure="flexcare region add lets it sign")
    brought = {role: theirs.targets["targets"]}
    _check(role, delegator, brought[role], region, now)
    for name, paths in _wards(hospital, brought[role].signed).items():
        if name not in theirs.targets:
            raise _refused(f"the metadata of {name} is missing", hospital)
        brought[name] = theirs.targets[name]
        _check(name, brought[role].signed, brought[name], region, now)
        if not set(brought[name].signed.targets) <= set(paths) or brought[name].signed.delegations is not None:
            raise _refused(f"{name} signs more than its ward", hospital)
    files = {path: file for metadata in brought.values() for path, file in metadata.signed.targets.items()}
    _check_names(hospital, files)
    region.targets.update(brought)
    return [SignedFile(path, file.get_prefixed_paths()[0], file.length, file.hashes["sha256"]) for path, file in files.items()]


def _wards(hospital: str, signed: Targets) -> dict[str, list[str]]:
    """The roles that a hospital lets its wards sign with; raises `RepositoryUnusable` for any other."""
    if signed.delegations is not None and signed.delegations.roles is None:
        raise _refused("it delegates in a way that tablets would not follow", hospital)
    role, prefix = hospital_role(hospital), hospital_prefix(hospital)
    roles = delegated(signed)
    for name, paths in roles.items():
        ward = name.removeprefix(f"{role}_ward-")
        own = [f"{prefix}{target(ward)}" for target in (ward_target, orders_target)]
        if ward_of(ward_target(ward)) != ward or name == ward or paths not in (own, own[:1]):
            raise _refused(f"it lets {ascii(name)[:80]} sign, which is no ward of its own", hospital)
    return roles


def _check(role: str, delegator: Targets, brought: Metadata[Targets], region: Metadatas, now: datetime) -> None:
    try:
        delegator.verify_delegate(role, brought.signed_bytes, brought.signatures)
    except (RepositoryError, ValueError) as error:
        raise _refused("it is not signed with the key that the region knows", role) from error
    if brought.signed.expires <= now:
        raise RepositoryUnusable(
            "what the hospital signed has run out", place=role, cure="ask the hospital to run flexcare publish --force"
        )
    before = region.targets.get(role)
    if before is None:
        return
    if brought.signed.version < before.signed.version:
        what = f"it is version {brought.signed.version}, and tablets have seen {before.signed.version}"
        raise RepositoryUnusable(what, place=role, cure="bring back the hospital's repository from its newest copy")
    if brought.signed.version == before.signed.version and brought.signed_bytes != before.signed_bytes:
        raise _refused("it is another publication under the same version", role)


def _check_names(hospital: str, files: Mapping[str, TargetFile]) -> None:
    prefix = hospital_prefix(hospital)
    if len(files) > TARGETS_MAX:
        raise _refused(f"it names more than {TARGETS_MAX} files", hospital)
    for path, file in files.items():
        own = path.removeprefix(prefix)
        if not path.startswith(prefix) or not (ward_of(own) or orders_ward(own) or asset_of(own)):
            raise _refused(f"it signs {ascii(path)[:120]}, which is not its own to sign", hospital)
        if set(file.hashes) != {"sha256"} or not re.fullmatch(r"[0-9a-f]{64}", file.hashes["sha256"]):
            raise _refused(f"{ascii(path)[:120]} is not named by its SHA-256", hospital)


def _refused(what: str, place: str) -> RepositoryUnusable:
    return RepositoryUnusable(what, place=place, cure=_CURE)
