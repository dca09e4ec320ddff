"""The web's part of the tour: a meal that is ordered, the keyboard over a page, a leaflet, and everything that goes wrong with pages."""

from __future__ import annotations

import contextlib
import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from deploy.demo_services.site import DemoServices, Places, Seen
from deploy.demo_services.words import WORDS
from deploy.demo_ward import make_ward
from deploy.tour.patient import PATIENCE_S, NotSeen, Patient
from deploy.tour.steps import LANGUAGES, Step, begin, on_page, press, tap
from deploy.tour.words import Words
from flexcare.lineup.channel import Lineup
from flexcare.session.web_service import AllowEntry, Icon, Scheme, WebService
from kiosk.keyboard.layouts import LAYOUTS
from kiosk.web.memory import descendants

HOST = "127.0.0.1"
STILL_S = 0.4
TITLES = {
    "meals": {"da": "Bestil mad", "en": "Order meals", "de": "Essen bestellen", "ar": "طلب الطعام"},
    "leaflets": {"da": "Afdelingens foldere", "en": "Ward leaflets", "de": "Faltblätter der Station", "ar": "نشرات القسم"},
    "news": {"da": "Avisen", "en": "The newspaper", "de": "Die Zeitung", "ar": "الجريدة"},
    "portal": {"da": "Min side", "en": "My page", "de": "Meine Seite", "ar": "صفحتي"},
    "game": {"da": "Kabale", "en": "Patience", "de": "Patience", "ar": "سوليتير"},
}
LINES = {
    "meals": {"da": "Vælg aftensmad inden kl. 15", "de": "Abendessen bis 15 Uhr wählen", "ar": "اختر عشاءك قبل الساعة 15:00"},
    "leaflets": {"da": "Om kost, søvn og hjemturen", "de": "Über Kost, Schlaf und den Heimweg", "ar": "عن الطعام والنوم والعودة"},
    "news": {"da": "Dagens avis", "de": "Die Zeitung von heute", "ar": "جريدة اليوم"},
    "portal": {"da": "Beskeder fra hospitalet", "de": "Nachrichten des Krankenhauses", "ar": "رسائل من المستشفى"},
    "game": {"da": "Et spil kort", "de": "Ein Kartenspiel", "ar": "لعبة ورق"},
}
ICONS: dict[str, Icon] = {
    "meals": "utensils", "leaflets": "book-open", "news": "newspaper", "portal": "message-circle", "game": "gamepad-2",
}  # fmt: skip


class Pages:
    """The services' pages as somebody at the bed sees them. To be used with services that tell."""

    def __init__(self, seen: Seen | None) -> None:
        assert seen is not None
        self._seen = seen
        self._places: Places = {}

    def await_page(self, path: str) -> None:
        """Wait until a page is painted. Raises NotSeen."""
        places = self._seen.await_page(path, PATIENCE_S)
        if places is None:
            raise NotSeen("the page did not come")
        self._places = places

    def touch(self, patient: Patient, part: str) -> None:
        """Touch a part of the page that came last."""
        if part not in self._places:
            raise NotSeen(f"the page has no {part}")
        patient.tap_on_page(*self._places[part])


def web_bed(folder: Path, lineup: Lineup, services: DemoServices) -> tuple[Path, Iterator[Step]]:
    """A ward folder with the demo's services and some that fail, and the steps at it, in three languages."""

    def service(name: str, scheme: Scheme, port: int, path: str) -> WebService:
        address = f"{scheme}://{HOST}:{port}{path}"
        return WebService(name, TITLES[name], address, (AllowEntry(scheme, HOST, port),), {"en": "", **LINES[name]}, ICONS[name])

    offered = (
        service("meals", "http", services.port, "/meals/"),
        service("leaflets", "http", services.port, "/leaflets/"),
        service("news", "http", services.closed_port, "/"),
        service("portal", "https", services.untrusted_port, "/meals/"),
        service("game", "http", services.port, "/hungry/"),
    )
    make_ward(folder, lineup, offered)
    return folder, _steps(Pages(services.seen))


