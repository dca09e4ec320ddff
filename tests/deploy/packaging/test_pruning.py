from pathlib import PurePosixPath

import pytest

from deploy.packaging.pruning import kept


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/QtCore.abi3.so", "PySide6/QtWebEngineCore.abi3.so", "PySide6/QtWidgets.abi3.so", "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/lib/libavcodec.so.61", "PySide6/Qt/plugins/platforms/libqwayland.so", "PySide6/Qt/libexec/QtWebEngineProcess",
        "PySide6/Qt/qml/QtQuick/Templates/qmldir", "PySide6/Qt/translations/qtwebengine_locales/da.pak",
        "keyring/py.typed", "PySide6/Qt/qml/QtQuick/VirtualKeyboard/Core/qmldir",
    ],
)  # fmt: skip
def test_keeps_what_a_session_loads(path: str) -> None:
    assert kept(PurePosixPath(path))


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt3DCore.abi3.so", "PySide6/QtPdf.abi3.so", "PySide6/Qt/lib/libQt6Quick3D.so.6",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6/Qt/plugins/qmltooling/libqmldbg_tcp.so", "PySide6/designer",
        "PySide6/QtCore.pyi",
        "PySide6/Qt/lib/libavcodec.so.61.19.101", "PySide6/Qt/lib/libavcodec.so", "PySide6/Qt/translations/qtwebengine_locales/am.pak",
        "keyring-25.7.0.dist-info/RECORD",
    ],
)  # fmt: skip
def test_leaves_out_what_no_kiosk_loads(path: str) -> None:
    assert not kept(PurePosixPath(path))
