import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import theme
import kiosk.controls

// One thing that staff can do: what it is called, and what happens then.
T.AbstractButton {
    id: root

    required property string glyph
    required property string effect
    property bool prominent: false
    property bool chosen: false
    readonly property color inkColour: prominent ? Theme.onAccent : Theme.ink

    focusPolicy: Qt.TabFocus
    activeFocusOnTab: true
    padding: Theme.gapLarge
    verticalPadding: Theme.gap
    implicitHeight: Math.max(Theme.tile, implicitContentHeight + topPadding + bottomPadding)
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: effect

    contentItem: RowLayout {
        spacing: Theme.gap

        Glyph {
            name: root.glyph
            tint: root.inkColour
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Label {
                text: root.text
                color: root.inkColour
                font.weight: Font.DemiBold
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Label {
                text: root.effect
                color: root.prominent ? Theme.onAccent : Theme.inkSoft
                font.pixelSize: Theme.caption
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.prominent ? Theme.accent : Theme.surfaceRaised
        border.color: root.chosen ? Theme.accent : Theme.line
        border.width: root.chosen ? Theme.ring : root.prominent ? 0 : Theme.hairline

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
