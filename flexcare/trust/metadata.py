"""The signed metadata of a site's repository, made and changed in memory. With `flexcare.trust.delegation` all that knows `tuf.api`.

The Update Framework, specification 1.0: root says whose keys count, targets what is published, snapshot which targets belong together,
timestamp which snapshot is the newest. Everything here works on values; files are `flexcare.trust.repository`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, timedelta

from securesystemslib.signer import Key, Signer
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import DelegatedRole, Delegations, Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from flexcare.errors import RepositoryUnusable
from flexcare.trust.keys import KeyRing

AnyMetadata = Metadata[Root] | Metadata[Targets] | Metadata[Snapshot] | Metadata[Timestamp]

ONLINE = ("snapshot", "timestamp")
TOP = ("root", "targets", *ONLINE)


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """For how long each kind of metadata is believed without being renewed."""

    root_days: int = 730
    targets_days: int = 400
    snapshot_days: int = 30
    timestamp_days: int = 7

    def of(self, role: str) -> timedelta:
        days = {"root": self.root_days, "snapshot": self.snapshot_days, "timestamp": self.timestamp_days}
        return timedelta(days=days.get(role, self.targets_days))


class Metadatas:
    """All that is in force at one moment. Changing it changes nothing on the disk."""

    def __init__(
        self,
        root: Metadata[Root],
        targets: dict[str, Metadata[Targets]],
        snapshot: Metadata[Snapshot],
        timestamp: Metadata[Timestamp],
    ) -> None:
        self.root = root
        self.targets = targets
        self.snapshot = snapshot
        self.timestamp = timestamp
        self.roots: list[bytes] = []

    @property
    def serial(self) -> int:
        """Of the last publication, 0 before the first; rotated keys count too. The next publication's serial is one more."""
        return self.targets["targets"].signed.version - 1

    def published(self) -> dict[str, TargetFile]:
        """Every target in force, by its path."""
        return {path: file for metadata in self.targets.values() for path, file in metadata.signed.targets.items()}

    def published_files(self) -> dict[str, tuple[str, str]]:
        """Of every target in force, by its path: its SHA-256, and its file's path below the targets folder."""
        return {path: (file.hashes["sha256"], file.get_prefixed_paths()[0]) for path, file in self.published().items()}

    def expiry(self, role: str) -> datetime:
        """When a role's metadata ceases to be believed."""
        return self._of(role).signed.expires

    def versions(self) -> dict[str, int]:
        """The version of each role's metadata."""
        return {role: self._of(role).signed.version for role in ("root", *self.targets, *ONLINE)}

    def publish(self, contents: Mapping[str, bytes], keys: KeyRing, now: datetime, lifetimes: Lifetimes) -> None:
        """Let exactly these targets be what is published, and sign. A ward that has a role of its own is signed with its own key."""
        owned = self._owned()
        for role, metadata in self.targets.items():
            mine = {path: data for path, data in contents.items() if owned.get(path, "targets") == role}
            metadata.signed.targets = {path: TargetFile.from_data(path, data, ["sha256"]) for path, data in mine.items()}
            self._sign(role, metadata, keys, now, lifetimes)
        self.renew(keys, now, lifetimes)

    def put(self, path: str, data: bytes, keys: KeyRing, now: datetime, lifetimes: Lifetimes) -> str:
        """Let this target be published beside all others, and sign with the keys that it takes; its path below the targets folder."""
        role = self._owned().get(path, "targets")
        file = TargetFile.from_data(path, data, ["sha256"])
        self.targets[role].signed.targets[path] = file
        self._sign(role, self.targets[role], keys, now, lifetimes)
        self.renew(keys, now, lifetimes)
        return file.get_prefixed_paths()[0]

    def renew(self, keys: KeyRing, now: datetime, lifetimes: Lifetimes) -> None:
        """Sign snapshot and timestamp anew; needs their two keys and no other.

        Their versions follow the time of day in seconds where that is more than one step, so that a desk and a timer that renew in
        turns, on copies of the folder, do not fall behind each other.
        """
        self.snapshot.signed.meta = {f"{role}.json": _meta(metadata) for role, metadata in self.targets.items()}
        self._sign("snapshot", self.snapshot, keys, now, lifetimes, version=int(now.timestamp()))
        self.timestamp.signed.snapshot_meta = _meta(self.snapshot)
        self._sign("timestamp", self.timestamp, keys, now, lifetimes, version=int(now.timestamp()))

    def resign(self, role: str, keys: KeyRing, now: datetime, lifetimes: Lifetimes) -> None:
        """Sign anew what was changed of a role, and what tells of it."""
        self._sign(role, self._of(role), keys, now, lifetimes)
        self.renew(keys, now, lifetimes)

    def rotate(self, role: str, keys: KeyRing, now: datetime, lifetimes: Lifetimes) -> None:
        """Put a new key in the place of a role's; of root, in the place of the first that is not here, or else the oldest."""
        new = keys.make(role).public_key
        delegator = self.root.signed if role in TOP else self.targets["targets"].signed
        before = deepcopy(self.root.signed)
        for key_id in self._replaced(role, keys):
            delegator.revoke_key(key_id, role)
        delegator.add_key(new, role)
        if role in TOP:
            # By enough of the old keys and enough of the new: a tablet follows the chain from the root that it knows.
            self._sign("root", self.root, keys, now, lifetimes, also=before.roles["root"].keyids)
            self._check_chain(before)
            self.roots.append(self.root.to_bytes())
        else:
            self._sign("targets", self.targets["targets"], keys, now, lifetimes)
        if role in self.targets:
            self._sign(role, self.targets[role], keys, now, lifetimes)
        self.renew(keys, now, lifetimes)

    def key_ids(self, role: str) -> list[str]:
        """The keys that count for a role."""
        delegator = self.root.signed if role in TOP else self.targets["targets"].signed
        return list(delegator.get_delegated_role(role).keyids)

    def _owned(self) -> dict[str, str]:
        """The roles that sign the targets that are delegated; all others are signed by targets itself."""
        return {path: role for role, paths in delegated(self.targets["targets"].signed).items() for path in paths}

    def _replaced(self, role: str, keys: KeyRing) -> list[str]:
        known = self.key_ids(role)
        if role != "root":
            return known
        here = {signer.public_key.keyid for signer in keys.need(role, known)}
        return [next((key_id for key_id in known if key_id not in here), known[0])]

    def _check_chain(self, before: Root) -> None:
        try:
            for root in (before, self.root.signed):
                root.verify_delegate("root", self.root.signed_bytes, self.root.signatures)
        except RepositoryError as error:
            threshold = before.roles["root"].threshold
            raise RepositoryUnusable(
                f"{threshold} of the keys of root are needed", cure="name the folders that have them with --keys"
            ) from error

    def _of(self, role: str) -> AnyMetadata:
        if role == "root":
            return self.root
        if role == "snapshot":
            return self.snapshot
        return self.timestamp if role == "timestamp" else self.targets[role]

    def _sign(
        self,
        role: str,
        metadata: AnyMetadata,
        keys: KeyRing,
        now: datetime,
        lifetimes: Lifetimes,
        *,
        version: int = 0,
        also: Iterable[str] = (),
    ) -> None:
        metadata.signed.version = max(metadata.signed.version + 1, version)
        metadata.signed.expires = now + lifetimes.of(role)
        delegator = self.root.signed if role in TOP else self.targets["targets"].signed
        threshold = delegator.get_delegated_role(role).threshold
        signers = keys.need(role, {*self.key_ids(role), *also}, threshold)
        _sign(metadata, signers)


