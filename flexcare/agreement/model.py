"""The agreement as hospital IT enters it: who agreed what with whom, in the terms of Regulation (EU) 2016/679, articles 13, 14 and 28."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

IDENTIFIER = r"^[a-z0-9][a-z0-9-]{0,62}$"
Identifier = Annotated[str, StringConstraints(pattern=IDENTIFIER)]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Text = Annotated[dict[LanguageCode, Words], Field(max_length=32)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]

EEA = frozenset(
    (
        *("AT", "BE", "BG", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT"),
        *("RO", "SK", "SI", "ES", "SE", "HR", "IS", "LI", "NO"),
    )
)
"""The countries between which data moves without a transfer: the European Union, Iceland, Liechtenstein and Norway (ISO 3166-1)."""


def at_key(key: str, what: str, cure: str = "") -> PydanticCustomError:
    """A fault of a table or value that several keys make together, told at one key below it ("" for itself), with its cure."""
    return PydanticCustomError("at_key", "{what}", {"key": key, "what": what, "cure": cure})


class Section(BaseModel):
    """A table of the source: nothing unknown, nothing converted, never changed after it was read."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Person(Section):
    """Somebody to turn to."""

    name: Line = Field(description="Name of the person, office or authority.")
    address: str = Field(default="", max_length=300, description="Postal address.")
    phone: str = Field(default="", max_length=60, description="Telephone number as it is to be read.")
    email: str = Field(default="", max_length=120, description="Electronic mail address.")
    web: str = Field(default="", max_length=300, description="Web address, for reading: tablets do not open it.")


class Party(Person):
    """The controller or the processor: whose word it is, and who obeys it."""

    company_number: str = Field(default="", max_length=40, description="Number in the companies register (in Denmark: CVR).")
    contact: str = Field(default="", max_length=200, description="Who speaks for this party in matters of the agreement.")


class Reference(Section):
    """Which signed document is meant."""

    id: Line = Field(description="The agreement's reference, as the archive has it.")
    template: str = Field(default="", max_length=200, description="The template it was written from, for example Datatilsynet's standard.")
    template_version: str = Field(default="", max_length=60, description="The template's version.")
    signed: date = Field(description="The day of the last signature.")
    valid_from: date = Field(
        description="The first day in force, in the hospital's time zone; services that rest on it start with this day."
    )
    valid_to: date = Field(description="The last day in force, itself included; services that rest on it end with this day.")
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="SHA-256 of the signed document's file, in small hexadecimal digits: sha256sum FILE."
    )


class Activity(Section):
    """One processing activity under the seven headings of a privacy notice, each in every language offered."""

    title: Text = Field(description="What the activity is called.")
    purpose: Text = Field(description="What personal data is used for (formål).")
    categories: Text = Field(description="Which personal data, about whom (kategorier).")
    sources: Text = Field(description="Where the data comes from (kilder).")
    legal_basis: Text = Field(description="The legal basis (behandlingsgrundlag), with its article.")
    recipients: Text = Field(description="Who receives the data (modtagere).")
    transfers: Text = Field(
        description="Transfers to countries outside the EU and EEA (overførsel til lande uden for EU/EØS), or that there are none."
    )
    retention: Text = Field(description="How long it is kept (opbevaring).")


class SubProcessor(Section):
    """Somebody whom the processor lets take part."""

    name: Line = Field(description="Name of the company.")
    task: Line = Field(description="What it does.")
    country: Country = Field(description="Where it processes: two letters (ISO 3166-1), for example DK.")
    place: str = Field(default="", max_length=200, description="The place more exactly, for example a data centre.")
    transfer_basis: str = Field(default="", max_length=300, description="Basis of the transfer (chapter V); needed outside the EU and EEA.")
    services: list[Identifier] = Field(min_length=1, description="The services that it takes part in, by their names under `services`.")


class Audit(Section):
    """How the controller sees to it that the agreement is kept."""

    kind: Line = Field(description="How it is audited, for example a yearly ISAE 3000 statement.")
    last: date | None = Field(default=None, description="The day of the last audit.")
    next: date | None = Field(default=None, description="The day by which the next one is due.")


class Agreement(Section):
    """The data processing agreement between the hospital and whoever runs FlexCare for it."""

    reference: Reference = Field(description="Which signed document is meant.")
    controller: Party = Field(description="The controller: the hospital or its region.")
    processor: Party = Field(description="The processor: who runs FlexCare on the controller's instruction.")
    protection_officer: Person = Field(description="The controller's data protection officer.")
    complaints: Person = Field(description="The authority that hears complaints (in Denmark: Datatilsynet).")
    activities: dict[Identifier, Activity] = Field(description="The processing activities, each under a name of its own.")
    sub_processors: list[SubProcessor] = Field(default_factory=list, description="Sub-processors, one table each.")
    security: list[Line] = Field(min_length=1, description="Security measures, one sentence each (article 32).")
    audit: Audit = Field(description="How the controller sees to it that the agreement is kept.")
