"""Has a guide made by a child process and waits for it: nothing that a source holds can harm the supervisor, or hold up a session."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from flexcare.errors import GuideSourceUnusable, GuideUnusable
from flexcare.guide.build import GuideSource
from flexcare.guide.job import BUILT, NO_SOURCE, PROGRAM, Answer, to_job
from flexcare.guide.limits import DATABASE_MAX_BYTES
from flexcare.guide.report import GuideReport
from flexcare.lineup.channel import Channel
from flexcare.session.sandbox import SYSTEM_FOLDERS, checkout, installed_code
from flexcare.supervisor.children import start

Import = Callable[[Sequence[GuideSource], Sequence[Channel], Path, int, int], Awaitable[GuideReport]]
"""`build_guide`, elsewhere."""

CPU_MAX_S = 900
IMPORT_S = 3600.0
"""A child gets what the others leave, and may take long on a busy tablet."""
ANSWER_MAX_BYTES = 64 * 1024 * 1024

# All of util-linux, each becoming the next: the child ends with the supervisor, reads and computes when nobody else wants to, is bounded.
_MODESTLY = (
    *("setpriv", "--pdeathsig", "KILL"),
    *("ionice", "-c", "3"),
    *("chrt", "--idle", "0"),
    *("prlimit", f"--cpu={CPU_MAX_S}", f"--fsize={DATABASE_MAX_BYTES}", "--core=0"),
)
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONPATH": str(checkout()), "PYTHONDONTWRITEBYTECODE": "1"}


async def import_guide(
    sources: Sequence[GuideSource],
    channels: Sequence[Channel],
    file: Path,
    now_s: int,
    ahead_s: int,
    *,
    program: Sequence[str] = (sys.executable, *PROGRAM),
    timeout_s: float = IMPORT_S,
) -> GuideReport:
    """Do `build_guide` in a child, which is gone when this returns, raises or is cancelled.

    Raises `GuideSourceUnusable` where no source can be used, and `GuideUnusable` where the child failed, was killed or took too long.
    """
    job = to_job(sources, channels, file, now_s, ahead_s)
    command = (*_MODESTLY, *alone(file.parent, [source.file for source in sources]), *program)
    pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    try:
        # What it may print of a source is nobody's business.
        process = await start(*command, stdin=pipe, stdout=pipe, stderr=nowhere)
    except OSError as error:
        raise GuideUnusable(f"the import cannot be started: {error.strerror}", cure="install util-linux and bubblewrap") from error
    try:
        async with asyncio.timeout(timeout_s):
            answer = await _talk(process, job)
            code = await process.wait()
    except TimeoutError:
        raise GuideUnusable(f"the import was not ready after {timeout_s:g} s") from None
    finally:
        await _end(process)
    return _report_of(answer, code, len(sources))


def importer_at(place: Path) -> Import:
    """The same, done by whoever listens at `place`: a service that the machine closes in, one for each guide."""

    async def ask(sources: Sequence[GuideSource], channels: Sequence[Channel], file: Path, now_s: int, ahead_s: int) -> GuideReport:
        job = to_job(sources, channels, file, now_s, ahead_s)
        try:
            async with asyncio.timeout(IMPORT_S):
                answer = await _ask(place, job)
        except TimeoutError:
            raise GuideUnusable(f"the import was not ready after {IMPORT_S:g} s") from None
        except OSError as error:
            raise GuideUnusable(f"the import cannot be asked for: {error.strerror}", cure="start flexcare-guide.socket") from error
        return _report_of(answer, None, len(sources))

    return ask


async def _ask(place: Path, job: bytes) -> bytes:
    reader, writer = await asyncio.open_unix_connection(place)
    try:
        with contextlib.suppress(ConnectionError):  # it ended before it had read all: that it tells nothing says so
            writer.write(job)
            await writer.drain()
            writer.write_eof()
        return await _read(reader)
    finally:
        writer.close()


def alone(folder: Path, sources: Sequence[Path]) -> Iterator[str]:
    """What closes in who reads what strangers wrote: no network, no other process, no file but its own, the sources and the programs."""
    yield from ("bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv", "--ro-bind", "/usr", "/usr")
    for name, value in _ENVIRONMENT.items():
        yield from ("--setenv", name, value)
    for place in (Path("/", name) for name in SYSTEM_FOLDERS):
        if place.is_symlink():
            yield from ("--symlink", str(place.readlink()), str(place))
        elif place.exists():
            yield from ("--ro-bind", str(place), str(place))
    yield from ("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp")
    for place in (Path("/etc/ld.so.cache"), *installed_code(), *sources):
        yield from ("--ro-bind-try", str(place), str(place))
    yield from ("--bind", str(folder), str(folder), "--chdir", "/")


def _report_of(answer: bytes, code: int | None, asked: int) -> GuideReport:
    """What was told, of as many sources as were asked for.

    An exit code alone says nothing: Python itself ends with 1 where a program breaks. None where nobody here saw it.
    """
    try:
        told = msgspec.json.decode(answer, type=Answer)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise GuideUnusable(f"the import ended{_with(code)} and told nothing") from None
    code = told.code if code is None else code
    if told.report is not None and code == BUILT and len(told.report.sources) == asked:
        return told.report
    if code == NO_SOURCE:
        raise GuideSourceUnusable(told.error)
    raise GuideUnusable(f"the import ended{_with(code)}")


def _with(code: int | None) -> str:
    return "" if code is None else f" with exit code {code}"


async def _talk(process: asyncio.subprocess.Process, job: bytes) -> bytes:
    assert process.stdin is not None
    assert process.stdout is not None
    with contextlib.suppress(ConnectionError):  # it ended before it had read all: its exit code says so
        process.stdin.write(job)
        await process.stdin.drain()
        process.stdin.close()
    return await _read(process.stdout)


async def _read(reader: asyncio.StreamReader) -> bytes:
    answer = bytearray()
    while len(answer) <= ANSWER_MAX_BYTES and (piece := await reader.read(64 * 1024)):
        answer += piece
    return bytes(answer)


async def _end(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.wait()
    if process.stdin is not None:
        process.stdin.close()
        with contextlib.suppress(ConnectionError):
            await process.stdin.wait_closed()