def create(
    delegates: Mapping[str, Sequence[str]], keys: KeyRing, now: datetime, lifetimes: Lifetimes, *, root_keys: int, root_threshold: int
) -> Metadatas:
    """Make all keys of a new site and its first metadata, which publishes nothing yet.

    delegates: the roles that get a key of their own, each with the targets that it signs.
    """
    root = Root(version=1, expires=now + lifetimes.of("root"), consistent_snapshot=True)
    signers: dict[str, list[Signer]] = {role: [keys.make(role) for _ in range(root_keys if role == "root" else 1)] for role in TOP}
    for role in TOP:
        for signer in signers[role]:
            root.add_key(signer.public_key, role)
    root.roles["root"].threshold = root_threshold
    targets = {"targets": Metadata(Targets(version=1, expires=now + lifetimes.of("targets")))}
    for role, paths in delegates.items():
        signers[role] = [keys.make(role)]
        delegate(targets["targets"].signed, role, paths, [signer.public_key for signer in signers[role]])
        targets[role] = Metadata(Targets(version=1, expires=now + lifetimes.of(role)))
    snapshot = Metadata(Snapshot(version=1, expires=now, meta={f"{role}.json": MetaFile(1) for role in targets}))
    made = Metadatas(Metadata(root), targets, snapshot, Metadata(Timestamp(version=1, expires=now)))
    _sign(made.root, signers["root"])
    made.roots.append(made.root.to_bytes())
    for role, metadata in targets.items():
        _sign(metadata, signers[role])
    made.renew(keys, now, lifetimes)
    return made


