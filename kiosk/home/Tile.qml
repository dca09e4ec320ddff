import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import theme
import kiosk.controls

// One tile of Home: an icon, a word, and what it holds now.
T.AbstractButton {
    id: root

    required property string glyph
    property string note: ""
    property bool prominent: false
    property bool startsFocus: false
    readonly property color inkColour: prominent ? Theme.onAccent : Theme.ink

    focusPolicy: Qt.TabFocus
    activeFocusOnTab: true
    padding: Theme.margin
    implicitHeight: Math.max(Theme.tile, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(Theme.tile, implicitContentWidth + leftPadding + rightPadding)
    Accessible.role: Accessible.Button
    Accessible.name: note === "" ? text : text + ", " + note

    contentItem: ColumnLayout {
        spacing: Theme.gap

        Glyph {
            name: root.glyph
            size: Theme.iconLarge
            tint: root.inkColour
        }
        Item {
            Layout.fillHeight: true
        }
        Heading {
            text: root.text
            color: root.inkColour
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        Label {
            visible: root.note !== ""
            text: root.note
            color: root.inkColour
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radiusLarge
        color: root.prominent ? Theme.accent : Theme.surfaceRaised
        border.color: Theme.line
        border.width: root.prominent ? 0 : Theme.hairline

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.inkColour
            opacity: root.down ? Theme.pressedOpacity : 0
        }
        FocusRing {
            visible: root.visualFocus
            radius: Theme.radiusLarge + Theme.ring
            anchors.margins: -2 * Theme.ring
        }
    }
}
