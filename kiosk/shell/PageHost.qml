import QtQuick
import theme

// Holds one page: made when it is first shown, then kept; slides a little and fades as it comes and goes.
Loader {
    id: root

    required property bool shown
    required property bool mirrored
    property bool made: false

    objectName: "comesAndGoes"
    anchors.fill: parent
    active: shown || made
    visible: opacity > 0
    enabled: shown
    opacity: shown ? 1 : 0
    onLoaded: made = true

    transform: Translate {
        x: (1 - root.opacity) * (root.mirrored ? -Theme.slide : Theme.slide)
    }

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.fade
            easing.type: Easing.OutCubic
        }
    }
}
