pragma ComponentBehavior: Bound
import QtQuick
import theme
import kiosk.shell
import kiosk.staff

// The staff's own program: the pad, then the page of whoever's PIN it was, and the one question about clearing over both.
Window {
    id: root

    required property Staff staff
    required property Nurse nurse
    required property It it
    required property Timepiece timepiece
    required property bool mirrored

    title: "FlexCare"
    color: Theme.background

    FocusScope {
        id: stage

        anchors.fill: parent
        focus: true
        LayoutMirroring.enabled: root.mirrored
        LayoutMirroring.childrenInherit: true
        Keys.onPressed: event => event.accepted = root.staff.press(event.key)

        Loader {
            anchors.fill: parent
            active: root.staff.role === ""
            enabled: root.staff.asking === ""
            sourceComponent: PadPage {
                staff: root.staff
                time: root.timepiece.time
            }
        }
        Loader {
            anchors.fill: parent
            active: root.staff.role === "nurse"
            enabled: root.staff.asking === ""
            sourceComponent: NursePage {
                staff: root.staff
                nurse: root.nurse
                time: root.timepiece.time
            }
        }
        Loader {
            anchors.fill: parent
            active: root.staff.role === "it"
            enabled: root.staff.asking === ""
            sourceComponent: ItPage {
                staff: root.staff
                it: root.it
                time: root.timepiece.time
            }
        }
        Loader {
            anchors.fill: parent
            active: root.staff.asking !== ""
            sourceComponent: ClearQuestion {
                staff: root.staff
            }
        }
    }
}
