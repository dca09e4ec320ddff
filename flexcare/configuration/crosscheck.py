"""What no table can tell alone: translations, services under the agreement, devices and their wards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from flexcare.agreement.coverage import Term, covers, missing_activity, term
from flexcare.agreement.model import EEA, Agreement
from flexcare.configuration.faults import Faults, did_you_mean
from flexcare.configuration.layers import Table
from flexcare.configuration.model import DeviceEntry
from flexcare.configuration.model_bedside import Staff
from flexcare.configuration.model_services import Service
from flexcare.configuration.toml_lines import Path
from flexcare.configuration.validate import Tables
from flexcare.session.privacy import HEADINGS

ENDS_SOON_DAYS = 60


class NamedService:
    """A service as the agreement looks at it."""

    def __init__(self, name: str, activities: Iterable[str]) -> None:
        self.id = name
        self.activities = tuple(activities)


def check_translations(tables: Tables, languages: Iterable[str], faults: Faults) -> None:
    """Tell every text that a patient may see and that is missing in a language offered, whatever else is wrong around it."""
    languages = tuple(languages)
    for path, text in _texts(tables):
        missing = [language for language in languages if not str(text.get(language, "")).strip()]
        if missing:
            faults.add(tables.fault(path, f"has no text in {', '.join(missing)}", "write it, or do not offer the language"))


def _texts(tables: Tables) -> Iterable[tuple[Path, Table]]:
    for name, service in _tables_at(tables, "services"):
        if isinstance(service.get("title"), dict):
            yield ("services", name, "title"), service["title"]
        if service.get("line") and isinstance(service["line"], dict):
            yield ("services", name, "line"), service["line"]
    for name, activity in _tables_at(tables, "agreement", "activities"):
        for heading in ("title", *HEADINGS):
            if isinstance(activity.get(heading), dict):
                yield ("agreement", "activities", name, heading), activity[heading]


def _tables_at(tables: Tables, *path: str) -> list[tuple[str, Table]]:
    """The tables below a path as they were written; they may be there although the model refuses something about them."""
    at: object = tables.raw
    for part in path:
        at = at.get(part) if isinstance(at, dict) else None
    return [(name, value) for name, value in at.items() if isinstance(value, dict)] if isinstance(at, dict) else []


def check_services(tables: Tables, on: date, faults: Faults) -> None:
    """Tell services that are on and that the agreement does not cover, or that are there twice of a kind."""
    services: Mapping[str, Service] = tables.get("services") or {}
    agreement: Agreement | None = tables.get("agreement")
    kinds: dict[str, str] = {}
    for name, service in services.items():
        if not service.on:
            continue
        path = ("services", name)
        if service.kind == "web":
            if not service.line:
                faults.note(tables.fault((*path, "line"), "is missing", "say in one line what the service is for"))
        elif kinds.setdefault(service.kind, name) != name:
            faults.add(tables.fault(path, f"there is already a {service.kind} service: {kinds[service.kind]}", "switch one of the two off"))
        if service.activities or service.kind == "web":
            _check_coverage(NamedService(name, service.activities), agreement, (*path, "activities"), tables, on, faults)


def check_staff(tables: Tables, faults: Faults) -> None:
    """Tell settings that older versions knew, and that are the same everywhere now."""
    staff: Staff | None = tables.get("staff")
    for key in ("attempts_max", "lock_minutes"):
        if staff and getattr(staff, key) is not None:
            what = "is not looked at any more: how often a PIN may be tried is the same on every tablet, and this line may go"
            faults.note(tables.fault(("staff", key), what))


def _check_coverage(service: NamedService, agreement: Agreement | None, path: Path, tables: Tables, on: date, faults: Faults) -> None:
    known = [name for name, _ in _tables_at(tables, "agreement", "activities")]
    missing = missing_activity(known, service)
    if missing:
        unknown = next((name for name in service.activities if name not in known), "")
        cure = did_you_mean(unknown, known) or "name activities of agreement.activities"
        faults.add(tables.fault(path, missing.removeprefix(f"{service.id}: "), cure))
        return
    if agreement is None or not _is_ordered(agreement):
        return
    coverage = covers(agreement, service, on)
    what = coverage.reason.removeprefix(f"{service.id}: ")
    if coverage.term is Term.BEFORE:
        faults.note(tables.fault(path, what, "it starts by itself on that day"))
    elif coverage.term is Term.AFTER:
        faults.add(tables.fault(path, what, "enter the new agreement, or switch off what rests on the old one"))


def check_agreement(tables: Tables, faults: Faults) -> None:
    """Tell what does not fit together inside the agreement, and what the agreement or the hosts name and nobody knows."""
    agreement: Agreement | None = tables.get("agreement")
    hosts = tables.get("hosts")
    activities = [name for name, _ in _tables_at(tables, "agreement", "activities")]
    for host, activity in (hosts.activities if hosts else {}).items():
        if activity not in activities:
            cure = did_you_mean(activity, activities) or "name one of agreement.activities"
            faults.add(tables.fault(("hosts", "activities", host), f"the agreement has no processing activity {activity}", cure))
    if agreement:
        _check_dates(agreement, tables, faults)
        _check_sub_processors(agreement, tables, faults)


def _check_dates(agreement: Agreement, tables: Tables, faults: Faults) -> None:
    reference = agreement.reference
    if not _is_ordered(agreement):
        what = f"is before valid_from, {reference.valid_from}"
        faults.add(tables.fault(("agreement", "reference", "valid_to"), what, "copy both days from the signed document"))
    elif reference.signed > reference.valid_to:
        what = f"is after valid_to, {reference.valid_to}"
        faults.add(tables.fault(("agreement", "reference", "signed"), what, "copy both days from the signed document"))


def _is_ordered(agreement: Agreement) -> bool:
    return agreement.reference.valid_from <= agreement.reference.valid_to


def _check_sub_processors(agreement: Agreement, tables: Tables, faults: Faults) -> None:
    services = [name for name, _ in _tables_at(tables, "services")]
    for index, sub in enumerate(agreement.sub_processors):
        path = ("agreement", "sub_processors", str(index))
        if sub.country not in EEA and not sub.transfer_basis.strip():
            what = f"is missing, and {sub.country} is outside the EU and EEA"
            faults.add(tables.fault((*path, "transfer_basis"), what, "write the basis of the transfer (chapter V)"))
        for name in sub.services:
            if name not in services:
                cure = did_you_mean(name, services) or "name services of this source"
                faults.add(tables.fault((*path, "services"), f"there is no service {name}", cure))


def check_resting_term(tables: Tables, hosts: Mapping[str, str], on: date, faults: Faults) -> None:
    """Tell when streams or guides rest on an agreement that has ended, or not begun."""
    agreement: Agreement | None = tables.get("agreement")
    if agreement is None or not hosts or not _is_ordered(agreement):
        return
    reference = agreement.reference
    where = term(reference.valid_from, reference.valid_to, on)
    named = ", ".join(sorted(hosts)[:3])
    if where is Term.AFTER:
        what = f"the agreement {reference.id} ended with {reference.valid_to}, and what comes from {named} rests on it"
        faults.add(tables.fault(("agreement", "reference", "valid_to"), what, "enter the new agreement, or remove what comes from there"))
    elif where is Term.BEFORE:
        what = f"what comes from {named} starts on {reference.valid_from}"
        faults.note(tables.fault(("agreement", "reference", "valid_from"), what))
    elif (reference.valid_to - on).days < ENDS_SOON_DAYS:
        what = f"the agreement {reference.id} ends with {reference.valid_to}; what comes from {named} stops then"
        faults.note(tables.fault(("agreement", "reference", "valid_to"), what, "see to the next agreement in time"))


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
