import QtQuick
import QtQuick.Templates as T
import theme
import kiosk.controls

// A key of the pad, for a finger in a glove.
T.AbstractButton {
    id: root

    property string glyph: ""
    property bool prominent: false
    readonly property color inkColour: prominent && enabled ? Theme.onAccent : Theme.ink

    focusPolicy: Qt.TabFocus
    activeFocusOnTab: true
    implicitWidth: Theme.staffKey * 1.5
    implicitHeight: Theme.staffKey
    opacity: enabled ? 1 : Theme.dimmedOpacity
    Accessible.role: Accessible.Button
    Accessible.name: text

    contentItem: Item {
        Label {
            anchors.centerIn: parent
            visible: root.glyph === ""
            text: root.text
            color: root.inkColour
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
        Glyph {
            anchors.centerIn: parent
            visible: root.glyph !== ""
            name: root.glyph === "" ? "check" : root.glyph
            tint: root.inkColour
        }
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.prominent && root.enabled ? Theme.accent : Theme.surfaceRaised
        border.color: Theme.line
        border.width: Theme.hairline

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.inkColour
            opacity: root.down ? Theme.pressedOpacity : 0
        }
        FocusRing {
            visible: root.visualFocus
            radius: parent.radius + Theme.ring
        }
    }
}
