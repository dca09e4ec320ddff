import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.web

// The frame of a visit: Home and Back at the leading edge, the service's name, its sound once there was one, how far its page has come.
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
            glyph: root.LayoutMirroring.enabled ? "arrow-right" : "arrow-left"
            onClicked: root.backRequested()
        }
        Heading {
            // In the largest letters there is no room for it beside three buttons; the page under it says what it is.
            visible: Theme.textScale < 1.5 || !root.visit.sound.offered
            text: root.visit.name
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            verticalAlignment: Text.AlignVCenter
            // The same height in every script, so that the frame stays slim.
            Layout.preferredHeight: Math.ceil(lineCount * font.pixelSize * Theme.lineSpacing)
        }
        Item {
            Layout.fillWidth: true
        }
        ActionButton {
            visible: root.visit.sound.offered
            text: qsTr("Sound")
            glyph: root.visit.sound.percent === 0 || root.visit.sound.speakerOff ? "volume-x" : "volume-2"
            onClicked: root.visit.sound.toggle()
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
