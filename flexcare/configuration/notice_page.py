"""The privacy notice as one plain HTML page: for reading, printing and the hospital's lawyer."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from flexcare.agreement.model import Agreement, Party, SubProcessor
from flexcare.configuration.notice_words import NOTICE_WORDS, NoticeWords
from flexcare.session.offer import Offer
from flexcare.session.privacy import HEADINGS, Contact, ServiceNotice

_STYLE = "body{font:1.05rem/1.5 sans-serif;max-width:44rem;margin:2rem auto}dt{font-weight:bold;margin-top:.6rem}dd{margin:0}"
_RIGHT_TO_LEFT = frozenset(("ar",))


def page(offer: Offer, agreement: Agreement, language: str) -> str:
    """The notice of a ward's offer in one of the languages offered, with what the agreement says besides. Everything is escaped."""
    words = NOTICE_WORDS[language]
    privacy = offer.privacy
    if privacy is None:
        raise ValueError("the offer has no privacy notice")
    direction = "rtl" if language in _RIGHT_TO_LEFT else "ltr"
    parts = [
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">',
        f"<title>{escape(words.title)} - {escape(offer.hospital.name)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
        f"<h1>{escape(words.title)}</h1>\n<p>{escape(offer.hospital.name)}</p>",
        *(f"<p>{escape(line)}</p>" for line in words.erased),
        *_services(privacy.services, words, language),
        *_section(words.rights_title, [_list(words.rights)]),
        *_section(words.controller, [_contact(privacy.controller, agreement.controller, words)]),
        *_section(words.processor, [_contact(agreement.processor, agreement.processor, words)]),
        *_section(words.protection_officer, [_contact(privacy.protection_officer, None, words)]),
        *_section(words.complaints, [f"<p>{escape(words.complaints_text)}</p>", _contact(privacy.complaints, None, words)]),
        *_agreement(agreement, words),
        "</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _services(services: Iterable[ServiceNotice], words: NoticeWords, language: str) -> list[str]:
    parts = []
    for service in services:
        rows = [(title, getattr(service, heading)[language]) for title, heading in zip(words.headings, HEADINGS, strict=True)]
        parts += [f"<h3>{escape(service.service[language])}</h3>", _list(rows)]
    return _section(words.services, parts or [f"<p>{escape(words.no_services)}</p>"])


def _agreement(agreement: Agreement, words: NoticeWords) -> list[str]:
    reference = agreement.reference
    in_force = words.in_force.format(first=reference.valid_from, last=reference.valid_to)
    parts = [
        f"<p>{escape(reference.id)}<br>{escape(in_force)}<br>SHA-256: <code>{reference.sha256}</code></p>",
        f"<h3>{escape(words.security)}</h3>",
        _bullets(agreement.security),
    ]
    if agreement.sub_processors:
        parts += [f"<h3>{escape(words.sub_processors)}</h3>", _bullets(map(_sub_processor, agreement.sub_processors))]
    return _section(words.agreement, parts)


def _sub_processor(sub: SubProcessor) -> str:
    said = (sub.name, sub.task, sub.place, sub.country, sub.transfer_basis, ", ".join(sub.services))
    return "; ".join(part for part in said if part)


def _section(title: str, parts: list[str]) -> list[str]:
    return [f"<h2>{escape(title)}</h2>", *parts]


def _list(rows: Iterable[tuple[str, str]]) -> str:
    return "<dl>\n" + "\n".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in rows) + "\n</dl>"


def _bullets(lines: Iterable[str]) -> str:
    return "<ul>\n" + "\n".join(f"<li>{escape(line)}</li>" for line in lines) + "\n</ul>"


def _contact(contact: Contact | Party, party: Party | None, words: NoticeWords) -> str:
    number = f"{words.company_number} {party.company_number}" if party and party.company_number else ""
    said = (contact.name, number, contact.address, contact.phone, contact.email, contact.web)
    return "<p>" + "<br>".join(escape(part) for part in said if part) + "</p>"
