"""A small hospital: one ward, a picture, a repository with real keys, and somebody who forges with any of these keys."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
from securesystemslib.signer import Signer
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from flexcare.clock import Clock, SystemClock
from flexcare.configuration.compiled import CompiledWard, Instruction, to_bytes
from flexcare.lineup.channel import Channel, Stream
from flexcare.session.offer import Device, Hospital, Offer, Sound
from flexcare.trust.fingerprint import Pin
from flexcare.trust.keys import KeyRing
from flexcare.trust.puller import Puller, PullLimits
from flexcare.trust.repository import Published, Repository
from flexcare.trust.secrets import folder_secrets

SITE, WARD = "north", "b7"
PICTURE = b"\x89PNG of a harbour"
PICTURE_DIGEST = hashlib.sha256(PICTURE).hexdigest()
INSTRUCTION = Instruction("Ada Berg", "a new channel", "2026-03-02T10:42:00+01:00")
WARD_TARGET, PICTURE_TARGET = f"wards/{WARD}.json", f"assets/{PICTURE_DIGEST}"


def compiled(cap_percent: int = 80, *, ward: str = WARD, site: str = SITE) -> CompiledWard:
    """What a ward's source compiles to; a different cap makes a different configuration."""
    channels = (Channel(1, "One", Stream("udp://@239.1.1.1:5000"), logo="one.png"), Channel(2, "Two", Stream("udp://@239.1.1.2:5000")))
    offer = Offer(hospital=Hospital("North"), channels=channels, sound=Sound(cap_percent=cap_percent))
    devices, assets = {"tablet-1": Device("B7-1", 10.1)}, {"one.png": PICTURE_DIGEST}
    return CompiledWard(site, ward, 1, Instruction("-", "-", ""), offer, devices, assets, "2026-01-01", "2027-12-31")


def targets(cap_percent: int = 80) -> dict[str, bytes]:
    """Everything that the hospital publishes."""
    return {WARD_TARGET: to_bytes(compiled(cap_percent)), PICTURE_TARGET: PICTURE}


def make_repository(folder: Path, clock: Clock | None = None, *, wards: tuple[str, ...] = ()) -> Repository:
    """A repository whose root needs two of three keys."""
    return Repository.create(folder, SITE, clock or SystemClock(), wards=wards, secrets=folder_secrets(folder.with_name("secrets")))


def open_repository(folder: Path, clock: Clock | None = None) -> Repository:
    return Repository(folder, clock or SystemClock(), secrets=folder_secrets(folder.with_name("secrets")))


def publish(repository: Repository, cap_percent: int = 80) -> Published:
    return repository.publish(targets(cap_percent), INSTRUCTION)


def make_puller(folder: Path, address: str, pin: Pin, *, timeout_s: float = 30, ward: str = WARD) -> Puller:
    return Puller(SITE, ward, address, folder, SystemClock(), pin, PullLimits(timeout_s))


