import QtQuick
import QtQuick.Layouts
import theme

// A sheet that lies over the page at its trailing edge; touching beside it puts it away.
FocusScope {
    id: root

    required property string title
    default property alias content: column.data
    signal closed

    // Opened again, it begins at the beginning.
    onVisibleChanged: if (visible)
        area.contentY = 0

    Accessible.role: Accessible.Dialog
    Accessible.name: title

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim

        MouseArea {
            anchors.fill: parent
            onClicked: root.closed()
        }
    }

    Panel {
        id: panel

        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.margins: Theme.gap
        width: Math.min(parent.width - 2 * Theme.gap, Theme.sheet)

        // A touch on the sheet does not reach what lies beside it.
        MouseArea {
            anchors.fill: parent
        }

        RowLayout {
            id: head

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.margin

            Heading {
                text: root.title
                Layout.fillWidth: true
            }
            ActionButton {
                text: qsTr("Close")
                glyph: "x"
                startsFocus: true
                onClicked: root.closed()
            }
        }

        Scroller {
            id: area

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: head.bottom
            anchors.bottom: parent.bottom
            anchors.margins: Theme.margin
            anchors.topMargin: Theme.gapLarge
            contentWidth: width
            contentHeight: column.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: true

            ScrollMark {
                flickable: area
            }

            ColumnLayout {
                id: column

                // The mark of what scrolls is at the trailing edge.
                anchors.left: parent.left
                width: parent.width - Theme.gap
                spacing: Theme.gap
            }
        }
    }
}
