"""What the privacy page tells, in which language, and in which direction it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deploy.demo_notice import NOTICE, TELEVISION
from flexcare.session.privacy import HEADINGS, Contact, PrivacyNotice
from kiosk.privacy.notice import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, Notice, Role, begins_right_to_left, lines, told

TOPIC = Notice.Topic
BARE = PrivacyNotice(Contact("Hospital"), Contact("Officer"), Contact("Authority"))


def shown(notice: Notice, role: Role) -> list[object]:
    return [notice.data(notice.index(row), role) for row in range(notice.rowCount())]


def texts(notice: Notice, topic: Notice.Topic) -> list[object]:
    return [text for about, text in zip(shown(notice, Role.TOPIC), shown(notice, Role.TEXT), strict=True) if about == topic]


def test_each_service_has_its_seven_headings_in_the_order_of_danish_notices() -> None:
    topics = shown(Notice(NOTICE, ("en",)), Role.TOPIC)
    assert [topic.name.lower() for topic in tuple(TOPIC)[:7]] == [heading.replace("_", "") for heading in HEADINGS]
    assert topics[:16] == [TOPIC.Service, *range(7), TOPIC.Service, *range(7)]


def test_after_the_services_come_nine_rights_the_contacts_and_the_agreement() -> None:
    topics = shown(Notice(NOTICE, ("en",)), Role.TOPIC)
    contacts = [TOPIC.Contacts, TOPIC.Controller, TOPIC.ProtectionOfficer, TOPIC.Complaints, TOPIC.Agreement]
    assert topics[16:] == [TOPIC.Rights, *range(TOPIC.Information, TOPIC.Contacts), *contacts]
    assert TOPIC.Contacts - TOPIC.Information == 9


def test_titles_begin_a_section() -> None:
    notice = Notice(NOTICE, ("en",))
    titles = {topic for topic, section in zip(shown(notice, Role.TOPIC), shown(notice, Role.SECTION), strict=True) if section}
    assert titles == {TOPIC.Service, TOPIC.Rights, TOPIC.Contacts}


def test_without_a_notice_there_are_no_rows() -> None:
    notice = Notice(None, ("da",))
    notice.speak("ar")
    assert notice.rowCount() == 0


def test_what_is_empty_is_left_out() -> None:
    service = replace(TELEVISION, sources={}, transfers={"en": " ", "da": ""})
    topics = shown(Notice(replace(BARE, services=(service,)), ("en",)), Role.TOPIC)
    assert not {TOPIC.Sources, TOPIC.Transfers, TOPIC.Agreement} & set(topics)
    assert {TOPIC.Purpose, TOPIC.Rights, TOPIC.Controller} <= set(topics)


def test_a_change_of_language_changes_the_texts_and_tells() -> None:
    notice = Notice(NOTICE, ("da", "de"))
    changes: list[tuple[int, int]] = []
    notice.dataChanged.connect(lambda first, last: changes.append((first.row(), last.row())))
    notice.speak("de")
    assert texts(notice, TOPIC.Service) == ["Fernsehen und Radio", "Betrieb des Geräts"]
    assert changes == [(0, notice.rowCount() - 1)]


@pytest.mark.parametrize(
    ("spoken", "offered", "expected"),
    [
        ("da", ("de", "da"), "Fjernsyn"),
        ("ar", ("de", "da"), "Television"),
        ("ar", ("de", "da", "ar"), "Television"),
    ],
)
def test_a_missing_language_falls_back_to_english(spoken: str, offered: tuple[str, ...], expected: str) -> None:
    service = replace(TELEVISION, service={"de": "Fernsehen", "da": "Fjernsyn", "en": "Television"})
    notice = Notice(replace(BARE, services=(service,)), offered)
    notice.speak(spoken)
    assert texts(notice, TOPIC.Service) == [expected]


def test_without_english_the_hospitals_first_language_serves_and_then_any() -> None:
    assert told({"de": "Fernsehen", "da": "Fjernsyn"}, ("ar", "en", "da", "de")).text == "Fjernsyn"
    assert told({"de": "", "fr": "Télévision"}, ("ar", "en", "da", "de")).text == "Télévision"
    assert told({}, ("ar", "en")).text == ""


def test_a_fallback_runs_against_an_arabic_page_and_arabic_runs_along() -> None:
    service = replace(TELEVISION, purpose={"en": "To show you television."})
    notice = Notice(replace(BARE, services=(service,)), ("ar", "en"))
    notice.speak("ar")
    against = dict(zip(shown(notice, Role.TOPIC), shown(notice, Role.AGAINST), strict=True))
    assert (against[TOPIC.Purpose], against[TOPIC.Categories], against[TOPIC.Controller]) == (True, False, True)
    assert against[TOPIC.Access] is False
    notice.speak("en")
    assert not any(shown(notice, Role.AGAINST))


def test_a_text_that_begins_with_a_foreign_name_keeps_its_own_direction() -> None:
    assert told({"ar": "DR1 قناة"}, ("ar",)).text == RIGHT_TO_LEFT_MARK + "DR1 قناة"
    assert told({"en": "قناة is a channel"}, ("en",)).text == LEFT_TO_RIGHT_MARK + "قناة is a channel"
    assert told({"ar": "قناة DR1"}, ("ar",)).text == "قناة DR1"


@pytest.mark.parametrize(("text", "expected"), [("+45 70", False), ("12 قناة", True), ("שלום", True), ("(a) قناة", False), ("", False)])
def test_the_first_letter_decides_a_direction(text: str, expected: bool) -> None:
    assert begins_right_to_left(text) is expected


def test_a_contact_is_what_is_known_of_it() -> None:
    assert lines(Contact("Name", phone="1", web="www")) == "Name\n1\nwww"


def test_nothing_is_told_of_what_is_not_a_row() -> None:
    notice = Notice(NOTICE, ("en",))
    assert notice.data(notice.index(notice.rowCount()), Role.TEXT) is None
    assert notice.data(notice.index(0)) is None
    assert notice.rowCount(notice.index(0)) == 0
