import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import theme
import kiosk.controls

// A button for a hand that is not steady: very large, an icon above its word.
T.AbstractButton {
    id: root

    required property string glyph
    property bool prominent: false
    // As large as two words beside the picture can be.
    readonly property int wordSize: Theme.textScale > 1.2 ? Theme.body : Theme.body * 1.3
    readonly property color inkColour: prominent ? Theme.onAccent : Theme.ink

    focusPolicy: Qt.TabFocus
    activeFocusOnTab: true
    padding: Theme.gapSmall
    implicitWidth: Math.max(Theme.easyTarget, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.easyTarget, implicitContentHeight + topPadding + bottomPadding)
    Accessible.role: Accessible.Button
    Accessible.name: text

    contentItem: Item {
        implicitWidth: Theme.iconLarge
        implicitHeight: column.implicitHeight

        ColumnLayout {
            id: column

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: 0

            Glyph {
                name: root.glyph
                // Two words of the largest letters need the height.
                size: Theme.textScale > 1.5 ? Theme.icon : Theme.iconLarge
                tint: root.inkColour
                Layout.preferredWidth: size
                Layout.preferredHeight: size
                Layout.alignment: Qt.AlignHCenter
            }
            Label {
                text: root.text
                color: root.inkColour
                font.pixelSize: root.wordSize
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                Layout.fillWidth: true
                // The same height in every script, so that buttons side by side are level.
                Layout.preferredHeight: Math.ceil(lineCount * root.wordSize * Theme.lineSpacing)
                Accessible.ignored: true
            }
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
            radius: parent.radius + Theme.ring
        }
    }
}
