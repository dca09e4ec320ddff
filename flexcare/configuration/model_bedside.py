"""More of the configuration's own words: the night, and the staff's part of a tablet."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from flexcare.agreement.model import Section, at_key

TimeOfDay = Annotated[str, StringConstraints(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9])?$")]


class Night(Section):
    """Night hours, and what is different then. Without a beginning and an end there are none."""

    begins: TimeOfDay = Field(default="", description='Local time, "HH:MM", from which it is night; "" for no night.')
    ends: TimeOfDay = Field(default="", description='Local time, "HH:MM", until which it is night.')
    palette: Literal["day", "night", "contrast"] = Field(
        default="night", description="The palette at night, until the patient chooses one."
    )
    dim_percent: Annotated[int, Field(ge=5, le=100)] = Field(default=40, description="How bright the screen is, of the day's brightness.")
    cap_percent: Annotated[int, Field(ge=0, le=100)] = Field(default=40, description="The loudest that can be chosen, of full volume.")
    headphones_only: bool = Field(default=False, description="Whether the speaker is silent.")

    @model_validator(mode="after")
    def _is_a_span(self) -> Self:
        if bool(self.begins) != bool(self.ends):
            raise at_key("ends" if self.begins else "begins", "is missing", 'write both, or neither: begins = "22:00", ends = "07:00"')
        if self.begins and self.begins == self.ends:
            raise at_key("ends", "is when it begins", "write another time")
        return self


class Staff(Section):
    """The staff's part of a tablet. PINs never stand in a source: `flexcare pin set` sets them, and publishing takes them along."""

    timeout_s: Annotated[int, Field(ge=15, le=600)] = Field(
        default=60, description="Seconds untouched until the staff's menu closes by itself."
    )
    key: Annotated[str, StringConstraints(pattern=r"^([A-Za-z0-9_]{1,40})?$")] = Field(
        default="", description='A key that opens the PIN pad, by its xkbcommon name such as "F12"; "" for the press on the clock alone.'
    )
    attempts_max: Annotated[int, Field(ge=3, le=20)] | None = Field(
        default=None, description="Not looked at any more: how often a PIN may be tried is the same everywhere, and no setting."
    )
    lock_minutes: Annotated[int, Field(ge=1, le=1440)] | None = Field(
        default=None, description="Not looked at any more, like attempts_max."
    )
