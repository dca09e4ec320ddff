import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import theme

// A button with an icon and a word. `prominent` is the one thing that most people want here.
T.AbstractButton {
    id: root

    property string glyph: ""
    property bool prominent: false
    property bool chosen: false
    // The arrow keys begin here.
    property bool startsFocus: false
    property int textSize: Theme.body
    readonly property bool filled: prominent || chosen
    readonly property color inkColour: filled ? Theme.onAccent : Theme.ink

    focusPolicy: Qt.TabFocus
    activeFocusOnTab: true
    horizontalPadding: Theme.gapLarge
    verticalPadding: Theme.gapSmall
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    Accessible.role: Accessible.Button
    Accessible.name: text

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            spacing: Theme.gap

            Glyph {
                visible: root.glyph !== ""
                name: root.glyph === "" ? "circle-check" : root.glyph
                tint: root.inkColour
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }
            Label {
                visible: root.text !== ""
                text: root.text
                color: root.inkColour
                font.pixelSize: root.textSize
                font.weight: root.filled ? Font.DemiBold : Font.Normal
                verticalAlignment: Text.AlignVCenter
                Layout.fillWidth: true
                // The same height in every script, so that buttons side by side are level.
                Layout.preferredHeight: Math.ceil(lineCount * root.textSize * Theme.lineSpacing)
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.filled ? Theme.accent : Theme.surfaceRaised
        border.color: Theme.line
        border.width: root.filled ? 0 : Theme.hairline

        // The pressed state is on screen in the frame of the touch: no animation here.
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
