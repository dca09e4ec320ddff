"""Plants in what the session shows and in what Qt keeps for it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Q_ARG, QMetaObject, QMimeData, QObject, QSettings, QSize, QUrl
from PySide6.QtGui import QClipboard, QCloseEvent, QColor, QGuiApplication, QImage, QOffscreenSurface, QOpenGLContext, QWindow
from PySide6.QtOpenGL import QOpenGLShader, QOpenGLShaderProgram
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickImageProvider, QQuickItem

from deploy.tour.snapshot import accessible_name, is_fading, keys
from flexcare.guide.programme import Slot
from kiosk.app import Kiosk
from kiosk.guide.moments import DAY_S, HOUR_S
from kiosk.shell.focus import scene_rectangle
from tests.privacy.markers import NUMBER_DIGITS, PICTURE_PIXELS, TAG_DIGITS
from tests.privacy.plant_files import folder
from tests.privacy.planters import Condition, Ground, Planter, Refused

FIELD = b"import QtQuick\nTextInput { width: 400; height: 60; z: 1000; maximumLength: 100 }"
ROWS = 8
LONG_TITLE_WORDS = 500
PICTURE = f"""import QtQuick
Image {{ source: "image://planted/row"; width: {PICTURE_PIXELS}; height: {ROWS}; smooth: false; mipmap: false; cache: false; z: 1000 }}"""
STORAGE = b"""import QtQuick
import QtQuick.LocalStorage
Item {
    function plant(word: string) {
        LocalStorage.openDatabaseSync("planted", "1", "", 1000).transaction(tx => {
            tx.executeSql("CREATE TABLE planted(word TEXT)");
            tx.executeSql("INSERT INTO planted VALUES(?)", [word]);
        });
    }
}"""
VERTICES = """#version 100
uniform float planted_{mark};
attribute vec4 place;
void main() {{ gl_Position = place * planted_{mark}; }}"""
COLOURS = """#version 100
void main() { gl_FragColor = vec4(1.0); }"""


def _made(ground: Ground, qml: bytes) -> QQuickItem:
    """A QML item in the session's window."""
    kiosk = ground.screen()
    component = QQmlComponent(kiosk.engine)
    component.setData(qml, QUrl())
    item = component.create()
    if not isinstance(item, QQuickItem):
        raise Refused(component.errorString().strip())
    item.setParentItem(kiosk.window.contentItem())
    ground.keep += [component, item]
    return item


def _typed(ground: Ground) -> Iterator[Condition]:
    """The keys come from outside, through the compositor; only the text field ever holds the whole mark."""
    field = _made(ground, FIELD)
    field.forceActiveFocus()
    yield field.hasActiveFocus
    ground.tell("type")
    yield lambda: field.property("length") == TAG_DIGITS + NUMBER_DIGITS


def _touched(ground: Ground) -> Iterator[Condition]:
    """Touched from outside, key by key, on the search page. Only the field, Qt and the search ever hold the whole mark."""
    kiosk = ground.screen()
    kiosk.shell.openSearch()
    yield lambda: len(_keys(kiosk)) > len("abc") and not is_fading(kiosk)
    kiosk.keyboard.turn()
    digits = set("0123456789")
    yield lambda: digits <= set(places := _keys(kiosk)) and len(set(places.values())) == len(places)
    frames: list[int] = []
    kiosk.window.frameSwapped.connect(lambda: frames.append(1))
    kiosk.window.update()
    yield lambda: bool(frames)
    ground.tell("touch", {name: place for name, place in _keys(kiosk).items() if name in digits})
    yield lambda: len(str(kiosk.search.property("typed"))) == TAG_DIGITS + NUMBER_DIGITS


def _keys(kiosk: Kiosk) -> dict[str, tuple[float, float]]:
    """Where the keys on the screen are, by what they say."""
    places = {accessible_name(key): scene_rectangle(key).center() for key in keys(kiosk.window.contentItem())}
    return {name: (place.x(), place.y()) for name, place in places.items()}


def _favourite(ground: Ground) -> None:
    ground.screen().favourites.toggle(int(ground.mark("favourite")))


def _reminder(ground: Ground) -> None:
    word = ground.mark("reminder")
    start_s = int(time.time()) + DAY_S
    ground.screen().reminders.toggle(Slot(0, int(word), start_s, start_s + HOUR_S, f"Programme {word}"))


def _clipboard(ground: Ground) -> Iterator[Condition]:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(ground.mark("clipboard"))
    yield clipboard.ownsClipboard


def _primary(ground: Ground) -> Iterator[Condition]:
    clipboard = QGuiApplication.clipboard()
    if not clipboard.supportsSelection():
        raise Refused("there is no primary selection")
    clipboard.setText(ground.mark("primary"), QClipboard.Mode.Selection)
    yield clipboard.ownsSelection


