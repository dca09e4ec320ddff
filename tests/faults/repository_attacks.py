"""The attacks of `test_repository_attacks`: each changes what a good repository serves, on the way or with keys that were stolen."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from tuf.api.metadata import DelegatedRole, Delegations, MetaFile, Targets

from flexcare.errors import ConfigurationExpired, ConfigurationNotTaken, ConfigurationRefused, ConfigurationUnreachable
from flexcare.instructions.orders import orders_target
from flexcare.trust.fingerprint import Pin
from flexcare.trust.verdict import accept, asset_target
from tests.helpers import hospital
from tests.helpers.hospital import PICTURE, WARD_TARGET, Forger
from tests.helpers.hostile_server import HTML, Answering, HostileServer, bomb

SHORT_S = 1.0
PAST = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class World:
    """A hospital that has published serial 2; a tablet that has taken serial 1, or 2 where `caught_up`; serial 1 as it was served."""

    desk: Path
    first: Path
    tablet: Path
    pin: Pin
    server: HostileServer
    forger: Forger

    def serves(self, part: str, answer: Callable[[Answering], None]) -> None:
        self.server.wrong[part] = answer


@dataclass(frozen=True, slots=True)
class Attack:
    """caught_up: the tablet has already taken serial 2. fresh: it is also an attack on a tablet's first contact."""

    do: Callable[[World], None]
    raises: type[ConfigurationNotTaken] = ConfigurationRefused
    caught_up: bool = False
    fresh: bool = True
    timeout_s: float = 30.0


def for_all(answer: Callable[[Answering], None]) -> Callable[[World], None]:
    return lambda world: world.serves("/", answer)


def on(part: str, answer: Callable[[Answering], None]) -> Callable[[World], None]:
    return lambda world: world.serves(part, answer)


def serve_first_again(world: World) -> None:
    world.server.folder = world.first


def old_under_new_name(role: str) -> Callable[[World], None]:
    """Serve the first version of a role's metadata where the second is expected: mix and match."""

    def do(world: World) -> None:
        old = Forger(world.first.parent / "desk").metadata_file(role)
        versions = sorted((world.desk / "public/metadata").glob(f"*.{role}.json"), key=lambda path: int(path.name.partition(".")[0]))
        old.write_bytes(versions[0].read_bytes())

    return do


def snapshot_rollback(world: World) -> None:
    version = Forger(world.desk).snapshot().signed.version
    oldest = min(int(path.name.partition(".")[0]) for path in (world.desk / "public/metadata").glob("*.snapshot.json"))
    assert oldest < version
    world.forger.put_timestamp(lambda timestamp: setattr(timestamp, "snapshot_meta", MetaFile(oldest)))


def targets_rollback(world: World) -> None:
    world.forger.put_snapshot(lambda snapshot: snapshot.meta.update({"targets.json": MetaFile(2)}))


def root_again_under_the_next_name(world: World) -> None:
    shutil.copyfile(world.desk / "public/metadata/1.root.json", world.desk / "public/metadata/2.root.json")


def expired(role: str) -> Callable[[World], None]:
    def do(world: World) -> None:
        forger = world.forger
        changes = {
            "root": lambda: forger.put_root(lambda signed: setattr(signed, "expires", PAST), forger.signers("root")),
            "targets": lambda: forger.put_targets(lambda signed: setattr(signed, "expires", PAST), forger.signers("targets")),
            "snapshot": lambda: forger.put_snapshot(lambda signed: setattr(signed, "expires", PAST)),
            "timestamp": lambda: forger.put_timestamp(lambda signed: setattr(signed, "expires", PAST)),
        }
        changes[role]()

    return do


def stranger(world: World) -> Path:
    folder = world.desk.with_name("stranger")
    (folder / "desk").parent.mkdir()
    repository = hospital.make_repository(folder / "desk")
    for cap in (1, 2, 3):
        hospital.publish(repository, cap)
    return repository.public


def strangers_repository(world: World) -> None:
    root = (world.desk / "public/metadata/1.root.json").read_bytes()
    world.server.folder = stranger(world)
    (world.server.folder / "metadata/1.root.json").write_bytes(root)


