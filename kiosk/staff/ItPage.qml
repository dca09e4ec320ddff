pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.staff

// What IT asks about on the telephone.
Item {
    id: root

    required property Staff staff
    required property It it
    required property string time

    StaffHead {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        staff: root.staff
        title: qsTr("Hospital IT")
        time: root.time
    }
    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.margins: Theme.margin
        columns: 2
        columnSpacing: Theme.gapLarge
        rowSpacing: Theme.gapSmall

        Repeater {
            model: root.it.facts

            Label {
                required property string modelData

                text: modelData
                Layout.fillWidth: true
            }
        }
        ActionButton {
            text: qsTr("Look for a new configuration")
            glyph: "rotate-cw"
            enabled: !root.it.busy
            Layout.columnSpan: 2
            onClicked: root.it.pull()
        }
    }
}
