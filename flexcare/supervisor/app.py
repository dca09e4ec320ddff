"""The supervisor's composition root: from a ward folder and a state folder to sessions on a screen, readable from top to bottom."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from flexcare.clock import Clock
from flexcare.fleet.health import Health, Monitor
from flexcare.fleet.linking import Linking
from flexcare.paths import Paths
from flexcare.session.check import check
from flexcare.session.host import Host, Launch
from flexcare.session.kinds import Kind
from flexcare.session.launch import Launched, launch
from flexcare.session.messages import Renewed
from flexcare.session.receipt import Check
from flexcare.session.receipts import Receipts, memory_is_erased
from flexcare.session.sandbox import WARD
from flexcare.session.surroundings import STAFF, STAFF_SLOT, Surroundings
from flexcare.session.surroundings import Program as Program
from flexcare.session.triggers import Triggers
from flexcare.session.unconfined import launch_unconfined
from flexcare.staff.audit import Audit
from flexcare.staff.diagnosis import Troubles
from flexcare.supervisor.aftermath import Aftermath
from flexcare.supervisor.apart import Apart, ApartSessions
from flexcare.supervisor.at_bed import StaffAtBed
from flexcare.supervisor.bed_keeping import BedKeeping
from flexcare.supervisor.book import COMMAND_LINE, Book
from flexcare.supervisor.changing import Changing, Step
from flexcare.supervisor.compositor import Backend, Screen
from flexcare.supervisor.configuring import Configuring, Standing
from flexcare.supervisor.display import Display
from flexcare.supervisor.filtering import send_to
from flexcare.supervisor.firewall import Firewall
from flexcare.supervisor.guiding import Guiding
from flexcare.supervisor.happenings import Asked, Instructed, Said
from flexcare.supervisor.importer import import_guide, importer_at
from flexcare.supervisor.lock import empty_folder, only_one
from flexcare.supervisor.looking import Looking, usual_sounds
from flexcare.supervisor.names import make_room_for_names
from flexcare.supervisor.notify import Notifier
from flexcare.supervisor.obeying import Deeds, Obeying
from flexcare.supervisor.playback.doors import SoundDoors
from flexcare.supervisor.reach import reach
from flexcare.supervisor.security_context import Doors
from flexcare.supervisor.sensing import sense
from flexcare.supervisor.staffing import Bedside, bed_keeping, join_staff, staff_at_bed
from flexcare.supervisor.supervisor import Supervisor
from flexcare.supervisor.ward import Ward
from flexcare.trust.enrolment import Enrolment, Tablet
from flexcare.trust.puller import Puller, Whence

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Options:
    """What the supervisor is told when it starts.

    ward: the ward folder; with `enrolment`, where what was pulled is put.
    user: the host user that sessions run as, where the supervisor is root. sound: a socket for playback.
    staff: the staff's own program. restart: a command that starts the tablet anew, for IT; none where nobody may.
    apart: where a tablet's own services do what the supervisor would do itself; it needs no rights then.
    confined: False runs sessions without any sandbox, for development; nothing of the product's promises holds then.
    """

    ward: Path
    paths: Paths
    screen: Screen = field(default_factory=Screen)
    backend: Backend = Backend.HEADLESS
    user: int | None = None
    sound: Path | None = None
    confined: bool = True
    program: Program = field(default_factory=Program)
    staff: Program = STAFF
    restart: tuple[str, ...] = ()
    enrolment: Enrolment | None = None
    apart: Apart | None = None


async def serve(options: Options, clock: Clock, on_step: Callable[[Step], None] = lambda _: None) -> None:
    """Run the supervisor until SIGTERM or SIGINT; SIGUSR1 is a reset, SIGHUP looks for a new configuration and guide.

    Raises a FlexCareError where it cannot start.
    """
    loop = asyncio.get_running_loop()
    for number in (signal.SIGUSR1, signal.SIGHUP):
        # Until something is done about them, they would end the program.
        loop.add_signal_handler(number, _not_yet)
    with only_one(options.paths):
        aftermath = Aftermath(options.paths.run_file)
        apart = ApartSessions(options.apart.launcher, options.paths.run / "doors") if options.apart else None
        before = aftermath.clear().both(apart.before()) if apart else aftermath.clear()
        guiding = Guiding(options.paths.guide, clock, importer=importer_at(options.apart.guide) if options.apart else import_guide)
        monitor = Monitor(options.paths.health, clock)
        monitor.alarm("not-erased", on=not memory_is_erased(COMMAND_LINE.read_text()))
        monitor.begin()
        obeying = Obeying(options.paths.instructions, options.enrolment, clock, monitor) if options.enrolment is not None else None
        configuring = _configuring(options, clock, guiding, obeying)
        keeping = bed_keeping(options.paths, options.enrolment, configuring, clock)
        guarding = _guarding(configuring, options)
        supervisor = build(options, clock, aftermath, on_step, apart, keeping)
        make_room_for_names()
        senses, sensing = sense(supervisor, clock, monitor, options.sound)
        join_staff(supervisor.staff, keeping, monitor, senses)
        running = asyncio.ensure_future(supervisor.run(aftermath.kind, before))
        pulling = None
        if configuring is not None and keeping is not None and obeying is not None:
            configuring.in_use = supervisor.places
            guiding.renewed = lambda: supervisor.tell(Renewed("guide"))
            obeying.deeds = _deeds(options, supervisor)
            pulling = asyncio.ensure_future(_pull(configuring, keeping, guiding, options, monitor))
            pulling.add_done_callback(_tell_end_of_pulling)
            loop.add_signal_handler(signal.SIGHUP, _look_now, configuring, guiding)
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, running.cancel)
        loop.add_signal_handler(signal.SIGUSR1, supervisor.happened, Asked(Kind.ASKED))
        try:
            await running
        except asyncio.CancelledError:
            log.info("ended")
        finally:
            others = [task for task in (pulling, guarding, sensing) if task is not None]
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)


def _look_now(configuring: Configuring, guiding: Guiding) -> None:
    configuring.look_now()
    guiding.look_now()


def _not_yet() -> None:
    log.info("a signal came that nothing is done about now")


def _deeds(options: Options, supervisor: Supervisor) -> Deeds:
    """What the hospital's instructions make the supervisor do."""
    staff = supervisor.staff
    return Deeds(
        clear=lambda now, answered: supervisor.happened(Instructed(now, answered)),
        # Tries are counted for the pad, whoever's PIN they were meant to be.
        unlock_staff=(lambda _: staff.unlock()) if staff is not None else None,
        folders=lambda: {options.ward.resolve(), *supervisor.places()},
        renewed=lambda: supervisor.tell(Renewed("notice")),
    )


