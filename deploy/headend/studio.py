"""Recordings made by ffmpeg, once, and kept in a cache folder under the fingerprint of what was asked for."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import hashlib
import os
import shutil
import sys
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from deploy.headend.recipes.shape import Recipe

LIMIT_S = 120.0


class RecordingFailed(RuntimeError):
    """ffmpeg made no recording; the message carries what it said."""


@dataclass(frozen=True, slots=True)
class Studio:
    """Makes what is missing in `cache` and reads what is there."""

    cache: Path

    async def recordings(self, recipes: Sequence[Recipe]) -> dict[str, bytes]:
        """The recordings by their recipe's name; missing ones are made one after the other. Raises RecordingFailed."""
        self.cache.mkdir(parents=True, exist_ok=True)
        if any(not self._place(recipe).exists() for recipe in recipes):
            async with _locked(self.cache / ".lock"):
                await self._make(recipes)
        return {recipe.name: self._place(recipe).read_bytes() for recipe in recipes}

    def _place(self, recipe: Recipe) -> Path:
        mark = hashlib.sha256("\0".join(recipe.marks()).encode()).hexdigest()[:12]
        return self.cache / f"{recipe.name}-{mark}{recipe.suffix}"

    async def _make(self, recipes: Sequence[Recipe]) -> None:
        for left in self.cache.glob("*.part"):  # of a run that was killed while it wrote; the lock says that nobody writes now
            left.unlink()
        for number, recipe in enumerate(recipes, 1):
            place = self._place(recipe)
            if place.exists():
                continue
            start = time.monotonic()
            data = recipe.trim(await _record(recipe))
            part = place.with_name(place.name + ".part")
            part.write_bytes(data)
            part.replace(place)
            took = time.monotonic() - start
            print(f"headend: {number}/{len(recipes)} {recipe.name}: {len(data) / 1e6:.1f} MB in {took:.1f} s", file=sys.stderr, flush=True)


async def _record(recipe: Recipe) -> bytes:
    """What ffmpeg writes for `recipe`; it goes through a pipe, so that a killed head-end leaves no half file and no ffmpeg."""
    program = shutil.which("ffmpeg")
    if program is None:
        raise RecordingFailed("the program ffmpeg is not installed")
    leash = ["setpriv", "--pdeathsig", "KILL", "--"] if shutil.which("setpriv") else []
    process = await asyncio.create_subprocess_exec(
        *leash,
        *("nice", "-n", "5", program, "-nostdin", "-v", "error", *recipe.arguments()),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        data, said = await asyncio.wait_for(process.communicate(), LIMIT_S)
    except TimeoutError:
        raise RecordingFailed(f"{recipe.name} was not ready after {LIMIT_S:.0f} s") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode or not data:
        raise RecordingFailed(f"{recipe.name}: {said.decode(errors='replace').strip()[-800:]}")
    return data


@contextlib.asynccontextmanager
async def _locked(place: Path) -> AsyncIterator[None]:
    """Hold the cache's lock; several head-ends share one cache and only one of them may make recordings."""
    handle = os.open(place, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                await asyncio.sleep(0.1)  # a blocking wait would keep the end signal out
        yield
    finally:
        os.close(handle)
