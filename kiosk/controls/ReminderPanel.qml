import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls

// Says quietly that a programme begins; it stands still and makes no sound. In a session, and in the frame of its web visit.
Panel {
    id: root

    required property bool shown
    required property string title
    required property string channel
    readonly property bool wide: Theme.textScale > 1.5
    // What it says stays while it fades.
    property string saidTitle: ""
    property string saidChannel: ""
    signal watched
    signal closed

    function take(): void {
        if (shown) {
            saidTitle = title;
            saidChannel = channel;
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
    onTitleChanged: take()
    onChannelChanged: take()
    Component.onCompleted: take()

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

    ColumnLayout {
        id: rows

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gapLarge
        anchors.rightMargin: Theme.gapLarge
        spacing: Theme.gap

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

                    text: qsTr("Starts now: %1").arg(root.saidTitle === "" ? root.saidChannel : root.saidTitle)
                    font.weight: Font.DemiBold
                    Layout.fillWidth: true
                }
                Label {
                    visible: root.saidTitle !== "" && root.saidChannel !== ""
                    text: root.saidChannel
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
                Layout.fillWidth: true
                onClicked: root.watched()
            }
            ActionButton {
                text: qsTr("Close")
                glyph: "x"
                Layout.fillWidth: true
                onClicked: root.closed()
            }
        }
    }
}
