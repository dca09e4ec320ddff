import QtQuick
import theme
import kiosk.controls
import kiosk.shell

// Says welcome in each of the hospital's languages, one after the other, slowly. They fade while somebody may be looking, which is the first
// time round; a tablet that stands here for hours draws one picture for each, not a hundred.
Item {
    id: root

    required property Shell shell
    property int turn: 0
    readonly property bool isLively: turn < shell.languages.offered.length

    implicitHeight: word.implicitHeight

    Label {
        id: word

        anchors.centerIn: parent
        width: parent.width
        text: root.shell.languages.greetingOf(root.shell.languages.offered[root.turn % root.shell.languages.offered.length])
        font.pixelSize: Theme.display
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.title
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
    }

    Timer {
        interval: Theme.greetingPause
        running: root.visible && root.shell.languages.offered.length > 1 && !change.running
        repeat: true
        onTriggered: {
            if (root.isLively)
                change.start();
            else
                root.turn += 1;
        }
    }

    SequentialAnimation {
        id: change

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
