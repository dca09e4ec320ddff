import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.web

// The frame of a visit: Home and Back at the leading edge, the service's name, and how far its page has come.
Rectangle {
    id: root

    required property Visit visit
    required property bool loading
    required property real progress
    signal backRequested

    color: Theme.surface
    implicitHeight: row.implicitHeight + 2 * Theme.gapSmall

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap

        ActionButton {
            text: qsTr("Home")
            glyph: "house"
            onClicked: root.visit.goHome()
        }
        ActionButton {
            text: qsTr("Back")
            glyph: "arrow-left"
            onClicked: root.backRequested()
        }
        Heading {
            text: root.visit.name
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            verticalAlignment: Text.AlignVCenter
        }
    }

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.hairline
        color: Theme.line
    }
    Rectangle {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        height: Theme.gapSmall / 2
        width: parent.width * Math.max(0.08, root.progress)
        visible: root.loading
        color: Theme.accent
        Accessible.role: Accessible.ProgressBar
        Accessible.name: qsTr("Loading")
    }
}
