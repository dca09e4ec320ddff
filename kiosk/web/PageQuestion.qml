import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.web

// What a page asks, in our frame: its own questions as such, and camera and microphone in our words.
Question {
    id: root

    required property Visit visit
    readonly property int kind: visit.asking.question
    readonly property bool captures: kind === Asking.Question.Camera || kind === Asking.Question.Microphone || kind === Asking.Question.Both

    title: root.titleOf(kind)
    onDismissed: root.visit.asking.answer(false)

    Label {
        text: root.captures ? qsTr("It stops when you leave the service. You are asked each time.") : root.visit.asking.words
        Layout.fillWidth: true
    }
    TextInput {
        id: field

        visible: root.kind === Asking.Question.Prompt
        text: root.visit.asking.proposal
        color: Theme.ink
        font.pixelSize: Theme.body
        focus: visible
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.target
        Accessible.role: Accessible.EditableText
        Accessible.name: root.visit.asking.words

        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: Theme.hairline * 2
            color: Theme.accent
        }
    }

    answers: [
        ActionButton {
            text: root.captures ? qsTr("Allow") : qsTr("OK")
            glyph: "check"
            prominent: !root.captures
            enabled: !root.captures || root.visit.asking.mayAllow
            opacity: enabled ? 1 : Theme.dimmedOpacity
            Layout.fillWidth: true
            onClicked: root.visit.asking.answer(true, field.text)
        },
        ActionButton {
            visible: root.kind !== Asking.Question.Alert
            text: root.captures ? qsTr("Do not allow") : qsTr("Cancel")
            glyph: "x"
            prominent: root.captures
            Layout.fillWidth: true
            onClicked: root.visit.asking.answer(false)
        }
    ]

    function titleOf(kind: int): string {
        switch (kind) {
        case Asking.Question.Camera:
            return qsTr("%1 wants to use the camera").arg(root.visit.name);
        case Asking.Question.Microphone:
            return qsTr("%1 wants to use the microphone").arg(root.visit.name);
        case Asking.Question.Both:
            return qsTr("%1 wants to use camera and microphone").arg(root.visit.name);
        default:
            return qsTr("%1 says").arg(root.visit.name);
        }
    }
}
