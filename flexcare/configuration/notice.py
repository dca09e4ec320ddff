"""The privacy notice of a ward, out of the agreement and the services that are on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from flexcare.agreement.model import Agreement, Person, Text
from flexcare.configuration.model_services import Service
from flexcare.configuration.streams import Resting
from flexcare.session.privacy import HEADINGS, Contact, PrivacyNotice, ServiceNotice


def privacy_notice(agreement: Agreement, services: Mapping[str, Service], resting: Resting, languages: Sequence[str]) -> PrivacyNotice:
    """The notice in the languages offered, and in no other: one entry for each activity of each service that is on."""
    entries = []
    for service in services.values():
        if service.on:
            # Of whom a web service's pages are is said by its own activities.
            of_hosts = () if service.kind == "web" else getattr(resting, service.kind)
            entries += _entries(agreement, service, of_hosts, languages)
    return PrivacyNotice(
        _contact(agreement.controller),
        _contact(agreement.protection_officer),
        _contact(agreement.complaints),
        agreement.reference.id,
        tuple(entries),
    )


def _entries(agreement: Agreement, service: Service, of_hosts: Iterable[str], languages: Sequence[str]) -> list[ServiceNotice]:
    names = [name for name in dict.fromkeys((*service.activities, *of_hosts)) if name in agreement.activities]
    entries = []
    for name in names:
        activity = agreement.activities[name]
        title = _in(service.title, languages)
        if len(names) > 1:
            of_activity = _in(activity.title, languages)
            title = {language: f"{text}: {of_activity.get(language, '')}" for language, text in title.items()}
        entries.append(ServiceNotice(title, **{heading: _in(getattr(activity, heading), languages) for heading in HEADINGS}))
    return entries


def _in(text: Text, languages: Sequence[str]) -> dict[str, str]:
    return {language: text[language] for language in languages if language in text}


def _contact(person: Person) -> Contact:
    return Contact(person.name, person.address, person.phone, person.email, person.web)
