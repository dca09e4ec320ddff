pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import kiosk.controls
import kiosk.services

// While a service is on its way, and where it ended by itself: what happens, and how to go on. Comes at once.
Loader {
    id: root

    required property Services services
    readonly property bool failed: services.trouble !== Services.Trouble.Nothing

    active: services.opening !== "" || failed
    sourceComponent: Question {
        title: root.failed ? qsTr("The service closed") : root.services.openingName
        onDismissed: root.services.cancel()

        Label {
            text: root.failed ? qsTr("Something went wrong, and it was closed. You can open it again. Television and radio still work.") : qsTr("Opening…")
            Layout.fillWidth: true
        }

        answers: ActionButton {
            text: root.failed ? qsTr("OK") : qsTr("Cancel")
            glyph: root.failed ? "check" : "x"
            startsFocus: true
            prominent: root.failed
            Layout.fillWidth: true
            onClicked: root.services.cancel()
        }
    }
}