def _steps(services: Pages) -> Iterator[Step]:
    yield Step("web-welcome", begin)
    yield Step("web-home", tap("Start", "Home", on_page("Home")))
    before = Words("en")
    for language, code in LANGUAGES:
        words = Words(code)
        yield Step(f"web-{code}-languages", tap(before("Language"), "the languages", on_page("Home", sheet="Language")))
        yield Step(f"web-{code}-speaks", tap(language, language, lambda screen, code=code: screen.language == code))  # type: ignore[misc]  # mypy cannot type a lambda's default
        yield Step(f"web-{code}-home", press("Escape", "Home", on_page("Home")))
        yield from _meal_steps(services, code, words)
        yield from _failure_steps(services, code, words)
        before = words
    yield from _looks_steps(services, Words("ar"))


def _meal_steps(services: Pages, code: str, words: Words) -> Iterator[Step]:
    """To the kitchen's pages, a dish with a drink and a wish for the kitchen, and a leaflet."""
    name = f"web-{code}"
    yield Step(f"{name}-meals", opens(services, TITLES["meals"][code], "/meals/"))
    yield Step(f"{name}-dish", follows(services, "cod", "/meals/dish/cod"))

    def drinks(patient: Patient) -> str:
        services.touch(patient, "drink")
        patient.see_visit("the list", lambda visit: visit.question == "Choice")
        _await_still(patient)
        return "touched the page's list, seen: its lines in our frame"

    def juice(patient: Patient) -> str:
        patient.tap_in_visit(WORDS[code]["juice"])
        patient.see_visit("the page", lambda visit: visit.question == "Nothing")
        _await_still(patient)
        return "touched a line, seen: the page with it"

    def keys(patient: Patient) -> str:
        services.touch(patient, "wish")
        patient.see_visit("the keys", lambda visit: visit.target(words("Hide keys")) is not None)
        return "touched the page's field, seen: the keyboard, and the page above it"

    def letters(patient: Patient) -> str:
        for letter in LAYOUTS[code].lower[0][:6]:
            patient.tap_in_visit(letter)
        _await_still(patient)
        return "touched six letters"

    yield Step(f"{name}-drinks", drinks)
    yield Step(f"{name}-drink", juice)
    yield Step(f"{name}-keyboard", keys)
    yield Step(f"{name}-typed", letters)
    yield Step(f"{name}-ordered", hides_keys(services, words))
    yield Step(f"{name}-meals-left", leaves(words("Home")))
    yield Step(f"{name}-leaflets", opens(services, TITLES["leaflets"][code], "/leaflets/"))
    yield Step(f"{name}-leaflet", follows(services, "food", "/leaflets/food.pdf"))
    yield Step(f"{name}-leaflet-left", leaves(words("Home")))


def _failure_steps(services: Pages, code: str, words: Words) -> Iterator[Step]:
    """Everything that a page can fail by, each in plain words."""
    name = f"web-{code}"

    def stranger(patient: Patient) -> str:
        opens(services, TITLES["meals"][code], "/meals/")(patient)
        services.touch(patient, "supplier")
        return _see_trouble(patient, "NotAllowed")

    def crash(patient: Patient) -> str:
        patient.tap_in_visit(words("Back to the page"))
        patient.see_visit("the page", lambda visit: visit.trouble == "Nothing")
        _kill_page(patient.bed.above_sessions)
        return _see_trouble(patient, "Crashed")

    def fails(service: str, trouble: str) -> Callable[[Patient], str]:
        def act(patient: Patient) -> str:
            patient.tap(words("All services"))
            patient.see("the services", on_page("Services"))
            if patient.see("the services", lambda _: True).target(TITLES[service][code]) is None:
                patient.swipe_up()
            patient.tap(TITLES[service][code])
            return _see_trouble(patient, trouble)

        return act

    yield Step(f"{name}-services", tap(words("All services"), "the services", on_page("Services")))
    yield Step(f"{name}-services-left", press("XF86HomePage", "Home", on_page("Home")))
    yield Step(f"{name}-not-allowed", stranger)
    yield Step(f"{name}-crashed", crash)
    yield Step(f"{name}-crashed-left", leaves(words("Leave")))
    for service, trouble in (("news", "Offline"), ("portal", "Certificate"), ("game", "TooLarge")):
        yield Step(f"{name}-{trouble.lower()}", fails(service, trouble))
        yield Step(f"{name}-{trouble.lower()}-left", leaves(words("Leave")))


