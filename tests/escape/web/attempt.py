"""What an attempt is: a page with a script, and what a hand does to it. How it ends is for the runner to find out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Attempt:
    """One attempt to get out.

    script: runs in the page; PRELUDE of the hostile site gives it words (S is a stranger, `got` tells that it got what it wanted).
    acts: what the hand does once the page says that it is ready: "tap", "right", "hold", "swipe X Y X Y" in hundredths of the page,
    "touch ..." the same as fingers of Qt's own, "keys ..." in wtype's words. frame: the frame above the page has to be there afterwards.
    silent: the page stops or leaves itself, and cannot say that it has come to its end.
    """

    family: str
    name: str
    script: str = ""
    acts: tuple[str, ...] = ()
    head: str = ""
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    frame: bool = False
    silent: bool = False


def tapped(family: str, name: str, script: str, **more: object) -> Attempt:
    """An attempt for which a browser wants a real touch first; its script runs after that."""
    return Attempt(family, name, f"await touched(); {script}", ("tap",), **more)  # type: ignore[arg-type]


def linked(family: str, name: str, address: str, **more: object) -> Attempt:
    """A link as large as the page, and a touch on it."""
    return Attempt(family, name, f"link({{href: `{address}`}}); await touched(); await pause(300);", ("tap",), **more)  # type: ignore[arg-type]


def keyed(family: str, name: str, *keys: str, script: str = "", **more: object) -> Attempt:
    """Keys of a real keyboard."""
    return Attempt(family, name, f"{script}; await keyed();", tuple(f"keys {each}" for each in keys), **more)  # type: ignore[arg-type]
