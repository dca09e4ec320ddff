import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.welcome

// What everybody should know, before anything else.
Panel {
    id: root

    required property Cleared cleared

    height: column.implicitHeight + 2 * Theme.margin

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        spacing: Theme.gap

        Heading {
            text: qsTr("We do not know who you are.")
            Layout.fillWidth: true
        }
        Label {
            text: qsTr("When you finish, everything you did here is erased.")
            Layout.fillWidth: true
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        ClearedLabel {
            cleared: root.cleared
            Layout.fillWidth: true
        }
    }
}
