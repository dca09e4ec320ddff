"""What no table can tell alone: translations, services under the agreement, devices and their wards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from flexcare.agreement.coverage import Term, covers, term
from flexcare.agreement.model import Activity, Agreement
from flexcare.configuration.faults import Faults, did_you_mean
from flexcare.configuration.model import DeviceEntry, Service
from flexcare.configuration.toml_lines import Path
from flexcare.configuration.validate import Tables
from flexcare.session.privacy import HEADINGS


class NamedService:
    """A service as the agreement looks at it."""

    def __init__(self, name: str, activities: Iterable[str]) -> None:
        self.id = name
        self.activities = tuple(activities)


def check_translations(tables: Tables, languages: Iterable[str], faults: Faults) -> None:
    """Tell every text that a patient may see and that is missing in a language offered."""
    languages = tuple(languages)
    for path, text in _texts(tables):
        missing = [language for language in languages if not text.get(language, "").strip()]
        if missing:
            faults.add(tables.fault(path, f"has no text in {', '.join(missing)}", "write it, or do not offer the language"))


def _texts(tables: Tables) -> Iterable[tuple[Path, Mapping[str, str]]]:
    services: Mapping[str, Service] = tables.get("services") or {}
    for name, service in services.items():
        yield ("services", name, "title"), service.title
    agreement: Agreement | None = tables.get("agreement")
    activities: Mapping[str, Activity] = agreement.activities if agreement else {}
    for name, activity in activities.items():
        for heading in ("title", *HEADINGS):
            yield ("agreement", "activities", name, heading), getattr(activity, heading)


def check_services(tables: Tables, on: date, faults: Faults) -> None:
    """Tell services that are on and that the agreement does not cover, twice of a kind, or not for any tablet yet."""
    services: Mapping[str, Service] = tables.get("services") or {}
    agreement: Agreement | None = tables.get("agreement")
    kinds: dict[str, str] = {}
    for name, service in services.items():
        if not service.on:
            continue
        path = ("services", name)
        if service.kind == "web":
            faults.note(tables.fault(path, "is a web service, which no tablet of this version shows"))
        elif kinds.setdefault(service.kind, name) != name:
            faults.add(tables.fault(path, f"there is already a {service.kind} service: {kinds[service.kind]}", "switch one of the two off"))
        if agreement and (service.activities or service.kind == "web"):
            _check_coverage(NamedService(name, service.activities), agreement, (*path, "activities"), tables, on, faults)


def _check_coverage(service: NamedService, agreement: Agreement, path: Path, tables: Tables, on: date, faults: Faults) -> None:
    coverage = covers(agreement, service, on)
    if coverage.covered:
        return
    what = coverage.reason.removeprefix(f"{service.id}: ")
    if coverage.term is Term.BEFORE:
        faults.note(tables.fault(path, what, "it starts by itself on that day"))
    elif coverage.term is Term.AFTER:
        faults.add(tables.fault(path, what, "enter the new agreement, or switch off what rests on the old one"))
    else:
        unknown = next((name for name in service.activities if name not in agreement.activities), "")
        cure = did_you_mean(unknown, agreement.activities) or "name activities of agreement.activities"
        faults.add(tables.fault(path, what, cure))


def check_agreement(tables: Tables, faults: Faults) -> None:
    """Tell what the agreement or the hosts name and nobody knows."""
    agreement: Agreement | None = tables.get("agreement")
    hosts, services = tables.get("hosts"), tables.get("services")
    if agreement is None:
        return
    for host, activity in (hosts.activities if hosts else {}).items():
        if activity not in agreement.activities:
            cure = did_you_mean(activity, agreement.activities) or "name one of agreement.activities"
            faults.add(tables.fault(("hosts", "activities", host), f"the agreement has no processing activity {activity}", cure))
    for index, sub in enumerate(agreement.sub_processors):
        for name in sub.services if services is not None else ():
            if name not in services:
                path = ("agreement", "sub_processors", str(index), "services")
                faults.add(tables.fault(path, f"there is no service {name}", did_you_mean(name, services)))


def check_resting_term(tables: Tables, hosts: Mapping[str, str], on: date, faults: Faults) -> None:
    """Tell when streams rest on an agreement that has ended, or not begun."""
    agreement: Agreement | None = tables.get("agreement")
    if agreement is None or not hosts:
        return
    reference = agreement.reference
    where = term(reference.valid_from, reference.valid_to, on)
    named = ", ".join(sorted(hosts)[:3])
    if where is Term.AFTER:
        what = f"the agreement {reference.id} ended with {reference.valid_to}, and streams from {named} rest on it"
        faults.add(tables.fault(("agreement", "reference", "valid_to"), what, "enter the new agreement, or remove these streams"))
    elif where is Term.BEFORE:
        what = f"streams from {named} start on {reference.valid_from}"
        faults.note(tables.fault(("agreement", "reference", "valid_from"), what))


def check_devices(devices: Mapping[str, DeviceEntry], wards: Iterable[str], tables: Tables, faults: Faults) -> None:
    """Tell devices of wards that are not there, and beds that two tablets claim."""
    wards = tuple(wards)
    beds: dict[str, str] = {}
    for name, device in devices.items():
        if device.ward not in wards:
            cure = did_you_mean(device.ward, wards) or "write a file of wards/, without .toml"
            faults.add(tables.fault((name, "ward"), f"there is no ward {device.ward}", cure))
        if device.bed and beds.setdefault(device.bed, name) != name:
            faults.add(
                tables.fault((name, "bed"), f"{device.bed!r} is already the bed of {beds[device.bed]}", "give each a name of its own")
            )
