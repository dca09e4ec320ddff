import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.staff

// The head of each of the staff's pages: the way back to the patient at the leading edge, the page's name, the time.
RowLayout {
    id: root

    required property Staff staff
    required property string title
    required property string time

    spacing: Theme.gapLarge

    ActionButton {
        text: qsTr("Back to the patient")
        glyph: root.LayoutMirroring.enabled ? "arrow-right" : "arrow-left"
        onClicked: root.staff.leave()
    }
    Heading {
        text: root.title
        Layout.fillWidth: true
    }
    ClockText {
        time: root.time
    }
}
