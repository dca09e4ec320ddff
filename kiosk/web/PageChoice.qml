pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.web

// A page's drop-down list in our frame: lines for a finger, the chosen one in sight at once. A touch beside it changes nothing.
FocusScope {
    id: root

    required property Asking asking

    Accessible.role: Accessible.Dialog
    Accessible.name: heading.text

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim

        MouseArea {
            anchors.fill: parent
            onClicked: root.asking.answer(false)
        }
    }

    Panel {
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.margins: Theme.gap
        width: Math.min(root.width - 2 * Theme.gap, Theme.sheet)

        // A touch on the list does not reach what lies beside it.
        MouseArea {
            anchors.fill: parent
        }

        RowLayout {
            id: head

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.margin
            spacing: Theme.gap

            Heading {
                id: heading

                text: root.asking.words !== "" ? root.asking.words : qsTr("Choose")
                Layout.fillWidth: true
            }
            ActionButton {
                text: qsTr("Cancel")
                glyph: "x"
                onClicked: root.asking.answer(false)
            }
        }

        ListView {
            id: lines

            property bool walked: false

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: head.bottom
            anchors.bottom: parent.bottom
            anchors.margins: Theme.margin
            anchors.topMargin: Theme.gapLarge
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            focus: true
            keyNavigationEnabled: true
            spacing: Theme.gap
            model: root.asking.options
            Component.onCompleted: {
                lines.currentIndex = root.asking.options.chosenRow;
                lines.positionViewAtIndex(lines.currentIndex, ListView.Center);
            }

            // The ring shows where one is from the first key on.
            Keys.onPressed: event => {
                lines.walked = true;
                event.accepted = false;
            }

            ScrollMark {
                flickable: lines
            }

            delegate: FocusScope {
                id: line

                required property string line
                required property string number
                required property bool heading
                required property bool chosen

                width: ListView.view.width
                height: line.heading ? group.implicitHeight + Theme.gap : option.implicitHeight

                Label {
                    id: group

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    anchors.rightMargin: Theme.gap
                    visible: line.heading
                    text: line.line
                    font.weight: Font.DemiBold
                }
                ActionButton {
                    id: option

                    anchors.fill: parent
                    // The mark of what scrolls is at the trailing edge.
                    anchors.rightMargin: Theme.gap
                    visible: !line.heading
                    focus: true
                    text: line.line
                    glyph: line.chosen ? "check" : ""
                    chosen: line.chosen
                    onClicked: root.asking.answer(true, line.number)
                    onActiveFocusChanged: if (activeFocus && lines.walked)
                        focusReason = Qt.TabFocusReason
                }
            }
        }
    }
}
