import QtQuick
import QtQuick.Layouts
import theme

// A question in the middle of the screen: what it is about, and under that the answers, which are always in sight.
FocusScope {
    id: root

    required property string title
    default property alias content: column.data
    property alias answers: foot.data
    // A touch beside the question; it never does what cannot be taken back.
    signal dismissed

    Accessible.role: Accessible.Dialog
    Accessible.name: title

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim

        MouseArea {
            anchors.fill: parent
            onClicked: root.dismissed()
        }
    }

    Panel {
        id: panel

        readonly property real room: root.height - 2 * Theme.gap
        readonly property real bars: foot.height + 2 * Theme.margin + Theme.gapLarge

        anchors.centerIn: parent
        width: Math.min(root.width - 2 * Theme.gap, Theme.sheet)
        height: Math.min(room, column.implicitHeight + bars)

        // A touch on the question does not reach what lies beside it.
        MouseArea {
            anchors.fill: parent
        }

        Scroller {
            id: area

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: foot.top
            anchors.margins: Theme.margin
            anchors.bottomMargin: Theme.gapLarge
            contentWidth: width
            contentHeight: column.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: contentHeight > height

            ScrollMark {
                flickable: area
            }

            ColumnLayout {
                id: column

                width: parent.width
                spacing: Theme.gap

                Heading {
                    text: root.title
                    Layout.fillWidth: true
                }
            }
        }

        RowLayout {
            id: foot

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.margin
            spacing: Theme.gapLarge
            uniformCellSizes: true
        }
    }
}
