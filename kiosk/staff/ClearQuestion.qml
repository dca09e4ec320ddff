import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.staff

// Asks once before the patient's session is cleared; one large answer each way.
Question {
    id: root

    required property Staff staff
    readonly property bool clean: staff.asking === "clean"

    title: clean ? qsTr("Clear this tablet and lock it for cleaning?") : qsTr("Clear this tablet?")
    onDismissed: root.staff.keep()

    Label {
        text: qsTr("Everything that the patient did here is erased.")
        Layout.fillWidth: true
    }

    answers: [
        ActionButton {
            text: root.clean ? qsTr("Clear and clean") : qsTr("Clear now")
            glyph: root.clean ? "spray-can" : "sparkles"
            prominent: true
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(Theme.startHeight, implicitHeight)
            onClicked: root.staff.confirm()
        },
        ActionButton {
            text: qsTr("Keep it as it is")
            glyph: "x"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(Theme.startHeight, implicitHeight)
            onClicked: root.staff.keep()
        }
    ]
}
