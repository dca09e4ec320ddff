"""A playing kiosk with a demo hospital: what `deploy/demo` runs when everything is installed."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import FrameType

from deploy.demo_broker import demo_broker
from deploy.demo_services.site import Seen, demo_services
from deploy.demo_site import DEVICE, IT_PIN, NURSE_PIN, demo_site
from deploy.demo_ward import make_ward
from deploy.headend.client import Headend
from deploy.headend.stations import TELEVISION
from deploy.tour.bed import Bed, Setting
from deploy.tour.guide_steps import guide_beds
from deploy.tour.staff_steps import staff_steps, waiting_steps
from deploy.tour.steps import LANGUAGES, Faults, not_set_up_steps
from deploy.tour.tablet import Tablet
from deploy.tour.tour import Tour, steps_of
from deploy.tour.web_steps import web_bed
from flexcare.errors import FlexCareError
from flexcare.lineup.channel import Lineup
from flexcare.lineup.m3u import read_m3u
from flexcare.lineup.source import read_source
from flexcare.supervisor.compositor import Backend, Screen

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "headend"
END_S = 10.0
NOWHERE = Path("/nonexistent/ward")
"""The ward folder of a tablet that was not set up."""


class HeadendFaults:
    """Breaks and heals channels of the demo's own head-end, by their numbers."""

    def __init__(self, headend: Headend) -> None:
        self._headend = headend
        self._names = {station.number: station.name for station in TELEVISION}

    def break_channel(self, number: int) -> None:
        self._headend.fault(self._names[number], "silence")

    def heal_channel(self, number: int) -> None:
        self._headend.heal(self._names[number])


