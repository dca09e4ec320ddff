pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.staff

// What the tablet is, and when it was last cleared.
ColumnLayout {
    id: root

    required property It it

    spacing: Theme.gapSmall

    ItWords {
        id: words
    }
    Repeater {
        model: root.it.facts

        ItRow {
            required property var modelData

            name: words.fact(modelData.name)
            value: words.value(modelData.name, modelData.value)
            Layout.fillWidth: true
        }
    }
    Label {
        visible: root.it.clearings.length > 0
        text: qsTr("Last cleared (until empty / until Welcome)")
        font.weight: Font.DemiBold
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
    }
    Repeater {
        model: root.it.clearings

        ItRow {
            required property var modelData

            name: modelData.at
            nameShare: 3
            value: modelData.proved ? words.kind(modelData.kind) : qsTr("%1, not proved").arg(words.kind(modelData.kind))
            valueColour: modelData.proved ? Theme.ink : Theme.danger
            more: modelData.took
            Layout.fillWidth: true
        }
    }
}
