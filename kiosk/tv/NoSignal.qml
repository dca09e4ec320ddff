import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls

// What still works when a channel shows nothing. The picture comes back by itself.
Item {
    id: root

    property int bottomInset: 0
    // Whether there are other channels.
    required property bool several
    signal nextRequested

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    ColumnLayout {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -root.bottomInset / 2
        width: Math.min(parent.width - 2 * Theme.margin, Theme.sheet)
        spacing: Theme.gapLarge

        Glyph {
            visible: root.bottomInset === 0
            name: "monitor-off"
            size: Theme.iconLarge
            tint: Theme.accent
            Layout.alignment: Qt.AlignHCenter
        }
        Heading {
            text: qsTr("No picture on this channel right now")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Label {
            text: root.several ? qsTr("We keep trying. The other channels still work.") : qsTr("We keep trying.")
            color: Theme.inkSoft
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        ActionButton {
            visible: root.several && root.bottomInset === 0
            text: qsTr("Next channel")
            glyph: "chevron-up"
            prominent: true
            Layout.alignment: Qt.AlignHCenter
            onClicked: root.nextRequested()
        }
    }
}
