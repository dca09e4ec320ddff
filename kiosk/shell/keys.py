"""What the keys of keyboards and remote controls mean here."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt

Key = Qt.Key


class Action(Enum):
    """What somebody wants who presses a key."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    SELECT = auto()
    BACK = auto()
    HOME = auto()
    CHANNEL_UP = auto()
    CHANNEL_DOWN = auto()
    VOLUME_UP = auto()
    VOLUME_DOWN = auto()
    MUTE = auto()


ARROWS = {Action.UP: (0, -1), Action.DOWN: (0, 1), Action.LEFT: (-1, 0), Action.RIGHT: (1, 0)}

ACTIONS = {
    Key.Key_Up: Action.UP,
    Key.Key_Down: Action.DOWN,
    Key.Key_Left: Action.LEFT,
    Key.Key_Right: Action.RIGHT,
    Key.Key_Return: Action.SELECT,
    Key.Key_Enter: Action.SELECT,
    Key.Key_Space: Action.SELECT,
    Key.Key_Select: Action.SELECT,
    Key.Key_Escape: Action.BACK,
    Key.Key_Back: Action.BACK,
    Key.Key_Backspace: Action.BACK,
    Key.Key_Home: Action.HOME,
    Key.Key_HomePage: Action.HOME,
    Key.Key_PageUp: Action.CHANNEL_UP,
    Key.Key_PageDown: Action.CHANNEL_DOWN,
    Key.Key_ChannelUp: Action.CHANNEL_UP,
    Key.Key_ChannelDown: Action.CHANNEL_DOWN,
    Key.Key_VolumeUp: Action.VOLUME_UP,
    Key.Key_VolumeDown: Action.VOLUME_DOWN,
    Key.Key_VolumeMute: Action.MUTE,
    Key.Key_Plus: Action.VOLUME_UP,
    Key.Key_Minus: Action.VOLUME_DOWN,
    Key.Key_M: Action.MUTE,
}


STAY_OURS = {
    *(Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown, Key.Key_ChannelUp, Key.Key_ChannelDown),
    *(Key.Key_Escape, Key.Key_Back, Key.Key_HomePage, Key.Key_VolumeUp, Key.Key_VolumeDown, Key.Key_VolumeMute),
}
"""What a key means even while text is typed; every other key is for the field."""


def is_text(key: int) -> bool:
    """Whether a key belongs to the field while text is typed."""
    return Key(key) not in STAY_OURS


def action_of(key: int) -> Action | None:
    """What a key means, or None where it means nothing."""
    return ACTIONS.get(Key(key))


def digit_of(key: int) -> int | None:
    """The digit on a key, or None."""
    return key - Key.Key_0 if Key.Key_0 <= key <= Key.Key_9 else None