def _looks_steps(services: Pages, words: Words) -> Iterator[Step]:
    """The same page and words in the largest letters, by night."""
    yield Step("web-comfort", tap(words("Comfort"), "the comfort sheet", on_page("Home", sheet="Comfort")))
    yield Step("web-night", tap(words("Night"), "the night palette", lambda screen: screen.palette == "night"))
    yield Step("web-night-home", press("Escape", "Home", on_page("Home")))
    yield Step("web-night-meals", opens(services, TITLES["meals"]["ar"], "/meals/"))
    yield Step("web-night-left", leaves(words("Home")))


def opens(services: Pages, title: str, path: str) -> Callable[[Patient], str]:
    """Touch a service's tile and wait for its page."""

    def act(patient: Patient) -> str:
        patient.tap(title)
        patient.see_visit("the page", lambda visit: visit.has_page and visit.trouble == "Nothing")
        return _came(patient, services, path)

    return act


def follows(services: Pages, part: str, path: str) -> Callable[[Patient], str]:
    """Touch a part of the page and wait for what it leads to."""

    def act(patient: Patient) -> str:
        services.touch(patient, part)
        return _came(patient, services, path)

    return act


def hides_keys(services: Pages, words: Words) -> Callable[[Patient], str]:
    """Put the keys away, send the form and see the kitchen's thanks."""

    def act(patient: Patient) -> str:
        patient.tap_in_visit(words("Hide keys"))
        patient.see_visit("the page without keys", lambda visit: visit.target(words("Hide keys")) is None)
        _await_still(patient)
        services.touch(patient, "order")
        return _came(patient, services, "/meals/thanks")

    return act


def leaves(name: str) -> Callable[[Patient], str]:
    """Touch what ends the visit, and see Home."""

    def act(patient: Patient) -> str:
        patient.tap_in_visit(name)
        patient.expect("the visit's end", lambda: patient.visit is None)
        patient.see("Home", on_page("Home"))
        return f"touched '{name}', seen: Home"

    return act


def _came(patient: Patient, services: Pages, path: str) -> str:
    services.await_page(path)
    _await_still(patient)
    return "the page is there"


def _see_trouble(patient: Patient, trouble: str) -> str:
    patient.see_visit("the words", lambda visit: visit.trouble == trouble, patience_s=2 * PATIENCE_S)
    return f"seen: the words for {trouble}"


def _await_still(patient: Patient) -> None:
    """Wait until the screen stays the same for a moment. Raises NotSeen."""
    deadline = time.monotonic() + PATIENCE_S
    with tempfile.TemporaryDirectory(prefix="flexcare-look-") as folder:
        picture = Path(folder) / "now.png"
        before, since = b"", time.monotonic()
        while time.monotonic() < deadline:
            patient.grab(picture)
            now = picture.read_bytes()
            if now != before:
                before, since = now, time.monotonic()
            elif time.monotonic() - since > STILL_S:
                return
    raise NotSeen("the screen does not come to rest")


def _kill_page(pid: int) -> None:
    """End the processes that draw pages below another: those of the engine that were forked by another of its own."""
    engines = [child for child in descendants(pid) if _name(child).startswith("QtWebEngine")]
    for engine in engines:
        if _name(_parent(engine)).startswith("QtWebEngine") and not list(descendants(engine)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(engine, signal.SIGKILL)


def _name(pid: int) -> str:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/comm").read_text().strip()
    return ""


def _parent(pid: int) -> int:
    """0 of a process that is gone. Source: proc_pid_stat(5)."""
    with contextlib.suppress(OSError):
        return int(Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()[1])
    return 0