def read(root: bytes, timestamp: bytes, versioned: Mapping[str, bytes]) -> Metadatas:
    """Read what is in force; `versioned` maps `VERSION.ROLE.json` to content. Raises `RepositoryUnusable`.

    Nothing is verified: it is the desk's own folder. What is unreadable or missing is refused.
    """
    try:
        stamp = Metadata[Timestamp].from_bytes(timestamp)
        snapshot = Metadata[Snapshot].from_bytes(versioned[f"{stamp.signed.snapshot_meta.version}.snapshot.json"])
        targets = {
            name.removesuffix(".json"): Metadata[Targets].from_bytes(versioned[f"{file.version}.{name}"])
            for name, file in snapshot.signed.meta.items()
        }
        return Metadatas(Metadata[Root].from_bytes(root), targets, snapshot, stamp)
    except (RepositoryError, KeyError) as error:
        raise RepositoryUnusable("the published metadata is damaged", cure="bring the folder back from a copy") from error


def files(metadatas: Metadatas) -> dict[str, bytes]:
    """What a tablet fetches, by file name, in the order in which it may be written: the timestamp last, since it makes the rest count."""
    written = {f"{metadatas.root.signed.version}.root.json": metadatas.root.to_bytes()} if metadatas.roots else {}
    for role, metadata in metadatas.targets.items():
        written[f"{metadata.signed.version}.{role}.json"] = metadata.to_bytes()
    written[f"{metadatas.snapshot.signed.version}.snapshot.json"] = metadatas.snapshot.to_bytes()
    written["timestamp.json"] = metadatas.timestamp.to_bytes()
    return written


def target_files(targets: bytes) -> list[str]:
    """The files, below the targets folder, that one version of a targets role makes tablets ask for."""
    return [file.get_prefixed_paths()[0] for file in Metadata[Targets].from_bytes(targets).signed.targets.values()]


def delegate(targets: Targets, role: str, paths: Iterable[str], keys: Iterable[Key], threshold: int = 1) -> None:
    """Let a role with these keys, and nobody else, sign the targets whose names match; what it had before is over."""
    if targets.delegations is None:
        targets.delegations = Delegations({}, {})
    undelegate(targets, role)
    assert targets.delegations.roles is not None  # made above, as roles and not as bins
    targets.delegations.roles[role] = DelegatedRole(role, [], threshold, terminating=True, paths=list(paths))
    for key in keys:
        targets.add_key(key, role)


def undelegate(targets: Targets, role: str) -> None:
    """Let a role sign nothing any more."""
    roles = targets.delegations.roles if targets.delegations else None
    if roles and role in roles:
        for key_id in list(roles[role].keyids):
            targets.revoke_key(key_id, role)
        del roles[role]


def delegated(targets: Targets) -> dict[str, list[str]]:
    """The patterns of names that each delegated role may sign."""
    roles = targets.delegations.roles if targets.delegations else None
    return {name: role.paths or [] for name, role in (roles or {}).items()}


def _meta(metadata: AnyMetadata) -> MetaFile:
    """Version and length: a tablet reads no more than that, whoever serves it."""
    return MetaFile(metadata.signed.version, length=len(metadata.to_bytes()))


def _sign(metadata: AnyMetadata, signers: list[Signer]) -> None:
    metadata.signatures.clear()
    for signer in signers:
        metadata.sign(signer, append=True)
