import QtQuick
import theme
import kiosk.keyboard

// Where the keyboard comes up: at the lower edge of what it fills. Nothing of it is loaded before a field was focused.
Item {
    id: root

    required property Keyboard keyboard
    readonly property bool shown: keyboard.needed && keyboard.up && enabled

    objectName: "comesAndGoes"
    opacity: shown ? 1 : 0
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.fade
            easing.type: Easing.OutCubic
        }
    }

    Binding {
        root.keyboard.covered: root.shown ? keys.height : 0
    }

    Loader {
        id: keys

        readonly property bool needed: root.keyboard.needed

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        onNeededChanged: if (needed)
            setSource("Keys.qml", {
                keyboard: root.keyboard
            })

        transform: Translate {
            y: (1 - root.opacity) * Theme.slide
        }
    }
}
