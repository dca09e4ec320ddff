import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.ending
import kiosk.shell

// Asks once whether the session shall end. Nothing but "Clear now" ends it.
Question {
    id: root

    required property Shell shell
    required property Ending ending

    title: qsTr("Finish and clear this tablet?")
    onDismissed: root.shell.closeSheet()

    Label {
        text: qsTr("Everything you did here is erased. The next person finds a fresh tablet.")
        Layout.fillWidth: true
    }
    // Smaller, and apart from the answers: it is for whoever readies the bed.
    ActionButton {
        text: qsTr("Clear and clean")
        glyph: "spray-can"
        Accessible.description: qsTr("Clears the tablet and locks it while it is wiped.")
        onClicked: root.ending.clearAndClean()
    }

    answers: [
        ActionButton {
            text: qsTr("Clear now")
            glyph: "sparkles"
            prominent: true
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(Theme.startHeight, implicitHeight)
            onClicked: root.ending.clear()
        },
        ActionButton {
            text: qsTr("Keep watching")
            glyph: "play"
            startsFocus: true
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(Theme.startHeight, implicitHeight)
            onClicked: root.shell.closeSheet()
        }
    ]
}
