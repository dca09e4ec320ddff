import QtQuick
import theme

// Lies over everything once the session is over, until the supervisor has cleared it away.
Rectangle {
    color: Theme.background

    MouseArea {
        anchors.fill: parent
    }
}
