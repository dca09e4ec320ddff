import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls

// What Welcome says of a tablet that staff put out of order.
Item {
    id: root

    required property string deviceName

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.sheet)
        spacing: Theme.gapLarge

        Glyph {
            name: "unplug"
            size: Theme.iconLarge
            tint: Theme.accent
            Layout.alignment: Qt.AlignHCenter
        }
        Heading {
            text: qsTr("This tablet is out of order")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Label {
            text: qsTr("The nursing staff know. Please ask them for another one.")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Label {
            visible: root.deviceName !== ""
            //: %1 is the device's name, to be told to the hospital's IT on the phone
            text: qsTr("This tablet's name: %1").arg(root.deviceName)
            color: Theme.inkSoft
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
