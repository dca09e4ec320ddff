pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.staff

// Staff's PIN. What is typed is never shown; a wrong one says only when the next can be tried. Clearing takes none.
Item {
    id: root

    required property Staff staff
    required property string time
    readonly property bool open: !staff.shut && staff.wait === 0 && !staff.busy

    StaffHead {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        staff: root.staff
        title: qsTr("Staff")
        time: root.time
    }

    RowLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        spacing: 2 * Theme.margin

        ColumnLayout {
            spacing: Theme.gapLarge
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignVCenter

            Label {
                text: root.words()
                font.pixelSize: Theme.title
                font.weight: Font.DemiBold
                Layout.fillWidth: true
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
            Label {
                text: root.more()
                visible: text !== ""
                color: Theme.inkSoft
                Layout.fillWidth: true
            }
            Rectangle {
                color: Theme.line
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.hairline
            }
            Label {
                text: qsTr("Without a PIN")
                color: Theme.inkSoft
                Layout.fillWidth: true
            }
            ActionButton {
                text: qsTr("Clear now")
                glyph: "sparkles"
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
                onClicked: root.staff.askToClear(false)
            }
            ActionButton {
                text: qsTr("Clear and clean")
                glyph: "spray-can"
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(Theme.staffKey, implicitHeight)
                onClicked: root.staff.askToClear(true)
            }
        }

        ColumnLayout {
            spacing: Theme.gapLarge
            Layout.alignment: Qt.AlignVCenter

            Row {
                spacing: Theme.gap
                // As large as the row of marks that a long PIN makes, so that nothing moves.
                Layout.preferredHeight: Theme.gapLarge
                Layout.alignment: Qt.AlignHCenter
                Accessible.ignored: true

                Repeater {
                    model: root.staff.typed

                    Rectangle {
                        width: Theme.gap
                        height: width
                        radius: width / 2
                        color: Theme.ink
                        anchors.verticalCenter: parent?.verticalCenter
                    }
                }
            }
            GridLayout {
                columns: 3
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                // Digits stand in the same places in every language, and fingers know them.
                LayoutMirroring.enabled: false
                LayoutMirroring.childrenInherit: true

                Repeater {
                    model: 9

                    PadKey {
                        required property int index

                        text: index + 1
                        enabled: root.open
                        onClicked: root.staff.digit(index + 1)
                    }
                }
                PadKey {
                    text: qsTr("Take the last digit back")
                    glyph: "delete"
                    enabled: root.open && root.staff.typed > 0
                    onClicked: root.staff.takeBack()
                }
                PadKey {
                    text: "0"
                    enabled: root.open
                    onClicked: root.staff.digit(0)
                }
                PadKey {
                    text: qsTr("Enter")
                    glyph: "check"
                    prominent: true
                    enabled: root.open && root.staff.complete
                    onClicked: root.staff.enter()
                }
            }
        }
    }

    function words(): string {
        if (root.staff.shut)
            return qsTr("No PIN works at this tablet.");
        if (root.staff.wait > 0)
            return qsTr("Next try in %1").arg(root.staff.waitTime);
        if (root.staff.busy)
            return qsTr("One moment...");
        return root.staff.wrong ? qsTr("Try again") : qsTr("Enter the PIN");
    }

    function more(): string {
        if (root.staff.shut)
            return qsTr("Hospital IT can set it up. Clearing and cleaning work all the same.");
        if (root.staff.wait > 0)
            return qsTr("Hospital IT can end the waiting.");
        return qsTr("The patient's screen stands still meanwhile.");
    }
}
