"""One live session: what is heard of it, in what order, and what is proved of its end; with real programs in the real sandbox."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from flexcare.session.launch import launch
from flexcare.session.live import MESSAGES_A_SECOND_MAX, LiveSession, News, Proof
from flexcare.session.memory import new_memory
from flexcare.session.messages import AskStillThere, EndRequested, FromSession, Show, StreamTrouble, Touched
from flexcare.session.sandbox import Sandbox
from tests.helpers.descriptors import open_descriptors

pytestmark = [pytest.mark.timeout(60)]

PATIENCE_S = 30.0
HELLO = """
import os, socket, sys, time, signal
link = socket.socket(fileno=int(sys.argv[1]))
def say(text):
    link.send(text.encode())
say('{"type":"ready"}')
"""
ALL = Proof(processes=True, mounts=True, sockets=True, memory=True, output=True)


class Heard:
    """A session, and what was heard of it."""

    def __init__(self) -> None:
        self.all: list[FromSession | News] = []
        self._news = asyncio.Event()
        self.session = LiveSession(1, None, self._hear)

    def _hear(self, session: LiveSession, what: FromSession | News) -> None:
        assert session is self.session
        self.all.append(what)
        self._news.set()

    async def until(self, what: FromSession | News) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while what not in self.all:
                self._news.clear()
                await self._news.wait()


def lives(sandbox: Sandbox, source: str, then: Callable[[Heard], Awaitable[None]]) -> Heard:
    """Run a session and do something with it; it is killed and gone afterwards."""

    async def main() -> Heard:
        heard = Heard()
        session = heard.session
        command = [sys.executable, "-P", "-c", HELLO + source]
        await session.start(
            lambda line, output, on_end: launch(sandbox, [*command, str(line)], pass_fds=[line], output=output, on_end=on_end)
        )
        try:
            async with asyncio.timeout(PATIENCE_S):
                await session.ready.wait()
            await then(heard)
        finally:
            session.kill()
            await session.ended.wait()
            session.close()
        return heard

    return asyncio.run(main())


def descriptors() -> int:
    # A test's own list of what it heard holds the session, and the session its namespace.
    gc.collect()
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208


def test_last_words_are_heard_before_the_end_even_by_who_was_busy(sandbox: Sandbox) -> None:
    async def then(heard: Heard) -> None:
        heard.session.send(Show())
        # The event loop stands still until the session has ended.
        assert heard.session.launched.wait(PATIENCE_S)
        await heard.until(News.ENDED)
        assert heard.all == [Touched(), EndRequested(), News.ENDED]
        assert heard.session.end_requested
        assert heard.session.exit_code == 3

    lives(sandbox, """link.recv(1000); say('{"type":"touched"}'); say('{"type":"end-requested"}'); os._exit(3)""", then)


def test_a_session_that_leaves_its_line_can_be_spoken_to_in_vain(sandbox: Sandbox) -> None:
    async def then(heard: Heard) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not heard.session.is_silent:  # noqa: ASYNC110 - the loop has to turn for it to be noticed
                await asyncio.sleep(0)
        memory = new_memory()
        heard.session.send(Show(), memory)
        heard.session.send(AskStillThere(60))
        os.close(memory)
        assert not heard.session.ended.is_set()

    lives(sandbox, "link.close(); signal.pause()", then)


def test_a_session_that_does_not_listen_holds_nobody_up(sandbox: Sandbox) -> None:
    async def then(heard: Heard) -> None:
        memory = new_memory()
        before = descriptors()
        for _ in range(5000):
            heard.session.send(Show(), memory)
        assert descriptors() <= before
        os.close(memory)

    lives(sandbox, "signal.pause()", then)


def test_descriptors_that_a_session_sends_are_not_taken(sandbox: Sandbox) -> None:
    async def then(heard: Heard) -> None:
        before = descriptors()
        heard.session.send(Show())
        await heard.until(StreamTrouble(7))
        assert descriptors() <= before

    source = """
link.recv(1000)
for _ in range(50):
    socket.send_fds(link, [b'{"type":"touched"}'], [link.fileno(), 0, 1, 2])
