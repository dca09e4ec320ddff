pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import kiosk.controls
import kiosk.shell

// The languages that the hospital offers, each by its own name.
Sheet {
    id: root

    required property Shell shell

    title: qsTr("Language")

    Repeater {
        model: root.shell.languages.offered

        ActionButton {
            required property string modelData

            text: root.shell.languages.nameOf(modelData)
            chosen: root.shell.languages.current === modelData
            Layout.fillWidth: true
            onClicked: root.shell.speak(modelData)
        }
    }
}
