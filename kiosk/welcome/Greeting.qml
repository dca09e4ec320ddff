import QtQuick
import theme
import kiosk.controls
import kiosk.shell

// Says welcome in each of the hospital's languages, one after the other, slowly.
Item {
    id: root

    required property Shell shell
    property int turn: 0

    implicitHeight: word.implicitHeight

    Label {
        id: word

        anchors.centerIn: parent
        width: parent.width
        text: root.shell.greetingOf(root.shell.languages[root.turn % root.shell.languages.length])
        font.pixelSize: Theme.display
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.title
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
    }

    SequentialAnimation {
        running: root.visible && root.shell.languages.length > 1
        loops: Animation.Infinite

        PauseAnimation {
            duration: Theme.greetingPause
        }
        NumberAnimation {
            target: word
            property: "opacity"
            to: 0
            duration: Theme.greetingFade
        }
        ScriptAction {
            script: root.turn += 1
        }
        NumberAnimation {
            target: word
            property: "opacity"
            to: 1
            duration: Theme.greetingFade
        }
    }
}
