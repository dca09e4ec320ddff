"""What of Qt's wheels does not go to a tablet: what a kiosk never loads is neither disk nor something to attack."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

FAMILIES = (
    "3D", "Bluetooth", "CanvasPainter", "Charts", "DataVisualization", "Designer", "EglF[Ss]", "Graphs", "Help", "HttpServer", "Location",
    "Lottie", "NetworkAuth", "Nfc", "Pdf", "Quick3D", "QuickTest", "QuickTimeline", "QuickVectorImage", "RemoteObjects", "Scxml", "Sensors",
    "SerialBus", "SerialPort", "SpatialAudio", "StateMachine", "TextToSpeech", "UiTools", "WaylandCompositor", "WaylandEglCompositor",
    "WebEngineWidgets", "WebSockets", "WebView", "XcbQpa", "MultimediaWidgets", "SvgWidgets", "OpenGLWidgets", "QuickWidgets",
    "LabsStyleKit", "Test", "QuickControls2(?:FluentWinUI3|Imagine|Material|Universal)",
)  # fmt: skip
"""Of Qt's modules, by how their names begin."""

PLUGINS = (
    "assetimporters", "canbus", "designer", "egldeviceintegrations", "generic", "geometryloaders", "geoservices", "networkinformation",
    "platformthemes", "position", "printsupport", "qmllint", "qmltooling", "renderers", "renderplugins", "sceneparsers", "scxmldatamodel",
    "sensors", "sqldrivers", "texttospeech", "vectorimageformats", "wayland-graphics-integration-server", "webview", "xcbglintegrations",
)  # fmt: skip
"""Of Qt's plugins: for debuggers, other windowing systems, other seats than the compositor's, and services of a desktop."""

LANGUAGES = ("ar", "da", "de", "en", "en-GB", "en-US")
"""In which pages may speak for themselves: those of the interface."""

_FAMILY = f"(?:{'|'.join(FAMILIES)})"
_QT = r"PySide6/Qt/"
DROPPED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"PySide6/Qt{_FAMILY}\w*\.abi3\.so",
        rf"{_QT}lib/libQt6{_FAMILY}\w*\.so\.6",
        rf"{_QT}qml/Qt{_FAMILY}\w*/.*",
        rf"{_QT}qml/QtQuick/({_FAMILY}|Scene\dD)\w*/.*",
        rf"{_QT}qml/(Qt5Compat|QtWayland/Compositor|QtQml/StateMachine|Qt/labs/StyleKit)/.*",
        rf"{_QT}qml/QtQuick/(Timeline|VectorImage|Controls/(FluentWinUI3|Imagine|Material|Universal|iOS|macOS|Windows))/.*",
        rf"{_QT}qml/.*/designer/.*",
        # FFmpeg's libraries come three times, under each of their names; the middle one is what Qt asks for.
        rf"{_QT}lib/lib(av\w+|sw\w+)\.so(\.\d+\.\d+\.\d+)?",
        rf"{_QT}plugins/({'|'.join(PLUGINS)})/.*",
        rf"{_QT}plugins/imageformats/libqpdf\.so",
        # Of the arm64 wheels alone; both have FFmpeg's.
        rf"{_QT}plugins/multimedia/libgstreamermediaplugin\.so",
        rf"{_QT}plugins/platforms/libq(?!wayland|offscreen).*",
        # What developers use.
        rf"{_QT}libexec/(?!QtWebEngineProcess).*",
        rf"{_QT}(metatypes|modules)/.*",
        r"PySide6/(include|typesystems|glue|doc|scripts|examples|lib|designer|Qt/include)(/.*)?",
        r"PySide6/(assistant|balsam|balsamui|linguist|lrelease|lupdate|qmlformat|qmllint|qmlls|qsb|rcc|uic|svgtoqml|qmlcachegen|qmlimportscanner)",
        r"PySide6/PySide6_\w+\.json",
        r"shiboken6_generator/.*",
        rf"{_QT}translations/(?!qtwebengine_locales/).*",
        rf"{_QT}translations/qtwebengine_locales/(?!({'|'.join(LANGUAGES)})\.pak).*",
        r".*\.pyi",
        r".*\.qmltypes",
        r".*/(RECORD|INSTALLER|REQUESTED|direct_url\.json)",
        # Tests and headers of other wheels.
        r"lxml/(includes|isoschematron)/.*",
        r".*/(tests?|__pycache__)/.*",
    )
)


def kept(path: PurePosixPath) -> bool:
    """Whether a wheel's file goes to a tablet."""
    return not any(pattern.fullmatch(str(path)) for pattern in DROPPED)
