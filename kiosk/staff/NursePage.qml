pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.staff

// All that a nurse can do at this bed, on one page; each says what happens then.
Item {
    id: root

    required property Staff staff
    required property Nurse nurse
    required property string time

    StaffHead {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        staff: root.staff
        title: root.nurse.device
        time: root.time
    }

    Flickable {
        id: area

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        anchors.topMargin: Theme.gapLarge
        contentWidth: width
        contentHeight: grid.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height

        ScrollMark {
            flickable: area
        }

        GridLayout {
            id: grid

            width: parent.width
            columns: Theme.textScale > 1 ? 2 : 3
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true
            uniformCellHeights: true

            StaffTile {
                text: qsTr("Clear now")
                effect: qsTr("Erases what the patient did here. Then Welcome.")
                glyph: "sparkles"
                prominent: true
                Layout.fillWidth: true
                Layout.fillHeight: true
                onClicked: root.staff.askToClear(false)
            }
            StaffTile {
                text: qsTr("Clear and clean")
                effect: qsTr("Erases it and locks the screen while you wipe it. Then Welcome.")
                glyph: "spray-can"
                Layout.fillWidth: true
                Layout.fillHeight: true
                onClicked: root.staff.askToClear(true)
            }
        }
    }
}
