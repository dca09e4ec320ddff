from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.shell.keys import ARROWS, Action, action_of, digit_of

Key = Qt.Key


@pytest.mark.parametrize(
    ("key", "action"),
    [
        (Key.Key_Up, Action.UP),
        (Key.Key_Return, Action.SELECT),
        (Key.Key_Select, Action.SELECT),
        (Key.Key_Escape, Action.BACK),
        (Key.Key_HomePage, Action.HOME),
        (Key.Key_ChannelUp, Action.CHANNEL_UP),
        (Key.Key_PageDown, Action.CHANNEL_DOWN),
        (Key.Key_VolumeMute, Action.MUTE),
    ],
)
def test_keys_of_keyboards_and_remotes_mean_actions(key: Qt.Key, action: Action) -> None:
    assert action_of(int(key)) is action


# The last is a letter Qt has no name for: its Unicode number.
@pytest.mark.parametrize("key", [int(Key.Key_A), int(Key.Key_unknown), 0, 0x17D])
def test_any_other_key_means_nothing(key: int) -> None:
    assert action_of(key) is None
    assert digit_of(key) is None


def test_digits_are_read() -> None:
    assert [digit_of(int(Key.Key_0) + digit) for digit in range(10)] == list(range(10))


def test_opposite_arrows_undo_each_other() -> None:
    assert [sum(steps) for steps in zip(*ARROWS.values(), strict=True)] == [0, 0]
