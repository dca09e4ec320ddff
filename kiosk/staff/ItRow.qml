import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls

// One line of IT's page: what it is, and its value.
RowLayout {
    id: root

    required property string name
    required property string value
    property string more: ""
    property int nameShare: 2
    property int valueShare: 3
    property int moreShare: 2
    property color valueColour: Theme.ink

    spacing: Theme.gap

    Label {
        text: root.name
        color: Theme.inkSoft
        font.pixelSize: Theme.caption
        Layout.fillWidth: true
        Layout.preferredWidth: root.nameShare
        Layout.alignment: Qt.AlignTop
    }
    Label {
        text: root.value
        color: root.valueColour
        font.pixelSize: Theme.caption
        font.weight: Font.DemiBold
        Layout.fillWidth: true
        Layout.preferredWidth: root.valueShare
        Layout.alignment: Qt.AlignTop
    }
    Label {
        visible: root.more !== ""
        text: root.more
        font.pixelSize: Theme.caption
        horizontalAlignment: Text.AlignRight
        Layout.fillWidth: true
        Layout.preferredWidth: root.moreShare
        Layout.alignment: Qt.AlignTop
    }
}
