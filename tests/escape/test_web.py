"""Every attempt to get out of a web visit, on the real program; and on a naive browser, to see that the attempts are worth something.

Keys that the kernel or the machine's firmware takes (Ctrl+Alt+F-keys on a virtual terminal, SysRq) reach no compositor; that they do
nothing on a tablet is for a test of the whole system.
"""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from deploy.tour.hand import Hand
from flexcare.session.web_service import TurnHost
from flexcare.supervisor.compositor import Compositor, Screen
from tests.escape.web import addresses, doings
from tests.escape.web.attempt import Attempt
from tests.escape.web.runner import Runner, make_all
from tests.helpers.browsers import PATIENCE_S, Browser, NaiveBrowser, OurVisit
from tests.helpers.hostile_site import HostileSite, hostile_site

ATTEMPTS = (*addresses.ALL, *doings.ALL)
PARTS = 4
NAIVE_FAMILIES = ("schemes", "off the list", "dialogs", "frames", "fetches")
NAIVE_LEAST = 10


@pytest.fixture
def compositor() -> Iterator[Compositor]:
    with Compositor(Screen()) as running:
        yield running


@pytest.fixture
def site(tmp_path: Path) -> Iterator[HostileSite]:
    with hostile_site(tmp_path) as serving:
        yield serving


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as undo:
        yield undo


def runner(site: HostileSite, compositor: Compositor, browser: Browser, stack: ExitStack) -> Runner:
    stack.callback(browser.close)
    return Runner(site, compositor, browser, stack.enter_context(Hand(compositor.screen, compositor.socket)))


def test_there_are_many_attempts_and_each_has_a_name_of_its_own() -> None:
    names = Counter((attempt.family, attempt.name) for attempt in ATTEMPTS)
    assert len(names) >= 60
    assert names.most_common(1)[0][1] == 1


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("part", range(PARTS))
def test_nobody_gets_out(site: HostileSite, compositor: Compositor, tmp_path: Path, stack: ExitStack, part: int) -> None:
    made = runner(site, compositor, OurVisit(site, compositor, tmp_path), stack)
    make_all(made, ATTEMPTS[part::PARTS])
    assert made.escapes == {}
    # An attempt that did not come to its end has proven nothing.
    assert made.silent == []


@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_naive_browser_is_left_in_many_ways(site: HostileSite, compositor: Compositor, tmp_path: Path, stack: ExitStack) -> None:
    tried: tuple[Attempt, ...] = tuple(attempt for attempt in ATTEMPTS if attempt.family in NAIVE_FAMILIES)
    made = runner(site, compositor, NaiveBrowser(site, compositor, tmp_path), stack)
    make_all(made, tried)
    assert len(made.escapes) >= NAIVE_LEAST
    assert {name.partition(":")[0] for name in made.escapes} == set(NAIVE_FAMILIES)


CALL = """
const iceServers = [{urls: 'turn:localhost:%d?transport=tcp', username: 'u', credential: 'c'}];
const p = new RTCPeerConnection({iceTransportPolicy: 'relay', iceServers});
p.createDataChannel('x'); await p.setLocalDescription(await p.createOffer()); await pause(60000); p.close();
"""


@pytest.mark.long
@pytest.mark.timeout(180)
def test_a_page_is_told_that_it_is_online(site: HostileSite, compositor: Compositor, tmp_path: Path, stack: ExitStack) -> None:
    made = runner(site, compositor, OurVisit(site, compositor, tmp_path), stack)
    assert made.make(Attempt("none", "online", "got(navigator.onLine)")) == ["the page got true"]


@pytest.mark.long
@pytest.mark.timeout(180)
def test_a_call_reaches_its_own_relay(site: HostileSite, compositor: Compositor, tmp_path: Path, stack: ExitStack) -> None:
    relay = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
    relay.settimeout(PATIENCE_S)
    port = relay.getsockname()[1]
    made = runner(site, compositor, OurVisit(site, compositor, tmp_path, relays=(TurnHost("localhost", port),)), stack)
    site.show("call", CALL % port)
    made.browser.go()
    with relay.accept()[0] as call:
        call.settimeout(PATIENCE_S)
        # An Allocate request: RFC 8656, 7; its magic cookie: RFC 8489, 5.
        message = call.recv(64)
    assert (message[:2], message[4:8]) == (b"\x00\x03", b"\x21\x12\xa4\x42")
    assert site.heard == []


GREEDY = "const kept = []; for (;;) kept.push(new Uint8Array(32 << 20).fill(1));"


@pytest.mark.long
@pytest.mark.timeout(180)
def test_a_page_that_takes_all_memory_ends_alone(site: HostileSite, compositor: Compositor, tmp_path: Path, stack: ExitStack) -> None:
    made = runner(site, compositor, OurVisit(site, compositor, tmp_path, memory_mib=512), stack)
    made.look_at_frame()
    assert made.make(Attempt("greed", "endless memory", GREEDY, frame=True, silent=True)) == []
    assert made.make(Attempt("greed", "page afterwards")) == []
    assert made.silent == []
