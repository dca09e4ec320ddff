from __future__ import annotations

from kiosk.shell.languages import Languages
from theme.translations.translations import SOURCE_LANGUAGE


def test_it_begins_in_the_one_that_is_wanted_where_it_is_offered_else_in_the_first() -> None:
    assert Languages(("da", "ar"), "ar").spoken == "ar"
    for begin in (None, "de", "xx"):
        assert Languages(("da", "ar"), begin).spoken == "da"
    assert Languages((), None).spoken == Languages(("xx",), "xx").spoken == SOURCE_LANGUAGE


def test_only_what_is_offered_is_spoken_and_only_a_change_is_told() -> None:
    languages, told = Languages(("da", "ar", "xx"), None), list[str]()
    languages.changed.connect(lambda: told.append(languages.spoken))
    assert [languages.speak(code) for code in ("da", "de", "xx", "ar", "ar")] == [False, False, False, True, False]
    assert (told, languages.property("mirrored"), languages.property("offered")) == (["ar"], True, ["da", "ar"])
