import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import theme
import kiosk.controls

// One service: what it is called, what it is for, and when it is there where it is not now.
T.AbstractButton {
    id: root

    required property string name
    required property string line
    required property string glyph
    required property string hours
    required property int index
    property bool available: true
    property bool opening: false
    readonly property bool startsFocus: index === 0
    readonly property string words: available ? line : qsTr("Open %1").arg(hours)

    text: name
    enabled: available
    focusPolicy: Qt.TabFocus
    activeFocusOnTab: true
    padding: Theme.gapLarge
    implicitHeight: Math.max(Theme.target * 1.6, implicitContentHeight + topPadding + bottomPadding)
    Accessible.role: Accessible.Button
    Accessible.name: name + ", " + words

    contentItem: RowLayout {
        spacing: Theme.gapLarge

        Glyph {
            name: root.glyph
            size: Theme.icon * 1.5
            tint: root.available ? Theme.accent : Theme.inkSoft
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        ColumnLayout {
            spacing: Theme.gapSmall
            Layout.fillWidth: true

            Heading {
                text: root.name
                color: root.available ? Theme.ink : Theme.inkSoft
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Label {
                visible: text !== ""
                text: root.opening ? qsTr("Opening…") : root.words
                color: Theme.inkSoft
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.radiusLarge
        color: root.available ? Theme.surfaceRaised : Theme.surface
        border.color: Theme.line
        border.width: Theme.hairline

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: Theme.ink
            opacity: root.down || root.opening ? Theme.pressedOpacity : 0
        }
        FocusRing {
            visible: root.visualFocus
            radius: Theme.radiusLarge + Theme.ring
        }
    }
}
