import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.web

// How loud the page is, with a button each way, for as long as somebody is at it; by night, why nothing is heard.
Panel {
    id: root

    required property VisitSound sound
    required property real maximumWidth

    objectName: "comesAndGoes"
    width: Math.min(maximumWidth, Theme.plateWidth * 2)
    implicitHeight: rows.implicitHeight + 2 * Theme.gapLarge
    color: Theme.surfaceRaised
    border.width: Theme.hairline * 2
    opacity: sound.shown ? 1 : 0
    visible: opacity > 0
    enabled: sound.shown

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.fade
            easing.type: Easing.OutCubic
        }
    }

    // A touch on the panel does not reach the page below.
    MouseArea {
        anchors.fill: parent
    }

    ColumnLayout {
        id: rows

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gapLarge
        spacing: Theme.gap

        Label {
            text: qsTr("Volume")
            font.weight: Font.DemiBold
        }
        Stepper {
            lessName: qsTr("Quieter")
            moreName: qsTr("Louder")
            value: root.sound.percent / 100
            onStepped: by => root.sound.step(by)
            Layout.fillWidth: true
        }
        SpeakerOff {
            visible: root.sound.speakerOff
            Layout.fillWidth: true
        }
    }
}
