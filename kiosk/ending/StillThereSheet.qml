pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import theme
import kiosk.controls
import kiosk.ending

// Asks whether somebody is still there, over whatever is shown. A touch anywhere, or any key, is the answer.
Question {
    id: root

    required property StillThere stillThere
    readonly property string warning: stillThere.seconds > 0
        //: Seconds that are counted down
        ? qsTr("This tablet will be cleared in %n second(s).", "", stillThere.seconds) : qsTr("This tablet is being cleared.")

    title: qsTr("Are you still there?")
    Accessible.name: title + " " + warning

    Label {
        text: root.stillThere.seconds
        font.pixelSize: Theme.display * 2
        font.weight: Font.DemiBold
        color: Theme.accent
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
        Accessible.ignored: true
    }
    Label {
        text: root.warning
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("Touch the screen anywhere to go on.")
        Layout.fillWidth: true
    }

    answers: ActionButton {
        text: qsTr("I am still here")
        glyph: "hand"
        prominent: true
        textSize: Theme.title
        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(Theme.startHeight, implicitHeight)
        onClicked: root.stillThere.stop()
    }
}
