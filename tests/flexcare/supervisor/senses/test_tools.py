from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path

import psutil
import pytest

from flexcare.errors import SenseUnusable
from flexcare.supervisor.senses.tools import ask, follow
from tests.helpers.in_loop import in_loop


def children() -> list[int]:
    return [child.pid for child in psutil.Process().children()]


@in_loop
async def test_it_hears_what_a_program_says_in_plain_english() -> None:
    assert await ask("sh", "-c", 'echo "$LC_ALL $MORE"; echo noise >&2', more={"MORE": "more"}) == "C more\n"


@pytest.mark.parametrize(
    ("words", "what"), [(("flexcare-none",), "No such file"), (("false",), "failed"), (("sleep", "600"), "does not answer")]
)
@in_loop
async def test_whatever_goes_wrong_is_said_and_nothing_is_left(words: tuple[str, ...], what: str) -> None:
    before = children()
    with pytest.raises(SenseUnusable, match=what):
        await ask(*words, timeout_s=0.5 if words[0] == "sleep" else 30.0)
    assert children() == before


@in_loop
async def test_a_question_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    before = children()
    asking = asyncio.ensure_future(ask("sh", "-c", f"echo > {tmp_path}/begun; exec sleep 600", timeout_s=600))
    while not (tmp_path / "begun").exists():  # noqa: ASYNC110 - it lies in another process
        await asyncio.sleep(0.01)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert children() == before


@in_loop
async def test_lines_come_as_they_are_said_until_nobody_listens_any_more() -> None:
    before = children()
    async with aclosing(follow("sh", "-c", "echo one; echo two; exec sleep 600")) as lines:
        assert [await anext(lines), await anext(lines)] == ["one\n", "two\n"]
    assert children() == before


@in_loop
async def test_lines_end_with_the_program_and_at_one_that_has_no_end() -> None:
    async with aclosing(follow("echo", "one")) as lines:
        assert [line async for line in lines] == ["one\n"]
    async with aclosing(follow("sh", "-c", "head -c 200000 /dev/zero; exec sleep 600")) as lines:
        assert [line async for line in lines] == []
