import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.player

// Shows how loud it is now, for a moment, after a volume key; by night, why nothing is heard.
Panel {
    id: root

    required property Volume volume
    required property bool shown
    required property real maximumWidth

    anchors.horizontalCenter: parent.horizontalCenter
    anchors.top: parent.top
    anchors.topMargin: Theme.margin
    width: row.implicitWidth + 2 * Theme.gapLarge
    height: row.implicitHeight + 2 * Theme.gap
    color: Theme.surfaceRaised
    visible: opacity > 0
    opacity: shown ? 1 : 0

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.fade
        }
    }

    RowLayout {
        id: row

        anchors.centerIn: parent
        spacing: Theme.gap

        SpeakerOff {
            visible: root.volume.speakerOff
            Layout.maximumWidth: root.maximumWidth - 2 * Theme.gapLarge
        }
        Glyph {
            visible: !root.volume.speakerOff
            name: root.volume.muted || root.volume.percent === 0 ? "volume-x" : "volume-2"
        }
        Label {
            visible: !root.volume.speakerOff
            text: root.volume.muted ? qsTr("Sound is off") : qsTr("Volume %1").arg(root.volume.percent / 10)
            wrapMode: Text.NoWrap
        }
        Level {
            visible: !root.volume.speakerOff
            value: root.volume.muted ? 0 : root.volume.percent / 100
            Layout.preferredWidth: Theme.plateWidth
            Layout.preferredHeight: Theme.body
        }
    }
}
