"""Makes attempts and finds out what came of them. Every attempt is judged by the same signs, on every browser."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from deploy.tour.hand import Hand
from flexcare.supervisor.compositor import Compositor
from tests.escape.web.attempt import Attempt
from tests.helpers.browsers import PATIENCE_S, Browser, NaiveBrowser, alike, picture, type_keys, windows
from tests.helpers.hostile_site import HostileSite

FRAME_S = 20.0
READY_S = 6.0
DONE_S = 4.0
"""For whoever may never say that it came to its end: silent attempts, and the naive browser, which hangs by some."""
TAP_S, TAPS = 0.4, 5
FRAME = "0,0 220x60"
"""Where Home and Back are."""
BAR = 90
"""The first line of the page below the frame, in pixels of 800."""


@dataclass
class Runner:
    """Attempts on one browser, one after the other. `escapes` maps those that got out to how; `silent` did not come to their end."""

    site: HostileSite
    compositor: Compositor
    browser: Browser
    hand: Hand
    escapes: dict[str, list[str]] = field(default_factory=dict)
    silent: list[str] = field(default_factory=list)
    _frame: bytes = b""

    def make(self, attempt: Attempt) -> list[str]:
        """Make one attempt; how it got out, nothing where it was held."""
        self.site.show(attempt.name, attempt.script, head=attempt.head, body=attempt.body, headers=dict(attempt.headers))
        self.browser.ask()
        self.browser.opened()
        self.browser.go()
        told = self._carry_out(attempt)
        signs = self._signs(attempt)
        full_name = f"{attempt.family}: {attempt.name}"
        if signs:
            self.escapes[full_name] = signs
        elif not told and not attempt.silent:
            self.silent.append(full_name)
        if attempt.silent or not told or (signs and isinstance(self.browser, NaiveBrowser)):
            self.browser.restart()
        return signs

    def _carry_out(self, attempt: Attempt) -> bool:
        """Whether the page said that it came to its end."""
        told = self.site.await_(
            lambda: self._heard("ready" if attempt.acts else "done") or self._is_out(), self._patience_s(attempt, READY_S)
        )
        if not attempt.acts:
            return told
        for act in attempt.acts:
            self._act(act)
        for _ in range(TAPS if attempt.acts == ("tap",) else 0):
            # A page that has just been painted may miss a touch, as anybody would repeat it.
            if self.site.await_(lambda: self._heard("touched") or self._heard("done") or self._is_out(), TAP_S):
                break
            self._act("tap")
        return self.site.await_(lambda: self._heard("done") or self._is_out(), self._patience_s(attempt, DONE_S)) and told

    def _patience_s(self, attempt: Attempt, otherwise_s: float) -> float:
        return otherwise_s if attempt.silent or isinstance(self.browser, NaiveBrowser) else PATIENCE_S

    def _heard(self, what: str) -> bool:
        return any(word["what"] == what for word in self.site.told)

    def _is_out(self) -> bool:
        return bool(self.site.heard) or self._heard("got")

    def _signs(self, attempt: Attempt) -> list[str]:
        answer = self.browser.ask()
        signs = [f"{heard.way} heard {heard.word}" for heard in list(self.site.heard)]
        signs += [f"the page got {str(word.get('word'))[:60]}" for word in self.site.told if word["what"] == "got"]
        signs += [f"opened {address}" for address in self.browser.opened()]
        if answer is None or not self.browser.is_alive:
            return [*signs, "it does not answer" if self.browser.is_alive else "it ended"]
        signs += [f"at {address[:60]}" for address in answer["been"] if not self._is_listed(address)]
        signs += self._strange_windows(answer)
        if attempt.frame and not isinstance(self.browser, NaiveBrowser) and not self._shows_frame():
            signs.append("the frame is not there")
        return signs

    def _shows_frame(self) -> bool:
        """Whether the frame is seen as it was seen before any attempt; what is being drawn is given time."""
        if not self._frame:
            return True
        give_up_at_s = time.monotonic() + FRAME_S
        while not alike(picture(self.compositor, FRAME), self._frame):
            if time.monotonic() > give_up_at_s:
                return False
        return True

    def look_at_frame(self) -> None:
        """Learn how the frame looks, over a page that is harmless, once nothing moves any more."""
        self.make(Attempt("none", "harmless page", "await shown(); await pause(500);"))
        before = b""
        while before != self._frame or not before:
            before, self._frame = self._frame, picture(self.compositor, FRAME)

    def _strange_windows(self, answer: dict[str, Any]) -> list[str]:
        shown = windows(self.compositor)
        signs = [f"windows {shown}"] if len(shown) > 1 else []
        return signs + ([f"opened {answer['windows']}"] if len(answer["windows"]) > 1 else [])

    def _is_listed(self, address: str) -> bool:
        return address in ("", "about:blank") or address.startswith((f"{self.site.listed}/", f"{self.site.untrusted}/"))

    def _act(self, act: str) -> None:
        kind, _, words = act.partition(" ")
        match kind:
            case "keys":
                type_keys(self.compositor, words)
            case "touch" if words.startswith("hold"):
                x, y = map(int, words.split()[1:])
                self.browser.ask(touch=[[self._place(x, y)] * 40])
            case "touch":
                fingers = [self._path([int(part) for part in finger.split()]) for finger in words.split("&")]
                self.browser.ask(touch=fingers)
            case "swipe":
                x, y, to_x, to_y = map(int, words.split())
                self.hand.swipe(tuple(self._place(x, y)), tuple(self._place(to_x, to_y)))  # type: ignore[arg-type]
            case _:
                x, y = self._place(50, 50)
                {"tap": self.hand.tap, "right": self.hand.tap_right, "hold": self.hand.hold}[kind](x, y)

    def _path(self, ends: list[int]) -> list[list[int]]:
        x, y, to_x, to_y = ends
        return [self._place(x + (to_x - x) * step // 10, y + (to_y - y) * step // 10) for step in range(11)]

    def _place(self, x: int, y: int) -> list[int]:
        """A place on the screen, of hundredths of the page."""
        screen = self.compositor.screen
        return [min(screen.width - 1, screen.width * x // 100), max(0, BAR + (screen.height - BAR) * y // 100 - 1)]


def make_all(runner: Runner, attempts: tuple[Attempt, ...]) -> None:
    """Make attempts one after the other."""
    runner.look_at_frame()
    for attempt in attempts:
        runner.make(attempt)
