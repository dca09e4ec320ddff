import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.notice

// What the hospital has to say, over a picture: a touch puts it away.
Panel {
    id: root

    required property HospitalNotice notice
    property bool wanted: true
    // Larger text needs the whole width, and the button a line of its own.
    readonly property bool tight: Theme.textScale > 1.2
    readonly property bool shown: wanted && notice.text !== "" && !notice.closed

    // Stays while it fades away.
    property string said: ""

    objectName: "comesAndGoes"
    width: tight ? parent.width - 2 * Theme.margin : Math.min(parent.width - 2 * Theme.margin, Theme.homeWidth)
    height: row.implicitHeight + 2 * Theme.gap
    visible: opacity > 0
    enabled: shown
    opacity: shown ? 1 : 0
    Accessible.role: Accessible.StaticText
    Accessible.name: notice.text

    Binding on said {
        value: root.notice.text
        when: root.notice.text !== ""
        restoreMode: Binding.RestoreNone
    }

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.fade
            easing.type: Easing.OutCubic
        }
    }

    MouseArea {
        anchors.fill: parent
        onClicked: root.notice.close()
    }

    GridLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gapLarge
        anchors.rightMargin: Theme.gap
        columns: root.tight ? 2 : 3
        columnSpacing: Theme.gapLarge
        rowSpacing: Theme.gap

        Glyph {
            name: "info"
            tint: Theme.accent
            Layout.alignment: Qt.AlignVCenter
        }
        Label {
            text: root.said
            font.pixelSize: root.tight ? Theme.caption : Theme.body
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        ActionButton {
            text: qsTr("Close")
            glyph: "x"
            Layout.alignment: Qt.AlignRight | Qt.AlignVCenter
            Layout.columnSpan: root.tight ? 2 : 1
            onClicked: root.notice.close()
        }
    }
}
