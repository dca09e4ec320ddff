"""Small guides in XMLTV and small lineups, for the tests beside this file."""

from __future__ import annotations

from pathlib import Path

from flexcare.guide.build import GuideSource, build_guide
from flexcare.guide.report import GuideReport
from flexcare.guide.store import Guide
from flexcare.lineup.channel import Channel, Stream

NOW_S = 1_774_483_200
"""2026-03-26 00:00 UTC."""
HOUR_S = 3600
STREAM = Stream("udp://239.0.0.1:5000")


def one(number: int = 1, name: str = "One", guide_id: str = "one", guide_name: str = "", shift_minutes: int = 0) -> Channel:
    return Channel(number, name, STREAM, guide_id=guide_id, guide_name=guide_name, guide_shift_minutes=shift_minutes)


def channel(guide_id: str, *names: str) -> str:
    return f'<channel id="{guide_id}">{"".join(f"<display-name>{name}</display-name>" for name in names)}</channel>'


def programme(start: str, stop: str = "", title: str = "A", guide_id: str = "one", more: str = "") -> str:
    """A programme on 26 March 2026 at `HHMM`, or at any moment in full."""
    stop = f'stop="{_moment(stop)}"' if stop else ""
    return f'<programme start="{_moment(start)}" {stop} channel="{guide_id}"><title>{title}</title>{more}</programme>'


def _moment(text: str) -> str:
    return f"20260326{text}00 +0000" if len(text) == 4 else text


def write(file: Path, *parts: str) -> Path:
    file.write_text(f"<tv>{''.join(parts)}</tv>", encoding="utf-8")
    return file


def build(
    folder: Path, *files: Path | GuideSource, lineup: tuple[Channel, ...] = (one(),), now_s: int = NOW_S
) -> tuple[GuideReport, Guide]:
    """Make a guide of these files and open it; the caller closes it."""
    sources = [file if isinstance(file, GuideSource) else GuideSource(file) for file in files]
    file = folder / "guide.sqlite"
    report = build_guide(sources, lineup, file, now_s)
    return report, Guide(file)


def shown(guide: Guide, number: int = 1, language: str = "") -> list[tuple[str, str, str]]:
    """All showings of a channel: from, to and title, times as HH:MM on the first day and with the number of days beyond."""
    slots = guide.window([number], 0, 2**40, language)
    return [(_clock(slot.start_s), _clock(slot.stop_s), slot.title) for slot in slots]


def _clock(moment_s: int) -> str:
    days, seconds = divmod(moment_s - NOW_S, 24 * HOUR_S)
    return f"{seconds // HOUR_S:02}:{seconds % HOUR_S // 60:02}" + (f"{days:+}" if days else "")
