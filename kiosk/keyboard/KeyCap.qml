import QtQuick
import QtQuick.Templates as T
import theme
import kiosk.controls

// One key. It never takes the focus away from the field that is typed into.
T.AbstractButton {
    id: root

    // What a screen reader says, where that is not what stands on the key.
    property string told: text
    property bool word: false
    property bool chosen: false
    // How many letters wide.
    property real span: 1
    signal typed

    objectName: "key"
    focusPolicy: Qt.NoFocus
    activeFocusOnTab: false
    implicitWidth: Theme.target
    implicitHeight: Math.max(Theme.target, Math.ceil(Theme.body * Theme.lineSpacing))
    Accessible.role: Accessible.Button
    Accessible.name: told
    onClicked: root.typed()

    contentItem: Label {
        text: root.text
        color: root.chosen ? Theme.onAccent : Theme.ink
        font.pixelSize: root.word ? Math.max(Theme.caption, Math.min(Theme.body, Theme.target * 0.4)) : Math.max(Theme.body, Math.min(Theme.title, Theme.target * 0.6))
        font.weight: root.chosen ? Font.DemiBold : Font.Normal
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.caption / 2
        wrapMode: Text.NoWrap
        leftPadding: Theme.gapSmall
        rightPadding: Theme.gapSmall
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.chosen ? Theme.accent : root.word ? Theme.surface : Theme.surfaceRaised
        border.color: Theme.line
        border.width: root.chosen ? 0 : Theme.hairline

        // The pressed state is on screen in the frame of the touch: no animation here.
        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.chosen ? Theme.onAccent : Theme.ink
            opacity: root.down ? Theme.pressedOpacity : 0
        }
    }
}
