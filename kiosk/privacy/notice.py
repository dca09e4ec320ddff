"""The hospital's own privacy notice as rows of a list, in the patient's language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import Property, QAbstractListModel, QByteArray, QEnum, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

from flexcare.session.privacy import HEADINGS, Contact, PrivacyNotice
from theme.translations.translations import SOURCE_LANGUAGE, is_right_to_left

QML_IMPORT_NAME = "kiosk.privacy"
QML_IMPORT_MAJOR_VERSION = 1

ROOT = QModelIndex()
LEFT_TO_RIGHT_MARK = "\u200e"
RIGHT_TO_LEFT_MARK = "\u200f"


class Role(IntEnum):
    """What a delegate can ask of a row."""

    TOPIC = Qt.ItemDataRole.UserRole + 1
    SECTION = Qt.ItemDataRole.UserRole + 2
    TEXT = Qt.ItemDataRole.UserRole + 3
    AGAINST = Qt.ItemDataRole.UserRole + 4


@dataclass(frozen=True)
class Row:
    """`texts` is what the hospital says, by language; none where the words are ours. A `section` begins something new."""

    topic: Notice.Topic
    section: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """A text that is shown, and whether it is written from right to left."""

    text: str
    right_to_left: bool


@QmlElement
class Notice(QAbstractListModel):
    """The rows of a notice, none where there is none. Which rows there are is fixed; their texts change with the language.

    Roles: `topic` (what a row is about; its name is in our own words), `section` (whether it is a title), `text` (the hospital's
    words, or empty) and `against` (whether that text runs against the page: from left to right on an Arabic one, or the reverse).
    """

    @QEnum
    class Topic(IntEnum):
        """What a row is about. The first seven are the headings of a notice, in order; `Service` is named by its text."""

        Purpose = 0
        Categories = 1
        Sources = 2
        LegalBasis = 3
        Recipients = 4
        Transfers = 5
        Retention = 6
        Service = 7
        Rights = 8
        Information = 9
        Access = 10
        Rectification = 11
        Erasure = 12
        Restriction = 13
        Objection = 14
        AutomatedDecisions = 15
        Withdrawal = 16
        Portability = 17
        Contacts = 18
        Controller = 19
        ProtectionOfficer = 20
        Complaints = 21
        Agreement = 22

    def __init__(self, notice: PrivacyNotice | None, languages: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fallbacks = (SOURCE_LANGUAGE, *languages)
        self._rows = list(rows(notice)) if notice else []
        self._language = SOURCE_LANGUAGE
        self._told = self._tell()

    def speak(self, language: str) -> None:
        """Tell every text in this language, or in the next best that the hospital has."""
        self._language = language
        self._told = self._tell()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [Role.TEXT, Role.AGAINST])

    def _tell(self) -> list[Told]:
        return [told(row.texts, (self._language, *self._fallbacks)) for row in self._rows]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> int | str | bool | None:
        if not index.isValid():
            return None
        row, said = self._rows[index.row()], self._told[index.row()]
        if role == Role.AGAINST:
            return bool(said.text) and said.right_to_left != is_right_to_left(self._language)
        return {Role.TOPIC: row.topic.value, Role.SECTION: row.section, Role.TEXT: said.text}.get(Role(role)) if role in set(Role) else None

    def roleNames(self) -> dict[int, QByteArray]:
        return {role: QByteArray(role.name.lower().encode()) for role in Role}

    @Property(int, constant=True)
    def count(self) -> int:
        return len(self._rows)


RIGHTS = tuple(Notice.Topic)[Notice.Topic.Information : Notice.Topic.Contacts]


def rows(notice: PrivacyNotice) -> Iterator[Row]:
    """Every row in order: each service with its headings, the rights, whom to turn to, and the agreement. What is empty is left out."""
    topic = Notice.Topic
    for service in notice.services:
        yield Row(topic.Service, section=True, texts=service.service)
        for place, heading in enumerate(HEADINGS):
            texts = getattr(service, heading)
            if any(text.strip() for text in texts.values()):
                yield Row(topic(place), texts=texts)
    yield Row(topic.Rights, section=True)
    yield from (Row(right) for right in RIGHTS)
    yield Row(topic.Contacts, section=True)
    contacts = (
        (topic.Controller, notice.controller),
        (topic.ProtectionOfficer, notice.protection_officer),
        (topic.Complaints, notice.complaints),
    )
    for what, contact in contacts:
        yield Row(what, texts={"": lines(contact)})
    if notice.agreement:
        yield Row(topic.Agreement, texts={"": notice.agreement})


def lines(contact: Contact) -> str:
    """What is known of a contact, each on a line of its own."""
    return "\n".join(line for line in (contact.name, contact.address, contact.phone, contact.email, contact.web) if line)


def told(texts: Mapping[str, str], languages: Sequence[str]) -> Told:
    """The text in the first of these languages that has one, else in any; a text of no language ("") is as its letters are."""
    language = next((code for code in (*languages, *texts) if texts.get(code, "").strip()), "")
    text = texts.get(language, "").strip()
    right_to_left = is_right_to_left(language) if language else begins_right_to_left(text)
    if text and begins_right_to_left(text) != right_to_left:
        # A text is laid out as its first letter runs: an Arabic one may begin with a Latin name.
        text = (RIGHT_TO_LEFT_MARK if right_to_left else LEFT_TO_RIGHT_MARK) + text
    return Told(text, right_to_left)


def begins_right_to_left(text: str) -> bool:
    """Whether the first letter of a text belongs to a script that is written from right to left."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)