async def _pull(configuring: Configuring, keeping: BedKeeping, guiding: Guiding, options: Options, monitor: Monitor) -> None:
    """Look for something new by turns, and when the hospital's broker nudges; keep the guide fresh meanwhile."""
    assert options.enrolment is not None
    linking = Linking(options.enrolment, Tablet(options.paths.trust), configuring.look_now)

    def told(standing: Standing) -> None:
        monitor.stand(standing.serial, standing.state)
        # Another entry of the signed list may count now.
        keeping.tell()

    def tell(health: Health) -> None:
        linking.stand(health.status, configuring.fleet)

    monitor.told = tell
    configuring.told = told
    told(configuring.standing)
    tell(monitor.health)
    guiding.told = lambda standing: monitor.alarm("guide-stale", on=standing.state == "stale")
    watching = asyncio.ensure_future(guiding.run())
    watching.add_done_callback(_tell_end_of_guide)
    try:
        await configuring.run()
    finally:
        watching.cancel()
        linking.end()


def _tell_end_of_pulling(task: asyncio.Task[None]) -> None:
    """Nothing but the end of the program should end it."""
    if not task.cancelled() and task.exception() is not None:
        log.error("nothing new is pulled any more: %r", task.exception())


def _tell_end_of_guarding(task: asyncio.Task[None]) -> None:
    """What is in force stays in force."""
    if not task.cancelled() and task.exception() is not None:
        log.error("the packet filter is not kept in step any more: %r", task.exception())


def _tell_end_of_guide(task: asyncio.Task[None]) -> None:
    """Television goes on without a newer guide."""
    if not task.cancelled() and task.exception() is not None:
        log.error("the guide is not renewed any more: %r", task.exception())


def _configuring(options: Options, clock: Clock, guiding: Guiding, obeying: Obeying | None) -> Configuring | None:
    """What brings this tablet's configuration; None where the ward folder is given by hand."""
    who = options.enrolment
    if who is None or obeying is None:
        return None
    whence = Whence(who.prefix, who.authorities)
    puller = Puller(who.site, who.ward, who.address, options.paths.trust, clock, who.pin, whence=whence)
    configuring = Configuring(puller, who.device, options.ward, clock)
    configuring.fed, configuring.furnish, configuring.obey = guiding.use, _furnishing(guiding, obeying), obeying.take
    return configuring


def _furnishing(guiding: Guiding, obeying: Obeying) -> Callable[[Path], None]:
    """Puts the guide and the hospital's notice into a new ward folder."""

    def furnish(folder: Path) -> None:
        guiding.furnish(folder)
        obeying.furnish(folder)

    return furnish


