from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexcare.session.memory import MEMORY_BYTES, new_memory
from kiosk.recollection import (
    FAVOURITES_MAX,
    HEADER,
    MAGIC,
    REMINDERS_MAX,
    SEQUENCE_MAX,
    SLOT_BYTES,
    SLOTS,
    Memory,
    Recollection,
    _checksum,
    latest,
    pack,
    unpack,
)

RECOLLECTIONS = st.builds(
    Recollection,
    page=st.sampled_from(["Welcome", "Home", "Television", "Radio"]),
    channel=st.none() | st.integers(1, 2**31),
    station=st.none() | st.integers(1, 2**31),
    playing=st.booleans(),
    volume=st.integers(0, 100),
    muted=st.booleans(),
    language=st.text(max_size=8),
    text_size=st.sampled_from(["standard", "large", "largest"]),
    palette=st.sampled_from(["day", "night", "contrast"]),
    favourites=st.lists(st.integers(1, 2**53), max_size=FAVOURITES_MAX).map(tuple),
    reminders=st.lists(st.tuples(st.integers(1, 2**53), st.integers(0, 2**40), st.integers(0, 2**40)), max_size=REMINDERS_MAX).map(tuple),
)
SOMETHING = Recollection(page="Television", channel=7, playing=True, volume=30)


@contextmanager
def memory_of(content: bytes = b"") -> Iterator[tuple[Memory, int]]:
    descriptor = new_memory()
    os.pwrite(descriptor, content, 0)
    memory = Memory(descriptor)
    yield memory, descriptor
    memory.close()


def content_of(descriptor: int) -> bytes:
    return os.pread(descriptor, MEMORY_BYTES, 0)


def test_the_fullest_fits_a_slot() -> None:
    fullest = Recollection(
        *("Television", 2**31, 2**31, False, 100, False, "\N{BELL SYMBOL}" * 8, "standard", "contrast"),
        favourites=(2**53,) * FAVOURITES_MAX,
        reminders=((2**53, 2**40, 2**40),) * REMINDERS_MAX,
    )
    assert len(pack(fullest, SEQUENCE_MAX)) <= SLOT_BYTES
    with memory_of() as (memory, descriptor):
        memory.keep(fullest)
        assert Memory(descriptor).recall() == fullest


@given(st.lists(RECOLLECTIONS, min_size=1, max_size=5))
def test_the_last_that_was_kept_is_recalled(kept: list[Recollection]) -> None:
    with memory_of() as (memory, descriptor):
        for recollection in kept:
            memory.keep(recollection)
        assert Memory(descriptor).recall() == kept[-1]


@given(RECOLLECTIONS, RECOLLECTIONS, RECOLLECTIONS, st.data())
def test_a_torn_write_loses_the_last_change_at_most(
    first: Recollection, second: Recollection, third: Recollection, data: st.DataObject
) -> None:
    with memory_of() as (memory, descriptor):
        memory.keep(first)
        memory.keep(second)
        before = content_of(descriptor)
        memory.keep(third)
        after = content_of(descriptor)
        torn = data.draw(st.integers(0, MEMORY_BYTES))
        for content in (after[:torn] + before[torn:], before[:torn] + after[torn:]):
            os.pwrite(descriptor, content, 0)
            assert Memory(descriptor).recall() in (second, third)


@given(st.binary(max_size=MEMORY_BYTES))
def test_any_bytes_read_as_nothing(content: bytes) -> None:
    with memory_of(content) as (memory, _):
        assert memory.recall() is None
        memory.keep(SOMETHING)
        assert memory.recall() == SOMETHING


@given(RECOLLECTIONS, st.data())
def test_one_changed_byte_makes_a_slot_unsound(recollection: Recollection, data: st.DataObject) -> None:
    slot = bytearray(pack(recollection, 5))
    slot[data.draw(st.integers(0, len(slot) - 1))] ^= data.draw(st.integers(1, 255))
    assert unpack(bytes(slot)) is None


@given(st.binary(max_size=SLOT_BYTES - HEADER.size), st.integers(0, 2**64 - 1))
def test_a_sound_frame_around_anything_is_no_crash(text: bytes, sequence: int) -> None:
    frame = bytearray(pack(SOMETHING, 1))
    assert unpack(bytes(frame)) == (1, SOMETHING)
    found = unpack(forged(text, sequence))
    assert found is None or isinstance(found[1], Recollection)


def forged(text: bytes, sequence: int) -> bytes:
    return HEADER.pack(MAGIC, sequence, len(text), _checksum(sequence, text)) + text


@pytest.mark.parametrize(
    "wrong",
    [
        b'{"page":"Elsewhere"}',
        b'{"volume":101}',
        b'{"channel":"a name"}',
        b'{"note":"x"}',
        b'{"palette":"x"}',
        b'{"language":"much too long"}',
        b"[" * 1000,
    ],
)
def test_what_no_session_writes_is_nothing(wrong: bytes) -> None:
    assert unpack(forged(b"{}", 1)) == (1, Recollection())
    assert unpack(forged(wrong, 1)) is None


def test_a_sequence_that_nobody_reaches_is_not_believed() -> None:
    assert unpack(pack(SOMETHING, SEQUENCE_MAX)) is not None
    assert unpack(pack(SOMETHING, SEQUENCE_MAX + 1)) is None


def test_forgetting_leaves_zeros() -> None:
    with memory_of() as (memory, descriptor):
        memory.keep(SOMETHING)
        memory.forget()
        assert content_of(descriptor) == bytes(MEMORY_BYTES)
        memory.keep(SOMETHING)
        assert memory.recall() == SOMETHING


def test_the_largest_fits_a_slot() -> None:
    largest = Recollection("Television", 2**31, 2**31, False, 100, False, "\U0001f600" * 8, "standard", "contrast")
    assert len(pack(largest, SEQUENCE_MAX)) <= SLOT_BYTES
    assert SLOTS * SLOT_BYTES == MEMORY_BYTES


def test_the_same_again_is_not_written() -> None:
    with memory_of() as (memory, descriptor):
        memory.keep(SOMETHING)
        memory.keep(msgspec.structs.replace(SOMETHING))
        found = latest(content_of(descriptor))
        assert found == (1, SOMETHING)