def _mime_type(ground: Ground) -> Iterator[Condition]:
    data = QMimeData()
    data.setText(ground.mark("clipboard"))
    data.setData(f"application/x-{ground.mark('mime-type')}", b"planted")
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(data)
    yield clipboard.ownsClipboard


def _title(ground: Ground) -> None:
    # Long, and marked at its end too: whoever holds it in a buffer that shorter texts are written into later keeps that end.
    word = ground.mark("title")
    ground.screen().window.setTitle(f"{word} {'long ' * LONG_TITLE_WORDS}{word}")


class _Stubborn(QWindow):
    """A window that does not close when it is asked to."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()


def _app_id(ground: Ground) -> Iterator[Condition]:
    own = QGuiApplication.desktopFileName()
    QGuiApplication.setDesktopFileName(ground.mark("app-id"))
    window = _Stubborn()
    window.setSurfaceType(QWindow.SurfaceType.OpenGLSurface)
    window.show()
    context = QOpenGLContext(window)
    ground.keep += [window, context]
    if not context.create():
        raise Refused("there is no OpenGL")
    yield window.isExposed
    # A window is one for the compositor when something was drawn in it.
    context.makeCurrent(window)
    context.swapBuffers(window)
    QGuiApplication.setDesktopFileName(own)


class _Row(QQuickImageProvider):
    """Pictures of the mark's row of pixels."""

    def __init__(self, row: list[tuple[int, int, int]]) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._row = row

    def requestImage(self, _name: str, size: QSize, _wanted: QSize) -> QImage:
        image = QImage(PICTURE_PIXELS, ROWS, QImage.Format.Format_RGB32)
        for column, colour in enumerate(self._row):
            for line in range(ROWS):
                image.setPixelColor(column, line, QColor(*colour))
        size.setWidth(PICTURE_PIXELS)
        size.setHeight(ROWS)
        return image


def _picture(ground: Ground) -> Iterator[Condition]:
    kiosk = ground.screen()
    kiosk.engine.addImageProvider("planted", _Row(ground.pixels()))
    _made(ground, PICTURE.encode())
    frames: list[int] = []
    kiosk.window.frameSwapped.connect(lambda: frames.append(1))
    kiosk.window.update()
    yield lambda: bool(frames)
    kiosk.window.update()
    yield lambda: len(frames) > 1


def _qml_cache(ground: Ground) -> None:
    """The source goes away again; what is compiled stays in the cache."""
    source = folder("tmpdir") / "Planted.qml"
    source.write_text(f'import QtQuick\nItem {{ objectName: "planted {ground.mark("qml-cache")}" }}\n')
    component = QQmlComponent(ground.screen().engine, QUrl.fromLocalFile(str(source)))
    made = component.create()
    ground.keep += [component, made]
    source.unlink()
    if made is None:
        raise Refused(component.errorString().strip())


def _shader_cache(ground: Ground) -> None:
    context, surface = QOpenGLContext(), QOffscreenSurface()
    surface.create()
    if not context.create() or not context.makeCurrent(surface):
        raise Refused("there is no OpenGL")
    program = QOpenGLShaderProgram()
    vertices = VERTICES.format(mark=ground.mark("shader-cache"))
    program.addCacheableShaderFromSourceCode(QOpenGLShader.ShaderTypeBit.Vertex, vertices)
    program.addCacheableShaderFromSourceCode(QOpenGLShader.ShaderTypeBit.Fragment, COLOURS)
    linked = program.link()
    ground.keep += [program, surface, context]
    context.doneCurrent()
    if not linked:
        raise Refused("the shaders do not link")


def _settings(ground: Ground) -> None:
    settings = QSettings("flexcare-planted", "planted")
    settings.setValue("word", ground.mark("settings"))
    settings.sync()
    if settings.status() is not QSettings.Status.NoError or not Path(settings.fileName()).exists():
        raise Refused("they cannot be written")


def _local_storage(ground: Ground) -> None:
    storage: QObject = _made(ground, STORAGE)
    if not QMetaObject.invokeMethod(storage, "plant", Q_ARG("QString", ground.mark("local-storage"))):
        raise Refused("it cannot be written")


PLANTERS: dict[str, Planter] = {
    # Keys first: a program may set a selection only after something was pressed in it.
    "touched": _touched,
    "typed": _typed,
    "favourite": _favourite,
    "reminder": _reminder,
    "clipboard": _clipboard,
    "primary": _primary,
    "mime-type": _mime_type,
    "title": _title,
    "app-id": _app_id,
    "picture": _picture,
    "qml-cache": _qml_cache,
    "shader-cache": _shader_cache,
    "settings": _settings,
    "local-storage": _local_storage,
}
