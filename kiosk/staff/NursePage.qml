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
        title: root.nurse.bed
        enabled: root.nurse.sheet === ""
        time: root.time
    }

    Scroller {
        id: area

        enabled: root.nurse.sheet === ""
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
            StaffTile {
                text: qsTr("Night")
                effect: root.nurse.nightEnds === "" ? qsTr("Dims the screen and lets only headphones be heard.") : qsTr("Night until %1.").arg(root.nurse.nightEnds)
                glyph: "moon"
                chosen: root.nurse.nightEnds !== ""
                enabled: root.nurse.settable
                dims: !root.nurse.settable
                Layout.fillWidth: true
                Layout.fillHeight: true
                onClicked: root.nurse.open("night")
            }
            StaffTile {
                text: qsTr("Loudest volume")
                effect: qsTr("At this bed it is %1 percent.").arg(root.nurse.loudest)
                glyph: "volume-2"
                enabled: root.nurse.settable
                dims: !root.nurse.settable
                Layout.fillWidth: true
                Layout.fillHeight: true
                onClicked: root.nurse.open("volume")
            }
            StaffTile {
                text: qsTr("Language of Welcome")
                effect: qsTr("Welcome begins in %1.").arg(root.nurse.languageName(root.nurse.language))
                glyph: "languages"
                enabled: root.nurse.settable
                dims: !root.nurse.settable
                Layout.fillWidth: true
                Layout.fillHeight: true
                onClicked: root.nurse.open("language")
            }
            StaffTile {
                text: qsTr("Text and colours")
                effect: qsTr("How every session at this bed begins.")
                glyph: "a-large-small"
                enabled: root.nurse.settable
                dims: !root.nurse.settable
                Layout.fillWidth: true
                Layout.fillHeight: true
                onClicked: root.nurse.open("look")
            }
            StaffTile {
                text: qsTr("TV problem")
                effect: qsTr("Looks at network, streams and sound, and says what to do.")
                glyph: "tv"
                Layout.fillWidth: true
                Layout.fillHeight: true
                onClicked: root.nurse.open("help")
            }
            StaffTile {
                text: qsTr("Which bed this is")
                effect: qsTr("This tablet is at %1.").arg(root.nurse.bed)
                glyph: "bed"
                enabled: root.nurse.settable
                dims: !root.nurse.settable
                Layout.fillWidth: true
                Layout.fillHeight: true
                onClicked: root.nurse.open("bed")
            }
            StaffTile {
                text: qsTr("Out of order")
                effect: root.nurse.outOfOrder ? qsTr("Welcome says so now.") : qsTr("Welcome says so, and nobody can start.")
                glyph: "unplug"
                chosen: root.nurse.outOfOrder
                enabled: root.nurse.settable
                dims: !root.nurse.settable
                Layout.fillWidth: true
                Layout.fillHeight: true
                onClicked: root.nurse.open("order")
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: root.nurse.sheet !== ""
        sourceComponent: NurseSheets {
            nurse: root.nurse
        }
    }
}
