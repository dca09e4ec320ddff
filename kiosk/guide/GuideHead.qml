import QtQuick
import QtQuick.Templates as T
import theme
import kiosk.controls

// A channel beside its programmes: its logo, or its number and name. A touch goes to it.
T.AbstractButton {
    id: root

    required property int number
    required property string name
    required property string logo
    readonly property bool pictured: logo !== "" && picture.status !== Image.Error

    objectName: "channel"
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: root.number + " " + root.name

    contentItem: Item {
        Image {
            id: picture

            anchors.fill: parent
            anchors.margins: Theme.gapSmall
            visible: root.pictured
            source: root.logo
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            sourceSize: Qt.size(width, height)
            Accessible.ignored: true
        }
        Label {
            id: figure

            anchors.left: parent.left
            anchors.leftMargin: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.pictured
            text: root.number
            color: Theme.accent
            font.pixelSize: Theme.caption
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
        Label {
            anchors.left: figure.right
            anchors.right: parent.right
            anchors.margins: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            height: parent.height
            visible: !root.pictured
            text: root.name
            font.pixelSize: Theme.caption
            font.weight: Font.DemiBold
            wrapMode: Text.WordWrap
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.caption / 2
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.pictured ? Theme.plate : Theme.surface
        border.color: Theme.line
        border.width: Theme.hairline

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: Theme.ink
            opacity: root.down ? Theme.pressedOpacity : 0
        }
    }
}
