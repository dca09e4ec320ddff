import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.notice

// What the hospital has to say, on a page: takes its room only while there is something.
Panel {
    id: root

    required property HospitalNotice notice
    property bool wanted: true
    // Nobody needs it to go on, and larger text leaves less room for what is needed.
    readonly property int textSize: Theme.textScale > 1.2 ? Theme.caption : Theme.body
    readonly property real natural: row.implicitHeight + 2 * Theme.gap

    visible: wanted && notice.text !== ""
    implicitHeight: visible ? natural : 0
    height: implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: notice.text

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gapLarge
        anchors.rightMargin: Theme.gapLarge
        spacing: Theme.gapLarge

        Glyph {
            name: "info"
            tint: Theme.accent
            Layout.alignment: Qt.AlignVCenter
        }
        Label {
            text: root.notice.text
            font.pixelSize: root.textSize
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
}
