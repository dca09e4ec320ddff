import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.staff

// The support bundle in short: a code to photograph, and the same to read.
ColumnLayout {
    id: root

    required property It it

    spacing: Theme.gap

    Label {
        text: qsTr("Photograph this with a phone. There is nothing about the patient in it.")
        Layout.fillWidth: true
    }
    Image {
        objectName: "code"
        source: root.it.code
        smooth: false
        fillMode: Image.PreserveAspectFit
        Layout.preferredWidth: Math.min(root.width, Theme.sheet / 2)
        Layout.preferredHeight: Layout.preferredWidth
        Layout.alignment: Qt.AlignHCenter
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Support bundle as a code")
    }
    Label {
        text: root.it.bundle
        font.pixelSize: Theme.caption
        Layout.fillWidth: true
    }
}
