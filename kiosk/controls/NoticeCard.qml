import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls

// What the hospital has to say, over a picture or a page: a touch puts it away.
Panel {
    id: root

    required property string text
    required property bool shown
    // Larger text needs the whole width, and the button a line of its own.
    readonly property bool tight: Theme.textScale > 1.2
    // Stays while it fades away.
    property string said: ""
    signal closed

    objectName: "comesAndGoes"
    width: tight ? parent.width - 2 * Theme.margin : Math.min(parent.width - 2 * Theme.margin, Theme.homeWidth)
    height: row.implicitHeight + 2 * Theme.gap
    visible: opacity > 0
    enabled: shown
    opacity: shown ? 1 : 0
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Binding on said {
        value: root.text
        when: root.text !== ""
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
        onClicked: root.closed()
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
            onClicked: root.closed()
        }
    }
}
