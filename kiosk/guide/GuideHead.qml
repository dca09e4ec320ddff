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
        // The mark by which people know a channel, on a plate of its own; the name always stands beside it.
        Rectangle {
            id: mark

            anchors.left: parent.left
            width: root.pictured ? Math.min(parent.width / 2, parent.height) : figure.width + Theme.gapSmall
            height: parent.height
            radius: Theme.radiusSmall
            color: root.pictured ? Theme.plate : "transparent"

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

                anchors.right: parent.right
                height: parent.height
                visible: !root.pictured
                text: root.number
                color: Theme.accent
                font.pixelSize: Theme.caption
                font.weight: Font.DemiBold
                verticalAlignment: Text.AlignVCenter
                Accessible.ignored: true
            }
        }
        Label {
            anchors.left: mark.right
            anchors.right: parent.right
            anchors.leftMargin: Theme.gapSmall
            anchors.rightMargin: Theme.gapSmall / 2
            height: parent.height
            text: root.name
            wrapMode: Text.WordWrap
            font.pixelSize: Theme.caption
            font.weight: Font.DemiBold
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.caption / 2
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: Theme.surface
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
