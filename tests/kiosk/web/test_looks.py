"""What a page's lists and days, and the frame itself, look like in every palette, text size and language: nothing cut, all for a finger.

`FLEXCARE_PICTURES=DIR` keeps a picture of each look.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import kiosk
from deploy.tour.snapshot import Target, window_targets
from flexcare.session.web_service import AllowEntry, WebService
from kiosk.shell.focus import scene_rectangle
from kiosk.web import choice, dates
from kiosk.web.asking import Asking
from kiosk.web.visit import Visit
from kiosk.web.words import Sound
from tests.helpers.clock import FakeClock
from tests.kiosk.notice.test_hospital_notice import LONGEST
from tests.kiosk.test_every_look import PICTURES, scrolls, texts
from theme.fonts.fonts import load_fonts
from theme.icons.icons import PROVIDER, IconProvider
from theme.measures import TEXT_SCALES, pixels_per_mm
from theme.palettes import PALETTES
from theme.theme import Theme
from theme.translations.translations import LANGUAGES, Translations

WIDTH, HEIGHT = 1280, 690
"""What a visit's frame leaves of the smallest tablet's screen, at the largest text."""
PATIENCE_MS = 20_000
NOW = datetime(2026, 11, 30, 12, 5).astimezone()
ROOT = """
import QtQuick
import theme
import kiosk.controls
import kiosk.web

