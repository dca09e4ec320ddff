from __future__ import annotations

from flexcare.guide.programme import Slot


class NoGuide:
    now_s = 0

    def search(self, words: str, from_s: int, limit: int) -> list[Slot]:
        return []

    def day_of(self, moment_s: int) -> int:
        return 0

    def date_of(self, moment_s: int) -> str:
        return ""

    def clock(self, moment_s: int) -> str:
        return ""
