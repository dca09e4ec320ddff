"""The configuration's own words about services: what a patient can do, and what holds for all pages of the web."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from flexcare.agreement.model import Identifier, Line, Section, Text, at_key
from flexcare.configuration.web import WRITE_LIKE, allow_entry, hours, is_private_network, own_place, turn_host
from flexcare.lineup.limits import ADDRESS_MAX_CHARS
from flexcare.session.web_service import Icon

WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/?#]+\S*$", max_length=ADDRESS_MAX_CHARS)]
CertificateFile = Annotated[str, StringConstraints(pattern=r"^([^/.][^/]*)?$", max_length=200)]


class Service(Section):
    """One thing that a patient can do with a tablet."""

    kind: Literal["tv", "radio", "web"] = Field(description="What it is: tv, radio, or web (pages of a service, in a visit of their own).")
    on: bool = Field(default=True, description="Whether it is offered.")
    title: Text = Field(description="What it is called, in every language offered.")
    address: WebAddress | None = Field(default=None, description="Where a web service is; tv and radio have their lineup instead.")
    activities: list[Identifier] = Field(
        default_factory=list,
        max_length=16,
        description="Processing activities of the agreement that it rests on; tv and radio may name none.",
    )
    line: Text = Field(default_factory=dict, description="One line that says what a web service is for, in every language offered.")
    icon: Icon = Field(default="app-window", description="The picture on a web service's tile.")
    allow: list[Line] = Field(
        default_factory=list,
        max_length=63,
        description="Where a web service may lead besides its own host: https://host/path/, *.host for all below. All else is refused.",
    )
    private: list[Line] = Field(
        default_factory=list,
        max_length=64,
        description="The hospital's networks, such as 10.20.0.0/16, that a web service's hosts are in; else they must be on the internet.",
    )
    hours: list[Line] = Field(
        default_factory=list, max_length=8, description="When a web service is there, such as 06:30-20:00; empty is always."
    )
    camera: bool = Field(default=False, description="Whether a web service may ask a patient for the camera.")
    microphone: bool = Field(default=False, description="Whether a web service may ask a patient for the microphone.")
    turn: list[Line] = Field(
        default_factory=list, max_length=8, description="Relays of a web service's video calls, turns:host:port. Calls reach nobody else."
    )

    @model_validator(mode="after")
    def _address_fits(self) -> Self:
        if self.kind == "web" and self.address is None:
            raise at_key("address", "is missing", "write the address of the web service")
        if self.kind != "web" and self.address is not None:
            raise at_key("address", f"is not for a {self.kind} service", "remove it: channels come from the lineup")
        return self

    @model_validator(mode="after")
    def _fits_kind(self) -> Self:
        if self.kind == "web":
            return self
        for key in WEB_ONLY:
            if getattr(self, key) != type(self).model_fields[key].get_default(call_default_factory=True):
                raise at_key(key, f"is not for a {self.kind} service", "remove it, or write it into a web service")
        return self

    @model_validator(mode="after")
    def _places_can_be_read(self) -> Self:
        own = own_place(self.address) if self.address else ""
        if isinstance(own, str) and own:
            raise at_key("address", own, WRITE_LIKE)
        for text in self.allow:
            entry = allow_entry(text)
            if isinstance(entry, str):
                raise at_key("allow", f"{text!r} {entry}", WRITE_LIKE)
        for key, is_right, cure in _WEB_LISTS:
            wrong = next((text for text in getattr(self, key) if not is_right(text)), None)
            if wrong is not None:
                raise at_key(key, f"{wrong!r} cannot be read", cure)
        return self


WEB_ONLY = ("line", "icon", "allow", "private", "hours", "camera", "microphone", "turn")
_WEB_LISTS: tuple[tuple[str, Callable[[str], object], str], ...] = (
    ("private", is_private_network, "write a network of private addresses, such as 10.20.0.0/16"),
    ("hours", hours, "write it like 06:30-20:00"),
    ("turn", turn_host, "write it like turns:host:5349"),
)


class Web(Section):
    """What holds for the pages of all web services."""

    ca: CertificateFile = Field(
        default="",
        description="A file of this folder with the certificates (PEM) of the hospital's own authority, by which pages may prove who they "
        'are, besides those that browsers know; "" for those alone.',
    )