def strangers_root_follows(world: World) -> None:
    forger = Forger(stranger(world).parent)
    forger.put_root(lambda _root: None, forger.signers("root"))
    shutil.copyfile(forger.metadata_file("root"), world.desk / "public/metadata/2.root.json")


def signed_by(*roles: str) -> Callable[[World], None]:
    """New targets that let a tampered ward be right, signed with keys that are not those of targets."""

    def do(world: World) -> None:
        signers = [signer for role in roles for signer in world.forger.signers(role)]
        world.forger.put_targets(lambda _targets: None, signers)

    return do


def one_root_signature(world: World) -> None:
    world.forger.put_root(lambda _root: None, world.forger.signers("root")[:1])


def root_signature_twice(world: World) -> None:
    one_root_signature(world)
    path = world.desk / "public/metadata/2.root.json"
    root = msgspec.json.decode(path.read_bytes())
    root["signatures"] *= 2
    path.write_bytes(msgspec.json.encode(root))


def root_wants_one_signature(world: World) -> None:
    world.forger.put_root(lambda root: setattr(root.roles["root"], "threshold", 1), world.forger.signers("root")[:1])


def root_signed_by_targets(world: World) -> None:
    world.forger.put_root(lambda _root: None, world.forger.signers("targets") * 1)


def snapshot_without_targets(world: World) -> None:
    world.forger.put_snapshot(lambda snapshot: snapshot.meta.clear())


def unsigned(role: str) -> Callable[[World], None]:
    def do(world: World) -> None:
        path = world.forger.metadata_file(role)
        path.write_bytes(msgspec.json.encode({**msgspec.json.decode(path.read_bytes()), "signatures": []}))

    return do


def changed_metadata(role: str, **changed: object) -> Callable[[World], None]:
    """Change fields of what was signed and leave the signature."""

    def do(world: World) -> None:
        path = world.forger.metadata_file(role)
        content = msgspec.json.decode(path.read_bytes())
        content["signed"] |= changed
        path.write_bytes(msgspec.json.encode(content))

    return do


def metadata_is(role: str, data: bytes) -> Callable[[World], None]:
    def do(world: World) -> None:
        world.forger.metadata_file(role).write_bytes(data)

    return do


def timestamp_is_a_snapshot(world: World) -> None:
    shutil.copyfile(world.forger.metadata_file("snapshot"), world.forger.metadata_file("timestamp"))


def gone(find: Callable[[Forger], Path]) -> Callable[[World], None]:
    return lambda world: find(world.forger).unlink()


def ward_replaced(old: bytes, new: bytes) -> Callable[[World], None]:
    """Another ward, as good as the signed one in every way but that nobody signed it."""

    def do(world: World) -> None:
        file = world.forger.target_file(WARD_TARGET)
        data = file.read_bytes()
        assert old in data
        file.write_bytes(data.replace(old, new))
        accept(file.read_bytes(), site=hospital.SITE, ward=hospital.WARD)

    return do


def picture_replaced(world: World) -> None:
    """Another picture, of the same length, under the name of a new one."""
    new = PICTURE.replace(b"harbour", b"harvest")
    digest = hashlib.sha256(new).hexdigest()
    world.forger.put_target(asset_target(digest), new)
    world.forger.put_ward(serial=9, assets={"one.png": digest})
    world.forger.target_file(asset_target(digest)).write_bytes(PICTURE)


def ward(**changed: object) -> Callable[[World], None]:
    """Wrong, but signed with every key that it takes."""
    return lambda world: world.forger.put_ward(serial=9, **changed) if "serial" not in changed else world.forger.put_ward(**changed)


def ward_bytes(data: bytes) -> Callable[[World], None]:
    return lambda world: world.forger.put_target(WARD_TARGET, data)


def offer(**changed: object) -> Callable[[World], None]:
    plain = msgspec.to_builtins(hospital.compiled().offer)
    return ward(offer={**plain, **changed})


def channel(**changed: object) -> Callable[[World], None]:
    first, second = msgspec.to_builtins(hospital.compiled().offer.channels)
    return offer(channels=[first, {**second, **changed}])


