import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.tv

// The digits that are being typed, and the channel that they would mean.
Panel {
    id: root

    required property Television television

    visible: television.typed !== ""
    width: column.implicitWidth + 2 * Theme.margin
    height: column.implicitHeight + 2 * Theme.gap

    ColumnLayout {
        id: column

        anchors.centerIn: parent
        spacing: 0

        Label {
            text: root.television.typed
            font.pixelSize: Theme.display
            font.weight: Font.DemiBold
            color: Theme.accent
            Layout.alignment: Qt.AlignHCenter
        }
        Label {
            text: root.television.typedUnknown ? qsTr("No channel has this number") : root.television.typedName
            wrapMode: Text.NoWrap
            Layout.alignment: Qt.AlignHCenter
        }
    }
}