Window {
    id: root

    required property Asking asking
    required property Visit visit
    required property bool mirrored
    required property int areaWidth
    required property int areaHeight
    readonly property int kind: asking.question !== Asking.Question.Nothing ? asking.question : visit.asking.question

    visible: true
    color: Theme.background

    Loader {
        objectName: "area"
        width: root.areaWidth
        height: root.areaHeight
        LayoutMirroring.enabled: root.mirrored
        LayoutMirroring.childrenInherit: true
        focus: true
        active: root.kind !== Asking.Question.Nothing
        sourceComponent: root.kind === Asking.Question.Day ? day : root.kind === Asking.Question.Choice ? list : question
    }
    Item {
        objectName: "frame"
        width: root.areaWidth
        height: root.areaHeight
        visible: root.kind === Asking.Question.Nothing
        LayoutMirroring.enabled: root.mirrored
        LayoutMirroring.childrenInherit: true

        VisitBar {
            id: bar

            anchors.left: parent.left
            anchors.right: parent.right
            visit: root.visit
            loading: true
            progress: 0.5
        }
        NoticeCard {
            anchors.top: bar.bottom
            anchors.topMargin: Theme.gap
            anchors.horizontalCenter: parent.horizontalCenter
            shown: text !== ""
            text: root.visit.notice.text
        }
        SoundPanel {
            anchors.top: bar.bottom
            anchors.topMargin: Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            maximumWidth: parent.width - 2 * Theme.gap
            sound: root.visit.sound
        }
    }
    Component {
        id: day

        PageDay {
            asking: root.asking
            focus: true
        }
    }
    Component {
        id: question

        PageQuestion {
            visit: root.visit
            focus: true
        }
    }
    Component {
        id: list

        PageChoice {
            asking: root.asking
            focus: true
        }
    }
}
"""
ASKED = Asking.Question.Prompt.value
LINES = [["Kolde", None], *([f"Ret nummer {number} med en lang beskrivelse af hvad der er i den", number] for number in range(20))]
QUESTIONS = {
    "list": choice.MARK + json.dumps({"title": "Hvad vil du gerne drikke til?", "current": 3, "options": LINES}),
    "day": dates.MARK + json.dumps({"title": "", "current": "2026-09-09", "least": "", "most": ""}),
    "day-bounds": dates.MARK
    + json.dumps({"title": "Hvornår kommer du til kontrol hos os?", "current": "", "least": "2026-11-30", "most": "2026-12-24"}),
}

VIDEO = WebService(
    "video",
    {"en": "Talk to your doctor", "da": "Tal med din læge", "de": "Mit dem Arzt sprechen", "ar": "تحدث مع طبيبك"},
    "https://a.example/",
    (AllowEntry("https", "a.example"),),
    {},
)
VOLUMES = {"loud": Sound(70), "muted": Sound(70, muted=True), "quiet": Sound(70, speaker_off=True)}


@dataclass
class Frame:
    """The window, what is asked in it, and what it is drawn with."""

    window: QQuickWindow
    asking: Asking
    visit: Visit
    theme: Theme


NewFrame = Callable[[str], Frame]


@pytest.fixture
def new_frame(qapp: QGuiApplication, qtbot: QtBot) -> Iterator[NewFrame]:
    engines: list[QQmlApplicationEngine] = []
    translations = Translations(qapp)

    def make(code: str) -> Frame:
        language = LANGUAGES[code]
        qapp.setFont(load_fonts())
        translations.use(language)
        engine = QQmlApplicationEngine()
        engines.append(engine)
        engine.addImportPath(str(Path(kiosk.__file__).resolve().parent.parent))
        engine.addImageProvider(PROVIDER, IconProvider())
        theme = engine.singletonInstance("theme", "Theme")
        assert isinstance(theme, Theme)
        theme.set_density(pixels_per_mm(WIDTH, 800, 10.1))
        asking = Asking(engine, FakeClock(NOW))
        asking.days.speak(language.locale)
        visit = Visit(code, engine)
        asked = {"asking": asking, "visit": visit}
        engine.setInitialProperties({**asked, "mirrored": language.right_to_left, "areaWidth": WIDTH, "areaHeight": HEIGHT})
        engine.loadData(ROOT.encode())
        window = engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        qtbot.waitUntil(window.isExposed, timeout=PATIENCE_MS)
        return Frame(window, asking, visit, theme)

    yield make
    translations.use(LANGUAGES["en"])
    for engine in engines:
        for window in engine.rootObjects():
            assert isinstance(window, QQuickWindow)
            window.close()
        with qtbot.waitSignal(engine.destroyed, timeout=PATIENCE_MS):
            engine.deleteLater()


def faults(frame: Frame, part: str = "area") -> Iterator[str]:
    content = frame.window.findChild(QQuickItem, part)
    assert content is not None
    screen = scene_rectangle(content).adjusted(-1, -1, 1, 1)
    for text in texts(content):
        words = str(text.property("text"))
        if text.property("truncated") or text.property("contentWidth") > text.width() + 1.5:
            yield f"'{words}' is cut: {text.property('contentWidth'):.0f} of {text.width():.0f} px"
        if not scrolls(text) and not screen.contains(scene_rectangle(text)):
            yield f"'{words}' leaves the screen"
    target = int(frame.theme.property("target"))
    found = list(window_targets(frame.window))
    yield from (f"'{one.name}' is too small to touch" for one in found if min(one.width, one.height) < target - 1)
    yield from ("something has no name" for one in found if not one.name)


def keep(picture: QImage, name: str) -> None:
    """Where somebody wants to look."""
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        assert picture.save(f"{PICTURES}/{name}.png")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("palette", PALETTES)
def test_every_look(new_frame: NewFrame, qtbot: QtBot, palette: str, language: str) -> None:
    frame = new_frame(language)
    frame.theme.set_palette(palette)
    found = []
    for size in TEXT_SCALES:
        frame.theme.set_text_size(size)
        for name, words in QUESTIONS.items():
            frame.asking.touched()
            assert frame.asking.mayAsk(ASKED, words, "")
            qtbot.waitUntil(lambda: any(one.name for one in window_targets(frame.window)), timeout=PATIENCE_MS)
            picture = frame.window.grabWindow()
            found += [f"{size}, {name}: {fault}" for fault in faults(frame)]
            keep(picture, f"{palette}-{language}-{size}-{name}")
            frame.asking.answer(False)
    assert found == []


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("palette", PALETTES)
def test_every_question_for_the_camera(new_frame: NewFrame, qtbot: QtBot, palette: str, language: str) -> None:
    frame = new_frame(language)
    frame.theme.set_palette(palette)
    asking = frame.visit.questions
    frame.visit.visit(VIDEO)
    asking.permit(camera=True, microphone=True)
    found = []
    for size in TEXT_SCALES:
        frame.theme.set_text_size(size)
        for camera, microphone in ((True, True), (True, False), (False, True)):
            assert asking.mayCapture(camera, microphone)
            early = frame.window.grabWindow()
            qtbot.waitUntil(lambda: asking.property("mayAllow"))
            assert len(list(window_targets(frame.window))) == 2
            picture = frame.window.grabWindow()
            found += [f"{size}, {camera}, {microphone}: {fault}" for fault in faults(frame)]
            keep(early, f"{palette}-{language}-{size}-{camera:d}{microphone:d}-early")
            keep(picture, f"{palette}-{language}-{size}-{camera:d}{microphone:d}")
            asking.answer(True)
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("palette", PALETTES)
def test_every_frame_with_its_volume(new_frame: NewFrame, qtbot: QtBot, palette: str, language: str) -> None:
    frame = new_frame(language)
    frame.theme.set_palette(palette)
    frame.visit.visit(VIDEO)
    sound = frame.visit.loudness
    sound.heard()
    found = []
    for size in TEXT_SCALES:
        frame.theme.set_text_size(size)
        for name, told in VOLUMES.items():
            sound.tell(told)
            sound.step(1)
            qtbot.waitUntil(lambda: _opacities(frame) == [0, 1], timeout=PATIENCE_MS)
            picture = frame.window.grabWindow()
            found += [f"{size}, {name}: {fault}" for fault in faults(frame, "frame")]
            keep(picture, f"{palette}-{language}-{size}-{name}")
        sound.hide()
        qtbot.waitUntil(lambda: _opacities(frame) == [0, 0], timeout=PATIENCE_MS)
        frame.visit.announcement.tell(LONGEST[language])
        qtbot.waitUntil(lambda: _opacities(frame) == [0, 1], timeout=PATIENCE_MS)
        picture = frame.window.grabWindow()
        found += [f"{size}, notice: {fault}" for fault in faults(frame, "frame")]
        keep(picture, f"{palette}-{language}-{size}-notice")
        frame.visit.announcement.tell("")
        qtbot.waitUntil(lambda: _opacities(frame) == [0, 0], timeout=PATIENCE_MS)
    assert found == []


def _opacities(frame: Frame) -> list[float]:
    """How much is to be seen of what comes and goes."""
    return sorted(panel.opacity() for panel in frame.window.findChildren(QQuickItem, "comesAndGoes"))


def test_a_calendar_is_touched_from_month_to_month(new_frame: NewFrame, qtbot: QtBot) -> None:
    frame = new_frame("en")
    frame.asking.touched()
    assert frame.asking.mayAsk(ASKED, QUESTIONS["day-bounds"], "")
    frame.window.grabWindow()

    def there(name: str) -> list[Target]:
        return [one for one in window_targets(frame.window) if one.name == name]

    def touch(name: str) -> None:
        qtbot.waitUntil(lambda: bool(there(name)), timeout=PATIENCE_MS)
        (target,) = there(name)
        place = QPointF(*target.centre).toPoint()
        QTest.mouseClick(frame.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    touch("Next month")
    names = {one.name for one in window_targets(frame.window)}
    assert "Thursday 24 December 2026" in names
    assert "Friday 25 December 2026" not in names
    assert ("Previous month" in names, "Next month" in names) == (True, False)
    with qtbot.waitSignal(frame.asking.answered) as answer:
        touch("Thursday 24 December 2026")
    assert answer.args == [True, "2026-12-24"]


@pytest.mark.parametrize(
    ("question", "keys", "chosen"),
    [("day", (Qt.Key.Key_Right, Qt.Key.Key_Down), "2026-09-17"), ("list", (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up), "4")],
    ids=["days", "lines"],
)
def test_keys_walk_and_choose(new_frame: NewFrame, qtbot: QtBot, question: str, keys: tuple[Qt.Key, ...], chosen: str) -> None:
    frame = new_frame("en")
    frame.asking.touched()
    assert frame.asking.mayAsk(ASKED, QUESTIONS[question], "")
    frame.window.requestActivate()
    qtbot.waitUntil(frame.window.isActive, timeout=PATIENCE_MS)
    frame.window.grabWindow()
    for key in keys:
        QTest.keyClick(frame.window, key)
    focused = frame.window.activeFocusItem()
    assert focused is not None
    assert focused.property("visualFocus"), "where one is cannot be seen"
    with qtbot.waitSignal(frame.asking.answered) as answer:
        QTest.keyClick(frame.window, Qt.Key.Key_Space)
    assert answer.args == [True, chosen]