def another_picture(world: World) -> None:
    """A picture under a name that is not its hash, signed with every key; the tablet does not have it yet."""
    world.forger.put_target("assets/" + "a" * 64, PICTURE)
    world.forger.put_ward(serial=9, assets={"one.png": "a" * 64})


def signed_length(path: str, length: int) -> Callable[[World], None]:
    return lambda world: world.forger.put_targets(
        lambda signed: setattr(signed.targets[path], "length", length), world.forger.signers("targets")
    )


def large_picture(world: World) -> None:
    data = b"\0" * (1024 * 1024 + 1)
    digest = hashlib.sha256(data).hexdigest()
    world.forger.put_target(f"assets/{digest}", data)
    world.forger.put_ward(serial=9, assets={"one.png": digest})


def ward_withdrawn(world: World) -> None:
    def change(signed: Targets) -> None:
        del signed.targets[WARD_TARGET]

    world.forger.put_targets(change, world.forger.signers("targets"))


def delegated_to(name: str) -> Callable[[World], None]:
    """The ward is not published but delegated, to a role whose name is a path or a circle."""

    def do(world: World) -> None:
        def change(signed: Targets) -> None:
            signed.targets.pop(WARD_TARGET)
            key = world.forger.signers("targets")[0].public_key
            role = DelegatedRole(name, [key.keyid], 1, terminating=False, paths=["wards/*"])
            signed.delegations = Delegations({key.keyid: key}, {name: role})

        world.forger.put_targets(change, world.forger.signers("targets"))
        world.forger.put_snapshot(lambda snapshot: snapshot.meta.update({f"{name}.json": MetaFile(1)}))

    return do


def to_another_host(world: World) -> None:
    # Nothing listens at this address of the loopback network; the error would be another one, had it been asked.
    world.serves("timestamp.json", lambda answering: answering.redirect("http://127.0.0.9:9/metadata/timestamp.json"))


def orders_by_a_stolen_key(world: World) -> None:
    """Orders that a stolen online key alone would bring: signed by nobody who may."""
    data = b'{"site":"north","ward":"b7","last":1,"orders":[{"number":1}]}'
    file = world.forger.put_target_file(orders_target(hospital.WARD), data)
    world.forger.put_targets(lambda signed: signed.targets.update({file.path: file}), world.forger.signers("timestamp"))


def orders_instead_of_the_ward(world: World) -> None:
    """A list of orders, signed with every key, under the name of the ward's configuration."""
    world.forger.put_target(WARD_TARGET, b'{"site":"north","ward":"b7","last":1,"orders":[]}')


DEEP = b'{"signed":' + b"[" * 7000 + b"]" * 7000 + b"}"
NUMBER = b'{"signatures":[],"signed":{"_type":"timestamp","version":' + b"9" * 9000 + b"}}"
BOMB = bomb(300 * 1024 * 1024)
WARD_FILE, PICTURE_FILE = "/targets/wards/", "/targets/assets/"