say('{"type":"stream-trouble","count":7}')
signal.pause()
"""
    heard = lives(sandbox, source, then)
    assert heard.all.count(Touched()) == 50


@pytest.mark.parametrize(
    "said",
    ["b'{}'", "b'x' * 100000", "b'\\xff'", "b'[' * 250", 'b\'{"type":"ready","version":2}\'', 'b\'{"type":"touched","page":"tv"}\''],
    ids=["empty", "long", "bytes", "deep", "version", "more"],
)
def test_nonsense_is_told_once_however_much_of_it_comes(sandbox: Sandbox, said: str) -> None:
    async def then(heard: Heard) -> None:
        await heard.until(StreamTrouble(7))
        assert heard.all.count(News.NONSENSE) == 1

    lives(sandbox, f"""[link.send({said}) for _ in range(50)]; say('{{"type":"stream-trouble","count":7}}'); signal.pause()""", then)


def test_more_messages_than_a_session_has_to_say_are_nonsense(sandbox: Sandbox) -> None:
    async def then(heard: Heard) -> None:
        await heard.until(News.NONSENSE)
        assert len(heard.all) <= MESSAGES_A_SECOND_MAX + 1

    lives(sandbox, """[say('{"type":"touched"}') for _ in range(10000)]; signal.pause()""", then)


def test_everything_of_an_ended_session_is_proved_to_be_gone_and_nothing_is_kept(sandbox: Sandbox) -> None:
    async def then(heard: Heard) -> None:
        heard.session.kill()
        assert await heard.session.gone() == ALL
        assert heard.session.exit_code == 128 + signal.SIGKILL

    lives(sandbox, "[os.fork() for _ in range(3)]; signal.pause()", then)
    before = open_descriptors()
    for _ in range(3):
        lives(sandbox, "signal.pause()", then)
    assert open_descriptors() <= before


def test_a_memory_that_somebody_still_holds_is_seen(sandbox: Sandbox) -> None:
    async def then(heard: Heard) -> None:
        memory = new_memory()
        known = os.fstat(memory)
        heard.session.kill()
        proof = await heard.session.gone(((known.st_dev, known.st_ino),))
        os.close(memory)
        assert not proof.memory
        assert not proof.complete
        assert {check.value for check in proof.checks} == {"processes", "mounts", "sockets", "output"}

    lives(sandbox, "signal.pause()", then)


def test_a_line_that_somebody_still_holds_is_seen(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flexcare.session.live.GONE_TIMEOUT_S", 1.0)

    async def main() -> None:
        heard = Heard()
        held: list[int] = []

        def start(line: int, output: int, on_end: Callable[[int], None]):  # type: ignore[no-untyped-def]
            held.extend((os.dup(line), os.dup(output)))
            return launch(sandbox, ["/bin/sleep", "60"], pass_fds=[line], output=output, on_end=on_end)

        await heard.session.start(start)
        heard.session.kill()
        proof = await heard.session.gone()
        assert proof == Proof(processes=True, mounts=True, sockets=False, memory=True, output=False)
        for descriptor in held:
            os.close(descriptor)

    asyncio.run(main())


def test_a_session_that_cannot_be_started_leaves_no_descriptor(sandbox: Sandbox, tmp_path: Path) -> None:
    async def main() -> None:
        before = descriptors()
        heard = Heard()

        def refuse(_line: int, _output: int, _on_end: Callable[[int], None]):  # type: ignore[no-untyped-def]
            raise FileNotFoundError(tmp_path)

        with pytest.raises(FileNotFoundError):
            await heard.session.start(refuse)
        assert descriptors() <= before

    asyncio.run(main())
    assert sandbox


def test_what_is_proved_of_two_is_what_is_proved_of_each() -> None:
    one = Proof(processes=True, mounts=True, sockets=False, memory=True, output=True)
    other = Proof(processes=True, mounts=False, sockets=True, memory=True, output=True)
    assert one.both(other) == Proof(processes=True, mounts=False, sockets=False, memory=True, output=True)
    assert ALL.both(one) == one
