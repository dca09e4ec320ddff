import QtQuick
import theme
import kiosk.controls

// Says that a picture is on its way, once that has taken a moment.
Item {
    id: root

    required property bool shown

    implicitWidth: panel.width
    implicitHeight: panel.height

    Timer {
        id: patience

        property bool over: false

        interval: Theme.progressDelay
        running: root.shown
        onRunningChanged: over = false
        onTriggered: over = true
    }

    Panel {
        id: panel

        anchors.centerIn: parent
        width: word.implicitWidth + 2 * Theme.margin
        height: word.implicitHeight + 2 * Theme.gap
        visible: root.shown && patience.over

        Label {
            id: word

            anchors.centerIn: parent
            text: qsTr("One moment…")
            wrapMode: Text.NoWrap
        }
    }
}
