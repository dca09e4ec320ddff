from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta

from flexcare.session import messages
from flexcare.session.messages import (
    COUNT_MAX,
    MESSAGE_MAX_BYTES,
    FromSession,
    Message,
    Nonsense,
    Show,
    ToSession,
    encode,
    from_session,
    to_session,
)

DIRECTIONS: tuple[tuple[Any, Callable[[bytes], Message]], ...] = ((FromSession, from_session), (ToSession, to_session))
KINDS = [(kind, decode) for union, decode in DIRECTIONS for kind in get_args(union)]
VERSION_ONLY = msgspec.json.encode({"type": "ready", "version": 1})


def fields_of(kind: type[Message]) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True, localns=vars(messages))


def room_for_text(annotation: Any) -> list[str]:
    """Why a value of this type could carry a text; nothing where it cannot."""
    origin = get_origin(annotation)
    if annotation in (bool, type(None)) or origin is Literal:
        return []
    if origin in (typing.Union, types.UnionType):
        return [reason for part in get_args(annotation) for reason in room_for_text(part)]
    if origin is Annotated:
        bare, *metas = get_args(annotation)
        bounded = any(isinstance(meta, Meta) and meta.ge is not None and meta.le is not None for meta in metas)
        return [] if bare is int and bounded else [f"{annotation} is not a bounded whole number"]
    return [f"{annotation} has room for more than a fixed value or a bounded number"]


def values_of(annotation: Any) -> st.SearchStrategy[Any]:
    origin = get_origin(annotation)
    if annotation is bool:
        return st.booleans()
    if annotation is type(None):
        return st.none()
    if origin is Literal:
        return st.sampled_from(get_args(annotation))
    if origin is Annotated:
        meta = get_args(annotation)[1]
        return st.integers(meta.ge, meta.le)
    return st.one_of([values_of(part) for part in get_args(annotation)])


def messages_of(kind: type[Message]) -> st.SearchStrategy[Message]:
    return st.builds(kind, **{name: values_of(annotation) for name, annotation in fields_of(kind).items()})


def largest(kind: type[Message]) -> Iterator[Message]:
    """A message with every number at its largest and every choice at its longest."""

    def most(annotation: Any) -> Any:
        origin = get_origin(annotation)
        if annotation is bool:
            return False
        if origin is Literal:
            return max(get_args(annotation), key=lambda value: len(str(value)))
        if origin is Annotated:
            return get_args(annotation)[1].le
        return most(next(part for part in get_args(annotation) if part is not type(None)))

    yield kind(**{name: most(annotation) for name, annotation in fields_of(kind).items()})


@pytest.mark.parametrize("kind", [kind for kind, _ in KINDS], ids=lambda kind: kind.__name__)
def test_no_message_has_room_for_a_text(kind: type[Message]) -> None:
    assert issubclass(kind, Message)
    assert [reason for annotation in fields_of(kind).values() for reason in room_for_text(annotation)] == []
    config = kind.__struct_config__
    assert isinstance(config.tag, str)
    assert config.forbid_unknown_fields
    assert config.frozen


@pytest.mark.parametrize(
    "annotation",
    [
        str,
        bytes,
        int,
        float,
        Any,
        dict,
        dict[str, int],
        list[int],
        tuple[int, ...],
        str | None,
        Annotated[str, Meta(max_length=1)],
        Annotated[int, Meta(ge=0)],
        Annotated[float, Meta(ge=0, le=1)],
        msgspec.Raw,
        Show,
    ],
    ids=str,
)
def test_the_walk_finds_room_for_a_text(annotation: Any) -> None:
    assert room_for_text(annotation)


def test_every_message_of_the_module_belongs_to_one_direction() -> None:
    known = {kind for kind, _ in KINDS}
    assert known == set(Message.__subclasses__())
    assert len(KINDS) == len(known)
    tags = [kind.__struct_config__.tag for kind in known]
    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize(("kind", "decode"), KINDS, ids=lambda each: getattr(each, "__name__", ""))
@given(data=st.data())
def test_what_is_said_is_understood(kind: type[Message], decode: Callable[[bytes], Message], data: st.DataObject) -> None:
    message = data.draw(messages_of(kind))
    packet = encode(message)  # type: ignore[arg-type]  # the two unions together are all of Message
    assert len(packet) <= MESSAGE_MAX_BYTES
    assert decode(packet) == message


@pytest.mark.parametrize("kind", [kind for kind, _ in KINDS], ids=lambda kind: kind.__name__)
def test_the_largest_message_fits(kind: type[Message]) -> None:
    for message in largest(kind):
        assert len(encode(message)) <= MESSAGE_MAX_BYTES  # type: ignore[arg-type]  # as above


@pytest.mark.parametrize(("_union", "decode"), DIRECTIONS, ids=["from", "to"])
@given(packet=st.binary(max_size=2 * MESSAGE_MAX_BYTES))
def test_any_bytes_are_a_message_or_nonsense(_union: Any, decode: Callable[[bytes], Message], packet: bytes) -> None:
    understood_or_nonsense(decode, packet)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAMES = ["type", "version", "seconds", "count", "playing", "resumed", "cleared_at", "channel"]
TAGS = st.sampled_from([kind.__struct_config__.tag for kind, _ in KINDS])
NEARLY = st.builds(lambda content, tag: {**content, "type": tag}, st.dictionaries(st.sampled_from(NAMES), JSON), TAGS | JSON)


@pytest.mark.parametrize(("_union", "decode"), DIRECTIONS, ids=["from", "to"])
@given(content=NEARLY)
def test_what_nearly_is_a_message_is_one_or_nonsense(_union: Any, decode: Callable[[bytes], Message], content: dict[str, Any]) -> None:
    understood_or_nonsense(decode, msgspec.json.encode(content))


@pytest.mark.parametrize(("_union", "decode"), DIRECTIONS, ids=["from", "to"])
def test_deeply_nested_is_nonsense(_union: Any, decode: Callable[[bytes], Message]) -> None:
    with pytest.raises(Nonsense):
        decode(b"[" * MESSAGE_MAX_BYTES)


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        VERSION_ONLY.replace(b"1", b"2"),
        b'{"type":"stream-trouble","count":-1}',
        b'{"type":"stream-trouble","count":%d}' % (COUNT_MAX + 1),
        b'{"type":"stream-trouble","count":"MARKER"}',
        b'{"type":"touched","channel":"MARKER"}',
        b'{"type":"MARKER"}',
        b'{"MARKER',
        b'{"type":"touched"}MARKER',
        VERSION_ONLY + b" " * MESSAGE_MAX_BYTES,
    ],
)
def test_what_is_refused_is_not_repeated(packet: bytes) -> None:
    with pytest.raises(Nonsense) as caught:
        from_session(packet)
    error: BaseException | None = caught.value
    assert error is not None
    assert "MARKER" not in str(error)
    assert error.__cause__ is None
    assert error.__context__ is None or error.__suppress_context__


def understood_or_nonsense(decode: Callable[[bytes], Message], packet: bytes) -> None:
    with suppress(Nonsense):
        assert decode(encode(decode(packet))) == decode(packet)  # type: ignore[arg-type]  # as above