def _guarding(configuring: Configuring | None, options: Options) -> asyncio.Task[None] | None:
    """Put the last good configuration in force, and keep the packet filter in step with it where sessions have a host user of their own."""
    if configuring is None:
        return None
    guarding = None
    if options.user is not None:
        firewall = Firewall(options.user, send=send_to(options.apart.filter) if options.apart else None)
        configuring.applied = lambda offer: firewall.allow(reach(offer))
        guarding = asyncio.create_task(firewall.run())
        guarding.add_done_callback(_tell_end_of_guarding)
    configuring.begin()
    return guarding


def build(
    options: Options,
    clock: Clock,
    aftermath: Aftermath,
    on_step: Callable[[Step], None],
    apart: ApartSessions | None = None,
    keeping: BedKeeping | None = None,
) -> Supervisor:
    """Wire the supervisor. Call it in a running event loop; raises SandboxUnusable where sessions could not be closed in."""
    ward = Ward(options.ward, brought=options.enrolment is not None)
    own = options.apart.display if options.apart else None
    display = Display(options.screen, options.backend, options.paths.run / "display", lambda pid, slot: owns(pid, slot), own)
    launching = _launch_apart(options, ward, display, apart) if apart else _launch(options, ward, display)
    note = aftermath.note_others if apart else aftermath.note
    host = Host(launching, ward.mark, lambda session, what: supervisor.happened(Said(session, what)), note)

    receipts = Receipts(options.paths.receipts, clock)
    last, daily = receipts.last(), receipts.last_daily()
    cleared_at = int(last.time.timestamp()) if last is not None and set(last.verified) == set(Check) else None
    changing = Changing(host, display, clock, cleared_at, on_step)
    triggers = Triggers(ward.settings(), clock, daily_at=daily.time if daily else None)
    troubles = Troubles(clock)
    looking = Looking(options.ward, usual_sounds(options.sound), troubles.lately)
    bedside = Bedside(options.paths, options.enrolment, keeping, Audit(receipts), looking, clock, options.sound, options.restart)
    staff = _staff(options, launching, display, bedside)

    def owns(pid: int, slot: int) -> bool:
        return staff is not None and staff.owns(pid) if slot == STAFF_SLOT else host.owns(pid, slot)

    supervisor = Supervisor(host, display, changing, triggers, Book(receipts), ward, Notifier(), troubles, staff)
    return supervisor


def _staff(options: Options, launching: Launch, display: Display, bedside: Bedside) -> StaffAtBed | None:
    """Staff's way to this tablet. Without a sandbox there is none: their PINs would lie open to what runs in sessions."""
    if not options.confined:
        return None

    def start(line: int, output: int, on_end: Callable[[int], None]) -> Launched:
        return launching(STAFF_SLOT, line, output, on_end)

    return staff_at_bed(start, display, bedside)


def _launch(options: Options, ward: Ward, display: Display) -> Launch:
    """How sessions are started. Raises SandboxUnusable where they cannot be closed in here."""
    nothing = empty_folder(options.paths, "no-ward")
    around = Surroundings(options.ward, nothing, options.program, user=options.user, staff=options.staff)
    doors = Doors(options.paths.run / "doors", lambda: display.socket, options.user)

    sounds = SoundDoors(options.paths.run / "sound", options.sound, options.user)

    def start(slot: int, line: int, output: int, on_end: Callable[[int], None]) -> Launched:
        start_one, place = (launch, WARD) if options.confined else (launch_unconfined, str(options.ward))
        with ExitStack() as undo:
            door, capture = doors.open(slot), ward.capture()
            undo.callback(door.close)
            ended = door.until(on_end)
            # The staff's program plays nothing.
            if slot != STAFF_SLOT and (sound := sounds.open(slot, microphones=capture.microphone)) is not None:
                undo.callback(sound.close)
                ended, heard = sound.until(ended), sound.path
            else:
                heard = None
            sandbox = around.sandbox(door.path, ward.settings(), slot, sound=heard, capture=capture)
            command = around.command(place, line, slot, options.screen.diagonal_inches)
            launched = start_one(sandbox, command, pass_fds=[line], output=output, on_end=ended)
            undo.pop_all()
        return launched

    if options.confined:
        for what in check(around.sandbox(nothing, ward.settings())):
            log.warning("%s", what)
    return start


def _launch_apart(options: Options, ward: Ward, display: Display, apart: ApartSessions) -> Launch:
    """How a tablet's launcher starts sessions; it tries by itself, at its start, whether they can be closed in."""
    apart.compositor = lambda: display.socket

    def start(slot: int, line: int, output: int, on_end: Callable[[int], None]) -> Launched:
        diagonal_inches = options.screen.diagonal_inches
        return apart.start(slot, ward.settings(), ward.capture(), diagonal_inches, line=line, output=output, on_end=on_end)

    return start
