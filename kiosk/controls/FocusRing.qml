import QtQuick
import theme

// Shows where the keyboard is, around whatever it is laid on.
Rectangle {
    anchors.fill: parent
    anchors.margins: -Theme.ring
    color: "transparent"
    border.color: Theme.accent
    border.width: Theme.ring
    radius: Theme.radiusSmall + Theme.ring
}
