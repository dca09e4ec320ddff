pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.staff

// The way from the wall to the television, measured.
ColumnLayout {
    id: root

    required property It it

    spacing: Theme.gapSmall

    VerdictWords {
        id: words
    }
    Label {
        text: words.sentence(root.it.verdict)
        font.weight: Font.DemiBold
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.gap
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    Repeater {
        model: root.it.figures

        ItRow {
            required property var modelData
            readonly property bool good: modelData.state === "ok" || modelData.state === "unasked"

            name: words.part(modelData.part) + (modelData.place ? "\n" + modelData.place : "")
            value: words.state(modelData.state)
            nameShare: 5
            valueColour: good ? Theme.ink : Theme.danger
            more: modelData.bytes ? modelData.ms + "\n" + modelData.bytes : modelData.ms
            Layout.fillWidth: true
        }
    }
}
