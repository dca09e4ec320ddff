import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.guide

// Says quietly that a programme begins; it stands still and makes no sound.
Panel {
    id: root

    required property Reminders reminders
    required property Reminding reminding
    readonly property bool shown: reminding.shown
    readonly property bool narrow: Theme.textScale > 1.5
    // What it says stays while it fades.
    property string title: ""
    property string channel: ""

    function take(): void {
        if (shown) {
            title = reminders.title;
            channel = reminding.channelName;
        }
    }

    objectName: "comesAndGoes"
    opacity: shown ? 1 : 0
    visible: opacity > 0
    enabled: shown
    implicitHeight: rows.implicitHeight + 2 * Theme.gapLarge
    border.color: Theme.accent
    border.width: Theme.hairline * 2
    Accessible.role: Accessible.Notification
    Accessible.name: heading.text
    onShownChanged: take()
    Component.onCompleted: take()

    Connections {
        target: root.reminders

        function onNoticeChanged(): void {
            root.take();
        }
    }

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.fade
            easing.type: Easing.OutCubic
        }
    }

    // A touch on the notice does not reach what lies below.
    MouseArea {
        anchors.fill: parent
    }

    GridLayout {
        id: rows

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gapLarge
        anchors.rightMargin: Theme.gapLarge
        columns: root.narrow ? 1 : 2
        columnSpacing: Theme.gapLarge
        rowSpacing: Theme.gap

        RowLayout {
            spacing: Theme.gapLarge
            Layout.fillWidth: true

            Glyph {
                name: "bell"
                tint: Theme.accent
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                Label {
                    id: heading

                    text: qsTr("Starts now: %1").arg(root.title === "" ? root.channel : root.title)
                    font.weight: Font.DemiBold
                    Layout.fillWidth: true
                }
                Label {
                    visible: root.title !== "" && root.channel !== ""
                    text: root.channel
                    color: Theme.inkSoft
                    Layout.fillWidth: true
                }
            }
        }
        RowLayout {
            spacing: Theme.gap

            ActionButton {
                text: qsTr("Watch")
                glyph: "play"
                prominent: true
                Layout.fillWidth: root.narrow
                onClicked: root.reminders.watch()
            }
            ActionButton {
                text: qsTr("Close")
                glyph: "x"
                Layout.fillWidth: root.narrow
                onClicked: root.reminders.close()
            }
        }
    }
}