ATTACKS: dict[str, Attack] = {
    # The way there
    "a portal answers everything": Attack(for_all(lambda a: a.body(HTML))),
    "a portal answers for the ward": Attack(on(WARD_FILE, lambda a: a.body(HTML))),
    "the timestamp breaks off": Attack(on("timestamp", lambda a: a.truncated(b"{" * 400)), ConfigurationUnreachable),
    "the ward breaks off": Attack(on(WARD_FILE, lambda a: a.truncated(b"{" * 400)), ConfigurationUnreachable),
    "an endless timestamp": Attack(on("timestamp", lambda a: a.endless())),
    "an endless root": Attack(on("2.root", lambda a: a.endless())),
    "an endless snapshot": Attack(on("snapshot", lambda a: a.endless())),
    "endless targets": Attack(on("targets.json", lambda a: a.endless())),
    "an endless ward": Attack(on(WARD_FILE, lambda a: a.endless())),
    "a timestamp drop by drop": Attack(on("timestamp", lambda a: a.drip()), ConfigurationUnreachable, timeout_s=SHORT_S),
    "headers drop by drop": Attack(
        on("timestamp", lambda a: a.drip(b"HTTP/1.1 200 OK\r\nX: ")), ConfigurationUnreachable, timeout_s=SHORT_S
    ),
    "a ward drop by drop": Attack(on(WARD_FILE, lambda a: a.drip()), ConfigurationUnreachable, timeout_s=SHORT_S + 1),
    "no answer": Attack(on("timestamp", lambda a: a.silent()), ConfigurationUnreachable, timeout_s=SHORT_S),
    "a redirect to another host": Attack(to_another_host, ConfigurationUnreachable),
    "a redirect to a file": Attack(on("timestamp", lambda a: a.redirect("file:///etc/hostname")), ConfigurationUnreachable),
    "a redirect in a circle": Attack(on("timestamp", lambda a: a.redirect("/metadata/timestamp.json")), ConfigurationUnreachable),
    "500 for the root": Attack(on("2.root", lambda a: a.status(500)), ConfigurationUnreachable),
    "503 for the timestamp": Attack(on("timestamp", lambda a: a.status(503)), ConfigurationUnreachable),
    "401 for the ward": Attack(on(WARD_FILE, lambda a: a.status(401)), ConfigurationUnreachable),
    "not modified, which was not asked": Attack(on("timestamp", lambda a: a.body(b"", status=304)), ConfigurationUnreachable),
    "a reset": Attack(on("timestamp", lambda a: a.reset()), ConfigurationUnreachable),
    "a reset at the ward": Attack(on(WARD_FILE, lambda a: a.reset()), ConfigurationUnreachable),
    "not HTTP": Attack(on("timestamp", lambda a: a.raw(b"SSH-2.0-OpenSSH_9.2\r\n")), ConfigurationUnreachable),
    "a thousand headers": Attack(on("timestamp", lambda a: a.raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000)), ConfigurationUnreachable),
    "a nonsensical length": Attack(on("timestamp", lambda a: a.body(b"{}", length="-9")), ConfigurationUnreachable, timeout_s=SHORT_S),
    "a timestamp that bursts": Attack(on("timestamp", lambda a: a.body(BOMB, encoding="gzip"))),
    "a ward that bursts": Attack(on(WARD_FILE, lambda a: a.body(BOMB, encoding="gzip"))),
    "broken packing": Attack(on("timestamp", lambda a: a.body(b"\x1f\x8bno", encoding="gzip")), ConfigurationUnreachable),
    "unknown packing": Attack(on("timestamp", lambda a: a.body(b"{}", encoding="br")), ConfigurationUnreachable),
    "fat targets": Attack(on("targets.json", lambda a: a.body(b"[" + b"{}," * 2_600_000 + b"{}]"))),
    "a fat snapshot": Attack(on("snapshot", lambda a: a.body(b"[" + b"{}," * 160_000 + b"{}]"))),
    # What is missing
    "no timestamp": Attack(gone(lambda forger: forger.metadata_file("timestamp")), ConfigurationUnreachable),
    "no snapshot": Attack(gone(lambda forger: forger.metadata_file("snapshot")), ConfigurationUnreachable),
    "no targets": Attack(gone(lambda forger: forger.metadata_file("targets")), ConfigurationUnreachable),
    "no ward": Attack(gone(lambda forger: forger.target_file(WARD_TARGET)), ConfigurationUnreachable),
    "the ward is withdrawn": Attack(ward_withdrawn),
    # What is no metadata
    "an empty timestamp": Attack(metadata_is("timestamp", b"")),
    "JSON that is deep": Attack(metadata_is("timestamp", DEEP)),
    "a number without end": Attack(metadata_is("timestamp", NUMBER)),
    "no text": Attack(metadata_is("timestamp", b"\xff\xfe\0" * 99)),
    "a list": Attack(metadata_is("timestamp", b"[]")),
    "a snapshot as timestamp": Attack(timestamp_is_a_snapshot),
    # Who signed it
    "an unsigned timestamp": Attack(unsigned("timestamp")),
    "an unsigned snapshot": Attack(unsigned("snapshot")),
    "unsigned targets": Attack(unsigned("targets")),
    "a changed timestamp": Attack(changed_metadata("timestamp", version=2**40)),
    "a changed snapshot": Attack(changed_metadata("snapshot", expires="2099-01-01T00:00:00Z")),
    "changed targets": Attack(changed_metadata("targets", expires="2099-01-01T00:00:00Z")),
    "a stranger's repository": Attack(strangers_repository),
    "a stranger's root": Attack(strangers_root_follows),
    "targets signed with the stolen timestamp key": Attack(signed_by("timestamp")),
    "targets signed with both stolen online keys": Attack(signed_by("snapshot", "timestamp")),
    "a root with one of two signatures": Attack(one_root_signature),
    "a root with one signature twice": Attack(root_signature_twice),
    "a root that wants one signature": Attack(root_wants_one_signature),
    "a root signed with the key of targets": Attack(root_signed_by_targets),
    # When it was signed
    "all of it rolled back": Attack(serve_first_again, caught_up=True, fresh=False),
    "the snapshot rolled back": Attack(snapshot_rollback, caught_up=True, fresh=False),
    "the targets rolled back": Attack(targets_rollback, caught_up=True, fresh=False),
    "an old root under the next name": Attack(root_again_under_the_next_name),
    "an old snapshot in the new one's place": Attack(old_under_new_name("snapshot")),
    "old targets in the new ones' place": Attack(old_under_new_name("targets")),
    "targets missing in the snapshot": Attack(snapshot_without_targets),
    "an expired root": Attack(expired("root"), ConfigurationExpired),
    "expired targets": Attack(expired("targets"), ConfigurationExpired),
    "an expired snapshot": Attack(expired("snapshot"), ConfigurationExpired),
    "an expired timestamp": Attack(expired("timestamp"), ConfigurationExpired),
    # What was signed is not what comes
    "another value in the ward": Attack(ward_replaced(b'"cap_percent":72', b'"cap_percent":99')),
    "a longer ward": Attack(ward_replaced(b'"cap_percent":72', b'"cap_percent": 99')),
    "a shorter ward": Attack(ward_replaced(b'"cap_percent":72', b'"cap_percent":9')),
    "another picture": Attack(picture_replaced),
    "a ward signed as endless": Attack(signed_length(WARD_TARGET, 2**50)),
    # Signed with every key, and wrong
    "another site": Attack(ward(site="south")),
    "another ward": Attack(ward(ward="b8")),
    "a newer schema": Attack(ward(version=2)),
    "no version of a schema": Attack(ward(version="two")),
    "a lower serial": Attack(ward(serial=1), caught_up=True, fresh=False),
    "an impossible serial": Attack(ward(serial=0)),
    "no offer": Attack(ward(offer=None)),
    "an offer without a language": Attack(offer(languages=[])),
    "one number for two channels": Attack(channel(number=1)),
    "a channel that is a file": Attack(channel(stream={"address": "file:///etc/passwd"})),
    "a logo outside": Attack(channel(logo="../../etc/passwd")),
    "a picture outside": Attack(ward(assets={"../../../etc/cron.d/x": hospital.PICTURE_DIGEST})),
    "a hidden picture": Attack(ward(assets={".bashrc": hospital.PICTURE_DIGEST})),
    "a picture by a path instead of a hash": Attack(ward(assets={"one.png": "../../wards/b7.json"})),
    "a picture that is not published": Attack(ward(assets={"one.png": "b" * 64})),
    "a picture that is another": Attack(another_picture),
    "a picture that is too large": Attack(large_picture),
    "an agreement without days": Attack(ward(agreement_from="soon")),
    "an agreement that ends first": Attack(ward(agreement_from="2027-01-02", agreement_to="2027-01-01")),
    "a ward that is no JSON": Attack(ward_bytes(b"\0" * 100)),
    "a ward that is deep": Attack(ward_bytes(b"[" * 500_000)),
    "a ward that is no text": Attack(ward_bytes(b'{"site":"\xff\xfe"}')),
    "instructions signed with the stolen timestamp key": Attack(orders_by_a_stolen_key),
    "instructions in the ward's place": Attack(orders_instead_of_the_ward),
    "a ward delegated to a path": Attack(delegated_to("../../../evil"), ConfigurationUnreachable),
    "a ward delegated to nobody": Attack(delegated_to("circle"), ConfigurationUnreachable),
}
