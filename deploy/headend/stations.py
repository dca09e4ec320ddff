"""The stations of the demo's hospital: none of them exists outside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Station:
    """One station as the playlist tells it. `protocol` is how its playlist entry is sent; `logo` is the kind of mark, "" for none."""

    name: str
    number: int
    title: str
    group: str
    guide_id: str
    logo: str = ""
    protocol: str = "http"
    radio: bool = False
    mp3: bool = False
    reserve: bool = False

    @property
    def reserve_name(self) -> str:
        """The name of the stream that backs this one up."""
        return f"{self.name}-reserve"


TELEVISION = (
    Station("et", 1, "Kanal Ét", "Danmark", "et.demo", "one"),
    Station("nyt24", 2, "Nyt 24", "Nyheder", "nyt24.demo", "clock"),
    Station("natur", 3, "Natur", "Viden", "natur.demo", "leaf", reserve=True),
    Station("havn", 4, "Havn", "Danmark", "havn.demo", "waves", protocol="hls"),
    Station("sport", 5, "Sport+", "Sport", "sport.demo", "plus"),
    Station("born", 6, "Børn", "Børn", "born.demo", "balls"),
    Station("musik", 7, "Musik", "Musik", "musik.demo", "bars", protocol="udp"),
    Station("bio", 8, "Bio", "Film", "bio.demo", "frame"),
    Station("albayt", 9, "قناة البيت", "Verden", "albayt.demo", "star"),
    Station("wetter", 10, "Wetter Süd", "Verden", "wetter.demo", "sun"),
    Station("prove", 11, "Prøvebillede", "Danmark", "prove.demo"),
)
RADIO = (
    Station("rolig", 101, "Radio Rolig", "Radio", "rolig.demo", "note", radio=True, mp3=True),
    Station("jazz", 102, "Natjazz", "Radio", "jazz.demo", "moon", radio=True),
)
BENCH = (
    Station("count720p50", 901, "720p50", "Bench", "count720p50.demo"),
    Station("count1080p25", 902, "1080p25", "Bench", "count1080p25.demo"),
)
"""Only on request, and never in the playlist."""
