import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.staff

// Asks once before the tablet starts anew, and before it becomes what an enrolment file says.
Question {
    id: root

    required property It it
    readonly property bool enrols: it.view === "enrol"

    title: enrols ? qsTr("Enrol this tablet as %1 in ward %2?").arg(it.enrolmentDevice).arg(it.enrolmentWard) : qsTr("Restart the tablet?")
    onDismissed: root.it.show("facts")

    Label {
        visible: root.enrols
        text: qsTr("The desk showed these words. If it was others, do not take it.")
        Layout.fillWidth: true
    }
    Label {
        visible: root.enrols
        text: root.it.enrolmentWords
        font.weight: Font.DemiBold
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("The tablet restarts. Everything that the patient did here is erased.")
        Layout.fillWidth: true
    }

    answers: [
        ActionButton {
            text: root.enrols ? qsTr("Take it and restart") : qsTr("Restart now")
            glyph: root.enrols ? "check" : "power"
            prominent: true
            enabled: root.it.busy === ""
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(Theme.startHeight, implicitHeight)
            onClicked: root.it.ask(root.enrols ? "enrol" : "restart")
        },
        ActionButton {
            text: qsTr("Keep it as it is")
            glyph: "x"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(Theme.startHeight, implicitHeight)
            onClicked: root.it.show("facts")
        }
    ]
}