class Forger:
    """Changes what a repository serves, with whatever keys were stolen."""

    def __init__(self, folder: Path, site: str = SITE) -> None:
        self.public = folder / "public"
        self._keys = KeyRing(site, (folder / "keys",), folder_secrets(folder.with_name("secrets")))
        self._used: set[str] = set()

    @property
    def stolen(self) -> list[str]:
        """The keys to replace now; a forged root is followed by as many honest ones."""
        return [*(("targets",) if "targets" in self._used else ()), "snapshot", "timestamp"] if self._used else []

    def signers(self, role: str) -> list[Signer]:
        """All keys of a role."""
        self._used.add(role)
        root = self.root().signed
        return self._keys.need(role, root.roles[role].keyids)

    def root(self) -> Metadata[Root]:
        return Metadata[Root].from_file(str(self._newest("root")))

    def targets(self) -> Metadata[Targets]:
        return Metadata[Targets].from_file(str(self._newest("targets")))

    def snapshot(self) -> Metadata[Snapshot]:
        return Metadata[Snapshot].from_file(str(self._newest("snapshot")))

    def timestamp(self) -> Metadata[Timestamp]:
        return Metadata[Timestamp].from_file(str(self.public / "metadata" / "timestamp.json"))

    def put_root(self, change: Callable[[Root], None], signers: Iterable[Signer]) -> None:
        root = self.root()
        root.signed.version += 1
        change(root.signed)
        self._put(f"{root.signed.version}.root.json", root, signers)

    def put_targets(self, change: Callable[[Targets], None], signers: Iterable[Signer], online: Iterable[Signer] | None = None) -> None:
        """Serve changed targets, and a snapshot and timestamp that belong to them."""
        found = self.targets()
        found.signed.version += 1
        change(found.signed)
        self._put(f"{found.signed.version}.targets.json", found, signers)
        self.put_snapshot(lambda snapshot: snapshot.meta.update({"targets.json": MetaFile(found.signed.version)}), online)

    def put_snapshot(self, change: Callable[[Snapshot], None], online: Iterable[Signer] | None = None) -> None:
        found = self.snapshot()
        found.signed.version += 1
        change(found.signed)
        self._put(f"{found.signed.version}.snapshot.json", found, self.signers("snapshot") if online is None else online)
        self.put_timestamp(lambda timestamp: setattr(timestamp, "snapshot_meta", MetaFile(found.signed.version)), online)

    def put_timestamp(self, change: Callable[[Timestamp], None], online: Iterable[Signer] | None = None) -> None:
        found = self.timestamp()
        found.signed.version += 1
        change(found.signed)
        self._put("timestamp.json", found, self.signers("timestamp") if online is None else online)

    def put_target_file(self, path: str, data: bytes) -> TargetFile:
        """Lay a target's file where it is served; nobody signs it by that."""
        file = TargetFile.from_data(path, data, ["sha256"])
        place = self.public / "targets" / file.get_prefixed_paths()[0]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        return file

    def put_target(self, path: str, data: bytes) -> None:
        """Serve a target under all the keys that it takes, as only the desk itself could."""
        file = self.put_target_file(path, data)
        self.put_targets(lambda signed: signed.targets.update({path: file}), self.signers("targets"))

    def put_delegated(self, role: str, path: str, data: bytes) -> None:
        """Have a delegated role sign a target, whether it may or not, with its own key and the online keys."""
        file = self.put_target_file(path, data)
        found = Metadata[Targets].from_file(str(self._newest(role)))
        found.signed.version += 1
        found.signed.targets[path] = file
        delegations = self.targets().signed.delegations
        assert delegations is not None
        assert delegations.roles is not None
        self._put(f"{found.signed.version}.{role}.json", found, self._keys.need(role, delegations.roles[role].keyids))
        self.put_snapshot(lambda snapshot: snapshot.meta.update({f"{role}.json": MetaFile(found.signed.version)}))

    def put_ward(self, **changed: object) -> None:
        """Serve a ward whose top-level fields were changed, valid or not, under all the keys that it takes."""
        self.put_target(WARD_TARGET, changed_ward(self.public, **changed))

    def metadata_file(self, role: str) -> Path:
        return self.public / "metadata" / "timestamp.json" if role == "timestamp" else self._newest(role)

    def target_file(self, path: str) -> Path:
        return self.public / "targets" / self.targets().signed.targets[path].get_prefixed_paths()[0]

    def _newest(self, role: str) -> Path:
        found = (self.public / "metadata").glob(f"*.{role}.json")
        return max(found, key=lambda path: int(path.name.partition(".")[0]))

    def _put(self, name: str, metadata: AnyMetadata, signers: Iterable[Signer]) -> None:
        metadata.signatures.clear()
        for signer in signers:
            metadata.sign(signer, append=True)
        (self.public / "metadata" / name).write_bytes(metadata.to_bytes())


AnyMetadata = Metadata[Root] | Metadata[Targets] | Metadata[Snapshot] | Metadata[Timestamp]


def changed_ward(public: Path, **changed: object) -> bytes:
    """The bytes of the published ward with some top-level fields changed."""
    found = max((public / "targets" / "wards").iterdir(), key=lambda path: msgspec.json.decode(path.read_bytes())["serial"])
    return msgspec.json.encode({**msgspec.json.decode(found.read_bytes()), **changed})