def screen_of(text: str) -> Screen:
    """A screen from the command line."""
    try:
        return Screen.of(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def arguments_of(arguments: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="deploy/demo", description="A kiosk that plays television, with a demo hospital around it.")
    parser.add_argument("--playlist", metavar="FILE-or-ADDRESS", help="play this M3U lineup instead of the demo's own channels")
    parser.add_argument(
        "--tour", type=Path, metavar="DIR", help="walk through every screen, leave numbered pictures and tour.json, and end"
    )
    parser.add_argument(
        "--screen", type=screen_of, default=Screen(), metavar="WxH@INCHES", help="the screen's size; 1280x800@10.1 if not given"
    )
    parser.add_argument(
        "--tablet",
        action="store_true",
        help="the tour as a tablet has it: the packaged compositor's configuration, and a user without rights for each service; takes root",
    )
    parser.add_argument("--unsafe-no-sandbox", action="store_true", help="for development only: sessions without any sandbox")
    found = parser.parse_args(arguments)
    if found.tour and found.unsafe_no_sandbox:
        parser.error("a tour shows what patients get, and that is never without a sandbox")
    if found.tablet and not (found.tour and os.geteuid() == 0):
        parser.error("--tablet is for a tour, and takes root: it makes services of users of their own")
    return found


@dataclass(frozen=True)
class Shown:
    """What the demo plays: a ward folder, or None where `enrol` makes a supervisor's folder a tablet of the demo hospital."""

    lineup: Lineup
    playlist: bytes = b""
    faults: Faults | None = None
    ward: Path | None = None
    enrol: Callable[[Path], object] = lambda _: None


@contextmanager
def own_channels(folder: Path) -> Iterator[Shown]:
    """The head-end and the demo hospital around it."""
    with Headend.start(CACHE) as headend, demo_hospital(folder, headend) as shown:
        yield shown


@contextmanager
def demo_hospital(folder: Path, headend: Headend) -> Iterator[Shown]:
    """Around a head-end's lineup a hospital that publishes, serves and nudges, while the context lasts."""
    playlist = read_source(headend.playlist_address)
    with (
        demo_broker(folder / "broker") as broker,
        demo_services(folder) as services,
        demo_site(folder, playlist, first_language="en", broker=broker, services=services.port) as site,
    ):
        site.give_pins()
        say(f"Press the clock for three seconds to come as staff; a nurse's PIN here is {NURSE_PIN}, hospital IT's is {IT_PIN}.")
        say(f"The hospital's files are in {site.source}. Change one, and it is on the screen after:")
        say(f"deploy/flexcare push {site.source} {site.repository} --device {DEVICE} --author You --reason Trying --yes")
        yield Shown(_read(headend.playlist_address), playlist, HeadendFaults(headend), enrol=site.enrol_bed)


@contextmanager
def own_playlist(playlist: str) -> Iterator[Shown]:
    """A playlist as it is, in a ward folder without any hospital."""
    with _open_folder("flexcare-ward-") as folder:
        shown = Shown(_read(playlist), ward=folder / "ward")
        make_ward(folder / "ward", shown.lineup)
        yield shown


def _read(playlist: str) -> Lineup:
    lineup, problems = read_m3u(read_source(playlist))
    for problem in problems:
        say(f"line {problem.line}: {problem.text} ({problem.cure})")
    return lineup


def say(what: str) -> None:
    """Tell the person who started the demo."""
    print(what, file=sys.stderr, flush=True)


def play(shown: Shown, screen: Screen, folder: Path, more: Sequence[str]) -> int:
    """Run the supervisor until it ends or the demo is stopped; `more` words for it."""
    shown.enrol(folder)
    supervisor = subprocess.Popen(
        [
            *(sys.executable, "-P", "-m", "flexcare", "run"),
            *(("--ward", str(shown.ward)) if shown.ward is not None else ()),
            *("--screen", f"{screen.width}x{screen.height}@{screen.diagonal_inches}"),
            *("--state", str(folder / "state"), "--run", str(folder / "run")),
            *more,
        ],
        # What a session without a sandbox makes for itself goes away with this folder.
        env={**os.environ, "TMPDIR": str(folder)},
    )
    try:
        return supervisor.wait()
    finally:
        supervisor.terminate()
        try:
            supervisor.wait(END_S)
        except subprocess.TimeoutExpired:
            supervisor.kill()
            supervisor.wait()


def tour(shown: Shown, screen: Screen, folder: Path, bed: Callable[[Setting], Bed]) -> int:
    """Walk through every screen, each bed set up by `bed`; 0 only if everything was as it should be."""
    walked = Tour(folder, bed)
    walked.walk(Setting(shown.ward, screen, prepare=shown.enrol), steps_of(shown.lineup, shown.faults))
    walked.walk(Setting(NOWHERE, screen), not_set_up_steps())
    if shown.faults is not None:
        _tour_staff(walked, shown, screen)
        with _open_folder("flexcare-guides-") as guides:
            for ward, steps in guide_beds(guides, shown.lineup, datetime.now().astimezone()):
                walked.walk(Setting(ward, screen), steps)
        with _open_folder("flexcare-web-") as web, demo_services(web, Seen()) as services:
            ward, steps = web_bed(web / "ward", shown.lineup, services)
            walked.walk(Setting(ward, screen), steps)
    good = walked.finish()
    say(f"{'every step is as it should be' if good else 'something is not as it should be'}; pictures and tour.json are in {folder}")
    return 0 if good else 1


@contextmanager
def _open_folder(prefix: str) -> Iterator[Path]:
    """A temporary folder into which the users of a tablet's services reach."""
    with tempfile.TemporaryDirectory(prefix=prefix) as name:
        folder = Path(name)
        folder.chmod(0o711)
        yield folder


def _tour_staff(walked: Tour, shown: Shown, screen: Screen) -> None:
    """Come as staff, at a hospital that speaks each of the tour's languages."""
    walked.walk(Setting(None, screen, prepare=shown.enrol), waiting_steps())
    walked.walk(Setting(None, screen, prepare=shown.enrol), staff_steps("en"))
    for _, language in LANGUAGES:
        with (
            tempfile.TemporaryDirectory(prefix="flexcare-staff-") as folder,
            demo_site(Path(folder), shown.playlist, first_language=language) as site,
        ):
            site.give_pins()
            walked.walk(Setting(None, screen, prepare=site.enrol_bed), staff_steps(language))


def run(arguments: argparse.Namespace) -> int:
    """Start head-end and hospital, and the supervisor or a tour on them. All of it ends with this call."""
    with tempfile.TemporaryDirectory(prefix="flexcare-demo-") as temporary:
        folder = Path(temporary)
        playing = own_playlist(arguments.playlist) if arguments.playlist else own_channels(folder)
        with playing as shown:
            if arguments.tour:
                bed = Tablet if arguments.tablet else Bed
                return tour(shown, arguments.screen, arguments.tour, bed)
            say("The kiosk plays. Ctrl-C ends it.")
            if Backend.of(os.environ) is Backend.HEADLESS:
                say("There is no display here, so it plays unseen; deploy/demo --tour DIR makes pictures of it.")
            return play(shown, arguments.screen, folder, ["--unsafe-no-sandbox"] if arguments.unsafe_no_sandbox else [])


def end(_number: int, _frame: FrameType | None) -> None:
    """Take a termination like Ctrl-C, so that everything that was started is ended."""
    raise KeyboardInterrupt


def main() -> int:
    """Run the demo; its exit code."""
    signal.signal(signal.SIGTERM, end)
    try:
        return run(arguments_of())
    except KeyboardInterrupt:
        return 130
    except FlexCareError as error:
        say(f"deploy/demo: {error}")
        return 1


if __name__ == "__main__":
    raise SystemExit(main())
