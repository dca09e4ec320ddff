"""What a key does, given where the patient is."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtQuick import QQuickItem

from kiosk.keyboard.keyboard import Keyboard
from kiosk.radio.radio import Radio
from kiosk.shell.focus import Focus
from kiosk.shell.keys import ARROWS, Action, action_of, digit_of, is_text
from kiosk.shell.shell import Shell, Stage
from kiosk.tv.television import Television

COPYING = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste)
CHANNEL_STEPS = {Action.CHANNEL_UP: 1, Action.CHANNEL_DOWN: -1}


class Presses:
    """The keys of keyboards and remote controls, in one window."""

    def __init__(self, shell: Shell, stage: Stage, focus: Focus, keyboard: Keyboard) -> None:
        self._shell = shell
        self._stage = stage
        self._focus = focus
        self._keyboard = keyboard

    def copies(self, event: QKeyEvent) -> bool:
        """Whether a key would copy, cut or paste text, which no field of ours does."""
        return any(event.matches(keys) for keys in COPYING)

    def press(self, key: int) -> bool:
        """Obey a key. False where it means nothing here, or is typed into a field."""
        if self._keyboard.is_typing and is_text(key):
            return False
        digit = digit_of(key)
        if digit is not None:
            return self._digit(digit)
        action = action_of(key)
        if action is None:
            return False
        if self._shell.volume_keys.obey(action):
            return True
        if action is Action.BACK:
            self._shell.back()
        elif action is Action.HOME:
            self._shell.goHome()
        else:
            self._move(action)
        return True

    def _is_on(self, page: Shell.Page) -> bool:
        return self._shell.current_page is page and self._shell.current_sheet is Shell.Sheet.Nothing

    @property
    def _is_on_television(self) -> bool:
        return self._is_on(Shell.Page.Television) or self._is_on(Shell.Page.Easy)

    def _digit(self, digit: int) -> bool:
        if not self._is_on_television:
            return False
        self._stage.television.digit(digit)
        return True

    def _commit(self, action: Action) -> bool:
        """Go to the number that is being typed, whatever has the focus."""
        if not (action is Action.SELECT and self._is_on_television and self._stage.television.typed_digits):
            return False
        self._stage.television.commitDigits()
        return True

    def _move(self, action: Action) -> None:
        if self._commit(action) or (self._is_on(Shell.Page.Television) and self._move_television(action)):
            return
        stepping: dict[Shell.Page, Television | Radio] = {Shell.Page.Easy: self._stage.television, Shell.Page.Radio: self._stage.radio}
        stepped = stepping.get(self._shell.current_page)
        if stepped is not None and action in CHANNEL_STEPS and self._shell.current_sheet is Shell.Sheet.Nothing:
            stepped.zap(CHANNEL_STEPS[action])
            return
        if self._is_on(Shell.Page.Privacy) and self._stage.privacy.obey(action):
            return
        if self._shell.current_sheet is Shell.Sheet.Guide and self._stage.guide.obey(action):
            return
        scope = self._shell.current_scope
        if scope is None:
            return
        if action in ARROWS:
            self._focus.move(scope, ARROWS[action])
        elif action is Action.SELECT and not self._focus.press(scope):
            self._select_nothing(scope)

    def _select_nothing(self, scope: QQuickItem) -> None:
        """Nothing has the focus: on Welcome any key starts, elsewhere the first press shows where one is."""
        if self._shell.current_page is Shell.Page.Welcome:
            self._shell.start()
        else:
            self._focus.begin(scope)

    def _move_television(self, action: Action) -> bool:
        """Handle what a key means over a picture. False where the overlay is shown and the key moves the focus in it."""
        television = self._stage.television
        if action in CHANNEL_STEPS:
            television.zap(CHANNEL_STEPS[action])
        elif television.overlay_is_shown:
            return False
        elif action in (Action.UP, Action.DOWN):
            television.zap(1 if action is Action.UP else -1)
        else:
            television.showOverlay()
        return True
